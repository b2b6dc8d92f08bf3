import { type Epoch, TOLERANCE_MS, type Visit } from "./epoch.ts";
import type { Cast } from "./plan.ts";
import type { Trouble } from "./trouble.ts";

/** The kinds of greetings for those who come to a session. */
export type Kind = "early" | "onTime" | "late";

/** What somebody may hear on arrival. */
export interface Allowed {
	kinds: Set<Kind>;
	apology: "must" | "may" | "never";
}

/** When a post was first tried and finally accepted. */
export interface PostTimes {
	triedAt: number;
	acceptedAt: number;
}

/** What else the words depend on. */
export interface Surroundings {
	kind: Cast["kind"];
	/** After how many minutes people have been called late so far. */
	lateAfter: readonly number[];
	trouble: Trouble;
}

const MINUTE_MS = 60_000;

/** What somebody may hear in a post, given the openings there were. */
export function allowedWords(
	who: string,
	post: PostTimes,
	epochs: readonly Epoch[],
	surroundings: Surroundings,
): Allowed {
	const { trouble, lateAfter } = surroundings;
	const kinds = new Set<Kind>();
	const apologies = new Set<Allowed["apology"]>();
	for (const epoch of epochs) {
		const visit = epoch.guests.get(who);
		if (!visit || epoch.openedAt > post.acceptedAt) continue;
		const from = Math.max(visit.from, epoch.openedAt);
		if (trouble.wasClockWrong(from, post.acceptedAt)) {
			return { kinds: new Set(["early", "onTime", "late"]), apology: "may" };
		}
		const witnessed =
			visit.how === "packet" &&
			visit.knownBy !== null &&
			trouble.isSteady(from, post.acceptedAt) &&
			!trouble.wasToldAfterAWhile(from, visit.learntAt);
		const until = witnessed ? (visit.knownBy ?? post.acceptedAt) : post.acceptedAt;
		for (const kind of kindsBetween(from, until, epoch.startsAt, lateAfter)) kinds.add(kind);
		if (!witnessed) kinds.add("onTime");
		if (kinds.has("early") && post.acceptedAt >= epoch.startsAt - TOLERANCE_MS) kinds.add("onTime");
		apologies.add(apologyFor(epoch, visit, from, post, surroundings));
	}
	const [only, ...others] = apologies;
	return { kinds, apology: only === undefined || others.length > 0 ? "may" : only };
}

function apologyFor(
	epoch: Epoch,
	visit: Visit,
	from: number,
	{ triedAt, acceptedAt }: PostTimes,
	{ kind, trouble }: Surroundings,
): Allowed["apology"] {
	if (visit.how === "unsure" || visit.knownBy === null || !trouble.isSteady(from, acceptedAt)) return "may";
	if (triedAt < visit.learntAt) return "may"; // the bot knew before it had to, in whichever way
	const missed = visit.how === "snapshot" ? visit.learntAt - trouble.openingOf(epoch, kind, visit.learntAt) : 0;
	if (visit.how === "snapshot" && missed > MINUTE_MS + TOLERANCE_MS) return "must";
	if (triedAt - visit.knownBy > MINUTE_MS + TOLERANCE_MS) return "must";
	if (visit.how === "packet" && trouble.wasToldAfterAWhile(from, visit.learntAt)) return "may";
	// Who is shown a running event can only guess that it began as scheduled.
	const perhaps = visit.how === "snapshot" ? visit.learntAt - Math.min(epoch.openedAt, epoch.startsAt) : 0;
	return perhaps < MINUTE_MS - TOLERANCE_MS && acceptedAt - from < MINUTE_MS - TOLERANCE_MS ? "never" : "may";
}

function kindsBetween(from: number, until: number, startsAt: number, lateAfter: readonly number[]): Kind[] {
	const kinds: Kind[] = [];
	const [soonest, latest] = [Math.min(...lateAfter), Math.max(...lateAfter)];
	if (from - TOLERANCE_MS < startsAt) kinds.push("early");
	if (until + TOLERANCE_MS >= startsAt && from - TOLERANCE_MS <= startsAt + latest * MINUTE_MS) kinds.push("onTime");
	if (until + TOLERANCE_MS > startsAt + soonest * MINUTE_MS) kinds.push("late");
	return kinds;
}
