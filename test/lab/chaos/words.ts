import type { SaidMoment } from "../../../rehearsal/happening.ts";
import type { BlindSpots } from "./blind-spots.ts";
import { type Epoch, isAtOpening, TOLERANCE_MS, type Visit } from "./epoch.ts";
import { type Boundaries, momentsBetween, momentsUnseen } from "./moments.ts";
import type { Cast } from "./plan.ts";
import { startsBetween } from "./starts.ts";
import type { Troubles } from "./troubles.ts";

/** What somebody may hear on arrival. */
export interface Allowed {
	kinds: Set<SaidMoment>;
	apology: "must" | "may" | "never";
	/** The scheduled starts that may be spoken of. */
	starts: Set<number | null>;
	/** When it has to be tried at the latest; never where that cannot be said. */
	tryBy: number;
}

/** When a post was first tried and finally accepted. */
export interface PostTimes {
	triedAt: number;
	acceptedAt: number;
}

/** What else the words depend on. */
export interface WordFactors {
	cast: Cast;
	/** After how many minutes people have been called late so far. */
	lateAfter: readonly number[];
	/** For how long a greeting may be kept back by the pace. */
	holdMs: number;
	blindSpots: BlindSpots;
	troubles: Troubles;
}

const MINUTE_MS = 60_000;
/** Who is there at the opening is greeted once it is known who leads. */
const OPENING_MS = 2_500;
/** Time goes by in steps of this length at most, and whoever waits for the middle of one acts at its end. */
export const STEP_MS = 20_000;

/** What somebody may hear in a post, given the openings there were. */
export function allowedWords(who: string, post: PostTimes, epochs: readonly Epoch[], factors: WordFactors): Allowed {
	const opened = epochs.filter(({ openedAt }) => openedAt <= post.acceptedAt);
	const allowed = opened.flatMap((epoch, index) => {
		const visit = epoch.guests.get(who);
		if (!visit) return [];
		const { starts, ...one } = allowedIn(epoch, visit, post, factors);
		// What opened anew meanwhile may be the same session, with another start.
		const later = opened.slice(index + 1).flatMap((next) => startsBetween(next.starts, next.openedAt, post.acceptedAt));
		return [{ ...one, starts: new Set([...starts, ...later.map(({ at }) => at)]) }];
	});
	const [apology, ...others] = new Set(allowed.map((one) => one.apology));
	return {
		kinds: new Set(allowed.flatMap(({ kinds }) => [...kinds])),
		apology: apology === undefined || others.length > 0 ? "may" : apology,
		starts: new Set(allowed.flatMap(({ starts }) => [...starts])),
		tryBy: Math.max(...allowed.map(({ tryBy }) => tryBy)),
	};
}

/** What one opening allows. */
function allowedIn(epoch: Epoch, visit: Visit, post: PostTimes, factors: WordFactors): Allowed {
	const { blindSpots } = factors;
	const from = Math.max(visit.from, epoch.openedAt);
	const isClockWrong = blindSpots.wasClockWrong(from, post.acceptedAt);
	// Whom a session has forgotten comes for the first time to what opens anew after it has stood empty.
	const isAnew = visit.forgottenAt !== null && epoch.lapses > 0;
	const isOpen = isClockWrong || isAnew;
	const starts = new Set(startsBetween(epoch.starts, from - TOLERANCE_MS, post.acceptedAt).map(({ at }) => at));
	// Where nothing is scheduled, the opening is what starts: in the future, for a clock that is slow.
	if (blindSpots.wasClockWrong(epoch.openedAt, post.acceptedAt)) starts.add(epoch.openedAt);
	return {
		kinds: isOpen ? new Set(ALL_MOMENTS) : kindsFor(epoch, visit, from, post, factors),
		apology: isOpen ? "may" : apologyFor(epoch, visit, from, post, factors),
		starts,
		tryBy: isAnew ? Number.POSITIVE_INFINITY : latestTry(epoch, visit, post, factors),
	};
}

const ALL_MOMENTS: readonly SaidMoment[] = ["early", "onTime", "late"];

