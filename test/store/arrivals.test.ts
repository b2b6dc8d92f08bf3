import { expect, it } from "vitest";
import { insertArrivals, insertStrangers, whatIsKnown, whoAttended } from "../../src/store/arrivals.ts";
import { isConflict } from "../../src/store/failures.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { endStay, insertStays, openStaysOf } from "../../src/store/stays.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow, stayOf } from "./rows.ts";

async function held(
	store: Store,
	id: string,
	hostId: string | null,
	parts: Parameters<typeof sessionRow>[0] = {},
): Promise<void> {
	await insertSession(store, sessionRow({ id, host_id: hostId, closed_at: 1, ...parts }));
}

/** About a session of a host, which opened a good while after those that were held. */
const asked = (sessionId: string, hostId: string | null) => {
	return { serverId: "server", roomId: "room", hostId, sessionId, openedAt: NOW };
};
const NOW = 100;

function arrivalOf(sessionId: string, userId: string) {
	const message = messageRow({ id: `${sessionId} ${userId}`, nonce: `${sessionId} ${userId}` });
	return {
		attendances: [attendanceOf(sessionId, userId)],
		greetings: [greetingRow({ session_id: sessionId, user_id: userId, message_id: message.id })],
		messages: [message],
	};
}

/** Two who arrive together. */
function both(one: ReturnType<typeof arrivalOf>, other: ReturnType<typeof arrivalOf>) {
	return {
		attendances: [...one.attendances, ...other.attendances],
		greetings: [...one.greetings, ...other.greetings],
		messages: [...one.messages, ...other.messages],
	};
}

