import { expect, it } from "vitest";
import { insertArrivals } from "../../src/store/arrivals.ts";
import { callersAfter, countCame, cuedSessionsClosedSince, hasCome, whoIsInside } from "../../src/store/cue-facts.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { insertStays } from "../../src/store/stays.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, sessionRow, stayOf } from "./rows.ts";

/** A session with its host, a panelist and two attendees, one of whom has left. */
async function attended(store: Store) {
	const session = sessionRow({ host_id: "henry" });
	const { id } = session;
	await insertSession(store, session);
	const people = ["henry", "anna", "maya", "sunil", "tom"];
	const attendances = people.map((who, index) => ({
		...attendanceOf(id, who),
		role: who === "anna" ? ("panel" as const) : ("attendee" as const),
		arrived_at: index,
	}));
	await insertArrivals(store, { attendances, greetings: [], messages: [] });
	await insertStays(
		store,
		people.map((who) => ({ ...stayOf(id, who), left_at: who === "sunil" ? 9 : null })),
	);
	return session;
}

describeOnBoth("what a cue tells", (engine) => {
	it("counts attendees who came, neither the host nor the panel", async () => {
		const store = await openTestStore(engine);
		expect(await countCame(store, await attended(store))).toBe(3);
	});

	it("knows who has come, on the panel, too; not who was only named for it", async () => {
		const store = await openTestStore(engine);
		const { id } = await attended(store);
		await store
			.insertInto("attendance")
			.values({ ...attendanceOf(id, "lena"), role: "panel" })
			.execute();
		const people = ["anna", "maya", "sunil", "lena", "nobody"];
		expect(await Promise.all(people.map((who) => hasCome(store, id, who)))).toEqual([true, true, true, false, false]);
	});

	it("lists who is in, latest first, with the visits of their arrival's greeting", async () => {
		const store = await openTestStore(engine);
		const session = await attended(store);
		const due = { session_id: session.id, user_id: "maya" };
		await insertGreetings(store, [
			greetingRow({ ...due, visits: 3, missed: 1 }),
			greetingRow({ ...due, occasion: "farewell", kind: "thanks" }),
		]);
		expect(await whoIsInside(store, session, 10)).toEqual({
			inside: 2,
			latest: [
				{
					user_id: "tom",
					arrived_at: 4,
					visits: null,
					missed: null,
					hello: null,
					waits_until: null,
					asked_until: null,
				},
				{ user_id: "maya", arrived_at: 2, visits: 3, missed: 1, hello: null, waits_until: null, asked_until: null },
			],
		});
	});

	it("says until when latecomers wait on purpose, and nobody else", async () => {
		const store = await openTestStore(engine);
		const session = await attended(store);
		const of = { session_id: session.id, due_at: 60_000 };
		await insertGreetings(store, [
			greetingRow({ ...of, user_id: "maya", kind: "late" }),
			greetingRow({ ...of, user_id: "tom", kind: "onTime" }),
		]);
		const { latest } = await whoIsInside(store, session, 10);
		expect(latest.map(({ user_id, waits_until }) => [user_id, waits_until])).toEqual([
			["tom", null],
			["maya", 60_000],
		]);
	});

	it("counts everybody who is in, however few are listed", async () => {
		const store = await openTestStore(engine);
		const { inside, latest } = await whoIsInside(store, await attended(store), 1);
		expect([inside, latest.map((row) => row.user_id)]).toEqual([2, ["tom"]]);
	});

	it("lists who came after hours on the latest day, latest first", async () => {
		const store = await openTestStore(engine);
		const { id } = await attended(store);
		const calls = [
			{ user_id: "maya", occasion: "after hours 2026-11-20", arrived_at: 100 },
			{ user_id: "tom", occasion: "after hours 2026-11-21", arrived_at: 200 },
			{ user_id: "maya", occasion: "after hours 2026-11-21", arrived_at: 300 },
		] as const;
		await insertGreetings(
			store,
			calls.map((call) => greetingRow({ session_id: id, kind: "afterHours", ...call })),
		);
		expect(await callersAfter(store, id)).toEqual({
			day: "2026-11-21",
			callers: [
				{ user_id: "maya", arrived_at: 300 },
				{ user_id: "tom", arrived_at: 200 },
			],
		});
	});

	it("knows of nobody who came after hours when nobody did", async () => {
		const store = await openTestStore(engine);
		const { id } = await attended(store);
		await insertGreetings(store, [greetingRow({ session_id: id, user_id: "maya" })]);
		expect(await callersAfter(store, id)).toBeNull();
	});

	it("finds the sessions with a cue that closed lately", async () => {
		const store = await openTestStore(engine);
		const cued = { cue_channel_id: "office", cue_message_id: "1" };
		const lately = sessionRow({ ...cued, room_id: "a", closed_at: 1_000 });
		for (const session of [
			lately,
			sessionRow({ ...cued, room_id: "b", closed_at: 999 }),
			sessionRow({ ...cued, room_id: "c" }),
			sessionRow({ room_id: "d", closed_at: 1_000 }),
		]) {
			await insertSession(store, session);
		}
		expect(await cuedSessionsClosedSince(store, 1_000)).toEqual([lately.id]);
	});
});
