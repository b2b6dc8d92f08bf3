import { expect, it } from "vitest";
import { type ContentInput, readContent } from "../../src/cues/content.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";
import { plain } from "./given.ts";

/** Who of these is in the room. */
function inside(...names: string[]): ContentInput["present"] {
	return new Map(names.map((name) => [name.toLowerCase(), { person: { name } }]));
}

function seeing(parts: Partial<ContentInput> = {}): ContentInput {
	const rules = { lateAfterMinutes: 5, hostIsFirst: false, say: phrasesIn("en") };
	return { present: undefined, callers: new Map(), named: true, now: 0, ...rules, ...parts };
}

describeOnBoth("what a cue should say", (engine) => {
	/** A closed session, after which Maya and Tom came by on one day. */
	async function calledUpon() {
		const store = await openTestStore(engine);
		const session = sessionRow({ host_id: "henry", closed_at: 1_000 });
		await insertSession(store, session);
		const call = { session_id: session.id, kind: "afterHours", occasion: "after hours 2026-11-21" } as const;
		await insertGreetings(store, [
			greetingRow({ ...call, user_id: "maya", arrived_at: 2_000 }),
			greetingRow({ ...call, user_id: "tom", arrived_at: 3_000 }),
		]);
		return { store, session };
	}

	it("cannot be told before Discord has shown the room of a session that is on", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ host_id: "henry" });
		expect(await readContent(store, session, seeing())).toBeNull();
		const content = await readContent(store, session, seeing({ present: inside() }));
		expect(content).toEqual({
			kind: "running",
			words: plain(expect.stringContaining("nobody has come yet")),
			callsFor: null,
		});
	});

	it("is how many came, once the session is over and nobody came since", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ host_id: "henry", closed_at: 1_000 });
		const content = await readContent(store, session, seeing());
		expect(content).toMatchObject({
			kind: "over",
			words: plain(expect.stringContaining("nobody came")),
			callers: null,
		});
	});

	it("names who came after hours: who is in now, and who was seen before", async () => {
		const { store, session } = await calledUpon();
		const seen = seeing({ present: inside("Tom", "Ana"), callers: new Map([["maya", "Maya"]]) });
		expect(await readContent(store, session, seen)).toMatchObject({
			words: plain(expect.stringMatching(/2 came by:\nTom .*\nMaya /)),
			callers: { day: "2026-11-21", forgotten: false },
			names: new Map([
				["maya", "Maya"],
				["tom", "Tom"],
			]),
		});
		expect(seen.callers.size).toBe(1);
	});

	it("is known to be poorer than it was when no name is known", async () => {
		const { store, session } = await calledUpon();
		expect(await readContent(store, session, seeing())).toMatchObject({
			words: plain(expect.stringContaining("2 came by:\nand 2 others")),
			callers: { day: "2026-11-21", forgotten: true },
		});
	});
});
