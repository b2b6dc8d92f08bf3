import type { Pace } from "./plan.ts";
import type { Troubles } from "./troubles.ts";

/** A bucket of posts: so many at once, and one more each so often. */
interface Bucket {
	burst: number;
	everyMs: number;
}

/** What Discord itself lets through, which is also what a host has who chooses `swift`. */
const SWIFT: Bucket = { burst: 5, everyMs: 1_000 };
const CALM: Bucket = { burst: 6, everyMs: 20_000 };
/** By so much two clocks may disagree. */
const SLACK_MS = 500;
/** So much longer one post may take to Discord than another, on a busy machine. */
const JITTER_MS = 1_500;

/** The bucket that a room of few people has. */
function bucketFor(pace: Pace): Bucket {
	if (pace === "swift") return SWIFT;
	return pace === "calm" ? CALM : { burst: 1, everyMs: pace * 1_000 };
}

/** How long a greeting may be kept back at most, where nothing goes wrong: by the pace, and by Discord's own. */
export function holdOf(pace: Pace): number {
	const { burst, everyMs } = bucketFor(pace);
	return everyMs + (burst > 1 ? SWIFT.everyMs : 0) + SLACK_MS;
}

/** When a post was tried, and when the last of those it is for had come. */
export interface PacedPost {
	triedAt: number;
	cameBy: number;
}

/** Says where a room was posted to faster than its pace allows, while nothing was wrong. */
export function* hastyPosts(posts: readonly PacedPost[], pace: Pace, troubles: Troubles): Generator<string> {
	const { burst, everyMs } = bucketFor(pace);
	const times = (burst > 1 ? posts : withoutFollowers(posts)).map(({ triedAt }) => triedAt).sort((a, b) => a - b);
	for (const [first, from] of times.entries()) {
		for (const [more, to] of times.slice(first).entries()) {
			const most = burst + Math.floor((to - from + JITTER_MS) / everyMs);
			if (more + 1 <= most || !troubles.isCalm(from, to)) continue;
			yield `${more + 1} posts in ${to - from} ms at pace ${pace}`;
			return;
		}
	}
}

/** Leaves out who follows at once, because they had come when the gate opened: their arrival may be stored a moment later. */
function withoutFollowers(posts: readonly PacedPost[]): PacedPost[] {
	const leading: PacedPost[] = [];
	for (const post of posts.toSorted((a, b) => a.triedAt - b.triedAt)) {
		const opened = leading.at(-1)?.triedAt ?? Number.NEGATIVE_INFINITY;
		if (post.cameBy > opened) leading.push(post);
	}
	return leading;
}
