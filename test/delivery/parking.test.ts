import { describe, expect, it } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { createParking } from "../../src/delivery/parking.ts";

const MINUTE = 60_000;

/** A parking at a time by the steady clock; the wall clock is set back further and further. */
function parkingAt() {
	const time = { minutes: 0 };
	const clock: Clock = {
		now: () => -time.minutes * MINUTE,
		steady: () => time.minutes * MINUTE,
		sleep: async () => undefined,
	};
	return { time, parking: createParking(clock) };
}

describe("a channel", () => {
	it("is free as long as it has not turned us away", () => {
		const { parking } = parkingAt();
		parking.park("another", "server", 50013);
		expect(parking.isParked("room")).toBe(false);
	});

	it("is left alone for ten minutes, whatever the wall clock says", () => {
		const { time, parking } = parkingAt();
		parking.park("room", "server", 50013);
		time.minutes = 9.99;
		expect(parking.isParked("room")).toBe(true);
		time.minutes = 10;
		expect(parking.isParked("room")).toBe(false);
	});

	it("is left alone for another ten minutes when it turns us away again", () => {
		const { time, parking } = parkingAt();
		parking.park("room", "server", 50013);
		time.minutes = 10;
		parking.park("room", "server", 50013);
		time.minutes = 19;
		expect(parking.isParked("room")).toBe(true);
	});

	it("may be tried again once something changes in its server, and is told of once", () => {
		const { parking } = parkingAt();
		parking.park("room", "server", 50013);
		parking.park("chat", "server", 50013);
		parking.park("elsewhere", "another server", 50013);
		expect(parking.unpark("server")).toEqual(["room", "chat"]);
		expect(parking.unpark("server")).toEqual([]);
		expect(["room", "chat", "elsewhere"].map(parking.isParked)).toEqual([false, false, true]);
	});

	it("is known to be parked for the code with which it turned us away", () => {
		const { time, parking } = parkingAt();
		parking.park("room", "server", 10003);
		expect([parking.parkedFor("room"), parking.parkedFor("chat")]).toEqual([10003, null]);
		time.minutes = 10;
		expect(parking.parkedFor("room")).toBeNull();
	});

	it("counts the changes in each server", () => {
		const { parking } = parkingAt();
		expect(parking.changesIn("server")).toBe(0);
		parking.unpark("server");
		parking.unpark("server");
		expect([parking.changesIn("server"), parking.changesIn("another server")]).toEqual([2, 0]);
	});

	it("forgets a channel whose ten minutes are over when another one is parked", () => {
		const { time, parking } = parkingAt();
		parking.park("room", "server", 50013);
		time.minutes = 10;
		parking.park("chat", "server", 50013);
		expect(parking.unpark("server")).toEqual(["chat"]);
	});
});
