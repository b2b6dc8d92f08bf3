import { describe, expect, it } from "vitest";
import { costsOf } from "./durability.ts";
import type { Run } from "./run.ts";
import { DURABILITY, SINGLE } from "./scenarios.ts";

function run(bot: string, median: number, scenario: string = DURABILITY) {
	return { scenario, bot, toRequest: { median, p95: 2 * median, worst: 3 * median } } as Run;
}

describe("costsOf", () => {
	it("sets each bot beside the one that does not wait for the disk", () => {
		const runs = [run("A", 5), run("B", 8), run("A, without fsync", 4), run("B, without fsync", 6)];
		expect(costsOf(runs).map((cost) => [cost.bot, cost.with.median, cost.without.median])).toEqual([
			["A", 5, 4],
			["B", 8, 6],
		]);
	});

	it("compares nothing that was not measured in turns", () => {
		expect(costsOf([run("A", 5, SINGLE), run("A, without fsync", 4)])).toEqual([]);
	});
});
