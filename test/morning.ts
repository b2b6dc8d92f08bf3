const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Ten in the morning (UTC) of the day on which the tests run: none of them comes upon midnight by chance. */
export function morning(): number {
	const now = Date.now();
	return now - (now % DAY_MS) + 10 * HOUR_MS;
}
