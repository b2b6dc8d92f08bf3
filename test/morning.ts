const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

const now = Date.now();
const untilMorning = 10 * HOUR_MS - (now % DAY_MS);

/**
 * The time of a clock with which tests begin in the morning (UTC), so that none of them comes upon midnight by chance. It goes on
 * meanwhile: simulators make ids from it, and two of them are to make others.
 */
export function morning(): number {
	return Date.now() + untilMorning;
}
