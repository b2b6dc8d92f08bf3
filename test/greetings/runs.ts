const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 0);
/** Properties over whole crowds take this many times as long as those over a name. */
const CROWD_COST = 10;

/** How often a property over a name or a text is tried: `usual` times in a test run, as often as asked by `npm run fuzz`. */
export function runs(usual: number): number {
	return Math.max(usual, FUZZ_RUNS);
}

/** The same for a property over a crowd. */
export function crowdRuns(usual: number): number {
	return Math.max(usual, Math.ceil(FUZZ_RUNS / CROWD_COST));
}
