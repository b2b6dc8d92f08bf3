import type { DiaryEntry } from "./diary-entry.ts";
import { TOLERANCE_MS } from "./epoch.ts";

/** What troubles a bot has effects for so long after it is over. */
const AFTERMATH_MS = 60_000;

/** When anything was wrong with a bot, its wire, its disk, its clock or its posts: else it has to be prompt. */
export class Troubles {
	readonly #spans: { from: number; to: number }[] = [];
	/** Since when each kind of trouble has lasted. */
	readonly #lasting = new Map<string, number>();
	#processes = 0;

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
			case "clock": {
				const isWrong = entry.is === "disk" ? entry.full : entry.wrong;
				this.#strike(entry.at);
				if (isWrong) this.#begin(entry.is, entry.at);
				else this.#end(entry.is, entry.at);
				break;
			}
			case "ended":
				this.#processes--;
				this.#strike(entry.at);
				break;
			case "refused":
				this.#strike(entry.at);
				break;
			case "action":
				// Some later post will meet with it: nobody knows which.
				if (entry.action.do === "post fault" || entry.action.do === "deny") this.#begin("posts", entry.at);
		}
	}

	/** Whether nothing was wrong between two moments, nor a while before. */
	isCalm(from: number, to: number): boolean {
		if ([...this.#lasting.values()].some((since) => since <= to)) return false;
		return !this.#spans.some((span) => span.from <= to && span.to >= from - TOLERANCE_MS);
	}

	#strike(at: number): void {
		this.#spans.push({ from: at, to: at + AFTERMATH_MS });
	}

	#begin(what: string, at: number): void {
		if (!this.#lasting.has(what)) this.#lasting.set(what, at);
	}

	#end(what: string, at: number): void {
		const from = this.#lasting.get(what);
		if (from !== undefined) this.#spans.push({ from, to: at + AFTERMATH_MS });
		this.#lasting.delete(what);
	}
}
