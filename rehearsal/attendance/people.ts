import type { Participant, Role, Stay } from "./attendance.ts";
import type { Entry } from "./entries.ts";
import { higherRole } from "./roles.ts";

/** Everyone in a file, by what became of them. */
export interface Gathered {
	people: Participant[];
	noShows: string[];
	staff: string[];
}

/**
 * Puts the rows about one person together and merges their overlapping stays.
 *
 * The same email is the same person, whatever the name; without an email, the same name is.
 */
export function gather(entries: Entry[]): Gathered {
	const known = new Map<string, { name: string; role: Role; stays: Stay[] }>();
	for (const entry of entries) {
		const key = personKey(entry);
		const person = known.get(key) ?? { name: entry.name, role: entry.role, stays: [] };
		person.role = higherRole(person.role, entry.role);
		if (entry.enteredAt !== null) person.stays.push({ enteredAt: entry.enteredAt, leftAt: entry.leftAt });
		known.set(key, person);
	}
	const everyone = [...known.values()].map((person) => ({ ...person, stays: merge(person.stays) }));
	const wasThere = everyone.filter((person) => person.stays.length > 0);
	const isAway = (person: Participant) => person.stays.length === 0 && person.role === "attendee";
	return {
		people: wasThere.toSorted((a, b) => firstArrival(a) - firstArrival(b)),
		noShows: everyone.filter(isAway).map((person) => person.name),
		staff: everyone.filter((person) => person.role !== "attendee").map((person) => person.name),
	};
}

/** What tells one person from another. */
export function personKey({ name, email }: Pick<Entry, "name" | "email">): string {
	return email ? `email ${email}` : `name ${name.normalize("NFC").toLowerCase()}`;
}

/** When a person first came. */
export function firstArrival(person: Participant): number {
	return person.stays[0]?.enteredAt ?? Number.POSITIVE_INFINITY;
}

/** A stay without an end lasts until the same person's next one says otherwise. */
function merge(stays: Stay[]): Stay[] {
	const merged: Stay[] = [];
	for (const stay of stays.toSorted((a, b) => a.enteredAt - b.enteredAt)) {
		const last = merged.at(-1);
		if (!last || (last.leftAt !== null && last.leftAt < stay.enteredAt)) merged.push({ ...stay });
		else if (last.leftAt === null || stay.leftAt === null) last.leftAt = stay.leftAt;
		else last.leftAt = Math.max(last.leftAt, stay.leftAt);
	}
	return merged;
}
