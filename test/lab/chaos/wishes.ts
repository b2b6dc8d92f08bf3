import { Concealment } from "./concealment.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { TOLERANCE_MS } from "./epoch.ts";
import type { Press } from "./plan.ts";
import type { PostTimes } from "./words.ts";

/** When a post was first tried and when it was composed, by the bot's own clock; null where that is not known. */
export type Composed = Pick<PostTimes, "triedAt"> & { composedAt: number | null };

/** How somebody is called: by a name, or with null by a neutral word. */
export type Call = string | null;

/** What somebody has asked for. */
export interface Asked extends Press {
	sentAt: number;
	/** When they were told that it is done; null while they were not. */
	doneAt: number | null;
}

/** What may hold for somebody. */
interface Standing {
	isQuiet: boolean;
	/** The name that they have chosen; null for none. */
	called: string | null;
}

/** One person's wishes. */
interface Wisher {
	asked: Asked[];
	/** What may have held since a moment, the earliest first. */
	standings: { since: number; all: readonly Standing[] }[];
	/** What was asked and not answered: it may have been done, or may be yet. */
	open: Asked[];
}

const AT_FIRST: Standing = { isQuiet: false, called: null };
/** What was posted so long before somebody said something of themselves is certain to be put right. */
const PUT_RIGHT_WITHIN_MS = 60 * 60_000 - TOLERANCE_MS;
/** By so much the clocks of the bot and of Discord may disagree, and two processes in what they have heard. */
const DISAGREEMENT_MS = 1_000;

/**
 * How people may be called, from what they have asked for alone. What they were told is done holds from then on. Between the
 * asking and the answer it may hold or not, and without an answer it may until they are told of something else.
 */
