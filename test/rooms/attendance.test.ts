import { describe, expect, it } from "vitest";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import {
	arrivalOf,
	firstEnterings,
	isOneStatement,
	momentFor,
	storeStays,
	unseenMoves,
} from "../../src/rooms/attendance.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { sessionRow } from "../store/rows.ts";
import { enters, leaves, MINUTE, NOON, present, session } from "./given.ts";

const nobody = new Set<string>();
const EARLY = { moment: "early", minutes: 0 } as const;
const ON_TIME = { moment: "onTime", minutes: 0 } as const;
const lateBy = (minutes: number) => ({ moment: "late", minutes }) as const;

describe("the first enterings among moves", () => {
	it("are one for each person who enters, in order", () => {
		const moves = [leaves("tom", 0), enters("maya", 1), enters("sunil", 2), leaves("maya", 3), enters("maya", 4)];
		expect(firstEnterings(moves).map(({ person, at }) => [person.id, at])).toEqual([
			["maya", 1],
			["sunil", 2],
		]);
	});
});

describe("the moves nobody saw", () => {
	const seen = (...of: Parameters<typeof unseenMoves>) =>
		unseenMoves(...of).map(({ person, enters, at, witnessed }) => [person.id, enters, at, witnessed]);

	it("have those come who are there without a stay, and those gone who have one without being there", () => {
		expect(seen(present("maya", "tom"), new Set(["tom", "sunil"]), nobody, 9)).toEqual([
			["sunil", false, 9, false],
			["maya", true, NOON, true],
		]);
	});

	it("leave people for later whose part is not settled yet, or of whom it is not known who they are", () => {
		expect(seen(present("maya", "tom?"), nobody, new Set(["maya"]), 9)).toEqual([]);
	});
});

describe("an arrival", () => {
	const how: Parameters<typeof arrivalOf>[2] = {
		profile: {
			...{ voice: DEFAULT_VOICE, chosenLanguage: null, ownTexts: {} },
			...{
				delayMs: 0,
				firstMs: 0,
				pace: "calm" as const,
				speaksAfterHours: true,
				cueTo: null,
				postTo: null,
				guestsMay: { chooseName: true, chooseLanguage: true },
			},
		},
		panel: nobody,
		expected: null,
		now: NOON,
	};
	const greeted = (move: Parameters<typeof arrivalOf>[0], parts: Partial<typeof how> = {}) =>
		arrivalOf(move, session(), { ...how, ...parts }).greeting;

	it.each<[what: string, at: number, kind: string, minutes: number]>([
		["early", NOON - 5 * MINUTE, "early", 0],
		["on time", NOON + 4 * MINUTE, "onTime", 0],
		["late", NOON + 25 * MINUTE, "late", 25],
	])("is %s by the session's start", (_what, at, kind, minutes) => {
		expect(greeted(enters("maya", at))).toMatchObject({ kind, arrived_at: at, missed: 0 });
		if (minutes > 0) expect(greeted(enters("maya", at))).toMatchObject({ minutes });
	});

	it.each<[what: string, expected: typeof how.expected, stored: number | null]>([
		["notes who was expected", { kind: "people", userIds: new Set(["maya", "tom"]) }, 1],
		["notes who was not", { kind: "people", userIds: new Set(["tom"]) }, 0],
		["notes nothing where only a number is known", { kind: "count", count: 9 }, null],
		["notes nothing where nobody is known", null, null],
	])("%s", (_, expected, stored) => {
		expect(greeted(enters("maya", NOON), { expected })).toMatchObject({ expected: stored });
	});

	it("is owed an apology when nobody saw it, a minute after the opening or more", () => {
		const unseen = enters("maya", NOON, { witnessed: false });
		expect(greeted(unseen, { now: NOON + MINUTE })).toMatchObject({ missed: 0 });
		expect(greeted(unseen, { now: NOON + MINUTE + 1 })).toMatchObject({ missed: 1 });
	});

	it.each<[lastLook: string, seenAt: number | null, found: number, moment: ReturnType<typeof momentFor>]>([
		["before the start, is early when found before it, too", NOON - 9 * MINUTE, NOON - 1, EARLY],
		["before the start, is on time when found in time", NOON - MINUTE, NOON + 5 * MINUTE, ON_TIME],
		["before the start, is on time for all that is known", NOON - MINUTE, NOON + 25 * MINUTE, ON_TIME],
		["in time, is on time for all that is known", NOON + 5 * MINUTE, NOON + 25 * MINUTE, ON_TIME],
		["when it was late, is late, by what is certain", NOON + 6 * MINUTE, NOON + 25 * MINUTE, lateBy(6)],
		["just as they were found, is on time for all that is known", NOON + 25 * MINUTE, NOON + 25 * MINUTE, ON_TIME],
		["never, is on time for all that is known", null, NOON + 25 * MINUTE, ON_TIME],
		["never, is early when found before the start", null, NOON - 1, EARLY],
		["by a clock that was fast, is on time for all that is known", NOON + 60 * MINUTE, NOON + 25 * MINUTE, ON_TIME],
	])("that nobody saw, after a last look %s", (_what, seenAt, at, moment) => {
		expect(momentFor({ at, witnessed: false }, session({ seenAt }), 5)).toEqual(moment);
	});

	it("is greeted where the server wants it, when the host wants it", () => {
		const profile = { ...how.profile, delayMs: 3_000, postTo: "lobby" };
		expect(greeted(enters("maya", NOON), { profile })).toMatchObject({ channel_id: "lobby", due_at: NOON + 3_000 });
		expect(greeted(enters("maya", NOON))).toMatchObject({ channel_id: "room", due_at: null });
		const storedLate = greeted(enters("maya", NOON), { profile, now: NOON + 5 * MINUTE });
		expect(storedLate).toMatchObject({ due_at: NOON + 3_000 }); // long past, so that it apologises
	});

	it("of a latecomer is left to the host for as long as they want it, whatever they want of others", () => {
		const profile = { ...how.profile, delayMs: 3_000, firstMs: 30_000 };
		const late = NOON + 25 * MINUTE;
		expect(greeted(enters("maya", NOON), { profile, now: NOON })).toMatchObject({ due_at: NOON + 3_000 });
		expect(greeted(enters("sunil", late), { profile, now: late })).toMatchObject({ due_at: late + 30_000 });
		const always = { ...profile, firstMs: 0 };
		expect(greeted(enters("sunil", late), { profile: always, now: late })).toMatchObject({ due_at: late + 3_000 });
	});

	it("of somebody on the panel is stored and greeted by nobody", () => {
		const panel = new Set(["anna"]);
		expect(arrivalOf(enters("anna", NOON), session(), { ...how, panel })).toEqual({
			attendance: { session_id: "s1", user_id: "anna", role: "panel", arrived_at: NOON },
			greeting: null,
		});
	});
});

