import { expect, it } from "vitest";
import { insertArrivals } from "../../src/store/arrivals.ts";
import { insertGreetings, withdrawThanks } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { endSession, insertSession, sessionById } from "../../src/store/sessions.ts";
import { audienceOf, endAllStays, endStay, hasLeaving, insertStays } from "../../src/store/stays.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, sessionRow, stayOf } from "./rows.ts";

const END = 100_000;
/** By a clock that was fast: after its end. */
const OPENED = END + 30_000;

async function held(store: Store, parts: Parameters<typeof sessionRow>[0] = {}): Promise<void> {
	await insertSession(store, sessionRow({ id: "s1", ...parts }));
}

describeOnBoth("the end of a session", (engine) => {
	it.each<[what: string, parts: Parameters<typeof sessionRow>[0], ends: boolean]>([
		["ends one that is open", {}, true],
		["is not told twice", { closed_at: 5 }, false],
		["does not end one that has been opened again since", { reopened_at: OPENED + 1 }, false],
		["ends one whose last opening is known", { reopened_at: OPENED }, true],
		["ends one whose last opening another process has corrected", { reopened_at: OPENED - 1 }, true],
	])("%s, whatever the clocks say", async (_what, parts, ends) => {
		const store = await openTestStore(engine);
		await held(store, parts);
		expect(await endSession(store, { id: "s1", openedAt: OPENED }, { closed_at: END })).toBe(ends);
		expect((await sessionById(store, "s1"))?.closed_at).toBe(ends ? END : (parts.closed_at ?? null));
	});

	it("leaves those as its audience who were greeted and had not gone", async () => {
		const store = await openTestStore(engine);
		await held(store);
		const attendances = ["maya", "sunil"].map((id) => attendanceOf("s1", id));
		const panel = { ...attendanceOf("s1", "anna"), role: "panel" as const };
		await insertArrivals(store, { attendances: [...attendances, panel], greetings: [], messages: [] });
		await insertStays(
			store,
			["maya", "sunil", "anna"].map((id) => stayOf("s1", id)),
		);
		await endStay(store, { sessionId: "s1", userId: "sunil", leftAt: END - 1, inferred: false });
		expect([await hasLeaving(store, "s1", END - 1), await hasLeaving(store, "s1", END)]).toEqual([true, false]);
		await endAllStays(store, { sessionId: "s1", leftAt: END, inferred: false });
		expect(await audienceOf(store, { id: "s1", closed_at: END })).toEqual(new Set(["maya"]));
	});
});

describeOnBoth("thanks that wait as a session opens again", (engine) => {
	it("are dropped for those who are there, and stay for who has gone", async () => {
		const store = await openTestStore(engine);
		await held(store);
		const thanks = ["maya", "sunil"].map((user_id) =>
			greetingRow({ session_id: "s1", user_id, occasion: "farewell", kind: "thanks" }),
		);
		await insertGreetings(store, [...thanks, greetingRow({ session_id: "s1", user_id: "maya" })]);
		await withdrawThanks(store, "s1", ["maya", "otto"]);
		await withdrawThanks(store, "s1", []);
		const left = await store.selectFrom("greeting").select(["user_id", "occasion"]).orderBy("user_id").execute();
		expect(left).toEqual([
			{ user_id: "maya", occasion: "arrival" },
			{ user_id: "sunil", occasion: "farewell" },
		]);
	});
});