export class Wishes {
	readonly #wishers = new Map<string, Wisher>();
	readonly #concealment = new Concealment();
	/** When the bot's clock was last wrong. */
	#clockWrongUntil = Number.NEGATIVE_INFINITY;
	#isRoomGone = false;
	#now = Number.NEGATIVE_INFINITY;

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		this.#now = entry.at;
		this.#concealment.take(entry);
		switch (entry.is) {
			case "pressed":
				this.#ask(entry.who, { what: entry.what, called: entry.called, sentAt: entry.at, doneAt: null });
				break;
			case "answered":
				if (entry.isDone) this.#isDone(entry.who, entry.at);
				break;
			case "clock":
				this.#clockWrongUntil = entry.wrong ? Number.POSITIVE_INFINITY : entry.at;
				break;
			case "action":
				if (entry.action.do === "delete room") this.#isRoomGone = true;
		}
	}

	/** Whether somebody has ever asked for anything. */
	hasAsked(who: string): boolean {
		return this.#wishers.has(who);
	}

	/** When somebody asked to be forgotten. */
	forgettings(who: string): Asked[] {
		return (this.#wishers.get(who)?.asked ?? []).filter(isForgetting);
	}

	/**
	 * When, at the earliest, a post may have been composed: as the bot knows, or shortly before it was first seen, unless
	 * something hid it.
	 */
	composedFrom({ triedAt, composedAt }: Composed): number {
		const isKnown = composedAt !== null && this.#clockWrongUntil === Number.NEGATIVE_INFINITY;
		return isKnown ? composedAt - DISAGREEMENT_MS : this.#concealment.composedFrom(triedAt);
	}

	/** How somebody may be called in a post as it was composed. */
	callsIn(who: string, post: Composed): Set<Call> {
		const { composedAt, triedAt } = post;
		const isKnown = composedAt !== null && this.#clockWrongUntil === Number.NEGATIVE_INFINITY;
		return this.#calls(who, this.composedFrom(post), isKnown ? composedAt + DISAGREEMENT_MS : triedAt);
	}

	/** How somebody may be called in what is said anew at a moment. */
	callsAnew(who: string, at: number): Set<Call> {
		return this.#calls(who, this.#concealment.composedFrom(at), at);
	}

	/**
	 * How somebody may be called by now in a post that stands, once all is put right. A neutral word stays where they are quiet
	 * no more.
	 */
	callsInStanding(who: string, post: PostTimes & Composed): Set<Call> {
		const calls = this.#calls(who, this.#putRightAt(who, post) ?? Number.NEGATIVE_INFINITY, this.#now);
		const wasQuiet = this.#calls(who, Number.NEGATIVE_INFINITY, this.#now).has(null);
		return wasQuiet ? calls.add(null) : calls;
	}

	/** When somebody was last told of what puts a post right; null where nothing certainly does. */
	#putRightAt(who: string, post: PostTimes & Composed): number | null {
		const { acceptedAt } = post;
		const { asked } = this.#wishers.get(who) ?? newWisher();
		// By a clock that is wrong it is another hour.
		if (this.#isRoomGone || this.#clockWrongUntil >= acceptedAt - TOLERANCE_MS) return null;
		// Nobody knows any more where a post calls who was forgotten after it was composed.
		const composedAt = this.composedFrom(post);
		if (asked.some((one) => isForgetting(one) && (one.doneAt ?? Number.POSITIVE_INFINITY) >= composedAt)) return null;
		const last = asked.findLast(
			({ what, doneAt }) =>
				doneAt !== null && (what === "quiet" || what === "name") && acceptedAt >= doneAt - PUT_RIGHT_WITHIN_MS,
		);
		return last?.doneAt ?? null;
	}

	#ask(who: string, asked: Asked): void {
		const wisher = this.#wishers.get(who) ?? newWisher();
		this.#wishers.set(who, wisher);
		wisher.asked.push(asked);
		wisher.open.push(asked);
		wisher.standings.push({ since: asked.sentAt, all: withOpen(lastOf(wisher), wisher.open) });
	}

	/** What somebody asked last is done; whatever they had asked before that, nobody does any more. */
	#isDone(who: string, at: number): void {
		const wisher = this.#wishers.get(who);
		const asked = wisher?.open.at(-1);
		if (!wisher || !asked) return;
		asked.doneAt = at;
		wisher.open = [];
		wisher.standings.push({ since: at, all: distinct(lastOf(wisher).map((one) => after(asked, one))) });
	}

	/** How somebody may have been called at any time between two moments. */
	#calls(who: string, from: number, to: number): Set<Call> {
		const { standings } = this.#wishers.get(who) ?? newWisher();
		const held = standings.filter(({ since }, index) => {
			const until = standings[index + 1]?.since ?? Number.POSITIVE_INFINITY;
			return since <= to && until > from;
		});
		return new Set(held.flatMap(({ all }) => all.map(({ isQuiet, called }) => (isQuiet ? null : (called ?? who)))));
	}
}

function newWisher(): Wisher {
	return { asked: [], standings: [{ since: Number.NEGATIVE_INFINITY, all: [AT_FIRST] }], open: [] };
}

function lastOf({ standings }: Wisher): readonly Standing[] {
	return standings.at(-1)?.all ?? [AT_FIRST];
}

function isForgetting({ what }: Press): boolean {
	return what === "forget" || what === "forget, stay quiet";
}

/** What holds once somebody's wish is done. */
function after({ what, called }: Press, standing: Standing): Standing {
	switch (what) {
		case "quiet":
			return { ...standing, isQuiet: true };
		case "named":
			return { ...standing, isQuiet: false };
		case "name":
			return { ...standing, called };
		case "forget":
			return AT_FIRST;
		case "forget, stay quiet":
			return { isQuiet: true, called: null };
	}
}

/** What may hold while any of these wishes may be done at any time. */
function withOpen(standings: readonly Standing[], open: readonly Press[]): Standing[] {
	let all = distinct(standings);
	for (let count = 0; count < all.length; ) {
		count = all.length;
		all = distinct([...all, ...open.flatMap((press) => all.map((one) => after(press, one)))]);
	}
	return all;
}

function distinct(standings: readonly Standing[]): Standing[] {
	return [...new Map(standings.map((one) => [`${one.isQuiet} ${one.called}`, one])).values()];
}
