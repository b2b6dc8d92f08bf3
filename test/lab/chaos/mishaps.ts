import { Dice } from "./dice.ts";
import type { Action, Limited, LimitWords, OddAnswer } from "./plan.ts";

const MINUTE_MS = 60_000;
const ANSWERS: readonly OddAnswer[] = [
	"204",
	"empty 200",
	"{}",
	"[]",
	"a sentence",
	"a number for an id",
	"a page",
	"302",
	"403 page",
	"404 page",
	"404 without a code",
];
const WORDS: readonly LimitWords[] = ["nothing", "less than nothing", "a date"];
/** What is limited: rarely what is looked up, for that is seldom done. */
const LIMITED: readonly Limited[] = ["posts", "posts", "posts", "look-ups"];
const TIMED_OUT_MS = [MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS];

/** A kind of mishap; a webinar that has any has one, so that what went wrong can be told apart. */
type Kind = "none" | "odd answers" | "limits" | "time-outs";
const KINDS: readonly Kind[] = ["none", "none", "none", "odd answers", "odd answers", "limits", "time-outs"];

/**
 * What befalls one webinar on a bad day of Discord's or of its server's, whatever its people do. It has dice of its own,
 * so that what they do stays the same.
 */
export class Mishaps {
	readonly #dice: Dice;
	readonly #kind: Kind;
	#timedOutUntil = Number.NEGATIVE_INFINITY;

	constructor(seed: number, trial: number) {
		this.#dice = new Dice(seed, trial, 7);
		this.#kind = this.#dice.pick(KINDS);
	}

	/** What befalls it now. */
	befall(at: number): Action[] {
		const dice = this.#dice;
		if (!dice.chance(0.2)) return [];
		switch (this.#kind) {
			case "none":
				return [];
			case "odd answers":
				return [{ do: "odd answer", answer: dice.pick(ANSWERS), done: dice.chance(0.4), times: dice.between(1, 3) }];
			case "limits":
				return [{ do: "limit", of: dice.pick(LIMITED), says: dice.pick(WORDS), times: dice.between(1, 2) }];
			case "time-outs":
				return [this.#timeOut(at)];
		}
	}

	/** The bot is timed out, or forgiven where it is. */
	#timeOut(at: number): Action {
		if (at < this.#timedOutUntil) {
			this.#timedOutUntil = at;
			return { do: "forgive" };
		}
		const forMs = this.#dice.pick(TIMED_OUT_MS);
		this.#timedOutUntil = at + forMs;
		return { do: "time out", forMs };
	}
}
