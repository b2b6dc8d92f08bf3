import type { Person, Presence } from "./view.ts";

/** Somebody entering or leaving a room. */
export interface Move {
	person: Person;
	enters: boolean;
	at: number;
	/** False when nobody saw it and a snapshot gave it away. */
	witnessed: boolean;
}

/** What a batch of moves means for a session. */
export interface Admission {
	/** Stays to store; those that also ended within the batch have a `leftAt`. */
	stays: { userId: string; enteredAt: number; leftAt: number | null; witnessed: boolean }[];
	/** Stored stays that ended. */
	endings: { userId: string; leftAt: number; witnessed: boolean }[];
	/** The first entering of each person in the batch: an arrival, unless the store knows that they came before. */
	arrivals: { person: Person; arrivedAt: number; witnessed: boolean }[];
	/** Where they leave those who moved: inside, or not. */
	moved: Map<string, boolean>;
}

/**
 * Works through moves in order. `inside` has a stored, open stay; it may be a crowd, so it is looked at and not copied.
 * Bots and the host are nobody's guests.
 */
export function admit(moves: readonly Move[], inside: ReadonlySet<string>, hostId: string | null): Admission {
	const stays: Admission["stays"] = [];
	const endings: Admission["endings"] = [];
	const arrivals = new Map<string, Admission["arrivals"][number]>();
	const begun = new Map<string, Admission["stays"][number]>();
	const moved = new Map<string, boolean>();
	for (const { person, enters, at, witnessed } of moves) {
		if (person.bot || person.id === hostId) continue;
		const isInside = moved.get(person.id) ?? inside.has(person.id);
		if (enters === isInside) continue; // the same packet twice, or a leaving of someone who was never in
		moved.set(person.id, enters);
		if (enters) {
			const stay = { userId: person.id, enteredAt: at, leftAt: null, witnessed };
			stays.push(stay);
			begun.set(person.id, stay);
			if (!arrivals.has(person.id)) arrivals.set(person.id, { person, arrivedAt: at, witnessed });
			continue;
		}
		const stay = begun.get(person.id);
		if (stay) stay.leftAt = at;
		else endings.push({ userId: person.id, leftAt: at, witnessed });
		begun.delete(person.id);
	}
	return { stays, endings, arrivals: [...arrivals.values()], moved };
}

/** Brings up to date who is inside, and returns it. */
export function follow(inside: Set<string>, { moved }: Pick<Admission, "moved">): Set<string> {
	for (const [userId, isInside] of moved) {
		if (isInside) inside.add(userId);
		else inside.delete(userId);
	}
	return inside;
}

/**
 * The moves nobody saw: who is in the room without a stay came in, who has a stay without being there has left. People
 * in `later` are left for later: they were there at the opening, and who is host or panel is not settled yet. So are those
 * of whom it is not known yet who they are.
 */
export function conclude(
	present: ReadonlyMap<string, Presence>,
	inside: ReadonlySet<string>,
	later: ReadonlySet<string>,
	now: number,
): Move[] {
	const moves: Move[] = [];
	for (const userId of inside) {
		if (present.has(userId)) continue;
		moves.push({ person: { id: userId, name: "", bot: false }, enters: false, at: now, witnessed: false });
	}
	for (const { person, enteredAt, witnessed, unnamed } of present.values()) {
		if (inside.has(person.id) || later.has(person.id) || unnamed) continue;
		moves.push({ person, enters: true, at: enteredAt, witnessed });
	}
	return moves;
}
