import { type Certainty, opensAhead, wasAhead } from "./ahead.ts";
import type { BlindSpots } from "./blind-spots.ts";
import { type Company, shareOf } from "./company.ts";
import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import type { Namings } from "./namings.ts";
import { type Cast, isOpenedByHand } from "./plan.ts";
import type { Troubles } from "./troubles.ts";

const REOPEN_WITHIN_MS = 5 * 60_000;
/** So much of the audience makes it the same session, whoever hosts. */
const ENOUGH = 0.5;

/** Whether two openings are one session; `either`: nobody could tell. */
export type Link = "same" | "new" | "either";

/** What links depend on. */
export interface LinkFactors {
	cast: Cast;
	blindSpots: BlindSpots;
	troubles: Troubles;
	namings: Namings;
	/** For how long a greeting may be kept back. */
	holdMs: number;
}

/** The same, with what is known of the openings before. */
interface SoFar extends LinkFactors {
	/** Those that may have continued a session of another host. */
	mayBeAnothers: ReadonlySet<Epoch>;
}

/** The openings that are one session, given how far a link is trusted. */
export function sessionsOf(epochs: readonly Epoch[], joined: readonly Link[], factors: LinkFactors): Epoch[][] {
	let sessions: Epoch[][] = [];
	const mayBeAnothers = new Set<Epoch>();
	for (const epoch of epochs) {
		const { link, to } = linkOf(sessions, epoch, { ...factors, mayBeAnothers });
		if (link === "either" && to.flat().some(({ host }) => host !== epoch.host)) mayBeAnothers.add(epoch);
		const continued = joined.includes(link) ? to : [];
		// The one of the last opening stays last.
		sessions = [...sessions.filter((session) => !continued.includes(session)), [...continued.flat(), epoch]];
	}
	return sessions;
}

/** Which of the sessions before it an opening continues, or may. */
function linkOf(sessions: readonly Epoch[][], epoch: Epoch, factors: SoFar): { link: Link; to: Epoch[][] } {
	if (!isOpenedByHand(factors.cast)) return { link: "new", to: [] }; // another event, or another date of it
	const last = sessions.at(-1);
	const link = last ? linkToLast(last, epoch, factors) : "new";
	const to = last && link !== "new" ? [last] : [];
	// What is opened ahead of an event is that event's session, whoever leads it and however long ago it closed.
	const opens = opensAhead(epoch);
	const ahead = opens === "no" ? [] : sessions.filter((session) => wasAhead(session) !== "no");
	const surely = opens === "yes" ? ahead.find((session) => wasAhead(session) === "yes") : undefined;
	if (surely) return { link: "same", to: [surely] };
	if (ahead.every((session) => to.includes(session))) return { link, to };
	return { link: "either", to: [...new Set([...ahead, ...to])] };
}

/** Whether an opening continues the last session before it, as far as its host, its audience and the time tell. */
function linkToLast(session: readonly Epoch[], epoch: Epoch, factors: SoFar): Link {
	const before = session.at(-1);
	if (!before?.sure || !before.closeSure || before.clockWrong || !epoch.sure) return "either";
	const isSoon = opensSoon(before, epoch, factors.blindSpots);
	if (isSoon === "no") return "new";
	if (session.some((one) => factors.namings.hasChanged(one))) return "either"; // another host, or another audience
	const link = linkByHost(session, epoch, factors) ?? linkByAudience(before, epoch, factors);
	return link === "same" && isSoon === "perhaps" ? "either" : link;
}

/** What its host tells; of a session that had several, nobody says whose it is. Null where another decides. */
function linkByHost(session: readonly Epoch[], { host }: Epoch, { mayBeAnothers }: SoFar): Link | null {
	const led = session.filter((one) => one.host === host).length;
	if (led === 0) return null;
	return led === session.length && !session.some((one) => mayBeAnothers.has(one)) ? "same" : "either";
}

/** Whether it opened within five minutes, from when the bot heard of the end to when it heard of the opening. */
function opensSoon(before: Epoch, { openedAt }: Epoch, blindSpots: BlindSpots): Certainty {
	const closedAt = before.closedAt ?? openedAt;
	// It goes by the clock it had then.
	if (blindSpots.wasClockWrong(openedAt, blindSpots.heardBy(openedAt))) return "perhaps";
	if (blindSpots.heardBy(openedAt) - closedAt <= REOPEN_WITHIN_MS) return "yes";
	return openedAt - blindSpots.heardBy(closedAt) > REOPEN_WITHIN_MS ? "no" : "perhaps";
}

/** Whether enough of those who were greeted and still there at the end are there again; of nobody, who could tell? */
function linkByAudience(before: Epoch, epoch: Epoch, factors: LinkFactors): Link {
	const { least, most } = shareOf(greetedUntilTheEnd(before, factors), epoch.atOpening);
	if (least >= ENOUGH) return "same";
	return most < ENOUGH ? "new" : "either";
}

function greetedUntilTheEnd(epoch: Epoch, { holdMs, troubles, namings }: LinkFactors): Company {
	const { guests, atEnd, closedAt } = epoch;
	const attended = [...guests].filter(([who, { exempt }]) => !exempt && atEnd.perhaps.has(who));
	const greeted = attended.filter(([who, { must, knownBy, forgottenAt }]) => {
		if (namings.mayBeSeated(who, [epoch])) return false;
		if (!must || forgottenAt !== null || knownBy === null || closedAt === null || !atEnd.surely.has(who)) return false;
		return knownBy + holdMs + TOLERANCE_MS <= closedAt && troubles.isCalm(knownBy, closedAt);
	});
	return {
		surely: new Set(greeted.map(([who]) => who)),
		perhaps: new Set(attended.map(([who]) => who)),
	};
}
