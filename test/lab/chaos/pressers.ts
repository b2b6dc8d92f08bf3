import { chosenName } from "./calls.ts";
import { Dice } from "./dice.ts";
import type { Action, Cast, PostFault, Press } from "./plan.ts";

/** So often guests of a webinar say anything of themselves. */
const PRESSING = 0.35;
/** Somebody may choose so many names a day. */
const MOST_NAMES = 3;
const WISHES: readonly Press["what"][] = [
	...(["quiet", "quiet", "quiet", "quiet"] as const),
	...(["named", "named", "name", "name", "name"] as const),
	...(["forget", "forget", "forget, stay quiet"] as const),
];
/** What keeps a message on its way, so that somebody says something of themselves meanwhile. */
const DELAYS: readonly PostFault[] = ["slow", "429", "500", "dropped"];

/**
 * The guests of one webinar who say something of themselves: at any time, and about when they come, while their greeting
 * waits, is composed or is on its way. They have dice of their own, so that what people do else stays the same.
 */
export class Pressers {
	readonly #dice: Dice;
	/** Who ever says anything, and whether for all servers. */
	readonly #pressing: ReadonlyMap<string, boolean>;
	readonly #names = new Map<string, number>();
	readonly #came = new Set<string>();

	constructor(seed: number, { trial, guests, panel }: Cast) {
		this.#dice = new Dice(seed, trial, 9);
		const isPressing = this.#dice.chance(PRESSING);
		const pressing = guests.filter((who) => isPressing && !panel.includes(who) && this.#dice.chance(0.6));
		this.#pressing = new Map(pressing.map((who) => [who, this.#dice.chance(0.2)]));
	}

	/** What happens in this webinar now, and what these guests say in between. */
	weave(actions: readonly Action[]): Action[] {
		const dice = this.#dice;
		const woven = actions.flatMap((action) => this.#withArrival(action));
		for (const who of this.#pressing.keys()) {
			if (dice.chance(0.2)) woven.splice(dice.between(0, woven.length), 0, this.#press(who));
		}
		return woven;
	}

	/** Who comes may say something right before or after that, and their greeting may be delayed. */
	#withArrival(action: Action): Action[] {
		const dice = this.#dice;
		if (action.do !== "join" || action.room !== "room" || !this.#pressing.has(action.who)) return [action];
		const delay: Action[] = dice.chance(0.1) ? [{ do: "post fault", fault: dice.pick(DELAYS), times: 1 }] : [];
		const before = dice.chance(0.12) ? [this.#press(action.who)] : [];
		this.#came.add(action.who);
		const after = dice.chance(0.28) ? [this.#press(action.who)] : [];
		return [...delay, ...before, action, ...after];
	}

	#press(who: string): Action {
		const everywhere = this.#pressing.get(who) === true;
		const what = this.#dice.pick(WISHES);
		const names = this.#names.get(who) ?? 0;
		if (what === "name" && names < MOST_NAMES) {
			this.#names.set(who, names + 1);
			return { do: "press", who, everywhere, what, called: chosenName(who, names + 1) };
		}
		// What is said for all servers is not forgotten on one; and of who never came nothing is stored.
		const mayForget = !everywhere && this.#came.has(who);
		const isPossible = what !== "name" && (mayForget || !what.startsWith("forget"));
		return { do: "press", who, everywhere, what: isPossible ? what : "quiet", called: "" };
	}
}
