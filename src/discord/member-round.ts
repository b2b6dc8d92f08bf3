/**
 * Discord tells who up to 100 members of a server are in one request over the gateway, and takes 120 packets a minute from
 * a connection. What is asked when, as plain values.
 */

/** Somebody about whom Discord is to be asked. */
export interface Unnamed {
	serverId: string;
	userId: string;
	/** Whether somebody waits to be greeted; else there is time. */
	isUrgent: boolean;
}

/** The people who wait, sorted by what is done about them now. Nobody is in two of these. */
export interface Round<U extends Unnamed> {
	/** Those to request now, each time of one server. None is empty: that would be a request for everybody. */
	requests: U[][];
	/** Those who are urgent and so few on their server that they are asked for one by one rather than made to wait. */
	oneByOne: U[];
	/** Those who wait for the next round. */
	waiting: U[];
}

const MOST_IN_REQUEST = 100;
/** So few on a server are named one by one within about a second. */
const FEW = 10;
/** So many requests are kept for those who are urgent and come next. */
const KEPT_FOR_URGENT = 25;

/**
 * What to do about those who wait when at most so many requests may be sent: those who are urgent come first, where most
 * of them wait. The others of their server come along.
 */
export function roundOf<U extends Unnamed>(unnamed: readonly U[], mostRequests: number): Round<U> {
	const perServer = [...Map.groupBy(unnamed, ({ serverId }) => serverId).values()];
	const all = perServer.flatMap((people) => inRequests(people.toSorted((a, b) => urgencyOf(b) - urgencyOf(a))));
	const inTurn = all.toSorted((a, b) => countUrgent(b) - countUrgent(a) || b.length - a.length);
	const most = Math.max(Math.min(mostRequests, inTurn.filter(countUrgent).length), mostRequests - KEPT_FOR_URGENT);
	const left = inTurn.slice(most);
	const isFew = (people: readonly U[]) => people.length < FEW;
	return {
		requests: inTurn.slice(0, most),
		oneByOne: left.filter(isFew).flatMap((people) => people.filter(({ isUrgent }) => isUrgent)),
		waiting: left.flatMap((people) => (isFew(people) ? people.filter(({ isUrgent }) => !isUrgent) : people)),
	};
}

function urgencyOf({ isUrgent }: Unnamed): number {
	return isUrgent ? 1 : 0;
}

function countUrgent(people: readonly Unnamed[]): number {
	return people.filter(({ isUrgent }) => isUrgent).length;
}

function inRequests<U>(people: readonly U[]): U[][] {
	const count = Math.ceil(people.length / MOST_IN_REQUEST);
	return Array.from({ length: count }, (_, i) => people.slice(i * MOST_IN_REQUEST, (i + 1) * MOST_IN_REQUEST));
}

/**
 * How many requests a connection takes, by the steady clock: 50 at once and one more each second, so at most 110 in any
 * minute. @discordjs/ws 1.2 holds packets back from the 115th on, and then they may leave in the midst of a reconnect.
 */
export interface Allowance {
	requests: number;
	at: number;
}

const MOST_AT_ONCE = 50;
const ONE_MORE_EACH_MS = 1_000;

/** What a new connection takes. */
export const FULL_ALLOWANCE: Allowance = { requests: MOST_AT_ONCE, at: Number.NEGATIVE_INFINITY };

/** The allowance as it stands at `now`. */
export function allowanceAt({ requests, at }: Allowance, now: number): Allowance {
	return { requests: Math.min(MOST_AT_ONCE, requests + (now - at) / ONE_MORE_EACH_MS), at: now };
}
