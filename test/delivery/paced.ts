import { bucketAfter, spendAt, waitFor } from "../../src/bucket.ts";
import { afterNaming, gateAfter, passage } from "../../src/delivery/pace.ts";
import type { Pace } from "../../src/store/schema.ts";

/** From sending a post to its answer; it stands there half-way. */
const ANSWER_MS = 100;

/** What a channel posts to people who come at these times, as the pure rules have it; `holds` is how many fit in a message. */
export function paced(comings: readonly number[], pace: Pace, { holds = 90 } = {}) {
	const start = { now: 0, steady: 0 };
	let [bucket, gate] = [bucketAfter([], start), gateAfter([], start)];
	let letOutAt = Number.NEGATIVE_INFINITY;
	const posts: { at: number; people: number }[] = [];
	const delays: number[] = [];
	const here = (now: number) => comings.filter((at) => at <= now).length - delays.length;
	for (let now = 0; delays.length < comings.length; ) {
		const next = (after: number) => comings.find((at) => at > after) ?? Number.POSITIVE_INFINITY;
		const people = here(now);
		const followers = Math.max(0, here(letOutAt));
		if (people === 0) {
			now = next(now);
			continue;
		}
		const may = passage(gate, { paces: [pace], people, followers }, now);
		if (may.is === "held") {
			now = Math.min(may.until, next(now));
			continue;
		}
		now += waitFor(bucket, now);
		if (may.is === "open") letOutAt = now;
		bucket = spendAt(bucket, now);
		const named = Math.min(holds, here(now));
		for (const at of comings.slice(delays.length, delays.length + named)) delays.push(now + ANSWER_MS / 2 - at);
		gate = afterNaming(gate, { at: now, people: named });
		posts.push({ at: now, people: named });
		now += ANSWER_MS;
	}
	return { posts, delays, worst: Math.max(0, ...delays) };
}
