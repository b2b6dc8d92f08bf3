import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";

/** The custom id of what somebody sees under a label in a message or a form. */
export function idOf(label: string, { components }: { components: readonly unknown[] }): string {
	const all = flatten(components as Component[]);
	const ids = all.flatMap((one) => (one.label === label ? (one.custom_id ?? one.component?.custom_id ?? []) : []));
	const [id, another] = ids;
	if (id !== undefined && another === undefined) return id;
	const labels = all.flatMap((one) => one.label ?? []);
	throw new Error(`there is ${id === undefined ? "no" : "more than one"} "${label}" among ${labels.join(", ")}`);
}

/** Presses the button of the latest answer that has this label. */
export function presses(shown: SimInteraction, label: string): Promise<SimInteraction> {
	const message = shown.messages.at(-1);
	if (!message) throw new Error("nothing is shown yet");
	return shown.clicks(idOf(label, message));
}

/** Fills in the form that was opened, by its labels: words, or the labels of what is chosen; and sends it. */
export async function fillsIn(
	opened: SimInteraction,
	fields: Readonly<Record<string, Parameters<SimInteraction["submits"]>[0][string]>>,
): Promise<SimInteraction> {
	const modal = await opened.modal();
	const all = flatten(modal.components);
	const given = Object.entries(fields).map(([label, value]) => {
		const id = idOf(label, modal);
		const options = all.find(({ custom_id }) => custom_id === id)?.options;
		if (!options) return [id, value];
		const option = options.find((one) => one.label === value);
		if (!option) throw new Error(`"${label}" does not offer "${String(value)}"`);
		return [id, option.value];
	});
	return opened.submits(Object.fromEntries(given));
}
