/** When something is scheduled to start, and between which moments anybody may go by it. */
export interface Start {
	/** Null for nothing. */
	at: number | null;
	from: number;
	/** Without end while somebody may. */
	until: number;
}

/** A start that counts for an opening, and what is scheduled that it comes from. */
export interface CountedStart extends Start {
	of: Start;
}

/** A start that holds from now on. */
export function newStart(at: number | null, from: number): Start {
	return { at, from, until: Number.POSITIVE_INFINITY };
}

/** What is scheduled counts for an opening from now on, as it is or in some other way. */
export function countStart(of: Start, from: number, at = of.at): CountedStart {
	return { ...newStart(at, from), of };
}

/** The starts that somebody may go by at any time between two moments. */
export function startsBetween<S extends Start>(starts: readonly S[], from: number, to: number): S[] {
	return starts.filter((start) => start.from <= to && start.until >= from);
}

const HOUR_MS = 60 * 60_000;
/** So close to the hour nobody can tell. */
const TOLERANCE_MS = 5_000;

/** The starts that may count for a stage that is opened by hand: what is scheduled within the hour, else nothing. */
export function startsAhead(openedAt: number, at: number | null): (number | null)[] {
	if (at === null || at < openedAt) return [null]; // then it counts from the opening either way
	const beyond = at - openedAt - HOUR_MS;
	if (Math.abs(beyond) <= TOLERANCE_MS) return [at, null];
	return [beyond < 0 ? at : null];
}

/** The same for what is moved while the stage is on; `before`: the start that has counted. */
export function startsMovedAhead(openedAt: number, at: number | null, before: number | null): (number | null)[] {
	const [first = null, ...others] = startsAhead(openedAt, at);
	const isAhead = at !== null && at >= openedAt;
	// Moved into the hour, or out of it: nobody has said what that means.
	return isAhead && (first === null) !== (before === null) ? [at, null] : [first, ...others];
}
