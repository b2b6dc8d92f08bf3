import type { DiaryEntry } from "./diary-entry.ts";
import { TOLERANCE_MS } from "./epoch.ts";

/** What was composed unseen has been seen so long after whatever hid it. */
const HIDDEN_FOR_MS = 120_000;

/** When a message may have been composed, and kept for later, without a trace: else it is tried at once. */
export class Concealment {
	readonly #moments: number[] = [];
	/** Since when each thing lasts that hides messages. */
	readonly #lasting = new Map<string, number>();

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		const { at } = entry;
		switch (entry.is) {
			case "killed":
			case "up":
			case "ended":
			case "refused":
			case "clock":
				this.#moments.push(at);
				break;
			case "disk":
				this.#turn(entry.is, entry.full, at);
				break;
			case "lock":
				this.#turn(entry.is, entry.on, at);
				break;
			case "stalled":
			case "dropped":
			case "back":
				this.#turn("wire", entry.is !== "back", at);
				break;
			case "limited":
				this.#turn("limits", true, at);
				break;
			case "action":
				if (entry.action.do === "limit") this.#turn("limits", true, at);
		}
	}

	/** Since when, at the earliest, something may have been composed that is first seen at a moment. */
	composedFrom(seenAt: number): number {
		const isHidden =
			[...this.#lasting.values()].some((since) => since <= seenAt) ||
			this.#moments.some((at) => at <= seenAt && at >= seenAt - HIDDEN_FOR_MS);
		return isHidden ? Number.NEGATIVE_INFINITY : seenAt - TOLERANCE_MS;
	}

	#turn(what: string, isOn: boolean, at: number): void {
		this.#moments.push(at);
		if (!isOn) this.#lasting.delete(what);
		else if (!this.#lasting.has(what)) this.#lasting.set(what, at);
	}
}
