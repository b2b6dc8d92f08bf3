import { ComponentType } from "discord-api-types/v10";
import { type Component, flatten } from "./components.ts";
import type { FieldError } from "./errors.ts";
import type { SimMember } from "./member.ts";
import { isPickable, type Pickable, resolve } from "./resolved.ts";

/** A form the bot opened. */
export interface Modal {
	custom_id: string;
	title: string;
	components: Component[];
}

type FieldValue = string | boolean | Pickable | (string | Pickable)[];

/** What somebody fills in, by custom id. */
export type FieldValues = Record<string, FieldValue>;

const MAX_FIELDS = 5;

/** The rules of forms that Discord's schema does not hold (components/reference, "Label", "Text Input"). */
export function modalErrors({ components }: Modal): FieldError[] {
	const errors: FieldError[] = [];
	const add = (code: string, message: string) => errors.push({ path: ["data", "components"], code, message });
	if (components.length > MAX_FIELDS) add("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
	const ids = flatten(components).flatMap(({ custom_id }) => custom_id ?? []);
	if (new Set(ids).size < ids.length) add("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
	for (const row of components) {
		const inside = row.components ?? [];
		const isRow = row.type === ComponentType.ActionRow;
		if (isRow && (inside.length !== 1 || inside[0]?.type !== ComponentType.TextInput)) {
			add("COMPONENT_TYPE_INVALID", "An action row of a modal holds exactly one text input.");
		}
	}
	return errors;
}

/** The form as Discord sends it back; throws where Discord's app would not let it be sent. */
export function filledIn(
	modal: Modal,
	fields: FieldValues,
	by: SimMember,
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

/** One field's value in the form its component sends it: text and single choices one `value`, the rest `values`. */
function answer(
	component: Component & { min_length?: number; max_length?: number },
	given: FieldValue | undefined,
): object {
	const { TextInput, RadioGroup, Checkbox } = ComponentType;
	const required = component.required ?? true;
	if (component.type === Checkbox) return { value: given === true };
	if (component.type === TextInput) {
		const text = String(given ?? component.value ?? "");
		if (required && text === "") throw new Error(`"${component.custom_id}" must be filled in`);
		const [least, most] = [component.min_length ?? 0, component.max_length ?? 4000];
		if (text !== "" && (text.length < least || text.length > most)) {
			throw new Error(`"${component.custom_id}" takes ${least} to ${most} characters`);
		}
		return { value: text };
	}
	const chosen = given === undefined || typeof given === "boolean" ? [] : [given].flat();
	const values = chosen.map((one) => (isPickable(one) ? one.id : one));
	if (required && values.length === 0) throw new Error(`"${component.custom_id}" must be chosen`);
	const wrong = values.find(
		(value) => component.options && !component.options.some((option) => option.value === value),
	);
	if (wrong !== undefined) throw new Error(`"${component.custom_id}" does not offer "${wrong}"`);
	return component.type === RadioGroup ? { value: values[0] ?? null } : { values };
}
