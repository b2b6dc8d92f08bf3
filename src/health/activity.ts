import type { Clock } from "../clock.ts";
import type { Outcome } from "../outcome.ts";

/** What has moved since somebody last looked, and what this process has taken on. */
export interface Activity {
	/** Something is to be said in a channel, by this process. */
	expect(channelId: string): void;
	/** A post to a channel has come to an end, good or bad. */
	ended(channelId: string, outcome: Outcome): void;
	/** What is stored about a session was compared with what Discord shows. */
	compared(sessionId: string): void;
	/** The store failed a channel or a session. Whoever tries again has not stopped. */
	failing(id: string): void;
	/** Takes what has moved since the last time. Sessions that are not `open` any more are forgotten; null: not known. */
	take(open: readonly string[] | null): Movement;
}

/** What has moved in a span of time. */
export interface Movement {
	/** Whether a channel is this process's business, and nothing came of it: no post ended there, it is not told to wait, nor does the store fail. */
	isStill(channelId: string): boolean;
	/** Whether a session is this process's business, and nobody compared it. */
	isUnattended(sessionId: string): boolean;
}

/** Keeps track of what moves. */
export function createActivity(clock: Clock): Activity {
	const ours = new Set<string>();
	let sessions = new Set<string>();
	let posted = new Set<string>();
	let compared = new Set<string>();
	let restsUntil = new Map<string, number>();
	const ALL = "";

	return {
		expect: (channelId) => void ours.add(channelId),
		ended(channelId, outcome) {
			posted.add(channelId);
			if (outcome.kind !== "limited") return;
			restsUntil.set(outcome.global ? ALL : channelId, clock.now() + outcome.retryAfterMs);
		},
		compared(sessionId) {
			sessions.add(sessionId);
			compared.add(sessionId);
		},
		failing(id) {
			posted.add(id);
			sessions.add(id);
			compared.add(id);
		},
		take(open) {
			const now = clock.now();
			if (open) sessions = sessions.intersection(new Set(open));
			const [moved, seen] = [posted, compared];
			[posted, compared] = [new Set(), new Set()];
			restsUntil = new Map([...restsUntil].filter(([, until]) => until > now));
			const resting = new Set(restsUntil.keys());
			return {
				isStill: (id) => ours.has(id) && !moved.has(id) && !resting.has(id) && !resting.has(ALL),
				isUnattended: (id) => sessions.has(id) && !seen.has(id),
			};
		},
	};
}
