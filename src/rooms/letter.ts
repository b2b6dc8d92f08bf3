import type { Move, RoomEvent } from "./happening.ts";
import type { VoiceSighting } from "./sighting.ts";
import { hasPeople, type RoomView, type Transfer } from "./view.ts";

/** Something that has happened to a room and waits to be taken. */
export type Letter =
	| { kind: "move"; move: Move }
	/** What a host asks for is answered: whether it was done, or why it could not be. */
	| (Extract<RoomEvent, { kind: "start" | "end" }> & { answer: Deferred })
	| Exclude<RoomEvent, { kind: "moves" | "start" | "end" }>;

interface Deferred {
	resolve(yes: boolean): void;
	reject(error: unknown): void;
}

/** Where an answer is waited for; null for a letter that nobody waits for. */
export function answerTo(letter: Letter): Deferred | null {
	return letter.kind === "start" || letter.kind === "end" ? letter.answer : null;
}

/** What the first of the waiting letters say, and how many those are: moves are taken together. */
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

/** What somebody's going from one room to another means to each of them. */
export function moveLetters(
	{ person, witnessed, onStage }: VoiceSighting,
	{ from, to }: Transfer,
	at: number,
): { roomId: string; letter: Letter }[] {
	const letterTo = (room: RoomView, enters: boolean) => {
		const speaks = enters && room.kind === "stage" && onStage;
		const move: Move = { person, enters, at, witnessed, onStage: speaks, leavesEmpty: !hasPeople(room) };
		return { roomId: room.id, letter: { kind: "move" as const, move } };
	};
	return [...(from ? [letterTo(from, false)] : []), ...(to ? [letterTo(to, true)] : [])];
}
