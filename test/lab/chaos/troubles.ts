import type { DiaryEntry } from "./diary-entry.ts";
import { TOLERANCE_MS } from "./epoch.ts";
import type { Action } from "./plan.ts";

/** What troubles a bot has effects for so long after it is over. */
const AFTERMATH_MS = 60_000;

/** How long one kind of trouble lasted. */
interface Span {
	what: string;
	from: number;
	to: number;
}

/** What keeps posts from a room for as long as it lasts; everything else is over after a few attempts. */
const SHUT: ReadonlySet<string> = new Set(["refusals", "no process", "disk", "lock", "time-out", "limits"]);
/** After so many attempts a post has got through. */
const THROUGH_MS = 90_000;

/** When anything was wrong with a bot, its wire, its disk, its clock or its posts: else it has to be prompt. */
export class Troubles {
	readonly #spans: Span[] = [];
	/** Since when each kind of trouble has lasted. */
	readonly #lasting = new Map<string, number>();
	#processes = 0;
	/** The last time-out, which may yet be cut short. */
	#timeOut: Span | null = null;

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		switch (entry.is) {
			case "killed":
				this.#processes = 0;
				this.#begin("no process", entry.at);
				break;
			case "up":
				this.#end("no process", entry.at);
				if (++this.#processes > 1) this.#strike(entry.at); // it has yet to hear of the first one's posts
				break;
			case "dropped":
			case "stalled":
				this.#begin("wire", entry.at);
				break;
			case "back":
				this.#end("wire", entry.at);
				break;
			case "disk":
				this.#turn(entry.is, entry.full, entry.at);
				break;
			case "lock":
				this.#turn(entry.is, entry.on, entry.at);
				break;
			case "clock":
				this.#turn(entry.is, entry.wrong, entry.at);
				break;
			case "limited":
				this.#limit(entry.at);
				break;
			case "ended":
				this.#processes--;
				this.#strike(entry.at);
				break;
			case "refused":
				this.#strike(entry.at);
				break;
			case "action":
				this.#act(entry.action, entry.at);
		}
	}

	#act(action: Action, at: number): void {
		switch (action.do) {
			case "post fault":
			case "odd answer":
				this.#begin("posts", at); // some later post will meet with it: nobody knows which
				break;
			case "limit":
				this.#limit(at);
				break;
			case "deny":
				this.#begin("posts", at);
				this.#begin("refusals", at);
				break;
			case "allow":
				this.#end("refusals", at);
				break;
			case "time out":
				this.#timeOut = { what: "time-out", from: at, to: at + action.forMs + AFTERMATH_MS };
				this.#spans.push(this.#timeOut);
				break;
			case "forgive":
				if (this.#timeOut) this.#timeOut.to = Math.min(this.#timeOut.to, at + AFTERMATH_MS);
		}
	}

	/** Whether nothing was wrong between two moments, nor a while before. */
	isCalm(from: number, to: number): boolean {
		if ([...this.#lasting.values()].some((since) => since <= to)) return false;
		return !this.#spans.some((span) => span.from <= to && span.to >= from - TOLERANCE_MS);
	}

	/** Whether between two moments posts were let through for so long at a stretch that each one has got through. */
	wasOpen(from: number, to: number): boolean {
		let openSince = from;
		for (const shut of this.#shut) {
			if (Math.min(shut.from, to) - openSince >= THROUGH_MS) return true;
			openSince = Math.max(openSince, shut.to);
		}
		return to - openSince >= THROUGH_MS;
	}

	/** Whether posts were kept from the room at any time between two moments. */
	wasShut(from: number, to: number): boolean {
		return this.#shut.some((shut) => shut.from <= to && shut.to >= from);
	}

	get #shut(): Span[] {
		const lasting = [...this.#lasting].map(([what, since]) => ({ what, from: since, to: Number.POSITIVE_INFINITY }));
		return [...this.#spans, ...lasting].filter(({ what }) => SHUT.has(what)).sort((a, b) => a.from - b.from);
	}

	/** It is wrong from now on, or no more. */
	#turn(what: string, isWrong: boolean, at: number): void {
		this.#strike(at);
		if (isWrong) this.#begin(what, at);
		else this.#end(what, at);
	}

	/** Some later request will meet with the limit, and many wait then: nobody knows until when. */
	#limit(at: number): void {
		this.#begin("posts", at);
		this.#begin("limits", at);
	}

	#strike(at: number): void {
		this.#spans.push({ what: "blow", from: at, to: at + AFTERMATH_MS });
	}

	#begin(what: string, at: number): void {
		if (!this.#lasting.has(what)) this.#lasting.set(what, at);
	}

	#end(what: string, at: number): void {
		const from = this.#lasting.get(what);
		if (from !== undefined) this.#spans.push({ what, from, to: at + AFTERMATH_MS });
		this.#lasting.delete(what);
	}
}
