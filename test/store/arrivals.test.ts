import { expect, it } from "vitest";
import { countVisits, endStay, insertAttendances, insertStays, openStaysOf } from "../../src/store/arrivals.ts";
import { insertSession } from "../../src/store/sessions.ts";
import type { Store } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { attendanceOf, sessionRow, stayOf } from "./rows.ts";

async function held(store: Store, id: string, hostId: string | null): Promise<void> {
	await insertSession(store, sessionRow({ id, host_id: hostId, closed_at: 1 }));
}

describeOnBoth("attendance", (engine) => {
	it("is new once per person and session", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		await held(store, "s2", null);
		expect(await insertAttendances(store, [attendanceOf("s1", "maya")])).toEqual(new Set(["maya"]));
		const again = [attendanceOf("s1", "maya"), attendanceOf("s1", "tom"), attendanceOf("s1", "tom")];
		expect(await insertAttendances(store, again)).toEqual(new Set(["tom"]));
		expect(await insertAttendances(store, [attendanceOf("s2", "maya")])).toEqual(new Set(["maya"]));
	});

	it("of a thousand people is stored at once", async () => {
		const store = await openTestStore(engine);
		await held(store, "s1", null);
		const people = Array.from({ length: 1_200 }, (_, index) => attendanceOf("s1", `person ${index}`));
		expect((await insertAttendances(store, people)).size).toBe(1_200);
	});

	it("counts as visits with the same host, in other sessions, as an attendee", async () => {
		const store = await openTestStore(engine);
		await held(store, "anna 1", "anna");
		await held(store, "anna 2", "anna");
		await held(store, "anna 3", "anna");
		await held(store, "henry", "henry");
		await held(store, "nobody's", null);
		await insertAttendances(store, [
			attendanceOf("anna 1", "maya"),
			attendanceOf("anna 2", "maya"),
			{ ...attendanceOf("anna 2", "tom"), role: "panel" },
			attendanceOf("anna 3", "maya"),
			attendanceOf("henry", "maya"),
			attendanceOf("nobody's", "tom"),
		]);
		const userIds = ["maya", "tom", "sunil"];
		const visits = (hostId: string | null) =>
			countVisits(store, { serverId: "server", hostId, sessionId: "anna 3", userIds });
		expect(await visits("anna")).toEqual(new Map([["maya", 2]]));
		expect(await visits(null)).toEqual(new Map([["tom", 1]]));
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
