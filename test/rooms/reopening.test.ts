import { describe, expect, it } from "vitest";
import { type PastSession, reopens } from "../../src/rooms/reopening.ts";
import { MINUTE, reason } from "./given.ts";

describe("reopens", () => {
	const closed: PastSession = {
		stageId: "st1",
		eventId: null,
		occurrenceAt: null,
		hostId: "henry",
		leaders: new Set(["ana"]),
		closedAt: 0,
		audience: new Set(["maya", "sunil", "tom", "ada"]),
	};
	/** Led by these hosts, before these people. */
	const by = (hosts: string[], ...present: string[]) => ({ hosts, present: new Map(present.map((id) => [id, null])) });

	it("finds the session of the same stage instance, however long ago it closed", () => {
		expect(reopens([closed], reason({ stageId: "st1" }), by([]), 99 * MINUTE)).toBe(closed);
	});

	it("finds the session of the same event, whoever opens a stage ahead of it, before whom, and however long ago it closed", () => {
		const ahead = { eventId: "ev1", occurrenceAt: 1, isAhead: true };
		const past = { ...closed, ...ahead };
		const again = reason({ stageId: "st2", ...ahead });
		expect(reopens([past], again, by(["anna"], "otto"), 55 * MINUTE)).toBe(past);
		const between = { ...closed, stageId: "st3", hostId: "anna", closedAt: 54 * MINUTE };
		expect(reopens([between, past], again, by(["anna"], "otto"), 55 * MINUTE)).toBe(past);
	});

	it("finds the same host's session of less than five minutes ago", () => {
		const another = reason({ stageId: "st2" });
		expect(reopens([closed], another, by(["henry"]), 5 * MINUTE)).toBe(closed);
		expect(reopens([closed], another, by(["henry"]), 5 * MINUTE + 1)).toBeNull();
		const today = { ...closed, closedAt: 1_000 * MINUTE };
		expect(reopens([today], another, by(["henry"]), 1_004 * MINUTE)).toBe(today);
	});

	it("finds the one that they led with its host, or hosted before another did", () => {
		expect(reopens([closed], reason({ stageId: "st2" }), by(["ana"]), MINUTE)).toBe(closed);
		expect(reopens([closed], reason({ stageId: "st2" }), by(["otto", "ana"]), MINUTE)).toBe(closed);
	});

	it("finds it before its audience when it is not known who hosts this time, or was not then", () => {
		const another = reason({ stageId: "st2" });
		const nobodys = { ...closed, hostId: null };
		for (const [past, hosts] of [
			[closed, []],
			[nobodys, ["anna"]],
			[nobodys, []],
		] as const) {
			expect(reopens([past], another, by([...hosts], "maya", "tom"), MINUTE)).toBe(past);
			expect(reopens([past], another, by([...hosts], "maya", "otto"), MINUTE)).toBeNull();
			const deserted = { ...past, audience: new Set<string>() };
			expect(reopens([deserted], another, by([...hosts], "otto"), MINUTE)).toBe(deserted);
		}
	});

	it("finds it when an event turns up that is held on the next stage, or was held on the last one", () => {
		const event = { eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([closed], reason(event), by(["henry"]), MINUTE)).toBe(closed);
		const past = { ...closed, ...event };
		expect(reopens([past], reason({ stageId: "st2" }), by(["henry"]), MINUTE)).toBe(past);
	});

	it("finds nothing in a room that has held no session, or holds one", () => {
		expect(reopens([], reason({ stageId: "st2" }), by([]), MINUTE)).toBeNull();
		expect(reopens([{ ...closed, closedAt: null }], reason({ stageId: "st2" }), by([]), MINUTE)).toBeNull();
	});

	it("does not find one that a clock which was an hour fast has closed", () => {
		const fast = { ...closed, closedAt: 60 * MINUTE };
		expect(reopens([fast], reason({ stageId: "st2" }), by(["henry"]), MINUTE)).toBeNull();
	});

	it("does not find another host's", () => {
		expect(reopens([closed], reason({ stageId: "st2" }), by(["anna"]), MINUTE)).toBeNull();
	});

	it.each<[who: string, present: string[], isSame: boolean]>([
		["all of its audience", ["maya", "sunil", "tom", "ada"], true],
		["half of its audience, and others", ["maya", "ada", "otto", "lena", "kim"], true],
		["less than half of its audience", ["maya", "otto", "lena"], false],
		["nobody", [], false],
	])("another host's with %s in the room: %j", (_who, present, isSame) => {
		const again = reopens([closed], reason({ stageId: "st2" }), by(["anna"], ...present), MINUTE);
		expect(again).toBe(isSame ? closed : null);
	});

	it("does not find another host's that nobody had come to", () => {
		const empty = { ...closed, audience: new Set<string>() };
		expect(reopens([empty], reason({ stageId: "st2" }), by(["anna"], "maya"), MINUTE)).toBeNull();
	});

	it("does not find one before its audience after more than five minutes", () => {
		const present = by(["anna"], "maya", "sunil");
		expect(reopens([closed], reason({ stageId: "st2" }), present, 5 * MINUTE + 1)).toBeNull();
	});

	it("does not find another event's, however soon it follows", () => {
		const event = { ...closed, stageId: null, eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([event], reason({ eventId: "ev2", occurrenceAt: 2 }), by(["henry"]), MINUTE)).toBeNull();
		expect(
			reopens([event], reason({ eventId: "ev1", occurrenceAt: 24 * 60 * MINUTE }), by(["henry"]), MINUTE),
		).toBeNull();
	});
});
