import { companyIn, inRoom } from "./company.ts";
import { type Epoch, newEpoch } from "./epoch.ts";
import { type Cast, isOnStage, isOpenedByHand } from "./plan.ts";
import { type CountedStart, countStart, startsAhead } from "./starts.ts";
import type { View } from "./views.ts";

/** How a room opens. */
export interface Opening {
	at: number;
	/** The host who opens it, and was on stage first. */
	first: string;
	/** The truth first, then what each process takes for it. */
	beliefs: readonly [View, ...View[]];
	clockWrong: boolean;
}

/** A room opens. */
export function openEpoch(cast: Cast, { at, first, beliefs, clockWrong }: Opening): Epoch {
	const [truth] = beliefs;
	const starts = isOpenedByHand(cast) ? startsByHand(beliefs, at) : [countStart(truth.start, at)];
	const leaders = new Set(starts.map((start) => leaderOf(cast, first, start)));
	const [host = ""] = leaders;
	const isLeading = (who: string) => who === host || cast.panel.includes(who);
	return newEpoch({
		openedAt: at,
		host,
		isHostUnclear: leaders.size > 1,
		isHostOnStage: isOnStage(cast) && host === first,
		starts,
		onStage: new Set([...inRoom(truth.places)].filter(isLeading)),
		atOpening: companyIn(beliefs),
		clockWrong,
	});
}

/** The starts that count, as the bot believes: the truth, unless a packet about it was lost. */
function startsByHand(beliefs: readonly View[], at: number): CountedStart[] {
	const scheduled = new Set(beliefs.map(({ start }) => start));
	return [...scheduled].flatMap((start) => startsAhead(at, start.at).map((counted) => countStart(start, at, counted)));
}

/** Whoever made what is scheduled hosts it, but no bot does; else whoever is on stage first. Empty for nobody. */
function leaderOf(cast: Cast, first: string, { at }: CountedStart): string {
	const isScheduled = !isOpenedByHand(cast) || at !== null;
	if (isScheduled && !cast.bots.includes(cast.maker)) return cast.maker;
	return isOnStage(cast) ? first : "";
}
