const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/**
 * A time in the morning (UTC) of the day on which the tests run, so that none of them comes upon midnight by chance; minutes and
 * seconds are those of the machine, for ids are made from times.
 */
export function morning(): number {
	const now = Date.now();
	return now - (now % DAY_MS) + 10 * HOUR_MS + (now % HOUR_MS);
}
