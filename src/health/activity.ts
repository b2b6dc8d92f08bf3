import type { Clock } from "../clock.ts";
import type { Fact } from "../fact.ts";

/** Which channels and sessions this process has taken on, and where something has happened since the last look. */
export interface Activity {
	note(fact: Fact): void;
	/** Returns what has happened since the last call. Sessions that are not `open` any more are forgotten; null: not known. */
	take(open: readonly string[] | null): Movement;
}

/** What has happened in a span of time. */
export interface Movement {
	/** Whether this process posts to a channel and nothing has happened there: no attempt ended, no rate limit holds, the store has not failed. */
	isStill(channelId: string): boolean;
	/** Whether this process has a session and has not compared it. */
	isUnattended(sessionId: string): boolean;
}

/** Stands for all channels, in place of a channel's id. */
const ALL = "";

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
