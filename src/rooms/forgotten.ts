import { forgottenAmong } from "../store/forgotten.ts";
import type { Store } from "../store/queryable.ts";
import type { Move } from "./happening.ts";
import type { Session } from "./session.ts";

/**
 * The moves of all but those who have asked to be forgotten while the session was on: nothing more of them is stored in it,
 * and they are neither greeted again nor thanked. The store is asked only where somebody has.
 */
export async function withoutForgotten(
	moves: readonly Move[],
	{ id, forgottenKey: key }: Pick<Session, "id" | "forgottenKey">,
	{ store }: { store: Store },
): Promise<readonly Move[]> {
	if (key === null || moves.length === 0) return moves;
	const userIds = new Set(moves.map(({ person }) => person.id));
	const forgotten = await forgottenAmong(store, { id, key }, [...userIds]);
	return moves.filter(({ person }) => !forgotten.has(person.id));
}
