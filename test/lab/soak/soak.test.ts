import { expect, it } from "vitest";
import { bynameOnSqlite } from "../bench/kinds.ts";
import { reportOf } from "./report.ts";
import { soak } from "./soak.ts";

it("lets the real process work for a few seconds, sees how it stands, and finds nobody greeted twice", async () => {
	const soaked = await soak(
		{
			kind: bynameOnSqlite,
			lastsMs: 9_000,
			sampleEveryMs: 1_500,
			troubleEveryMs: 2_000,
			servers: 1,
			hallsPerServer: 2,
			rhythm: {
				arrivalMs: 300,
				sessionMs: 4_000,
				breakMs: 400,
				earlyMs: 200,
				seenMs: 800,
				stayMs: 800,
				awayMs: 300,
			},
		},
		() => undefined,
		new AbortController().signal,
	);
	expect(soaked.crash).toBeNull();
	expect(soaked.tally.doubled).toEqual([]);
	expect(soaked.tally.greeted).toBeGreaterThan(0);
	expect(soaked.samples.length).toBeGreaterThan(1);
	expect(soaked.resumes).toBeGreaterThan(0);
	expect(reportOf(soaked)).toMatch(/everybody greeted exactly once: \d+ came/);
});
