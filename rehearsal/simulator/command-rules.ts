import { ApplicationCommandCreateRequestSchema } from "discord-api-spec/zod";
import { ApplicationCommandType } from "discord-api-types/v10";
import type { FieldError } from "./errors.ts";
import { type CommandBody, type CommandOption, isBranch } from "./registered-command.ts";
import { checkSchema } from "./schemas.ts";

const MAX_COMMAND_SIZE = 8000;
/** interactions/application-commands, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const INVALID_NAME = { code: "APPLICATION_COMMAND_INVALID_NAME", message: "Command name is invalid" };
const NO_DESCRIPTION = { code: "BASE_TYPE_REQUIRED", message: "This field is required" };
const UNWANTED_DESCRIPTION = {
	code: "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
	message: "Context menu commands cannot have description",
};
const TOO_LARGE = {
	code: "APPLICATION_COMMAND_TOO_LARGE",
	message: `Command exceeds maximum size (${MAX_COMMAND_SIZE})`,
};

/**
 * What Discord would not register a command for. Throws what its own schema refuses; `prefix` is where the command sits
 * in the request.
 */
export function commandErrors(body: unknown, prefix: PropertyKey[]): FieldError[] {
	const { default_member_permissions: permissions, ...rest } = (body ?? {}) as CommandBody;
	// The schema wants a number, the documentation a string of digits; Discord takes both.
	const isDigits = typeof permissions === "string" && /^\d+$/.test(permissions);
	const numeric = { ...rest, default_member_permissions: isDigits ? Number(permissions) : permissions };
	checkSchema(ApplicationCommandCreateRequestSchema, numeric, prefix);
	const isChat = (rest.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
	const errors = isChat
		? chatErrors(rest)
		: rest.description
			? [{ path: ["description"], ...UNWANTED_DESCRIPTION }]
			: [];
	if (size(rest) > MAX_COMMAND_SIZE) errors.push({ path: [], ...TOO_LARGE });
	return [
		...errors.map((error) => ({ ...error, path: [...prefix, ...error.path] })),
		...optionErrors(rest.options ?? [], [...prefix, "options"]),
	];
}

/** What only slash commands are held to. */
function chatErrors({ name, description, name_localizations }: CommandBody): FieldError[] {
	const errors: FieldError[] = [];
	if (!isName(name)) errors.push({ path: ["name"], ...INVALID_NAME });
	if (!description) errors.push({ path: ["description"], ...NO_DESCRIPTION });
	for (const [locale, translation] of Object.entries(name_localizations ?? {})) {
		if (!isName(translation)) errors.push({ path: ["name_localizations", locale], ...INVALID_NAME });
	}
	return errors;
}

function optionErrors(options: CommandOption[], path: PropertyKey[]): FieldError[] {
	const errors: FieldError[] = [];
	if (options.some(isBranch) && !options.every(isBranch)) {
		const code = "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID";
		const message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
		errors.push({ path, code, message });
	}
	if (hasTwins(options)) {
		const code = "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS";
		errors.push({ path, code, message: "Option name already exists" });
	}
	const firstOptional = options.findIndex((option) => !option.required);
	for (const [index, option] of options.entries()) {
		const isTooLate = option.required === true && firstOptional >= 0 && firstOptional < index;
		errors.push(...errorsOf(option, isTooLate, [...path, index]));
		errors.push(...optionErrors(option.options ?? [], [...path, index, "options"]));
	}
	return errors;
}

/** What is wrong with one option by itself; `isTooLate` when it is required and stands behind one that is not. */
function errorsOf(
	{ name, autocomplete, choices }: CommandOption,
	isTooLate: boolean,
	path: PropertyKey[],
): FieldError[] {
	const errors: FieldError[] = [];
	const add = (at: PropertyKey[], code: string, message: string) =>
		errors.push({ path: [...path, ...at], code: `APPLICATION_COMMAND_OPTIONS_${code}`, message });
	if (!isName(name)) add(["name"], "NAME_INVALID", "Option name is invalid");
	if (isTooLate) add([], "REQUIRED_INVALID", "Required options must be placed before non-required options");
	if (autocomplete && choices?.length) add([], "AUTOCOMPLETE_CHOICES", "Autocomplete options cannot have choices");
	if (hasTwins(choices ?? [])) add(["choices"], "CHOICE_NAME_EXISTS", "Option choice name already exists");
	return errors;
}

function hasTwins(named: { name: string }[]): boolean {
	return new Set(named.map(({ name }) => name)).size < named.length;
}

function isName(name: string): boolean {
	return NAME.test(name) && name === name.toLowerCase();
}

/** Names, descriptions and values, each at its longest translation (interactions/application-commands). */
function size({
	name,
	description,
	name_localizations,
	description_localizations,
	options,
	choices,
}: Partial<CommandOption> | CommandBody): number {
	const longest = (text: string | null | undefined, others: Record<string, string> | null | undefined) =>
		Math.max(0, ...[text ?? "", ...Object.values(others ?? {})].map(({ length }) => length));
	let total = longest(name, name_localizations) + longest(description, description_localizations);
	for (const option of options ?? []) total += size(option);
	for (const choice of (choices as CommandOption["choices"]) ?? []) {
		total += longest(choice.name, choice.name_localizations) + String(choice.value).length;
	}
	return total;
}
