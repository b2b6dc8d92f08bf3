import { expect, it } from "vitest";
import { leaveRecap } from "../../src/after/recap.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow, messageRow, sessionRow } from "../store/rows.ts";

const SLIDES = "https://example.com/slides";

/** Thanks for Maya in session `s`, in a message or, with null, still waiting. */
async function thanks(store: Store, layout: string | null | undefined): Promise<void> {
	if (layout !== undefined) {
		const message = messageRow({ id: "m", state: "posted", thanked_session_id: "s", layout, frozen_at: Date.now() });
		await store.insertInto("message").values(message).execute();
	}
	const said = layout === undefined ? { name: "Maya" } : { name: null, message_id: "m", posted_at: 1 };
	await insertGreetings(store, [
		greetingRow({ session_id: "s", user_id: "maya", occasion: "farewell", kind: "thanks", ...said }),
	]);
}

async function erase(store: Store): Promise<void> {
	await store.deleteFrom("session").execute();
}

const nothing = () => Promise.resolve();

describeOnBoth("what becomes of the thanks when a recap is left", (engine) => {
	it.each([
		["they wait, and are going to say it", "stand", (store: Store) => thanks(store, undefined)],
		["they are too old to be changed", "old", (store: Store) => thanks(store, null)],
		["nobody was thanked", "none", nothing],
		["their session has been erased meanwhile", "erased", erase],
	] as const)("%s", async (_, becomes, given) => {
		const store = await openTestStore(engine);
		const session = sessionRow({ id: "s", closed_at: 1 });
		await insertSession(store, session);
		await given(store);
		const context = { store, clock: stillClock(), corrections: { look: () => undefined } };
		expect(await leaveRecap(session, SLIDES, context)).toBe(becomes);
	});
});
