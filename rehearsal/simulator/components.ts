import { ButtonStyle, ComponentType, MessageFlags } from "discord-api-types/v10";
import { charactersIn } from "./characters.ts";
import type { FieldError } from "./errors.ts";

/** A component as a bot sends it; only what the rules look at. */
export interface Component {
	type: number;
	custom_id?: string | null;
	style?: number;
	url?: string | null;
	label?: string | null;
	emoji?: unknown;
	content?: string;
	components?: Component[] | null;
	component?: Component | null;
	accessory?: Component | null;
	options?: { label: string; value: string; default?: boolean | null }[] | null;
	default_values?: unknown[] | null;
	min_values?: number | null;
	max_values?: number | null;
	value?: string | null;
	required?: boolean | null;
}

const MAX_ROWS = 5;
const MAX_BUTTONS_IN_ROW = 5;
const MAX_COMPONENTS_V2 = 40;
const MAX_TEXT_V2 = 4000;

/** Every component of a tree, containers and what is in them. */
export function flatten(components: readonly Component[]): Component[] {
	return components.flatMap((component) => {
		const inside = [...(component.components ?? [])];
		if (component.component) inside.push(component.component);
		if (component.accessory) inside.push(component.accessory);
		return [component, ...flatten(inside)];
	});
}

/** Refuses components that show a file which does not come with them. */
export function attachmentErrors(components: readonly unknown[], files: readonly { name: string }[]): FieldError[] {
	const shown = JSON.stringify(components).matchAll(/"attachment:\/\/([^"]*)"/g);
	const missing = [...shown].filter(([, name]) => !files.some((file) => file.name === name));
	const message = "The referenced attachment was not found";
	return missing.map(() => ({
		path: ["components"],
		code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
		message,
	}));
}

/** The rules of components that Discord's schema does not hold (components/reference). */
export function componentErrors(body: {
	content?: string | null;
	flags?: number | null;
	embeds?: unknown[] | null;
	components?: unknown[] | null;
	poll?: unknown;
}): FieldError[] {
	const top = (body.components ?? []) as Component[];
	const all = flatten(top);
	const errors = [...all.flatMap(buttonErrors), ...all.flatMap(selectErrors)];
	const ids = all.flatMap(({ custom_id }) => (custom_id ? [custom_id] : []));
	if (new Set(ids).size < ids.length) {
		errors.push(error("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"));
	}
	for (const row of all.filter(({ type }) => type === ComponentType.ActionRow)) {
		const buttons = (row.components ?? []).filter(({ type }) => type === ComponentType.Button).length;
		const others = (row.components ?? []).length - buttons;
		if (buttons > MAX_BUTTONS_IN_ROW || others > 1 || (buttons > 0 && others > 0) || buttons + others === 0) {
			errors.push(error("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "An action row holds one to five buttons, or one select."));
		}
	}
	const isV2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
	return [...errors, ...(isV2 ? v2Errors(body, all) : v1Errors(top))];
}

function v1Errors(top: Component[]): FieldError[] {
	const errors: FieldError[] = [];
	if (top.length > MAX_ROWS) errors.push(error("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."));
	if (top.some(({ type }) => type !== ComponentType.ActionRow)) {
		errors.push(error("UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).'));
	}
	return errors;
}

function v2Errors(
	body: { content?: string | null; embeds?: unknown[] | null; poll?: unknown },
	all: Component[],
): FieldError[] {
	const errors: FieldError[] = [];
	if (body.content || body.embeds?.length || body.poll) {
		const message = "The 'content', 'embeds' and 'poll' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2";
		errors.push({ path: ["content"], code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message });
	}
	const text = all.reduce(
		(sum, { type, content }) => sum + (type === ComponentType.TextDisplay ? charactersIn(content ?? "") : 0),
		0,
	);
	if (text > MAX_TEXT_V2) {
		errors.push(
			error("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", `Total text must be ${MAX_TEXT_V2} or fewer in length.`),
		);
	}
	if (all.length > MAX_COMPONENTS_V2)
		errors.push(error("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Too many components."));
	return errors;
}

function buttonErrors({ type, style, url, custom_id, label, emoji }: Component): FieldError[] {
	if (type !== ComponentType.Button || style === ButtonStyle.Premium) return [];
	const isLink = style === ButtonStyle.Link;
	if (isLink ? !url : !custom_id) {
		return [error("BASE_TYPE_REQUIRED", isLink ? "A url is required" : "A custom id is required")];
	}
	if (isLink && custom_id)
		return [error("COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")];
	return label || emoji ? [] : [error("BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji")];
}

/** The rules of what can be chosen, in messages and forms alike (components/reference, "String Select", "User Select" …). */
export function selectErrors({ options, default_values, min_values, max_values }: Component): FieldError[] {
	if (!options && !default_values && (min_values ?? max_values) == null) return [];
	const [least, most] = [min_values ?? 1, max_values ?? 1];
	const values = options?.map(({ value }) => value) ?? [];
	const chosen = options ? options.filter((option) => option.default).length : (default_values?.length ?? 0);
	const errors: FieldError[] = [];
	if (options && most > options.length)
		errors.push(error("SELECT_COMPONENT_MAX_VALUES_EXCEEDED", `Only ${options.length} options are there to choose.`));
	if (least > most) errors.push(error("SELECT_COMPONENT_MIN_OVER_MAX", "min_values cannot be over max_values."));
	if (new Set(values).size < values.length)
		errors.push(error("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"));
	if (chosen > most || (chosen > 0 && chosen < least))
		errors.push(error("SELECT_COMPONENT_INVALID_DEFAULT_VALUES", `Between ${least} and ${most} can be chosen.`));
	return errors;
}

function error(code: string, message: string): FieldError {
	return { path: ["components"], code, message };
}