describeOnBoth("stays", (engine) => {
	async function staysAfter(store: Store) {
		const rows = await store
			.selectFrom("stay")
			.select(["user_id", "entered_at", "left_at", "inferred"])
			.orderBy("user_id")
			.orderBy("entered_at")
			.execute();
		return rows.map((row) => [row.user_id, row.entered_at, row.left_at, row.inferred]);
	}

	async function sessionStored() {
		const store = await openTestStore(engine);
		await insertSession(store, sessionRow({ id: "s1" }));
		return store;
	}

	it("are stored as people come, go and come again, all at once or one after the other", async () => {
		const store = await sessionStored();
		const moves = [enters("maya", 1), enters("tom", 1), leaves("maya", 2), enters("maya", 3), leaves("tom", 4)];
		await storeStays(store, "s1", moves);
		const stays = [
			["maya", 1, 2, 0],
			["maya", 3, null, 0],
			["tom", 1, 4, 0],
		];
		expect(await staysAfter(store)).toEqual(stays);
		await storeStays(store, "s1", [leaves("maya", 5, { witnessed: false })]);
		expect(await staysAfter(store)).toEqual([stays[0], ["maya", 3, 5, 1], stays[2]]);
	});

	it("are one for who comes twice, and none for who leaves without having come", async () => {
		const store = await sessionStored();
		await storeStays(store, "s1", [enters("maya", 1), enters("maya", 2), leaves("tom", 3)]);
		await storeStays(store, "s1", [enters("maya", 4), leaves("maya", 5), leaves("maya", 6)]);
		expect(await staysAfter(store)).toEqual([["maya", 1, 5, 0]]);
	});

	it.each<[what: string, moves: Parameters<typeof isOneStatement>[0], isOne: boolean]>([
		["somebody's coming", [enters("maya", 1)], true],
		["somebody's leaving", [leaves("maya", 1)], true],
		["several people's coming", [enters("maya", 1), enters("tom", 2)], true],
		["a coming and a leaving", [enters("maya", 1), leaves("tom", 2)], false],
		["who comes twice", [enters("maya", 1), enters("maya", 2)], false],
		["more than a statement takes", Array.from({ length: 501 }, (_, n) => enters(`${n}`, n)), false],
	])("take one statement or several: %s", (_what, moves, isOne) => {
		expect(isOneStatement(moves)).toBe(isOne);
	});

	it("are the same when they are stored again, because it was not known whether they had been", async () => {
		const store = await sessionStored();
		for (const _again of [1, 2]) await storeStays(store, "s1", [enters("maya", 1), enters("tom", 2)]);
		expect(await staysAfter(store)).toEqual([
			["maya", 1, null, 0],
			["tom", 2, null, 0],
		]);
	});
});
