import { expect, it } from "vitest";
import { type ContentInput, readContent } from "../../src/cues/content.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { storeStays } from "../../src/rooms/attendance.ts";
import { insertArrivals } from "../../src/store/arrivals.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { enters } from "../rooms/given.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";
import { plain } from "./given.ts";

/** Who of these is in the room. */
function inside(...names: string[]): ContentInput["present"] {
	return new Map(names.map((name) => [name.toLowerCase(), { person: { name } }]));
}

function seeing(parts: Partial<ContentInput> = {}): ContentInput {
	const rules = { lateAfterMinutes: 5, hostIsFirst: false, expected: null, say: phrasesIn("en") };
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
			until: null,
		});
	});

	it("is how many of those who are expected are in, but for who leads; nothing where nobody is, or it is not known", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ host_id: "henry" });
		await insertSession(store, session);
		const came = { session_id: session.id, arrived_at: 1_000 };
		const arrivals = [
			{ attendance: { ...came, user_id: "lena", role: "panel" as const } },
			{ attendance: { ...came, user_id: "maya", role: "attendee" as const } },
		];
		const attendances = arrivals.map(({ attendance }) => attendance);
		await insertArrivals(store, { attendances, greetings: [], messages: [] });
		await storeStays(store, session.id, [enters("maya", 1_000)]);
		const present = inside("Henry", "Lena", "Maya", "Tom");
		const wordsWith = async (expected: ContentInput["expected"]) => {
			const content = await readContent(store, session, seeing({ present, expected }));
			return content?.words.text.split("\n").filter((line, index) => index > 0 && !line.startsWith("Greet next"));
		};
		const people = (...ids: string[]) => ({ kind: "people" as const, userIds: new Set(ids) });
		expect(await wordsWith(people("henry", "lena", "maya", "ada"))).toEqual([
			"1 of 2 expected is in",
			"Maya · on time · expected",
		]);
		expect(await wordsWith({ kind: "count", count: 9 })).toEqual(["9 expected", "Maya · on time"]);
		for (const expected of [null, people("henry"), people(), { kind: "count" as const, count: 0 }]) {
			expect(await wordsWith(expected)).toEqual([expect.stringMatching(/^Maya/)]);
		}
	});

	it("is what it came to, once the session is over and nobody came since", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ host_id: "henry", closed_at: 1_000 });
		const content = await readContent(store, session, seeing());
		expect(content).toMatchObject({
			kind: "over",
			words: { text: expect.stringContaining("Nobody came."), report: { sessionId: session.id } },
			callers: null,
		});
	});

	it("names who came after hours: who is in now, and who was seen before", async () => {
		const { store, session } = await calledUpon();
		const seen = seeing({ present: inside("Tom", "Ana"), callers: new Map([["maya", "Maya"]]) });
		expect(await readContent(store, session, seen)).toMatchObject({
			words: { text: expect.stringMatching(/2 came by:\nTom .*\nMaya /) },
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
			words: { text: expect.stringContaining("2 came by:\nand 2 others") },
			callers: { day: "2026-11-21", forgotten: true },
		});
	});
});
