import type { SaidMoment } from "../../../rehearsal/happening.ts";
import { TOLERANCE_MS } from "./epoch.ts";

/** What tells early, on time and late apart. */
export interface Boundaries {
	/** Whoever comes before is early; null while nothing is scheduled. */
	startsAt: number | null;
	/** When the session opened, at the earliest and at the latest, as far as the bot can tell. */
	opened: readonly [least: number, most: number];
	/** After how many minutes people have been called late so far. */
	lateAfter: readonly number[];
}

const MINUTE_MS = 60_000;
/** The bot may have noted down that it watches so long before it last did. */
const NOTED_EVERY_MS = 60_000;

/** When arrivals may fall that happen between two moments. Nobody is late for what has not begun. */
export function momentsBetween(from: number, until: number, { startsAt, opened, lateAfter }: Boundaries): SaidMoment[] {
	const starts = startsAt ?? Number.NEGATIVE_INFINITY;
	const [least, most] = opened.map((at) => Math.max(at, starts));
	const late = (begun = 0, minutes: number) => begun + minutes * MINUTE_MS;
	const moments: SaidMoment[] = [];
	if (from - TOLERANCE_MS < starts) moments.push("early");
	const isOnTime = from - TOLERANCE_MS <= late(most, Math.max(...lateAfter));
	if (until + TOLERANCE_MS >= starts && isOnTime) moments.push("onTime");
	if (until + TOLERANCE_MS > late(least, Math.min(...lateAfter))) moments.push("late");
	return moments;
}

/** What is known of when somebody came whom nobody saw come. */
export interface Unseen {
	/** When the bot had last watched; null for never. */
	watchedUntil: number | null;
	/** When it looked again. */
	looked: readonly [least: number, most: number];
}

/**
 * When an arrival that nobody saw is said to fall: at the moment at which the bot last watched and at which it looked again
 * if that is the same one, else on time. Where it has not watched since the opening, the opening takes that place, or
 * nothing does. Where a clock has hidden when it opened, nobody can tell.
 */
export function momentsUnseen({ watchedUntil, looked }: Unseen, boundaries: Boundaries): SaidMoment[] {
	const [, openedBy] = boundaries.opened;
	if (!Number.isFinite(openedBy)) return momentsBetween(Number.NEGATIVE_INFINITY, looked[1], boundaries);
	const certain: Boundaries = { ...boundaries, opened: [openedBy, openedBy] };
	const sawOpen = watchedUntil !== null && watchedUntil > openedBy + TOLERANCE_MS;
	const until = sawOpen ? watchedUntil : openedBy;
	const before = momentsBetween(Math.max(until - NOTED_EVERY_MS, Math.min(until, openedBy)), until, certain);
	const after = momentsBetween(...looked, certain);
	const said = new Set(before.flatMap((one) => after.map((other) => (one === other ? one : "onTime"))));
	if (!sawOpen) said.add("onTime");
	return [...said];
}