/** What one opening allows to be said to somebody who was there from `from` on. */
function kindsFor(epoch: Epoch, visit: Visit, from: number, post: PostTimes, factors: WordFactors): Set<SaidMoment> {
	const { blindSpots } = factors;
	const { how, knownBy, learntAt, watchedUntil } = visit;
	const { triedAt, acceptedAt } = post;
	const isSteady = blindSpots.isSteady(from, acceptedAt) && !blindSpots.wasToldAfterAWhile(from, learntAt);
	const isSeen = how === "packet" && knownBy !== null && isSteady;
	// Who was there at the opening, and went at once, was never looked at: they may have been seen to come later.
	const seenBy = isAtOpening(epoch, from) ? (knownBy ?? acceptedAt) : Math.max(from, learntAt);
	// Who was tried before the bot had to know, or in whatever way it learnt of them, may have been seen or not.
	const isUnseen = how === "snapshot" && knownBy !== null && triedAt >= learntAt && watchedUntil !== "throughout";
	// A session that may have ended meanwhile may have opened anew with whoever came.
	const kinds = new Set<SaidMoment>(epoch.lapses > 0 ? ["onTime"] : []);
	for (const boundaries of boundariesBetween(epoch, from, acceptedAt, factors)) {
		if (isSeen) add(kinds, momentsBetween(from, seenBy, boundaries));
		else if (isUnseen) add(kinds, momentsUnseen({ watchedUntil, looked: [learntAt, knownBy] }, boundaries));
		else add(kinds, [...momentsBetween(from, acceptedAt, boundaries), "onTime"]);
		// Nobody is early any more in a post that comes after the start.
		if (kinds.has("early") && acceptedAt >= (boundaries.startsAt ?? 0) - TOLERANCE_MS) kinds.add("onTime");
	}
	return kinds;
}

/** What may tell the moments apart by the starts that counted between two moments. */
function boundariesBetween(epoch: Epoch, from: number, to: number, factors: WordFactors): Boundaries[] {
	const { blindSpots, cast } = factors;
	const isOff = blindSpots.wasClockWrong(epoch.openedAt, to);
	const opened: Boundaries["opened"] = isOff
		? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] // it was noted down by a clock that was wrong, or corrected by one
		: [epoch.openedAt, blindSpots.openedBy(epoch, cast, to)];
	const starts = startsBetween(epoch.starts, from - TOLERANCE_MS, to);
	return starts.map(({ at }) => ({ startsAt: at, opened, lateAfter: factors.lateAfter }));
}

function add<T>(set: Set<T>, more: Iterable<T>): void {
	for (const one of more) set.add(one);
}

/** When somebody has to be greeted at the latest, if nothing is wrong: waiting that the host has chosen is over by then. */
function latestTry(
	{ openedAt }: Epoch,
	{ how, knownBy, learntAt }: Visit,
	{ triedAt }: PostTimes,
	{ holdMs, troubles }: WordFactors,
): number {
	const isClear = how === "packet" && knownBy !== null && troubles.isCalm(Math.min(learntAt, triedAt), triedAt);
	if (!isClear) return Number.POSITIVE_INFINITY;
	return Math.max(learntAt, openedAt + OPENING_MS) + holdMs + STEP_MS + TOLERANCE_MS;
}

function apologyFor(
	epoch: Epoch,
	visit: Visit,
	from: number,
	{ triedAt, acceptedAt }: PostTimes,
	{ cast, blindSpots, holdMs }: WordFactors,
): Allowed["apology"] {
	if (visit.how === "unsure" || visit.knownBy === null || !blindSpots.isSteady(from, acceptedAt)) return "may";
	if (triedAt < visit.learntAt) return "may"; // the bot knew before it had to, in whichever way
	const missed = visit.how === "snapshot" ? visit.learntAt - blindSpots.openingOf(epoch, cast, visit.learntAt) : 0;
	if (visit.how === "snapshot" && missed > MINUTE_MS + TOLERANCE_MS) return "must";
	if (triedAt - visit.knownBy > holdMs + MINUTE_MS + TOLERANCE_MS) return "must";
	if (visit.how === "packet" && blindSpots.wasToldAfterAWhile(from, visit.learntAt)) return "may";
	// Who is shown a running event can only guess that it began as scheduled.
	const begunBy = Math.min(epoch.openedAt, epoch.starts[0]?.at ?? epoch.openedAt);
	const perhaps = visit.how === "snapshot" ? visit.learntAt - begunBy : 0;
	return perhaps < MINUTE_MS - TOLERANCE_MS && acceptedAt - from < MINUTE_MS - TOLERANCE_MS ? "never" : "may";
}
