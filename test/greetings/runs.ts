import fc from "fast-check";

const { FUZZ_RUNS, FUZZ_SECONDS, FUZZ_SEED } = process.env;
/** Properties over whole crowds take this many times as long as those over a name. */
const CROWD_COST = 10;

/** What all inputs of a property follow from that is to try the same in each test run. */
export const SEED = Number(FUZZ_SEED ?? 7);

/**
 * What `npm run fuzz` asks of every property of a file that imports this; it tries others each time, unless told otherwise.
 * A test run tries the same each time, so that whoever changes something learns of their change and of nothing else.
 */
fc.configureGlobal({
	...((FUZZ_SEED !== undefined || FUZZ_RUNS === undefined) && { seed: SEED }),
	...(FUZZ_SECONDS !== undefined && { interruptAfterTimeLimit: Number(FUZZ_SECONDS) * 1_000 }),
});

/** How often a property over a name or a text is tried: `usual` times in a test run, as often as asked by `npm run fuzz`. */
export function runs(usual: number): number {
	return Math.max(usual, Number(FUZZ_RUNS ?? 0));
}

/** The same for a property over a crowd. */
export function crowdRuns(usual: number): number {
	return Math.max(usual, Math.ceil(Number(FUZZ_RUNS ?? 0) / CROWD_COST));
}

/** Prints for `npm run fuzz` how often what was tried. */
export function tried(title: string, times: ReadonlyMap<string, number>): void {
	if (FUZZ_RUNS === undefined) return;
	const all = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${count} ${what}`);
	process.stdout.write(`${title}: ${all.join(", ")}\n`);
}
