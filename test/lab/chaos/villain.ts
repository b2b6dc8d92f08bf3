import type { Dice } from "./dice.ts";
import type { Blow, StallEnding } from "./plan.ts";

/** The families of blows; a wave has some of them, so that what went wrong can be told apart. */
export const FAMILIES = ["kills", "sockets", "processes", "disk", "clock", "refusals"] as const;
type Family = (typeof FAMILIES)[number];
/** The order in which they are asked what they would do: another one, other dice. */
const IN_TURN: readonly Family[] = ["kills", "sockets", "refusals", "processes", "disk", "clock"];

const STALL_ENDINGS: readonly StallEnding[] = ["goes on", "goes on", "cut", "noticed"];
const RECONNECT = { blow: "reconnect" } as const;

/** The villain of a wave. */
export class Villain {
	readonly #dice: Dice;
	readonly #families: ReadonlySet<Family>;
	readonly #slow: boolean;
	#running = 1;
	#diskFull = false;
	#clockWrong = false;

	constructor(dice: Dice, families: ReadonlySet<Family>, slow: boolean) {
		this.#dice = dice;
		this.#families = families;
		this.#slow = slow;
	}

	/** Whether any process of the bot runs. */
	get isBotRunning(): boolean {
		return this.#running > 0;
	}

	/** The next blow, or none. */
	strike(): Blow | null {
		const dice = this.#dice;
		if (this.#running === 0) {
			if (dice.chance(0.4)) return null;
			this.#running = 1;
			return { blow: "start" };
		}
		const possible = IN_TURN.flatMap((family) => (this.#families.has(family) ? this.#blowOf(family) : []));
		if (possible.length === 0 || dice.chance(0.45)) return null;
		return this.#strikes(dice.pick(possible));
	}

	/** What this family would do next. */
	#blowOf(family: Family): Blow {
		const dice = this.#dice;
		switch (family) {
			case "kills":
				return { blow: "kill" };
			case "sockets": {
				const stall = { blow: "stall sockets", ending: dice.pick(STALL_ENDINGS) } as const;
				const cut = dice.chance(0.7) ? ({ blow: "drop sockets", forget: this.#slow } as const) : RECONNECT;
				return dice.chance(0.5) ? stall : cut;
			}
			case "refusals":
				return { blow: "refuse", forMs: dice.pick([200, 1_000, 5_000]) };
			case "processes":
				if (this.#running === 1) return { blow: "second process" };
				return { blow: dice.chance(0.5) ? "end first process" : "end second process" };
			case "disk":
				if (this.#diskFull) return { blow: "free disk" };
				return dice.chance(0.7) ? { blow: "fill disk" } : { blow: "break connections" };
			case "clock":
				if (this.#clockWrong) return { blow: "clock right" };
				return { blow: "clock wrong", ms: dice.pick([-2_000, -30_000, 90_000, 3_600_000, 7_200_000]) };
		}
	}

	/** Mends everything. */
	relent(): Blow[] {
		const mending: Blow[] = [];
		if (this.#diskFull) mending.push({ blow: "free disk" });
		if (this.#clockWrong) mending.push({ blow: "clock right" });
		if (this.#running === 0) mending.push({ blow: "start" });
		if (this.#running === 2) mending.push({ blow: "end second process" });
		return mending;
	}

	#strikes(blow: Blow): Blow {
		switch (blow.blow) {
			case "kill":
				this.#running = 0;
				this.#diskFull = false;
				break;
			case "second process":
				this.#running = 2;
				break;
			case "end first process":
			case "end second process":
				this.#running = 1;
				break;
			case "fill disk":
			case "free disk":
				this.#diskFull = blow.blow === "fill disk";
				break;
			case "clock wrong":
			case "clock right":
				this.#clockWrong = blow.blow === "clock wrong";
		}
		return blow;
	}
}
