/** When an arrival falls, seen from the start of the session. */
export type Moment = "early" | "onTime" | "late";

const MINUTE_MS = 60_000;

/**
 * Tells early, on time and late apart; all times in milliseconds. `minutes` counts the whole minutes a late
 * person came after the start and is 0 for everyone else. Exactly `lateAfterMinutes` in is still on time.
 */
export function momentOf(
	arrivedAt: number,
	startsAt: number,
	lateAfterMinutes: number,
): { moment: Moment; minutes: number } {
	if (arrivedAt < startsAt) return { moment: "early", minutes: 0 };
	const after = arrivedAt - startsAt;
	if (after <= lateAfterMinutes * MINUTE_MS) return { moment: "onTime", minutes: 0 };
	return { moment: "late", minutes: Math.floor(after / MINUTE_MS) };
}
