import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { type InterestAnswer, keepExpectations } from "../../src/rooms/expectations.ts";
import type { EventDate } from "../../src/rooms/expecting.ts";
import { emptyServer } from "../../src/rooms/view.ts";
import { createWorld } from "../../src/rooms/world.ts";
import { skipUntil } from "../journeys/journey.ts";
import { running } from "./given.ts";
import { stillClock } from "./room.ts";

/** What is kept of Pottery, which is on; each time Discord is asked, `answers` has the next answer to be given. */
function pottery({ occurrenceAt = null as number | null } = {}) {
	const clock = stillClock();
	const world = createWorld();
	const asked: EventDate[] = [];
	const answers: ((answer: InterestAnswer) => void)[] = [];
	const expectations = keepExpectations({
		...{ clock, world, log: pino({ level: "silent" }) },
		ask(date) {
			asked.push(date);
			return new Promise((resolve) => answers.push(resolve));
		},
	});
	onTestFinished(expectations.stop);
	const date = { serverId: "server", eventId: "pottery", occurrenceAt };
	function snapshot(): void {
		const server = emptyServer("server");
		server.events.set("pottery", { ...running, id: "pottery", occurrenceAt, scheduledAt: clock.now() });
		world.take({ kind: "server", server }, clock.now());
		expectations.snapshot("server");
	}
	return {
		...{ clock, world, expectations, asked, snapshot },
		/** Answers what was asked last. */
		async answer(answer: InterestAnswer): Promise<void> {
			answers.pop()?.(answer);
			await new Promise((resolve) => setImmediate(resolve));
		},
		/** Somebody says something of all dates, or takes it back. */
		says(userId: string, isInterested: boolean | null): void {
			expectations.hear({ eventId: "pottery", occurrenceAt: null, userId, isInterested });
		},
		/** Who was expected when a session for it closed. */
		atEnd(closedAt: number): string[] | null {
			const known = expectations.atEnd({ eventId: "pottery", occurrenceAt }, closedAt);
			return known?.kind === "people" ? [...known.userIds] : null;
		},
		expected(): string[] | number | null {
			const known = expectations.at("server", date);
			return known?.kind === "people" ? [...known.userIds] : (known?.count ?? null);
		},
	};
}

function people(...ids: string[]): InterestAnswer {
	return { kind: "people", interests: { inEvent: new Set(ids), inDate: new Map() } };
}
const HOUR = 60 * 60_000;

/** Time passes in which all dates are looked at more than once. */
async function looksTwice(clock: ScaledClock): Promise<void> {
	let turns = 0;
	await skipUntil({ clock }, () => ++turns > 20, 5_000);
}
const failed = { kind: "failed", reason: "503", afterMs: 0 } as const;

