import type { Move, RoomEvent } from "./happening.ts";
import type { VoiceSighting } from "./sighting.ts";
import { hasPeople, type RoomView, type Transfer } from "./view.ts";

/** An event in a room's mailbox. Moves come one by one, and `firstOf` puts them together. */
export type Letter =
	| { kind: "move"; move: Move }
	/** `answer` resolves with whether anything came of it, and rejects when that cannot be stored. */
	| (Extract<RoomEvent, { kind: AskedFor }> & { answer: Deferred })
	| Exclude<RoomEvent, { kind: "moves" | AskedFor }>;

/** What somebody asks for, and waits for. */
type AskedFor = "start" | "end" | "panel" | "hand over" | "forget";

/** A promise that is settled from outside. */
interface Deferred {
	resolve(yes: boolean): void;
	reject(error: unknown): void;
}

/** The promise of somebody who waits for this letter's answer; null for all other letters. */
export function answerTo(letter: Letter): Deferred | null {
	return "answer" in letter ? letter.answer : null;
}

/** The first event among the waiting letters, and how many letters it is made of: consecutive moves are one event. */
export function firstOf(waiting: readonly [Letter, ...Letter[]], now: number): { event: RoomEvent; count: number } {
	const [first] = waiting;
	if (first.kind !== "move") return { event: first, count: 1 };
	const moves: Move[] = [];
	for (const letter of waiting) {
		if (letter.kind !== "move") break;
		moves.push(letter.move);
	}
	const behind = waiting[moves.length];
	const next = behind?.kind === "turn" ? behind.reason : undefined;
	return { event: { kind: "moves", at: now, moves, next }, count: moves.length };
}

/**
 * The letters for a person's transfer: one for the room they left, one for the room they entered. `partial`: somebody may
 * be in them who is not shown.
 */
export function moveLetters(
	{ person, witnessed, onStage }: VoiceSighting,
	{ from, to, left }: Transfer,
	{ at, partial }: { at: number; partial: boolean },
): { roomId: string; letter: Letter }[] {
	const letterTo = (room: RoomView, enters: boolean) => {
		const speaks = enters && room.kind === "stage" && onStage;
		const leavesEmpty = !partial && !hasPeople(room);
		const findsEmpty = enters && !partial && !hasPeople(room, person.id);
		const was = enters || !left || left.unnamed ? null : { ...left, onStage: room.kind === "stage" && left.onStage };
		const move: Move = { person, enters, at, witnessed, onStage: speaks, leavesEmpty, findsEmpty, left: was };
		return { roomId: room.id, letter: { kind: "move" as const, move } };
	};
	return [...(from ? [letterTo(from, false)] : []), ...(to ? [letterTo(to, true)] : [])];
}
