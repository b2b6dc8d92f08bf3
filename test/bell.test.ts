import { describe, expect, it } from "vitest";
import { Bell } from "../src/bell.ts";
import { systemClock } from "../src/clock.ts";

const HOUR = 3_600_000;
const forever = new AbortController().signal;

describe("a bell", () => {
	it("wakes who waits", async () => {
		const bell = new Bell();
		const waiting = bell.wait(systemClock, HOUR, forever);
		bell.ring();
		expect(await waiting).toBe(true);
	});

	it("keeps a ring that comes while nobody waits, once", async () => {
		const bell = new Bell();
		bell.ring();
		bell.ring();
		expect(await bell.wait(systemClock, HOUR, forever)).toBe(true);
		expect(await bell.wait(systemClock, 1, forever)).toBe(false);
	});

	it("lets go when the time is up or the signal aborts", async () => {
		const bell = new Bell();
		expect(await bell.wait(systemClock, 1, forever)).toBe(false);
		expect(await bell.wait(systemClock, HOUR, AbortSignal.abort())).toBe(false);
		const ending = new AbortController();
		const waiting = bell.wait(systemClock, HOUR, ending.signal);
		ending.abort();
		expect(await waiting).toBe(false);
	});

	it("wakes who has waited through collections of garbage", async () => {
		const bell = new Bell();
		const waiting = bell.wait(systemClock, HOUR, forever);
		for (let round = 0; round < 20; round++) {
			Array.from({ length: 50_000 }, () => new AbortController());
			await new Promise((resolve) => setImmediate(resolve));
		}
		bell.ring();
		expect(await waiting).toBe(true);
	});
});
