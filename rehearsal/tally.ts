import type { InvitedGuest } from "./guest.ts";
import type { Greeted, NamedPerson, SaidMoment } from "./happening.ts";
import type { NeutralWords, ReadPost, SaidKind, SaidLine } from "./read-post.ts";

/** An attendee who came to a session and what the room has said to them. */
export interface TalliedAttendee {
	guest: InvitedGuest;
	cameAt: number;
	/** Byname was not there to see them come. */
	away: boolean;
	greeting: Pick<Greeted, "delayMs" | "moment" | "welcomedBack"> | null;
}

/** How what is posted is understood. */
export interface Hearing {
	read: ReadPost;
	neutral: NeutralWords;
	/** The words that are due at `at` to who came at `cameAt`: they tell occasions apart on which a host says the same. */
	dueTo(cameAt: number, at: number): SaidMoment;
}

/** What one post says to whom. */
export interface PostReading {
	apology: boolean;
	greeted: Greeted[];
	thanked: NamedPerson[];
	duplicates: string[];
	strangers: string[];
	unread: string[];
}

/**
 * Who came to one session, and who of them the room has heard named: counted from the posts alone, not from what the bot
 * believes to have done. Two people may share a name; each naming then counts for the one who came first.
 */
export class Tally {
	readonly attendees = new Map<string, TalliedAttendee>();
	readonly duplicates: string[] = [];
	readonly strangers: string[] = [];
	readonly unread: string[] = [];
	returns = 0;
	greeted = 0;
	posts = 0;
	thanksPosts = 0;
	thanked = 0;
	toThank = 0;
	readonly #hearing: Hearing;
	/** How people are called among others, by how they are called. */
	readonly #listed: ReadonlyMap<string, string>;
	/** Who has not been greeted, by how they would be called among others. */
	readonly #ungreeted = new Map<string, Set<TalliedAttendee>>();
	readonly #unthanked = new Map<string, Set<InvitedGuest>>();

	/** For everybody on the server. */
	constructor(everybody: Iterable<Pick<InvitedGuest, "said" | "listed">>, hearing: Hearing) {
		this.#hearing = hearing;
		const names = [...everybody, hearing.neutral];
		this.#listed = new Map(names.flatMap(({ said, listed }) => [[said, listed] as const, [listed, listed] as const]));
	}

	/** Notes that somebody came in; false when they had been in before. */
	comes(guest: InvitedGuest, at: number, { away = false } = {}): boolean {
		if (this.attendees.has(guest.id)) {
			this.returns++;
			return false;
		}
		const attendee = { guest, cameAt: at, away, greeting: null };
		this.attendees.set(guest.id, attendee);
		put(this.#ungreeted, guest.listed, attendee);
		return true;
	}

	/** Notes that the session ends while these attendees are in the room. */
	ends(present: Iterable<InvitedGuest>): void {
		for (const guest of present) {
			put(this.#unthanked, guest.listed, guest);
			this.toThank++;
		}
	}

	/** How many are still to be greeted or thanked. */
	get waiting(): number {
		return this.attendees.size - this.greeted + (this.toThank - this.thanked);
	}

	/** Those who have not been greeted. */
	get notGreeted(): InvitedGuest[] {
		return [...this.#ungreeted.values()].flatMap((group) => [...group].map(({ guest }) => guest));
	}

	/** Reads a post that stood in the room at `at`. */
	reads(text: string, at: number): PostReading {
		const { lines, unread } = this.#hearing.read(
			text,
			(name) => this.#listed.has(name),
			(kind, names) => names.every((name) => this.#isDue(kind, name, at)),
		);
		const apology = lines.some((line) => line.apology);
		const reading: PostReading = { apology, greeted: [], thanked: [], duplicates: [], strangers: [], unread };
		for (const line of lines) {
			for (const name of line.names) {
				if (line.kind === "thanks") this.#thanks(name, reading);
				else if (line.kind === "afterHours" || line.kind === "lookBack")
					reading.strangers.push(name); // nobody is to find the door closed
				else this.#greets(name, { ...line, kind: line.kind }, at, reading);
			}
		}
		if (lines.length > 0 && lines.every(({ kind }) => kind === "thanks")) this.thanksPosts++;
		else this.posts++;
		this.duplicates.push(...reading.duplicates);
		this.strangers.push(...reading.strangers);
		this.unread.push(...unread);
		return reading;
	}

	#isDue(kind: SaidKind, name: string, at: number): boolean {
		const called = this.#listed.get(name) ?? name;
		if (kind === "thanks") return this.#unthanked.has(called);
		const [attendee] = this.#ungreeted.get(called) ?? [];
		return attendee !== undefined && (kind === "back" || kind === this.#hearing.dueTo(attendee.cameAt, at));
	}

	#greets(
		name: string,
		{ kind, welcomesBack }: SaidLine & { kind: Greeted["moment"] },
		at: number,
		reading: PostReading,
	): void {
		const called = this.#listed.get(name) ?? name;
		const isAnybody = called === this.#hearing.neutral.listed;
		const attendee = take(this.#ungreeted, called) ?? (isAnybody ? takeAny(this.#ungreeted) : undefined);
		if (!attendee) {
			const came = [...this.attendees.values()].some(({ guest }) => guest.listed === called);
			(came ? reading.duplicates : reading.strangers).push(name);
			return;
		}
		const { guest, cameAt, away } = attendee;
		attendee.greeting = { delayMs: at - cameAt, moment: kind, welcomedBack: welcomesBack };
		this.greeted++;
		reading.greeted.push({ id: guest.id, name: guest.name, away, ...attendee.greeting });
	}

	#thanks(name: string, reading: PostReading): void {
		const guest = take(this.#unthanked, this.#listed.get(name) ?? name);
		if (!guest) {
			reading.strangers.push(name);
			return;
		}
		this.thanked++;
		reading.thanked.push({ id: guest.id, name: guest.name });
	}
}

function put<T>(groups: Map<string, Set<T>>, name: string, one: T): void {
	const group = groups.get(name) ?? new Set();
	groups.set(name, group.add(one));
}

/** Takes out whoever has been there longest under this name. */
function take<T>(groups: Map<string, Set<T>>, name: string): T | undefined {
	const group = groups.get(name);
	const [first] = group ?? [];
	if (!group || first === undefined) return undefined;
	group.delete(first);
	if (group.size === 0) groups.delete(name);
	return first;
}

/** Takes out anybody: a name that Discord refused is greeted with the neutral word. */
function takeAny<T>(groups: Map<string, Set<T>>): T | undefined {
	const [name] = groups.keys();
	return name === undefined ? undefined : take(groups, name);
}
