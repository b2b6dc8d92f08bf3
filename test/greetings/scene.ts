import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import { always } from "../../src/greetings/pick.ts";

/** Wednesday, 2 September 2026, 17:00 UTC. */
export const START = Date.UTC(2026, 8, 2, 17);
export const MINUTE_MS = 60_000;

export const scene: Scene = {
	title: "Growing Tomatoes",
	host: "Ann",
	server: "Garden Club",
	startsAt: START,
	note: null,
	recap: null,
	next: null,
	nextEvent: null,
	now: START + MINUTE_MS,
};

/** Somebody who came in time, for the first time; `but` says what is different. */
export function guest(name: string, but: Partial<Greeting> = {}): Greeting {
	const userId = [...name].reduce((id, character) => id + String(character.codePointAt(0)), "1").slice(0, 19);
	return { userId, name, kind: "onTime", minutes: 0, visits: 1, missed: false, ...but };
}

/** Always the first variant. */
export const first = always(() => 0);
