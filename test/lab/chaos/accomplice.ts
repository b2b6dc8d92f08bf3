import { Dice } from "./dice.ts";
import type { Blow, Limited, TurnDown, WideLimit } from "./plan.ts";

/** The families of blows; a wave has one of them at most, so that what went wrong can be told apart. */
const FAMILIES = ["none", "locks", "sessions", "limits"] as const;
type Family = (typeof FAMILIES)[number];

const TURN_DOWNS: readonly TurnDown[] = ["invalid", "invalid", 4000, 4008];
const WIDE_LIMITS: readonly WideLimit[] = ["page", "global", "no scope"];
/** What is limited: rarely what is looked up, for that is seldom done. */
const LIMITED: readonly Limited[] = ["posts", "posts", "look-ups"];
/** So often a session may end in a wave: Discord allows a bot few logins, and it waits longer for each. */
const MOST_SESSIONS_ENDED = 2;

/**
 * Strikes where the villain of a wave does not: with the bad days of Discord and of the database. It has dice of its own,
 * so that what the villain does stays the same. It leaves the database where it is: once that is removed, who is greeted
 * twice or forgotten is beyond anybody.
 */
export class Accomplice {
	readonly #dice: Dice;
	readonly #family: Family;
	#isLocked = false;
	#sessionsEnded = 0;

	constructor(seed: number, wave: number) {
		this.#dice = new Dice(seed, wave, 8);
		this.#family = this.#dice.pick(FAMILIES);
	}

	/** The next blow to a bot that runs, or none. */
	strike(): Blow | null {
		if (this.#dice.chance(0.5)) return null;
		switch (this.#family) {
			case "none":
				return null;
			case "locks":
				return this.#turnLock();
			case "sessions":
				return this.#endSession();
			case "limits":
				return this.#limit();
		}
	}

	/** Mends everything. */
	relent(): Blow[] {
		return this.#isLocked ? [{ blow: "unlock store" }] : [];
	}

	#turnLock(): Blow {
		this.#isLocked = !this.#isLocked;
		return this.#isLocked ? { blow: "lock store", patiently: this.#dice.chance(0.2) } : { blow: "unlock store" };
	}

	#endSession(): Blow | null {
		if (++this.#sessionsEnded > MOST_SESSIONS_ENDED) return null;
		const dice = this.#dice;
		return { blow: "end session", how: dice.pick(TURN_DOWNS), times: dice.between(0, 3), byDrop: dice.chance(0.5) };
	}

	#limit(): Blow {
		const dice = this.#dice;
		return { blow: "limit all", of: dice.pick(LIMITED), how: dice.pick(WIDE_LIMITS), times: dice.between(1, 2) };
	}
}
