import { describe, expect, it } from "vitest";
import type { Attendance, Participant, Role } from "../../rehearsal/attendance/attendance.ts";
import { planReplay, usualSpeed } from "../../rehearsal/replay-plan.ts";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { TimeLapse } from "../../rehearsal/time-lapse.ts";
import { WatchedClock } from "../../rehearsal/watched-clock.ts";

const MINUTE = 60_000;

function person(name: string, stays: [number, number | null][], role: Role = "attendee"): Participant {
	return { name, role, stays: stays.map(([enteredAt, leftAt]) => ({ enteredAt, leftAt })) };
}

function attendance(people: Participant[], endsAt: number): Attendance {
	return { source: "CSV", title: null, host: null, startsAt: 10 * MINUTE, endsAt, people, noShows: [], staff: [] };
}

describe("planReplay", () => {
	it("opens half a minute before the first attendee, whenever the host came", () => {
		const people = [person("Henry", [[0, null]], "host"), person("Maya", [[8 * MINUTE, null]])];
		expect(planReplay(attendance(people, 60 * MINUTE)).opensAt).toBe(7.5 * MINUTE);
	});

	it("lets people come and go, and who goes last be there for the closing", () => {
		const [maya, tom] = [
			person("Maya", [[11 * MINUTE, 60 * MINUTE]]),
			person("Tom", [
				[11 * MINUTE, 20 * MINUTE],
				[25 * MINUTE, null],
			]),
		];
		const { closesAt, instants } = planReplay(attendance([maya, tom], 60 * MINUTE + 15_000));
		expect(closesAt).toBe(60 * MINUTE);
		expect(instants).toEqual([
			{ at: 11 * MINUTE, enter: [maya, tom], leave: [] },
			{ at: 20 * MINUTE, enter: [], leave: [tom] },
			{ at: 25 * MINUTE, enter: [tom], leave: [] },
		]);
	});

	it("closes when the report says when everybody left long before", () => {
		expect(planReplay(attendance([person("Maya", [[0, 20 * MINUTE]])], 60 * MINUTE)).closesAt).toBe(60 * MINUTE);
	});
});

describe("usualSpeed", () => {
	it("makes a replay last about 25 seconds, within bounds", () => {
		const lasting = (ms: number) => usualSpeed({ opensAt: 0, startsAt: 0, closesAt: ms, instants: [] });
		expect([lasting(5_000), lasting(75 * MINUTE), lasting(24 * 60 * MINUTE)]).toEqual([1, 180, 1_000]);
	});
});

describe("TimeLapse", () => {
	function paced(waiting: () => number = () => 0) {
		const clock = new ScaledClock({ start: 0 });
		const bynameClock = new WatchedClock(clock);
		const signal = new AbortController().signal;
		return {
			clock,
			bynameClock,
			timeLapse: new TimeLapse({ clock, bynameClock, speed: 1_000, waiting, look: () => undefined, signal }),
		};
	}

	it("lets time pass at its speed, up to the moment asked for", async () => {
		const { clock, timeLapse } = paced();
		const before = performance.now();
		await timeLapse.until(60_000);
		expect(performance.now() - before).toBeLessThan(5_000);
		expect(clock.now()).toBeGreaterThanOrEqual(60_000);
		expect(clock.now()).toBeLessThan(60_500);
	});

	it("does not push time past the moment Byname waits for while somebody waits for Byname", async () => {
		let due = 1;
		const { clock, bynameClock, timeLapse } = paced(() => due);
		let wokeAt = 0;
		const woken = bynameClock.sleep(5_000).then(() => {
			wokeAt = clock.now();
			due = 0;
		});
		await timeLapse.until(60_000);
		await woken;
		expect(wokeAt).toBeGreaterThanOrEqual(5_000);
		expect(wokeAt).toBeLessThan(5_500);
	});

	it("lets the machine work at its own speed when somebody has just come", async () => {
		let due = 1;
		const { clock, timeLapse } = paced(() => due);
		let answeredAt = 0;
		setTimeout(() => {
			answeredAt = clock.now();
			due = 0;
		}, 15);
		await timeLapse.until(60_000);
		expect(answeredAt).toBeLessThan(1_000);
	});

	it("goes on although Byname never answers", async () => {
		const { clock, timeLapse } = paced(() => 1);
		await timeLapse.until(20_000);
		expect(clock.now()).toBeGreaterThanOrEqual(20_000);
	});
});