describeOnBoth("attendance", (engine) => {
	it("is stored once per person and session, with its greeting or not at all", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		await held(store, "s2", null);
		await insertArrivals(store, arrivalOf("s1", "maya"));
		const together = arrivalOf("s1", "tom");
		together.attendances.push(attendanceOf("s1", "maya"));
		await expect(insertArrivals(store, together)).rejects.toSatisfy(isConflict);
		expect(await whoAttended(store, "s1")).toEqual(new Set(["maya"]));
		expect(await store.selectFrom("greeting").select("user_id").execute()).toEqual([{ user_id: "maya" }]);
		expect(await store.selectFrom("message").select("id").execute()).toEqual([{ id: "s1 maya" }]);
		await insertArrivals(store, arrivalOf("s2", "maya"));
		expect(await whoAttended(store, "s2")).toEqual(new Set(["maya"]));
	});

	it("of a thousand people is stored at once", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		const people = Array.from({ length: 1_200 }, (_, index) => `person ${index}`);
		const attendances = people.map((id) => attendanceOf("s1", id));
		const greetings = people.map((id) => greetingRow({ session_id: "s1", user_id: id }));
		await insertArrivals(store, { attendances, greetings, messages: [] });
		expect((await whoAttended(store, "s1")).size).toBe(1_200);
		expect(await store.selectFrom("greeting").select("user_id").execute()).toHaveLength(1_200);
	});

	it("of a panel has no greetings", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		const attendances = [{ ...attendanceOf("s1", "maya"), role: "panel" as const }];
		await insertArrivals(store, { attendances, greetings: [], messages: [] });
		const known = await whatIsKnown(store, { ...asked("s1", null), userIds: ["maya"] });
		expect(known).toEqual(new Map([["maya", { came: true, visits: 0, greeted: false }]]));
	});

	it("of strangers is stored with the looking, where looking takes time", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", "anna");
		const guests = { userIds: ["maya", "tom"], ...asked("s1", "anna") };
		const arrivals = both(arrivalOf("s1", "maya"), arrivalOf("s1", "tom"));
		const isStored = engine.name === "PostgreSQL";
		expect(await insertStrangers(store, guests, () => arrivals)).toEqual(isStored ? arrivals : new Map());
		expect(await whoAttended(store, "s1")).toEqual(new Set(isStored ? ["maya", "tom"] : []));
		expect(await store.selectFrom("greeting").select("user_id").execute()).toHaveLength(isStored ? 2 : 0);
	});

	it("of many is only looked at: one of them is likely to be known", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", "anna");
		const guests = { userIds: Array.from({ length: 21 }, (_, n) => `${n}`), ...asked("s1", "anna") };
		expect(await insertStrangers(store, guests, () => arrivalOf("s1", "0"))).toEqual(new Map());
		expect(await whoAttended(store, "s1")).toEqual(new Set());
	});

	it("of somebody who is known is left to those who know", async () => {
		const store = await openTestStore(engine);
		await held(store, "anna 1", "anna");
		await held(store, "anna 2", "anna");
		await held(store, "henry", "henry");
		await insertArrivals(store, arrivalOf("anna 1", "maya"));
		const come = (sessionId: string, hostId: string) =>
			insertStrangers(store, { userIds: ["tom", "maya"], ...asked(sessionId, hostId) }, () =>
				both(arrivalOf(sessionId, "tom"), arrivalOf(sessionId, "maya")),
			);
		const known = (came: boolean, visits: number) => new Map([["maya", { came, visits, greeted: true }]]);
		expect(await come("anna 1", "anna")).toEqual(known(true, 0));
		expect(await come("anna 2", "anna")).toEqual(known(false, 1));
		expect(await whoAttended(store, "anna 2")).toEqual(new Set());
		expect(await come("henry", "henry")).toEqual(known(false, 0));
		expect(await whoAttended(store, "henry")).toEqual(new Set());
	});

	it("counts as visits with the same host, in other sessions, as an attendee", async () => {
		const store = await openTestStore(engine);
		await held(store, "anna 1", "anna");
		await held(store, "anna 2", "anna");
		await held(store, "anna 3", "anna");
		await held(store, "henry", "henry");
		await held(store, "nobody's", null);
		const attendances = [
			attendanceOf("anna 1", "maya"),
			attendanceOf("anna 2", "maya"),
			{ ...attendanceOf("anna 2", "tom"), role: "panel" as const },
			attendanceOf("anna 3", "maya"),
			attendanceOf("henry", "maya"),
			attendanceOf("nobody's", "tom"),
		];
		await insertArrivals(store, { attendances, greetings: [], messages: [] });
		const userIds = ["maya", "tom", "sunil"];
		const known = (hostId: string | null) => whatIsKnown(store, { ...asked("anna 3", hostId), userIds });
		expect(await known("anna")).toEqual(
			new Map([
				["maya", { came: true, visits: 2, greeted: true }],
				["tom", { came: false, visits: 0, greeted: true }],
			]),
		);
		expect(await known(null)).toEqual(
			new Map([
				["maya", { came: true, visits: 0, greeted: true }],
				["tom", { came: false, visits: 1, greeted: true }],
			]),
		);
	});

	it.each<[what: string, hostId: string | null, parts: Parameters<typeof sessionRow>[0], visits: number]>([
		["counts with a host in another room, too", "anna", { room_id: "studio" }, 1],
		["counts up to the very moment that this one opens", "anna", { room_id: "studio", closed_at: NOW }, 1],
		["does not count while that other session is on", "anna", { room_id: "studio", closed_at: null }, 0],
		[
			"does not count when one in another room was on as this one opened",
			"anna",
			{ room_id: "studio", closed_at: NOW + 1 },
			0,
		],
		["counts in the same room, where there is one after the other", "anna", { closed_at: NOW + 1 }, 1],
		["counts in the same room, while nobody knows whose the sessions are", null, {}, 1],
		["does not count in another room, while nobody knows whose the sessions are", null, { room_id: "studio" }, 0],
		["does not count in another server", "anna", { server_id: "another" }, 0],
	])("as a visit %s", async (_what, hostId, parts, visits) => {
		const store = await openTestStore(engine);
		await held(store, "this", hostId, { opened_at: NOW, closed_at: null });
		await held(store, "other", hostId, parts);
		await insertArrivals(store, arrivalOf("other", "maya"));
		const known = await whatIsKnown(store, { ...asked("this", hostId), userIds: ["maya"] });
		expect(known.get("maya")?.visits ?? 0).toBe(visits);
		const guests = { userIds: ["maya"], ...asked("this", hostId) };
		const arrivals = arrivalOf("this", "maya");
		const isStored = engine.name === "PostgreSQL" && parts.server_id === "another";
		expect(await insertStrangers(store, guests, () => arrivals)).toEqual(isStored ? arrivals : known);
	});
});

describeOnBoth("a stay", (engine) => {
	it("is open once per person, until it ends", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		await insertStays(store, [stayOf("s1", "maya")]);
		await insertStays(store, [stayOf("s1", "maya"), stayOf("s1", "tom")]);
		expect((await openStaysOf(store, "s1")).map((stay) => stay.user_id).sort()).toEqual(["maya", "tom"]);
		await endStay(store, { sessionId: "s1", userId: "maya", leftAt: 99, inferred: true });
		expect((await openStaysOf(store, "s1")).map((stay) => stay.user_id)).toEqual(["tom"]);
		const ended = await store.selectFrom("stay").selectAll().where("left_at", "is not", null).executeTakeFirstOrThrow();
		expect(ended).toMatchObject({ user_id: "maya", left_at: 99, inferred: 1 });
	});
});
