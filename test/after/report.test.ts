import { expect, it } from "vitest";
import { readReport } from "../../src/after/report.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { savePerson } from "../../src/store/people.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession, type SessionRow } from "../../src/store/sessions.ts";
import { insertStays } from "../../src/store/stays.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow, stayOf } from "../store/rows.ts";

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 21, 12);

/** A session of Henry's, of an hour from noon on unless it is on. */
function henrys(parts: Partial<SessionRow> = {}): SessionRow {
	const times = { opened_at: NOON - 10 * MINUTE, starts_at: NOON, closed_at: NOON + 60 * MINUTE };
	return sessionRow({ host_id: "henry", ...times, ...parts });
}

/** Somebody comes to a session, so many minutes after noon, and stays until it ends. */
async function comes(
	store: Store,
	{ id }: SessionRow,
	who: string,
	minutes: number,
	parts: { hello?: "said" | "too" | "passed"; role?: "attendee" | "panel" } = {},
): Promise<void> {
	const arrived_at = NOON + minutes * MINUTE;
	await store
		.insertInto("attendance")
		.values({ ...attendanceOf(id, who), arrived_at, ...parts })
		.execute();
	await insertStays(store, [{ ...stayOf(id, who), entered_at: arrived_at, left_at: NOON + 60 * MINUTE }]);
}

function read(store: Store, session: SessionRow, now = NOON + 90 * MINUTE) {
	return readReport(store, session, { now, lateAfterMinutes: 5 });
}

describeOnBoth("the report of a session", (engine) => {
	async function withSession(parts: Partial<SessionRow> = {}) {
		const store = await openTestStore(engine);
		const session = henrys(parts);
		await insertSession(store, session);
		const message = messageRow({ state: "posted", posted_at: NOON });
		await store.insertInto("message").values(message).execute();
		const greets = (user_id: string, row: Partial<ReturnType<typeof greetingRow>> = {}) =>
			insertGreetings(store, [
				greetingRow({ session_id: session.id, user_id, name: null, message_id: message.id, posted_at: NOON, ...row }),
			]);
		return { store, session, greets };
	}

	it("counts guests, neither its host nor its panel, the first first", async () => {
		const { store, session } = await withSession();
		await comes(store, session, "henry", 0);
		await comes(store, session, "anna", 0, { role: "panel" });
		await comes(store, session, "tom", 20);
		await comes(store, session, "maya", -5);
		const { attendees, numbers } = await read(store, session);
		expect(attendees.map(({ userId, moment }) => [userId, moment])).toEqual([
			["maya", "early"],
			["tom", "late"],
		]);
		expect(numbers).toMatchObject({ came: 2, mostAtOnce: 2, medianStayMs: 65 * MINUTE });
	});

	it("tells by whom they heard their name, and who was greeted without it", async () => {
		const { store, session, greets } = await withSession();
		await comes(store, session, "by Byname", 0);
		await greets("by Byname");
		await comes(store, session, "by Henry", 0, { hello: "said" });
		await comes(store, session, "by both", 0, { hello: "too" });
		await greets("by both");
		await comes(store, session, "passed over", 0, { hello: "passed" });
		await greets("passed over");
		await comes(store, session, "refused", 0);
		await greets("refused", { neutral: 1 });
		await comes(store, session, "quiet", 0);
		await greets("quiet");
		await savePerson(store, { userId: "quiet", serverId: "server", at: NOON }, { quiet: 1 });
		await comes(store, session, "named, and quiet since", 0);
		await greets("named, and quiet since", { named: 1 });
		await savePerson(store, { userId: "named, and quiet since", serverId: "server", at: NOON }, { quiet: 1 });
		await comes(store, session, "quiet then", 0);
		await greets("quiet then", { named: 0 });
		await comes(store, session, "waiting", 0);
		await greets("waiting", { posted_at: null, name: "Tom" });
		await comes(store, session, "given up", 0);
		await greets("given up", { posted_at: null });
		await comes(store, session, "not to be greeted", 0);
		const { numbers, attendees } = await read(store, session);
		expect(numbers).toMatchObject({ came: 11, heard: 5, byHand: 2, unnamed: 3, waiting: 1 });
		const quiet = attendees.filter(({ isQuiet }) => isQuiet).map(({ userId }) => userId);
		expect(new Set(quiet)).toEqual(new Set(["quiet", "named, and quiet since"]));
	});

	it("keeps to what was said of their coming, and finds out of whom nothing was", async () => {
		const { store, session, greets } = await withSession();
		const before = henrys({ opened_at: 0, starts_at: 0, closed_at: 1 });
		const later = henrys({ opened_at: NOON + 120 * MINUTE, closed_at: NOON + 121 * MINUTE });
		const annas = henrys({ host_id: "anna", room_id: "elsewhere", opened_at: 0, starts_at: 0, closed_at: 1 });
		for (const other of [before, later, annas]) await insertSession(store, other);
		await comes(store, before, "by Henry again", 0);
		for (const other of [later, annas]) await comes(store, other, "by Henry", 0);
		for (const who of ["by Henry again", "by Henry"]) await comes(store, session, who, 20, { hello: "said" });
		await comes(store, session, "by Byname", 20);
		await greets("by Byname", { kind: "onTime", visits: 2, expected: 1 });
		const { attendees, numbers } = await read(store, session);
		const told = attendees.map(({ userId, moment, isReturning }) => [userId, moment, isReturning]);
		expect(new Set(told.map((one) => one.join(", ")))).toEqual(
			new Set(["by Byname, onTime, true", "by Henry again, late, true", "by Henry, late, false"]),
		);
		expect(numbers).toMatchObject({ returning: 2, expected: 1 });
	});

	it("is of the session so far while it is on: who has not left is there until now", async () => {
		const { store, session } = await withSession({ closed_at: null });
		await store.insertInto("attendance").values(attendanceOf(session.id, "maya")).execute();
		await insertStays(store, [{ ...stayOf(session.id, "maya"), entered_at: NOON }]);
		const { numbers, until } = await read(store, session, NOON + 7 * MINUTE);
		expect([numbers.medianStayMs, until]).toEqual([7 * MINUTE, NOON + 7 * MINUTE]);
	});

	it("has everybody on whatever page they are, once", async () => {
		const { store, session } = await withSession();
		const people = Array.from({ length: 601 }, (_, n) => `guest ${n}`);
		for (const who of [people.slice(0, 300), people.slice(300)]) {
			await store
				.insertInto("attendance")
				.values(who.map((one) => attendanceOf(session.id, one)))
				.execute();
			const stays = who.flatMap((one) => [
				{ ...stayOf(session.id, one), entered_at: NOON, left_at: NOON + MINUTE },
				{ ...stayOf(session.id, one), entered_at: NOON + 2 * MINUTE, left_at: NOON + 3 * MINUTE },
			]);
			await insertStays(store, stays);
		}
		const { attendees, numbers } = await read(store, session);
		expect(new Set(attendees.map(({ userId }) => userId))).toEqual(new Set(people));
		expect(numbers).toMatchObject({ came: 601, mostAtOnce: 601, medianStayMs: 2 * MINUTE });
	});
});
