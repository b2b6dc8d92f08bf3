import type { Happening } from "./happening.ts";

/** A silence that lasts longer, in real milliseconds, is explained. */
const LONGEST_UNEXPLAINED_MS = 1_000;

/** Where a replay stands while nothing is told. */
export interface Quiet {
	/** Now, and when the next thing is to happen, by the webinar's clock; null when that is not known. */
	at: number;
	next: number | null;
	/** How many people are still to hear something. */
	waiting: number;
	/** How long nothing has been told, in real milliseconds. */
	silentMs: number;
	speed: number;
	/** Nothing is to happen any more: the room is only watched. */
	isOver: boolean;
}

/** Why nothing happens, where that takes long enough to be wondered at; null otherwise. */
export function pauseIn({ at, next, waiting, silentMs, speed, isOver }: Quiet): Pause | null {
	if (waiting > 0 && !isOver) {
		return silentMs > LONGEST_UNEXPLAINED_MS ? { why: "greetings", lengthMs: null, waiting } : null;
	}
	const lengthMs = next === null ? 0 : next - at;
	if (lengthMs / speed <= LONGEST_UNEXPLAINED_MS) return null;
	return { why: isOver ? "over" : "nobody", lengthMs, waiting };
}

type Pause = Pick<Extract<Happening, { type: "pause" }>, "why" | "lengthMs" | "waiting">;
