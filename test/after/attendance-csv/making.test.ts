import { expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";
import { ScaledClock } from "../../../rehearsal/scaled-clock.ts";
import { keepCsvFiles } from "../../../src/after/attendance-csv/csv-files.ts";
import type { CsvFile, Order } from "../../../src/after/attendance-csv/making.ts";
import { wishesIn } from "../../../src/guests/wishes.ts";
import { createProfiles } from "../../../src/profiles/profiles.ts";
import { chunks } from "../../../src/store/chunks.ts";
import { forgetIn } from "../../../src/store/forgotten.ts";
import { savePerson } from "../../../src/store/people.ts";
import { saveProfile } from "../../../src/store/settings.ts";
import { describeOnBoth, type Engine, openTestStore } from "../../engines.ts";
import { STANDING_STILL } from "../../journeys/journey.ts";
import { attendanceOf, sessionRow, stayOf } from "../../store/rows.ts";
import { MINUTE, NOON } from "./attendance.ts";

/** A store with a session that began at noon, and what makes files of it an hour and a half later. */
async function withSession(
	engine: Engine,
	parts: Parameters<typeof sessionRow>[0] = {},
	{ speed = STANDING_STILL } = {},
) {
	const store = await openTestStore(engine);
	const clock = new ScaledClock({ speed, start: NOON + 90 * MINUTE });
	const session = sessionRow({
		...{ server_id: "acme", host_id: "henry", opened_at: NOON, starts_at: NOON, closed_at: NOON + 60 * MINUTE },
		...parts,
	});
	await store.insertInto("session").values(session).execute();
	const files = keepCsvFiles({
		...{ store, clock },
		profiles: createProfiles(store, clock),
		wishes: { of: (serverId, userIds) => wishesIn(store, serverId, userIds) },
	});
	let requests = 0;
	/** What is to happen before Discord has answered. */
	let meanwhile = async () => undefined as unknown;
	const ask: Order["ask"] = async (_serverId, userIds) => {
		requests++;
		await meanwhile();
		return new Map(userIds.map((id) => [id, id === "gone" ? null : `${id} of Acme`] as const));
	};

	/** They come, each from and to a minute after noon; null for who has not left. */
	async function come(userId: string, ...stays: [from: number, to: number | null][]): Promise<void> {
		await store
			.insertInto("attendance")
			.values(attendanceOf(session.id, userId))
			.onConflict((c) => c.doNothing())
			.execute();
		const at = (minute: number) => NOON + minute * MINUTE;
		const rows = stays.map(([from, to]) => ({
			...stayOf(session.id, userId),
			...{ entered_at: at(from), left_at: to === null ? null : at(to) },
		}));
		await store.insertInto("stay").values(rows).execute();
	}

	const make = (expected: string[] | null = null) =>
		files.of({ session, expected: () => expected && new Set(expected), ask }).file;
	return {
		...{ store, clock, session, files, ask, come, make },
		during: (happens: () => Promise<unknown>) => (meanwhile = happens),
		requests: () => requests,
	};
}

/** Who is in a file, with the minutes after noon from which and to which they were in. */
function peopleIn({ pieces }: CsvFile) {
	const { people, noShows } = readAttendance(Buffer.concat(pieces), "attendees.csv");
	const minute = (at: number | null) => at && (at - NOON) / MINUTE;
	const came = people.map(({ name, stays }) => [
		name,
		...stays.map(({ enteredAt, leftAt }) => [minute(enteredAt), minute(leftAt)]),
	]);
	return { came, noShows };
}

describeOnBoth("a file", (engine) => {
	it("has everybody, by when they first came, with all their stays", async () => {
		const { come, make } = await withSession(engine);
		await come("maya", [20, 40]);
		await come("tom", [50, 60], [5, 12]);
		await come("henry", [0, 60]); // as a guest, before it was known who hosts
		await come("gone", [6, 60]);
		const file = await make();
		expect(peopleIn(file).came).toEqual([
			["henry of Acme", [0, 60]],
			["tom of Acme", [5, 12], [50, 60]],
			["ID gone", [6, 60]],
			["maya of Acme", [20, 40]],
		]);
		expect(file).toMatchObject({ name: "attendees-2026-03-03.csv", came: 3, away: null, left: 1, untold: 0, quiet: 0 });
	});

	it("has more people and stays than are read at once, each of them once", async () => {
		const { store, session, make } = await withSession(engine, {}, { speed: 10_000 });
		const ids = Array.from({ length: 1_100 }, (_, n) => `guest ${n}`);
		for (const some of chunks(ids)) {
			const people = some.map((id) => attendanceOf(session.id, id));
			await store.insertInto("attendance").values(people).execute();
			for (const entered_at of [NOON, NOON + 2 * MINUTE]) {
				const stays = some.map((id) => ({ ...stayOf(session.id, id), entered_at, left_at: entered_at + MINUTE }));
				await store.insertInto("stay").values(stays).execute();
			}
		}
		const { came } = peopleIn(await make());
		expect(came.map(([name]) => name).sort()).toEqual(ids.map((id) => `${id} of Acme`).sort());
		expect(came.every((one) => one.length === 3)).toBe(true);
	});

	it("calls people as they want to be called, tells who is quiet, and keeps no name", async () => {
		const { store, come, make } = await withSession(engine);
		await come("maya", [0, 60]);
		await come("tom", [1, 60]);
		await savePerson(store, { userId: "maya", serverId: "acme", at: NOON }, { called: "Mia" });
		await savePerson(store, { userId: "tom", serverId: "", at: NOON }, { quiet: 1 });
		const file = await make();
		expect(peopleIn(file).came).toEqual([
			["Mia", [0, 60]],
			["tom of Acme", [1, 60]],
		]);
		expect(String(Buffer.concat(file.pieces))).toMatch(/tom of Acme,.*,Yes,<@tom>/);
		expect(file).toMatchObject({ quiet: 1 });
		const tables = await Promise.all(
			(["session", "attendance", "stay", "greeting", "person"] as const).map((table) =>
				store.selectFrom(table).selectAll().execute(),
			),
		);
		expect(JSON.stringify(tables)).not.toContain("of Acme");
	});

	it("has who was expected and did not come where that is asked for, but for those who lead or are forgotten", async () => {
		const { store, session, come, make } = await withSession(engine, { closed_at: null });
		await come("maya", [0, null]);
		await forgetIn(store, session.id, "fay");
		const file = await make(["maya", "henry", "pia", "fay", "gone"]);
		expect(peopleIn(file).noShows).toEqual(["pia of Acme", "ID gone"]);
		expect(file).toMatchObject({ came: 1, away: 2 });
	});

	it("shows the clocks of the host's zone", async () => {
		const { store, come, make } = await withSession(engine);
		await saveProfile(store, "acme", "henry", { time_zone: "Asia/Kathmandu" });
		await come("maya", [0, 60]);
		const file = await make();
		expect(file.timeZone).toBe("Asia/Kathmandu");
		expect(String(Buffer.concat(file.pieces))).toContain("2026-03-03 17:45:00 +05:45,2026-03-03 18:45:00 +05:45,60");
	});
});

describeOnBoth("what happens while a file is made", (engine) => {
	it("is not in it: who comes, who leaves, and who is forgotten", async () => {
		const { store, session, come, make, during } = await withSession(engine, { closed_at: null });
		await come("maya", [0, null]);
		await come("tom", [1, null]);
		await come("fay", [2, 60]);
		during(async () => {
			await come("late", [91, null]);
			await come("fay", [92, null]);
			await store
				.updateTable("stay")
				.set({ left_at: NOON + 95 * MINUTE })
				.where("user_id", "=", "maya")
				.execute();
			for (const table of ["stay", "attendance"] as const)
				await store.deleteFrom(table).where("session_id", "=", session.id).where("user_id", "=", "tom").execute();
		});
		expect(peopleIn(await make()).came).toEqual([
			["maya of Acme", [0, null]],
			["fay of Acme", [2, 60]],
		]);
	});

	it("may be that the session is erased: then there is no file", async () => {
		const { store, session, come, make, during } = await withSession(engine);
		await come("maya", [0, 60]);
		during(() => store.deleteFrom("session").where("id", "=", session.id).execute());
		await expect(make()).rejects.toThrow("erased meanwhile");
	});

	it("may be that somebody is forgotten who was expected: they did not stay away", async () => {
		const { come, make, during } = await withSession(engine);
		await come("maya", [0, 60]);
		const expected = ["maya", "pia", "fay"];
		during(async () => expected.pop());
		expect(peopleIn(await make(expected)).noShows).toEqual(["pia of Acme"]);
	});

	it("may be that somebody else asks for it: both get the same, and Discord is asked once", async () => {
		const { come, make, requests } = await withSession(engine);
		await come("maya", [0, 60]);
		const [one, other] = await Promise.all([make(), make()]);
		expect(other).toEqual(one);
		expect(requests()).toBe(1);
	});
});

describeOnBoth("a file that was made", (engine) => {
	it("is made anew when it is asked for again", async () => {
		const { clock, come, make } = await withSession(engine);
		await come("maya", [0, 60]);
		const first = await make();
		clock.skip(1_000);
		const again = make();
		clock.skip(1_000);
		expect(await again).not.toBe(first);
	});

	it("needs no names for a quarter of an hour after somebody could not wait any more, and is written anew", async () => {
		const { store, clock, session, files, ask, come, requests } = await withSession(engine);
		await come("maya", [0, 60]);
		await come("tom", [1, 60]);
		const expected = new Set(["pia", "fay"]);
		const order = { session, expected: () => expected, ask };
		const making = files.of(order);
		making.keep();
		expect(await making.file).toMatchObject({ came: 2, away: 2, quiet: 0 });
		clock.skip(14 * MINUTE);
		expected.delete("fay");
		await store.deleteFrom("stay").where("user_id", "=", "tom").execute();
		await store.deleteFrom("attendance").where("user_id", "=", "tom").execute();
		await savePerson(store, { userId: "maya", serverId: "acme", at: NOON }, { quiet: 1 });
		const later = await files.of(order).file;
		expect(peopleIn(later)).toMatchObject({ came: [["maya of Acme", [0, 60]]], noShows: ["pia of Acme"] });
		expect([later.quiet, requests()]).toEqual([1, 1]);
		clock.skip(2 * MINUTE);
		await new Promise(setImmediate);
		await files.of(order).file;
		expect(requests()).toBe(2);
	});
});
