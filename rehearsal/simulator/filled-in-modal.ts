import { ComponentType } from "discord-api-types/v10";
import { charactersIn } from "./characters.ts";
import { type Component, flatten } from "./components.ts";
import type { Modal } from "./modal.ts";
import { isPickable, type Pickable, resolve } from "./resolved.ts";
import type { HeldMember } from "./world.ts";

type FieldValue = string | boolean | Pickable | (string | Pickable)[];

/** What somebody fills in, by custom id. */
export type FieldValues = Record<string, FieldValue>;

/** The form as Discord sends it back; throws where Discord's app would not let it be sent. */
export function filledIn(
	modal: Modal,
	fields: FieldValues,
	by: HeldMember,
): { components: object[]; resolved?: object } {
	const known = flatten(modal.components).flatMap(({ custom_id }) => custom_id ?? []);
	const unknown = Object.keys(fields).find((id) => !known.includes(id));
	if (unknown) throw new Error(`The form has no field "${unknown}"; there is: ${known.join(", ")}`);
	const picked = Object.values(fields).flat().filter(isPickable);
	let id = 0;
	const fill = (component: Component): object => {
		const { type, custom_id } = component;
		const base = { type, id: ++id };
		if (component.components) return { ...base, components: component.components.map(fill) };
		if (component.component) return { ...base, component: fill(component.component) };
		return custom_id ? { ...base, custom_id, ...answer(component, fields[custom_id]) } : base;
	};
	const components = modal.components.map(fill);
	return { components, ...(picked.length > 0 && { resolved: resolve(picked, by) }) };
}

/** A component that is filled in, with what only text inputs and checkboxes have. */
type FilledField = Component & { min_length?: number; max_length?: number; default?: boolean };

/**
 * One field's value in the form its component sends it: text and single choices one `value`, the rest `values`. What nobody
 * touches is sent as the bot has set it.
 */
function answer(field: FilledField, given: FieldValue | undefined): object {
	const { TextInput, RadioGroup, Checkbox } = ComponentType;
	if (field.type === Checkbox) return { value: given === undefined ? field.default === true : given === true };
	if (field.type === TextInput) return { value: typed(field, String(given ?? field.value ?? "")) };
	const values = chosen(field, given === undefined ? preset(field) : typeof given === "boolean" ? [] : [given].flat());
	return field.type === RadioGroup ? { value: values[0] ?? null } : { values };
}

function preset({ options }: FilledField): string[] {
	return (options ?? []).filter((option) => option.default === true).map(({ value }) => value);
}

/** A text, after the checks Discord's app makes. */
function typed(
	{ custom_id, required, min_length: least = 0, max_length: most = 4000 }: FilledField,
	text: string,
): string {
	if (text === "") {
		if (required ?? true) throw new Error(`"${custom_id}" must be filled in`);
	} else if (charactersIn(text) < least || charactersIn(text) > most) {
		throw new Error(`"${custom_id}" takes ${least} to ${most} characters`);
	}
	return text;
}

/** The values of what was chosen, after the checks Discord's app makes. */
function chosen({ custom_id, required, options }: FilledField, picked: (string | Pickable)[]): string[] {
	const values = picked.map((one) => (isPickable(one) ? one.id : one));
	if ((required ?? true) && values.length === 0) throw new Error(`"${custom_id}" must be chosen`);
	const wrong = values.find((value) => options && !options.some((option) => option.value === value));
	if (wrong !== undefined) throw new Error(`"${custom_id}" does not offer "${wrong}"`);
	return values;
}
