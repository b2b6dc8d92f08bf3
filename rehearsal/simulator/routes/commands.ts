import { ApplicationCommandCreateRequestSchema } from "discord-api-spec/zod";
import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import { ApiError, type FieldError, refuse } from "../errors.ts";
import type { Call, Reply, Route } from "../routes.ts";
import { check } from "../schemas.ts";

/** A registered command. */
export interface SimCommand extends CommandBody {
	id: string;
	application_id: string;
	version: string;
	type: number;
	guild_id?: string;
}

/** A command as a bot sends it; only what the rules look at. */
export interface CommandBody {
	name: string;
	description?: string | null;
	name_localizations?: Record<string, string> | null;
	description_localizations?: Record<string, string> | null;
	options?: CommandOption[] | null;
	default_member_permissions?: string | number | null;
	type?: number | null;
	[field: string]: unknown;
}

/** An option, a subcommand or a group of them. */
export interface CommandOption {
	type: number;
	name: string;
	description: string;
	name_localizations?: Record<string, string> | null;
	description_localizations?: Record<string, string> | null;
	required?: boolean | null;
	autocomplete?: boolean | null;
	choices?: { name: string; value: string | number; name_localizations?: Record<string, string> | null }[] | null;
	options?: CommandOption[] | null;
	channel_types?: number[] | null;
	min_length?: number | null;
	max_length?: number | null;
	min_value?: number | null;
	max_value?: number | null;
}

/** Registration, for the application and for one server. */
export const commandRoutes: Route[] = [
	"/applications/:application",
	"/applications/:application/guilds/:guild",
].flatMap((base): Route[] => [
	{ method: "GET", path: `${base}/commands`, run: (call) => ok(scope(call)) },
	{ method: "PUT", path: `${base}/commands`, run: replaceAll },
	{ method: "POST", path: `${base}/commands`, run: upsert },
	{ method: "GET", path: `${base}/commands/:command`, run: (call) => ok(known(call)) },
	{ method: "PATCH", path: `${base}/commands/:command`, run: change },
	{ method: "DELETE", path: `${base}/commands/:command`, run: remove },
]);

const MAX_CHAT_COMMANDS = 100;
const MAX_COMMAND_SIZE = 8000;
/** interactions/application-commands, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function ok(body: unknown, status = 200): Reply {
	return { status, body };
}

/** The commands of the application, or of the server that is named in the path. */
function scope({ world, params }: Call): SimCommand[] {
	if (params.application !== world.bot.id) throw new ApiError(20012);
	if (params.guild !== undefined && !world.servers.has(params.guild)) throw new ApiError(50001);
	return world.commandsOf(params.guild);
}

function known(call: Call): SimCommand {
	const command = scope(call).find(({ id }) => id === call.params.command);
	if (!command) throw new ApiError(10063);
	return command;
}