describe("who is expected at an event that is on", () => {
	it("is unknown, not nobody, until Discord has said it; and asked once", async () => {
		const { expectations, snapshot, expected, asked, answer } = pottery();
		snapshot();
		expect(expected()).toBeNull();
		expectations.look("server");
		expect(asked).toHaveLength(1);
		await answer(people("maya"));
		expect(expected()).toEqual(["maya"]);
		expectations.look("server");
		expect(asked).toHaveLength(1);
	});

	it("is kept up by what is said later, and while it is being asked", async () => {
		const { snapshot, says, expected, answer } = pottery();
		snapshot();
		says("sunil", true);
		says("maya", null); // the answer is older than that
		await answer(people("maya", "tom"));
		expect(expected()).toEqual(["tom", "sunil"]);
		says("tom", null);
		says("maya", true);
		expect(expected()).toEqual(["sunil", "maya"]);
	});

	it("is asked again less and less often where that fails, and stays unknown", async () => {
		const { clock, snapshot, expected, asked, answer } = pottery();
		snapshot();
		await answer(failed);
		await skipUntil({ clock }, () => asked.length === 2, 1_000);
		expect(clock.steady()).toBeGreaterThanOrEqual(15_000);
		await answer(failed);
		const before = clock.steady();
		await skipUntil({ clock }, () => asked.length === 3, 1_000);
		expect(clock.steady() - before).toBeGreaterThanOrEqual(30_000);
		expect(expected()).toBeNull();
		await answer(people("maya"));
		expect(expected()).toEqual(["maya"]);
	});

	it("is asked anew after a snapshot, for some of it may have been missed, and known meanwhile", async () => {
		const { snapshot, expected, asked, answer } = pottery();
		snapshot();
		await answer(people("maya"));
		snapshot();
		expect([expected(), asked.length]).toEqual([["maya"], 2]);
		await answer(people("sunil"));
		expect(expected()).toEqual(["sunil"]);
	});

	it("stays known when the event is gone, and is not asked again", async () => {
		const { clock, world, expectations, snapshot, expected, asked, answer } = pottery();
		snapshot();
		await answer(people("maya"));
		world.take({ kind: "eventGone", serverId: "server", eventId: "pottery", roomId: "room" }, clock.now());
		expectations.look("server");
		expect([expected(), asked.length]).toEqual([["maya"], 1]);
	});

	it("is asked for a session whose date nothing shows any more, as after a restart", async () => {
		const { expectations, expected, asked, answer } = pottery();
		expectations.look("server");
		expect([expected(), asked.length]).toEqual([null, 1]);
		await answer({ kind: "gone" });
		expect([expected(), asked.length]).toEqual([null, 1]);
	});

	it("is known for hours after it is over, and then forgotten", async () => {
		const { clock, world, snapshot, expected, asked, answer } = pottery();
		snapshot();
		await answer(people("maya"));
		world.take({ kind: "eventGone", serverId: "server", eventId: "pottery", roomId: "room" }, clock.now());
		clock.skip(5 * HOUR);
		await looksTwice(clock);
		expect([expected(), asked.length]).toEqual([["maya"], 1]);
		clock.skip(7 * HOUR);
		await looksTwice(clock);
		expect([expected(), asked.length]).toEqual([null, 2]);
	});

	it("is forgotten with a server that is gone", async () => {
		const { expectations, snapshot, expected, answer } = pottery();
		snapshot();
		await answer(people("maya"));
		expectations.forget("server");
		expect(expected()).toBeNull();
	});

	it("is a number where Discord does not say who, and counted again when somebody says something", async () => {
		const { clock, snapshot, says, expected, asked, answer } = pottery({ occurrenceAt: 120 });
		snapshot();
		await answer({ kind: "count", count: 9 });
		expect(expected()).toBe(9);
		says("maya", true);
		await skipUntil({ clock }, () => asked.length === 2, 1_000);
		await answer({ kind: "count", count: 10 });
		expect(expected()).toBe(10);
	});
});

describe("who was expected at a session that is over", () => {
	it("is nobody who said so only later, though Discord is asked again", async () => {
		const { clock, snapshot, says, answer, atEnd, expected } = pottery();
		snapshot();
		await answer(people("maya"));
		says("tom", true);
		clock.skip(HOUR);
		const closedAt = clock.now();
		clock.skip(1_000);
		says("zoe", true);
		snapshot();
		await answer(people("maya", "tom", "zoe", "max"));
		expect(expected()).toEqual(["maya", "tom", "zoe", "max"]);
		expect(atEnd(closedAt)).toEqual(["maya", "tom"]);
	});

	it("is not known to a process that asked only later", async () => {
		const { clock, snapshot, answer, atEnd } = pottery();
		const closedAt = clock.now();
		clock.skip(1_000);
		expect(atEnd(closedAt)).toBeNull();
		snapshot();
		await answer(people("maya"));
		expect(atEnd(closedAt)).toBeNull();
	});

	it("is nobody who is forgotten, whatever is said of them then", async () => {
		const { clock, expectations, snapshot, says, answer, atEnd, expected } = pottery();
		snapshot();
		await answer(people("maya", "tom", "fay"));
		expectations.leaveOut("maya", "server");
		expectations.leaveOut("tom", null);
		expectations.leaveOut("fay", "another");
		says("maya", true);
		snapshot();
		await answer(people("maya", "tom", "fay"));
		expect([expected(), atEnd(clock.now())]).toEqual([["fay"], ["fay"]]);
	});
});
