/** What Discord allows in one channel, and how long its answers take. */
export interface ChannelLimits {
	/** Posts at once. */
	burst: number;
	/** Milliseconds in which one more post comes back. */
	refillMs: number;
	/** From sending a post to its answer; it is accepted half-way. One post is under way at a time. */
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
	/** From each arrival to the accepted post, in milliseconds, in the order of the arrivals. */
	delays: number[];
}

/**
 * The delays of a bot that takes no time at all and posts whenever the limits let it, each time with everybody who waits
 * and fits. `people` come in order of `at`. Who knew when the crowd will end could spread the posts better still.
 */
export function leastPossible(people: readonly ArrivingName[], limits: ChannelLimits): Least {
	const { burst, refillMs, answerMs, units } = limits;
	const delays: number[] = [];
	let posts = 0;
	let answeredAt = Number.NEGATIVE_INFINITY;
	let fullAt = Number.NEGATIVE_INFINITY;
	while (delays.length < people.length) {
		const first = people[delays.length]?.at ?? 0;
		const tokenAt = fullAt - (burst - 1) * refillMs;
		const sentAt = Math.max(first, answeredAt, tokenAt - answerMs / 2);
		const acceptedAt = sentAt + answerMs / 2;
		const count = fitting(people.slice(delays.length), sentAt, units);
		for (const { at } of people.slice(delays.length, delays.length + count)) delays.push(acceptedAt - at);
		posts++;
		answeredAt = sentAt + answerMs;
		fullAt = Math.max(fullAt, acceptedAt) + refillMs;
	}
	return { posts, delays };
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