function replaceAll(call: Call): Reply {
	const list = scope(call);
	if (!Array.isArray(call.body)) {
		throw new ApiError(50035, [
			{ path: [], code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListField" },
		]);
	}
	const errors = call.body.flatMap((body, index) => commandErrors(body, [index]));
	refuse(errors);
	const bodies = call.body as CommandBody[];
	if (bodies.length > MAX_CHAT_COMMANDS) throw new ApiError(30032);
	if (new Set(bodies.map(({ name, type }) => `${type ?? 1}:${name}`)).size < bodies.length) {
		const message = "Application command names must be unique";
		throw new ApiError(50035, [{ path: [], code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message }]);
	}
	const made = bodies.map((body) => register(call, body, sameName(list, body)));
	list.splice(0, list.length, ...made);
	return ok(list);
}

/** An existing command of the same name is overwritten (interactions/application-commands). */
function upsert(call: Call): Reply {
	const list = scope(call);
	const errors = commandErrors(call.body, []);
	refuse(errors);
	const body = call.body as CommandBody;
	const earlier = sameName(list, body);
	if (!earlier && list.length >= MAX_CHAT_COMMANDS) throw new ApiError(30032);
	const command = register(call, body, earlier);
	if (earlier) list.splice(list.indexOf(earlier), 1, command);
	else list.push(command);
	return ok(command, earlier ? 200 : 201);
}

function change(call: Call): Reply {
	const earlier = known(call);
	const body = { ...earlier, ...(call.body as object) };
	const errors = commandErrors(body, []);
	refuse(errors);
	const command = register(call, body, earlier);
	const list = scope(call);
	list.splice(list.indexOf(earlier), 1, command);
	return ok(command);
}

function remove(call: Call): Reply {
	const list = scope(call);
	list.splice(list.indexOf(known(call)), 1);
	return { status: 204 };
}

function sameName(list: SimCommand[], body: CommandBody): SimCommand | undefined {
	return list.find(({ name, type }) => name === body.name && type === (body.type ?? 1));
}

function register({ world, params }: Call, body: CommandBody, earlier?: SimCommand): SimCommand {
	const permissions = body.default_member_permissions;
	return {
		nsfw: false,
		contexts: params.guild === undefined ? null : undefined,
		integration_types: params.guild === undefined ? [0] : undefined,
		...body,
		description: body.description ?? "",
		default_member_permissions: permissions === null || permissions === undefined ? null : String(permissions),
		type: body.type ?? ApplicationCommandType.ChatInput,
		id: earlier?.id ?? world.ids.next(),
		application_id: world.bot.id,
		version: world.ids.next(),
		...(params.guild !== undefined && { guild_id: params.guild }),
	};
}

function commandErrors(body: unknown, prefix: PropertyKey[]): FieldError[] {
	const { default_member_permissions: permissions, ...rest } = (body ?? {}) as CommandBody;
	// The schema wants a number, the documentation a string of digits; Discord takes both.
	const isDigits = typeof permissions === "string" && /^\d+$/.test(permissions);
	const numeric = { ...rest, default_member_permissions: isDigits ? Number(permissions) : permissions };
	check(ApplicationCommandCreateRequestSchema, numeric, prefix);
	const errors: FieldError[] = [];
	const isChat = (rest.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
	const add = (path: PropertyKey[], code: string, message: string) => {
		errors.push({ path: [...prefix, ...path], code, message });
	};
	if (isChat && !isName(rest.name)) add(["name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
	if (isChat && !rest.description) add(["description"], "BASE_TYPE_REQUIRED", "This field is required");
	if (!isChat && rest.description) {
		add(
			["description"],
			"APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
			"Context menu commands cannot have description",
		);
	}
	for (const [locale, name] of Object.entries(rest.name_localizations ?? {})) {
		if (isChat && !isName(name))
			add(["name_localizations", locale], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
	}
	if (size(rest) > MAX_COMMAND_SIZE) {
		add([], "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MAX_COMMAND_SIZE})`);
	}
	return [...errors, ...optionErrors(rest.options ?? [], [...prefix, "options"])];
}

function optionErrors(options: CommandOption[], path: PropertyKey[]): FieldError[] {
	const errors: FieldError[] = [];
	const add = (at: PropertyKey[], code: string, message: string) =>
		errors.push({ path: [...path, ...at], code, message });
	const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
	const isBranch = ({ type }: CommandOption) => type === Subcommand || type === SubcommandGroup;
	if (options.some(isBranch) && !options.every(isBranch)) {
		add(
			[],
			"APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
			"Sub-command and sub-command group option types are mutually exclusive to all other types",
		);
	}
	if (new Set(options.map(({ name }) => name)).size < options.length) {
		add([], "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
	}
	const firstOptional = options.findIndex((option) => !option.required);
	for (const [index, option] of options.entries()) {
		if (!isName(option.name))
			add([index, "name"], "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name is invalid");
		if (option.required && firstOptional >= 0 && firstOptional < index) {
			add(
				[index],
				"APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
				"Required options must be placed before non-required options",
			);
		}
		if (option.autocomplete && option.choices?.length) {
			add([index], "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Autocomplete options cannot have choices");
		}
		if (new Set(option.choices?.map(({ name }) => name)).size < (option.choices?.length ?? 0)) {
			add([index, "choices"], "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice name already exists");
		}
		errors.push(...optionErrors(option.options ?? [], [...path, index, "options"]));
	}
	return errors;
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
