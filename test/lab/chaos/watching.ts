import type { DiaryEntry } from "./diary-entry.ts";
import type { Action } from "./plan.ts";
import type { Range } from "./range.ts";

/** By so much what a bot notes down is later than what happened. */
const NOTED_WITHIN_MS = 3_000;
/** What could not be stored is tried again by then. */
const AGAIN_WITHIN_MS = 35_000;

/** A bot was blind; `who` is the one person whom it could not see, null for everybody. */
interface Blindness {
	who: string | null;
	from: number;
	to: number;
}

/** When a bot did not see, or could not note down at once, who comes and goes: it does so when it can again. */
export class Watching {
	readonly #blind: Blindness[] = [];
	/** Since when each thing lasts that keeps it from that. */
	readonly #since = new Map<string, number>();
	#processes = 0;
	/** Since when there are two of them, or were. */
	#secondUpAt = 0;
	/** Since when it believes of somebody what is not so, as a packet was lost. */
	readonly #lostSince = new Map<string, number>();

	constructor(diary: readonly DiaryEntry[]) {
		for (const entry of diary) this.#take(entry);
		const over = diary.at(-1)?.at ?? 0;
		for (const what of [...this.#since.keys()]) this.#turn(what, false, over);
		this.#showAll(over);
	}

	/** When it is noted down of somebody that they came or went at a time: never before that. */
	notedAt(at: number, who: string): Range {
		const blind = this.#blind.filter(
			({ who: one, from, to }) => (one ?? who) === who && from - NOTED_WITHIN_MS <= at && at <= to,
		);
		return { least: at, most: Math.max(at, ...blind.map(({ to }) => to)) + NOTED_WITHIN_MS };
	}

	#take(entry: DiaryEntry): void {
		const { at } = entry;
		switch (entry.is) {
			case "killed":
				this.#processes = 0;
				this.#turn("process", true, at);
				break;
			case "up":
				this.#processes++;
				this.#turn("process", false, at);
				// Beside a second one the first still believes what it did.
				if (this.#processes === 1) this.#showAll(at);
				else this.#secondUpAt = at;
				break;
			case "ended":
				this.#processes--;
				if (entry.first) this.#showAll(at + AGAIN_WITHIN_MS, this.#secondUpAt); // the other one knows better
				break;
			case "dropped":
			case "stalled":
				this.#turn("wire", true, at);
				break;
			case "back":
				this.#turn("wire", false, at);
				if (entry.fresh) this.#showAll(at);
				break;
			case "disk":
				this.#turn("disk", entry.full, at);
				break;
			case "lock":
				this.#turn("lock", entry.on, at);
				break;
			case "action":
				this.#act(entry.action, at);
		}
	}

	#act(action: Action, at: number): void {
		if (action.do !== "join" && action.do !== "leave") return;
		if (action.packet === "lost") this.#lostSince.set(action.who, this.#lostSince.get(action.who) ?? at);
		else this.#show(action.who, at);
	}

	#turn(what: string, isBlind: boolean, at: number): void {
		const from = this.#since.get(what);
		if (isBlind) {
			this.#since.set(what, from ?? at);
			return;
		}
		this.#since.delete(what);
		const isStored = what !== "disk" && what !== "lock";
		if (from !== undefined) this.#blind.push({ who: null, from, to: at + (isStored ? 0 : AGAIN_WITHIN_MS) });
	}

	/** What was lost before a time is known from another one on. */
	#showAll(at: number, lostBefore = Number.POSITIVE_INFINITY): void {
		for (const [who, lostAt] of [...this.#lostSince]) if (lostAt < lostBefore) this.#show(who, at);
	}

	#show(who: string, at: number): void {
		const from = this.#lostSince.get(who);
		this.#lostSince.delete(who);
		if (from !== undefined) this.#blind.push({ who, from, to: at });
	}
}
