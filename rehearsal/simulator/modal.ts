import { ComponentType } from "discord-api-types/v10";
import { type Component, flatten, selectErrors } from "./components.ts";
import type { FieldError } from "./errors.ts";

/** A form the bot opened. */
export interface Modal {
	custom_id: string;
	title: string;
	components: Component[];
}

const MAX_FIELDS = 5;

/** The rules of forms that Discord's schema does not hold (components/reference, "Label", "Text Input"). */
export function modalErrors({ components }: Modal): FieldError[] {
	const errors: FieldError[] = [];
	const add = (code: string, message: string) => errors.push({ path: ["data", "components"], code, message });
	if (components.length > MAX_FIELDS) add("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
	const all = flatten(components);
	for (const { message, code } of all.flatMap(selectErrors)) add(code, message);
	// https://github.com/discord/discord-api-docs/pull/8177
	if (all.some(({ min_values, required }) => min_values === 0 && (required ?? true)))
		add("COMPONENT_REQUIRED_MIN_VALUES", "min_values must be at least 1 where something is required.");
	const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
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
