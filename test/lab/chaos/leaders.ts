import { Dice } from "./dice.ts";
import type { Action, Cast, HelloTime, Leading } from "./plan.ts";

/** So often the hosts of a webinar do more than to open and close it. */
const LEADING = 0.4;
const FIRST_SECONDS = [0, 2, 3, 5, 5, 10, 10, 20];
/** Nobody is late before that. */
const LATE_AFTER_MINUTES = [0, 0, 1];
const TIMES: readonly HelloTime[] = ["before", "at", "after"];

/** Draws how the hosts of a webinar lead it. */
export function drawLeading(seed: number, { trial, guests }: Pick<Cast, "trial" | "guests">): Leading | null {
	const dice = new Dice(seed, trial, 10);
	if (!dice.chance(LEADING)) return null;
	return {
		firstSeconds: dice.pick(FIRST_SECONDS),
		waitsForAll: dice.chance(0.6),
		lateAfterMinutes: dice.pick(LATE_AFTER_MINUTES),
		coHosts: guests.filter(() => dice.chance(0.1)),
	};
}

/**
 * The hosts of one webinar, and who leads with them: they say hello to who comes, about when Byname would; and while people
 * come and go they name the panel, take people off it again, have others greet, and hand over. They have dice of their own, so
 * that what people do else stays the same.
 */
export class Leaders {
	readonly #dice: Dice;
	readonly #cast: Cast;
	#host: string;
	#isOn = false;
	/** Who was asked to greet. */
	readonly #greeters = new Set<string>();
	readonly #inRoom = new Set<string>();

	constructor(seed: number, cast: Cast) {
		this.#dice = new Dice(seed, cast.trial, 11);
		this.#cast = cast;
		this.#host = cast.hosts[0] ?? "";
	}

	/** What happens in this webinar now, and what its leaders do in between. */
	weave(actions: readonly Action[]): Action[] {
		const { leading } = this.#cast;
		if (!leading) return [...actions];
		const dice = this.#dice;
		const woven = actions.flatMap((action) => this.#withArrival(action, leading));
		if (dice.chance(this.#isOn ? 0.35 : 0.03)) woven.splice(dice.between(0, woven.length), 0, this.#lead());
		return woven;
	}

	/** Who comes may be greeted by a person, and be named for the panel right before or after that. */
	#withArrival(action: Action, leading: Leading): Action[] {
		this.#follow(action);
		const dice = this.#dice;
		const isGuest = action.do === "join" && action.room === "room" && this.#cast.guests.includes(action.who);
		if (!isGuest || !(this.#isOn || dice.chance(0.1))) return [action];
		const before = dice.chance(0.05) ? [this.#name(action.who, ["add"])] : [];
		const after = [
			...(dice.chance(0.5) ? [this.#hello(action.who, leading)] : []),
			...(dice.chance(0.12) ? [this.#name(action.who, ["add"])] : []),
		];
		return [...before, action, ...dice.shuffle(after)];
	}

	#follow(action: Action): void {
		if (action.do === "open") this.#host = action.host;
		if (action.do === "open" || action.do === "close") this.#isOn = action.do === "open";
		if (action.do === "join" && action.room === "room") this.#inRoom.add(action.who);
		else if (action.do === "join" || action.do === "leave") this.#inRoom.delete(action.who);
	}

	#hello(who: string, { firstSeconds }: Leading): Action {
		const dice = this.#dice;
		const when = dice.pick(TIMES);
		const firstMs = firstSeconds * 1_000;
		const afterMs = { before: dice.between(0, firstMs / 2), at: firstMs, after: firstMs + dice.between(50, 3_000) };
		return { do: "hello", by: this.#leader(), who, when, afterMs: afterMs[when] };
	}

	/** Changes who leads. */
	#lead(): Action {
		const dice = this.#dice;
		const { guests, hosts } = this.#cast;
		const by = this.#leader();
		switch (dice.pick(["name", "name", "name", "remove", "remove", "ask", "hand over"] as const)) {
			case "name": {
				const absent = guests.filter((who) => !this.#inRoom.has(who));
				const who = absent.length > 0 && dice.chance(0.6) ? dice.pick(absent) : dice.pick(guests);
				return this.#name(who, dice.chance(0.35) ? ["add", "remove"] : ["add"]);
			}
			case "remove":
				return this.#name(dice.pick([...guests, ...guests, ...hosts]), ["remove"]);
			case "ask": {
				const who = dice.pick(guests);
				const yesAfterMs = dice.chance(0.8) ? dice.pick([0, 300, 2_000]) : null;
				if (yesAfterMs !== null) this.#greeters.add(who);
				return { do: "ask to greet", by, who, yesAfterMs };
			}
			case "hand over": {
				const who = dice.chance(0.6) ? dice.pick(hosts) : dice.pick(guests);
				this.#host = who;
				return { do: "hand over", by, who };
			}
		}
	}

	#name(who: string, changes: readonly ("add" | "remove")[]): Action {
		return { do: "panel", by: this.#leader(), who, changes };
	}

	/** Somebody who leads, or may do so by now. */
	#leader(): string {
		const dice = this.#dice;
		if (dice.chance(0.7)) return this.#host;
		return dice.pick([...this.#cast.hosts, ...this.#greeters, ...(this.#cast.leading?.coHosts ?? [])]);
	}
}
