/** What Discord allows, and how long its answers take. */
export interface Limits {
	/** Posts at once in one channel. */
	burst: number;
	/** Milliseconds in which one more post comes back to a channel. */
	refillMs: number;
	/** Requests in any second, over all channels. */
	perSecond: number;
	/** From sending a post to its answer; it is accepted half-way. A channel has one post under way at a time. */
	answerMs: number;
	/** UTF-16 units a post has for names. */
	units: number;
}

/** Somebody who comes: when, in milliseconds, and how many units their name takes in a post. */
export interface ArrivingName {
	at: number;
	units: number;
}

/** What cannot be beaten without knowing the future. */
export interface Least {
	posts: number;
	/** From each arrival to the accepted post, in milliseconds; room by room, in the order of the arrivals. */
	delays: number[];
}

interface RoomSoFar {
	people: readonly ArrivingName[];
	delays: number[];
	answeredAt: number;
	/** When its bucket is full again. */
	fullAt: number;
}

/**
 * The delays of a bot that takes no time at all and posts whenever the limits let it, each time with everybody who waits
 * and fits, and where somebody has waited longest. The people of each room come in order of `at`. Who knew when the crowds
 * will end could spread the posts better still.
 */
export function leastPossible(rooms: readonly (readonly ArrivingName[])[], limits: Limits): Least {
	const { burst, refillMs, perSecond, answerMs, units } = limits;
	const never = Number.NEGATIVE_INFINITY;
	const all = rooms.map((people): RoomSoFar => ({ people, delays: [], answeredAt: never, fullAt: never }));
	const sent: number[] = [];
	const readyAt = ({ people, delays, answeredAt, fullAt }: RoomSoFar) =>
		Math.max(people[delays.length]?.at ?? 0, answeredAt, fullAt - (burst - 1) * refillMs - answerMs / 2);
	for (let open = waitingIn(all); open.length > 0; open = waitingIn(open)) {
		const slotAt = (sent[sent.length - perSecond] ?? never) + 1_000;
		const sentAt = Math.max(slotAt, sent.at(-1) ?? never, Math.min(...open.map(readyAt)));
		const room = longestIn(open.filter((one) => readyAt(one) <= sentAt));
		if (!room) break;
		const acceptedAt = sentAt + answerMs / 2;
		const waiting = room.people.slice(room.delays.length);
		for (const { at } of waiting.slice(0, fitting(waiting, sentAt, units))) room.delays.push(acceptedAt - at);
		sent.push(sentAt);
		room.answeredAt = sentAt + answerMs;
		room.fullAt = Math.max(room.fullAt, acceptedAt) + refillMs;
	}
	return { posts: sent.length, delays: all.flatMap(({ delays }) => delays) };
}

/**
 * The fewest posts in one channel with which nobody waits longer than `waitMs` for their name, and the delays that come with
 * them: each post leaves when somebody can wait no longer, or when no more names fit. Limits of Discord's play no part.
 */
export function fewestPosts(
	people: readonly ArrivingName[],
	{ waitMs, units }: { waitMs: number; units: number },
): Least {
	const delays: number[] = [];
	let posts = 0;
	while (delays.length < people.length) {
		const waiting = people.slice(delays.length);
		const latest = (waiting[0]?.at ?? 0) + waitMs;
		const count = fitting(waiting, latest, units);
		const next = waiting[count];
		const sentAt = Math.min(latest, next?.at ?? latest);
		for (const { at } of waiting.slice(0, count)) delays.push(sentAt - at);
		posts++;
	}
	return { posts, delays };
}

function waitingIn(rooms: readonly RoomSoFar[]): RoomSoFar[] {
	return rooms.filter(({ people, delays }) => delays.length < people.length);
}

/** The room in which somebody has waited longest. */
function longestIn(rooms: readonly RoomSoFar[]): RoomSoFar | undefined {
	const since = ({ people, delays }: RoomSoFar) => people[delays.length]?.at ?? 0;
	return rooms.reduce<RoomSoFar | undefined>(
		(best, one) => (best && since(best) <= since(one) ? best : one),
		undefined,
	);
}

/** How many of those who have come by `at` one post has room for; somebody always goes. */
function fitting(people: readonly ArrivingName[], at: number, units: number): number {
	let left = units;
	let count = 0;
	for (const person of people) {
		left -= person.units;
		if (person.at > at || (left < 0 && count > 0)) break;
		count++;
	}
	return count;
}
