import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEMORY_MS, waitForDay, waitInARow } from "../../src/health/identify-limit.ts";
import { identifiesSince, insertIdentify } from "../../src/store/identifies.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { type Journey, setOut, until } from "../journeys/journey.ts";

const NOW = 1_790_000_000_000;
const ago = (...seconds: number[]) => seconds.map((s) => NOW - s * 1_000);

describe("waitForDay", () => {
	it.each([
		["the first start", [], 0],
		["a few starts in a row", ago(40, 30, 20, 10), 0],
		["five in a minute", ago(50, 40, 30, 20, 10), 40_000],
		["five in this instant", ago(0, 0, 0, 0, 0), 90_000],
		["many more than that: never longer than 90 s", ago(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), 90_000],
		["many that are long over", ago(900, 899, 898, 897, 896, 895), 0],
		["a loop that goes on", ago(500, 500, 500, 500, ...[500, 410, 320, 230, 140, 50]), 40_000],
		["starts in no order", ago(10, 50, 30, 20, 40), 40_000],
		["times that lie ahead, of a clock that was wrong", ago(-9_000, -9_000, -9_000, -9_000, -9_000), 0],
	])("for %s", (_title, startedAt, wait) => {
		expect(waitForDay(startedAt, NOW)).toBe(wait);
	});

	it("keeps a bot that crashes at any pace below the thousand identifies a day that Discord allows", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 }), (lives) => {
				const startedAt: number[] = [];
				for (let now = NOW, i = 0; now < NOW + 86_400_000; i++) {
					const remembered = startedAt.filter((at) => at >= now - MEMORY_MS);
					now += waitForDay(remembered, now);
					startedAt.push(now);
					now += lives[i % lives.length] ?? 0;
				}
				expect(startedAt.length).toBeLessThanOrEqual(965);
			}),
			{ numRuns: 4 },
		);
	});
});

describe("waitInARow", () => {
	it.each([
		["the first identify", [], 0],
		["the second, for people may be coming", [-1], 0],
		["the third", [-30, -1], 1_000],
		["the fourth", [-30, -20, -1], 3_000],
		["the fifth", [-40, -30, -20, -1], 7_000],
		["the twelfth: never longer than 90 s", [-60, -50, -40, -30, -20, -10, -9, -8, -7, -6, 0], 90_000],
		["one after others that are long over", [-900, -800, -700, -301, -1], 0],
		["one that has waited long enough", [-30, -20, -9], 0],
	])("for %s", (_title, seconds, wait) => {
		expect(
			waitInARow(
				seconds.map((second) => 1_000_000 + second * 1_000),
				1_000_000,
			),
		).toBe(wait);
	});
});

/** Once Byname is ready: discord.js may log in again when it is stopped in the middle of it, which no process lives to do. */
async function startAndStop(journey: Journey): Promise<void> {
	const ready = () => journey.log.filter(({ msg }) => /is ready/.test(String(msg))).length;
	const before = ready();
	await journey.start();
	await until(() => ready() > before);
	await journey.stop();
}

describeOnBoth("identifies", (engine) => {
	it("are remembered for as long as they matter", async () => {
		const store = await openTestStore(engine);
		await insertIdentify(store, 1_000, 0);
		await insertIdentify(store, 2_000, 0);
		await insertIdentify(store, 3_000, 1_500);
		expect((await identifiesSince(store, 0)).sort()).toEqual([2_000, 3_000]);
		expect(await identifiesSince(store, 2_500)).toEqual([3_000]);
	});

	it("in quick succession make the sixth wait before it identifies, and the log says why", async () => {
		const journey = await setOut({ databaseUrl: await engine.databaseUrl(), started: false });
		const { discord, clock, log } = journey;
		for (let start = 1; start <= 5; start++) {
			await startAndStop(journey);
		}
		expect(log.filter(({ msg }) => /logged in many times/.test(String(msg)))).toEqual([]);
		const sixth = journey.start();
		await until(() => log.some(({ msg }) => /logged in many times in a row/.test(String(msg))));
		expect(discord.identifies).toBe(5);
		clock.skip(90_000);
		await sixth;
		expect(discord.identifies).toBe(6);
	});
});

describe("a Byname that waits before it connects", () => {
	it("ends at once when it is asked to, and has not identified", async () => {
		const journey = await setOut({ started: false });
		for (let start = 1; start <= 5; start++) {
			await startAndStop(journey);
		}
		void journey.start();
		await until(() => journey.log.some(({ msg }) => /logged in many times/.test(String(msg))));
		await journey.stop();
		expect(journey.discord.identifies).toBe(5);
	});
});
