import type { Participant, Stay } from "./attendance.ts";
import type { Entry } from "./entries.ts";
import { areAlike, nameKey, sharedAddresses } from "./identity.ts";
import { higherRole } from "./roles.ts";

/** Everyone in a file, by what became of them. */
export interface Gathered {
	people: Participant[];
	noShows: string[];
	/** Names of attendees who were there, nobody knows when. */
	untimed: string[];
	staff: string[];
}

/** A person as their rows tell; they may be known by a second name and have an address. */
interface Known extends Participant {
	original: string | null;
	email: string | null;
	wasThere: boolean;
}

/** Puts the rows about one person together and merges their overlapping stays. */
export function gather(entries: Entry[]): Gathered {
	const guests = new GuestBook(sharedAddresses(entries));
	for (const entry of entries) guests.add(entry);
	const { everyone } = guests;
	for (const person of everyone) person.stays = merge(person.stays);
	const attendees = everyone.filter(({ role, stays }) => role === "attendee" && stays.length === 0);
	return {
		people: everyone
			.filter(({ stays }) => stays.length > 0)
			.map(({ name, role, stays }) => ({ name, role, stays }))
			.toSorted((a, b) => firstArrival(a) - firstArrival(b)),
		noShows: attendees.filter(({ wasThere }) => !wasThere).map(({ name }) => name),
		untimed: attendees.filter(({ wasThere }) => wasThere).map(({ name }) => name),
		staff: everyone.filter(({ role }) => role !== "attendee").map(({ name }) => name),
	};
}

/** So many people of one name are looked through for the one a row is about. */
const MOST_NAMESAKES = 50;

/**
 * Who is known, found by address and by name.
 *
 * One address is one person, also under two names, unless these are unlike and in the room at the same time. Without an
 * address a name is; two addresses are two people of one name. A name given up for another still tells who it is.
 */
class GuestBook {
	readonly everyone: Known[] = [];
	readonly #shared: ReadonlySet<string>;
	readonly #byEmail = new Map<string, Known[]>();
	readonly #byName = new Map<string, Known[]>();

	constructor(shared: ReadonlySet<string>) {
		this.#shared = shared;
	}

	add(entry: Entry): void {
		const email = entry.email !== null && this.#shared.has(entry.email) ? null : entry.email;
		const known = this.#find({ ...entry, email }) ?? this.#welcome(entry.name);
		known.role = higherRole(known.role, entry.role);
		known.wasThere ||= entry.wasThere;
		known.original ??= entry.original;
		if (entry.enteredAt !== null) addStay(known, { enteredAt: entry.enteredAt, leftAt: entry.leftAt });
		if (email !== null) {
			known.email ??= email;
			enter(this.#byEmail, email, known);
		}
		for (const name of [entry.name, entry.original]) if (name !== null) enter(this.#byName, nameKey(name), known);
	}

	#welcome(name: string): Known {
		const known: Known = { name, original: null, email: null, role: "attendee", stays: [], wasThere: false };
		this.everyone.push(known);
		return known;
	}

	#find(entry: Entry): Known | undefined {
		const same = (entry.email !== null && this.#byEmail.get(entry.email)) || [];
		const alike = same.find((known) => isAlike(known, entry));
		if (alike) return alike;
		const alone = same.find((known) => known.stays.length > 0 && entry.enteredAt !== null && !meet(known, entry));
		return alone ?? this.#findByName(entry);
	}

	#findByName(entry: Entry): Known | undefined {
		const { name, original, email } = entry;
		const named = (key: string | null) =>
			((key !== null && this.#byName.get(nameKey(key))) || [])
				.slice(0, MOST_NAMESAKES)
				.filter((known) => known.email === null || email === null || known.email === email);
		const mine = named(name).filter((known) => nameKey(known.name) === nameKey(name) || isFree(known, entry));
		return (
			mine.find((known) => !meet(known, entry)) ?? mine[0] ?? named(original).find((known) => isFree(known, entry))
		);
	}
}

/** An array that began empty keeps room for seventeen; nearly everybody has one stay. */
function addStay(known: Known, stay: Stay): void {
	if (known.stays.length === 0) known.stays = [stay];
	else known.stays.push(stay);
}

function enter(index: Map<string, Known[]>, key: string, known: Known): void {
	const found = index.get(key);
	if (!found) index.set(key, [known]);
	else if (found.at(-1) !== known && (found.length >= MOST_NAMESAKES || !found.includes(known))) found.push(known);
}

function isAlike(known: Known, { name, original }: Entry): boolean {
	const names = [name, original].filter((one) => one !== null);
	return [known.name, known.original].some((one) => one !== null && names.some((other) => areAlike(one, other)));
}

/** Whether somebody of another name may be the one a row is about: not while they are in the room themselves. */
function isFree(known: Known, entry: Entry): boolean {
	return entry.original === known.name || !meet(known, entry);
}

/** Whether a row says that somebody came while this person was in the room. */
function meet({ stays }: Known, { enteredAt, leftAt }: Entry): boolean {
	if (enteredAt === null) return false;
	const until = leftAt ?? Number.POSITIVE_INFINITY;
	return stays.some((stay) => stay.enteredAt < until && enteredAt < (stay.leftAt ?? Number.POSITIVE_INFINITY));
}

/** When a person first came. */
export function firstArrival(person: Participant): number {
	return person.stays[0]?.enteredAt ?? Number.POSITIVE_INFINITY;
}

/** A stay without an end lasts until the same person's next one says otherwise. */
function merge(stays: Stay[]): Stay[] {
	if (stays.length < 2) return stays;
	const merged: Stay[] = [];
	for (const stay of stays.toSorted((a, b) => a.enteredAt - b.enteredAt)) {
		const last = merged.at(-1);
		if (!last || (last.leftAt !== null && last.leftAt < stay.enteredAt)) merged.push({ ...stay });
		else if (last.leftAt === null || stay.leftAt === null) last.leftAt = stay.leftAt;
		else last.leftAt = Math.max(last.leftAt, stay.leftAt);
	}
	return merged;
}
