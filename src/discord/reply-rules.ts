import { ComponentType } from "discord.js";
import {
	LONGEST_CONTENT,
	LONGEST_CUSTOM_ID,
	LONGEST_FORM_TITLE,
	LONGEST_LAYOUT,
	LONGEST_TYPED,
	MOST_BUTTONS,
	MOST_COMPONENTS,
	MOST_FILES,
	MOST_FORM_PARTS,
	MOST_ROWS,
	MOST_SELECTED,
} from "../limits.ts";

/** A component as it is sent; only what the rules look at. */
export interface SentComponent {
	type: ComponentType;
	custom_id?: string;
	/** A text display's words. */
	content?: string;
	components?: readonly SentComponent[];
	component?: SentComponent;
	accessory?: SentComponent;
	options?: readonly { value: string; default?: boolean }[];
	default_values?: readonly unknown[];
	min_values?: number;
	max_values?: number;
	required?: boolean;
	/** What stands in a text field. */
	value?: string;
}

/** A message that answers an interaction, as it is sent. */
export interface SentMessage {
	content: string;
	parts: readonly SentComponent[];
	files: number;
	/** The parts are all there is to show (Components V2). */
	isLayout: boolean;
}

/** A form, as it is sent. */
export interface SentForm {
	custom_id: string;
	title: string;
	components: readonly SentComponent[];
}

/**
 * Which of Discord's rules a message breaks, in words for the log; none, unless a command is at fault. Discord would
 * refuse it, and nobody would be answered.
 */
export function brokenByMessage(message: SentMessage): string[] {
	const all = flatten(message.parts);
	return [
		...(message.isLayout ? brokenByLayout(message, all) : brokenByPlain(message)),
		...more("files", message.files, MOST_FILES),
		...all.flatMap(brokenByPart),
		...brokenByIds(all),
	];
}

/** The same for a form. */
export function brokenByForm({ title, custom_id, components }: SentForm): string[] {
	const all = flatten(components);
	return [
		...less("characters in the title", charactersIn(title), 1),
		...more("characters in the title", charactersIn(title), LONGEST_FORM_TITLE),
		...more("characters in the form's custom id", charactersIn(custom_id), LONGEST_CUSTOM_ID),
		...less("parts", components.length, 1),
		...more("parts", components.length, MOST_FORM_PARTS),
		...all.flatMap(brokenByPart),
		...all.flatMap(brokenByRequired),
		...brokenByIds(all),
	];
}

function brokenByPlain({ content, parts, files }: SentMessage): string[] {
	const isEmpty = content.trim() === "" && parts.length === 0 && files === 0;
	return [
		...(isEmpty ? ["nothing to show"] : []),
		...more("characters", charactersIn(content), LONGEST_CONTENT),
		...more("rows", parts.length, MOST_ROWS),
		...(parts.some(({ type }) => type !== ComponentType.ActionRow) ? ["a part that only a layout may have"] : []),
	];
}

function brokenByLayout({ content, parts }: SentMessage, all: readonly SentComponent[]): string[] {
	const characters = all.reduce((sum, { content }) => sum + charactersIn(content ?? ""), 0);
	return [
		...(content === "" ? [] : ["a layout with content"]),
		...(parts.length === 0 ? ["nothing to show"] : []),
		...more("parts", all.length, MOST_COMPONENTS),
		...more("characters", characters, LONGEST_LAYOUT),
	];
}

function brokenByPart(part: SentComponent): string[] {
	if (part.type === ComponentType.ActionRow) return brokenByRow(part.components ?? []);
	if (part.type === ComponentType.TextInput)
		return more("characters in a field", charactersIn(part.value ?? ""), LONGEST_TYPED);
	if (part.type === ComponentType.TextDisplay) return less("characters of a text", charactersIn(part.content ?? ""), 1);
	return part.type === ComponentType.StringSelect || part.default_values ? brokenBySelect(part) : [];
}

function brokenByRow(inside: readonly SentComponent[]): string[] {
	const buttons = inside.filter(({ type }) => type === ComponentType.Button).length;
	const isWhole = inside.length === 1 || buttons === inside.length;
	return [
		...less("parts in a row", inside.length, 1),
		...more("buttons in a row", buttons, MOST_BUTTONS),
		...(isWhole ? [] : ["a row with something beside a select"]),
	];
}

function brokenBySelect({ options, default_values, min_values = 1, max_values = 1 }: SentComponent): string[] {
	const chosen = options ? options.filter((option) => option.default).length : (default_values?.length ?? 0);
	const values = options?.map(({ value }) => value) ?? [];
	return [
		...(options ? [...less("options", options.length, 1), ...more("options", options.length, MOST_SELECTED)] : []),
		...(options ? more("values to choose", max_values, options.length) : []),
		...more("values to choose at least", min_values, max_values),
		...(new Set(values).size < values.length ? ["an option that is there twice"] : []),
		...(chosen > 0 ? less("options chosen beforehand", chosen, min_values) : []),
		...more("options chosen beforehand", chosen, max_values),
	];
}

/** In a form, what has to be answered cannot be answered with nothing. */
function brokenByRequired({ min_values, required = true }: SentComponent): string[] {
	return min_values === 0 && required ? ["a required choice of nothing"] : [];
}

function brokenByIds(all: readonly SentComponent[]): string[] {
	const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
	const longest = Math.max(0, ...ids.map(charactersIn));
	return [
		...(new Set(ids).size < ids.length ? ["a custom id that is there twice"] : []),
		...more("characters in a custom id", longest, LONGEST_CUSTOM_ID),
	];
}

/** Every part, and what is in it. */
function flatten(parts: readonly SentComponent[]): SentComponent[] {
	return parts.flatMap((part) => {
		const inside = [...(part.components ?? []), ...(part.component ? [part.component] : [])];
		return [part, ...flatten(part.accessory ? [...inside, part.accessory] : inside)];
	});
}

/** As Discord counts them: an emoji is one. */
function charactersIn(words: string): number {
	return [...words].length;
}

function more(what: string, count: number, most: number): string[] {
	return count > most ? [`${count} ${what}, at most ${most}`] : [];
}

function less(what: string, count: number, least: number): string[] {
	return count < least ? [`${count} ${what}, at least ${least}`] : [];
}
