import type { SaidMoment } from "../../../rehearsal/happening.ts";
import type { BlindSpots } from "./blind-spots.ts";
import { type Epoch, TOLERANCE_MS, type Visit } from "./epoch.ts";
import type { Cast } from "./plan.ts";

/** What somebody may hear on arrival. */
export interface Allowed {
	kinds: Set<SaidMoment>;
	apology: "must" | "may" | "never";
}

/** When a post was first tried and finally accepted. */
export interface PostTimes {
	triedAt: number;
	acceptedAt: number;
}

/** What else the words depend on. */
export interface WordFactors {
	kind: Cast["kind"];
	/** After how many minutes people have been called late so far. */
	lateAfter: readonly number[];
	blindSpots: BlindSpots;
}

const MINUTE_MS = 60_000;

/** What somebody may hear in a post, given the openings there were. */
export function allowedWords(who: string, post: PostTimes, epochs: readonly Epoch[], factors: WordFactors): Allowed {
	const kinds = new Set<SaidMoment>();
	const apologies = new Set<Allowed["apology"]>();
	for (const epoch of epochs) {
		const visit = epoch.guests.get(who);
		if (!visit || epoch.openedAt > post.acceptedAt) continue;
		const from = Math.max(visit.from, epoch.openedAt);
		if (factors.blindSpots.wasClockWrong(from, post.acceptedAt)) {
			return { kinds: new Set(["early", "onTime", "late"]), apology: "may" };
		}
		for (const kind of kindsFor(epoch, visit, from, post, factors)) kinds.add(kind);
		if (kinds.has("early") && post.acceptedAt >= epoch.startsAt - TOLERANCE_MS) kinds.add("onTime");
		apologies.add(apologyFor(epoch, visit, from, post, factors));
	}
	const [only, ...others] = apologies;
	return { kinds, apology: only === undefined || others.length > 0 ? "may" : only };
}

/** What one opening allows to be said to somebody who was there from `from` on. */
function kindsFor(
	{ startsAt }: Epoch,
	{ how, knownBy, learntAt }: Visit,
	from: number,
	{ acceptedAt }: PostTimes,
	{ blindSpots, lateAfter }: WordFactors,
): SaidMoment[] {
	const isSteady = blindSpots.isSteady(from, acceptedAt) && !blindSpots.wasToldAfterAWhile(from, learntAt);
	if (how === "packet" && knownBy !== null && isSteady) return kindsBetween(from, knownBy, startsAt, lateAfter);
	return [...kindsBetween(from, acceptedAt, startsAt, lateAfter), "onTime"];
}

function apologyFor(
	epoch: Epoch,
	visit: Visit,
	from: number,
	{ triedAt, acceptedAt }: PostTimes,
	{ kind, blindSpots }: WordFactors,
): Allowed["apology"] {
	if (visit.how === "unsure" || visit.knownBy === null || !blindSpots.isSteady(from, acceptedAt)) return "may";
	if (triedAt < visit.learntAt) return "may"; // the bot knew before it had to, in whichever way
	const missed = visit.how === "snapshot" ? visit.learntAt - blindSpots.openingOf(epoch, kind, visit.learntAt) : 0;
	if (visit.how === "snapshot" && missed > MINUTE_MS + TOLERANCE_MS) return "must";
	if (triedAt - visit.knownBy > MINUTE_MS + TOLERANCE_MS) return "must";
	if (visit.how === "packet" && blindSpots.wasToldAfterAWhile(from, visit.learntAt)) return "may";
	// Who is shown a running event can only guess that it began as scheduled.
	const perhaps = visit.how === "snapshot" ? visit.learntAt - Math.min(epoch.openedAt, epoch.startsAt) : 0;
	return perhaps < MINUTE_MS - TOLERANCE_MS && acceptedAt - from < MINUTE_MS - TOLERANCE_MS ? "never" : "may";
}

function kindsBetween(from: number, until: number, startsAt: number, lateAfter: readonly number[]): SaidMoment[] {
	const kinds: SaidMoment[] = [];
	const [soonest, latest] = [Math.min(...lateAfter), Math.max(...lateAfter)];
	if (from - TOLERANCE_MS < startsAt) kinds.push("early");
	if (until + TOLERANCE_MS >= startsAt && from - TOLERANCE_MS <= startsAt + latest * MINUTE_MS) kinds.push("onTime");
	if (until + TOLERANCE_MS > startsAt + soonest * MINUTE_MS) kinds.push("late");
	return kinds;
}
