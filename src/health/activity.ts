import type { Clock } from "../clock.ts";
import type { Fact } from "../fact.ts";

/** What has moved since somebody last looked, and what this process has taken on. */
export interface Activity {
	note(fact: Fact): void;
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

/** In place of a channel's id: what concerns all channels. */
const ALL = "";

/** Keeps track of what moves. */
export function createActivity(clock: Clock): Activity {
	const ours = new Set<string>();
	let sessions = new Set<string>();
	let moved = new Set<string>();
	let compared = new Set<string>();
	let restsUntil = new Map<string, number>();

	return {
		note(fact) {
			switch (fact.kind) {
				case "due":
				case "attempting":
					ours.add(fact.channelId);
					break;
				case "attempted": {
					const { channelId, outcome } = fact;
					moved.add(channelId);
					if (outcome.kind !== "limited") break;
					restsUntil.set(outcome.global ? ALL : channelId, clock.steady() + outcome.retryAfterMs);
					break;
				}
				case "compared":
					sessions.add(fact.sessionId);
					compared.add(fact.sessionId);
					break;
				case "failing": // whoever tries again has not stopped
					moved.add(fact.id);
					sessions.add(fact.id);
					compared.add(fact.id);
			}
		},
		take(open) {
			const now = clock.steady();
			if (open) sessions = sessions.intersection(new Set(open));
			const [heard, seen] = [moved, compared];
			[moved, compared] = [new Set(), new Set()];
			restsUntil = new Map([...restsUntil].filter(([, until]) => until > now));
			const resting = new Set(restsUntil.keys());
			return {
				isStill: (id) => ours.has(id) && !heard.has(id) && !resting.has(id) && !resting.has(ALL),
				isUnattended: (id) => sessions.has(id) && !seen.has(id),
			};
		},
	};
}
