import type { Move } from "./happening.ts";
import type { Session } from "./session.ts";
import type { Present } from "./view.ts";

/** The moves of a session's guests, with times moved into it. Bots and the host are no guests. */
export function guestsAmong(moves: readonly Move[], { hostId, reopenedAt }: Session, at: number): Move[] {
	const earliest = Math.min(reopenedAt, at);
	return moves
		.filter(({ person }) => !person.bot && person.id !== hostId)
		.map((move) => ({ ...move, at: Math.min(Math.max(move.at, earliest), at) }));
}

/** Those of these people who speak on stage, in order of entering; not those of whom it is not known who they are. */
export function speakersAmong(present: Present, among: Iterable<string>): string[] {
	return [...among]
		.flatMap((userId) => present.get(userId) ?? [])
		.filter(({ person, onStage, unnamed }) => onStage && !unnamed && !person.bot)
		.sort((a, b) => a.enteredAt - b.enteredAt)
		.map(({ person }) => person.id);
}
