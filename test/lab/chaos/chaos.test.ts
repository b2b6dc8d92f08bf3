import { afterAll, describe, expect, inject, it } from "vitest";
import { add, describe as describeTally, newTally } from "./chaos-tally.ts";
import { type DatabaseSupply, postgresAt, sqlite } from "./database.ts";
import { planWave } from "./plan-wave.ts";
import { Kennel } from "./process.ts";
import { runWave } from "./wave.ts";

describe("a small share of chaos", () => {
	const kennel = new Kennel(1);
	afterAll(() => kennel.close());
	const engines: [string, () => DatabaseSupply][] = [
		["SQLite", () => sqlite],
		["PostgreSQL", () => postgresAt(inject("postgresUrl"))],
	];

	const busy = { timeout: BUSY_MS };
	it.each(engines)(
		"leaves nobody ungreeted, greeted twice or with the wrong words, on %s",
		busy,
		async (name, engine) => {
			const tally = newTally(name, 7);
			const plan = planWave(7, SHARE);
			add(tally, plan, await runWave(plan, engine(), kennel));
			expect(tally.failings, describeTally(tally)).toEqual([]);
			expect(tally.due).toBeGreaterThan(10); // else it shows nothing; who is said hello to or named for the panel may be due none
		},
	);
});

/** The wave that runs with the other tests: one with a restart and moved dates, and without silences that take real seconds. */
const SHARE = 120;
/** It takes ten seconds; beside everything else on a busy machine, many times as long. */
const BUSY_MS = 180_000;
