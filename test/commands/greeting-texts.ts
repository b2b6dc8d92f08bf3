import { flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { shownBy } from "./shown.ts";

/** What stands in the field of the form that was opened. */
export async function inForm(asked: SimInteraction): Promise<string> {
	const { components } = await asked.modal();
	return flatten(components).find(({ custom_id }) => custom_id === "texts")?.value ?? "";
}

/** What a host finds in the form of a text: the one that counts for them. */
export async function textOf(host: SimMember, which: string): Promise<string> {
	return inForm(await host.runs("greeting edit", { which }));
}

/** Fills in the form of a text, one wording a line. */
export async function submitText(host: SimMember, which: string, texts: string): Promise<SimInteraction> {
	return (await host.runs("greeting edit", { which })).submits({ texts });
}

/** The same, and all the words of the answer. */
export async function write(host: SimMember, which: string, texts: string): Promise<string> {
	return shownBy(await submitText(host, which, texts));
}

/** Writes a text of the whole server. */
export async function writeForServer(host: SimMember, which: string, texts: string): Promise<string> {
	return shownBy(await (await host.runs("greeting edit", { which, for: "server" })).submits({ texts }));
}
