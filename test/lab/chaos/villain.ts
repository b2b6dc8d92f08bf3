import type { Dice } from "./dice.ts";
import type { Blow, StallEnding } from "./plan.ts";

/** The families of blows; a wave has some of them, so that what went wrong can be told apart. */
export const FAMILIES = ["kills", "sockets", "processes", "disk", "clock", "refusals"] as const;
type Family = (typeof FAMILIES)[number];

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

	/** The next blow, or none. */
	strike(): Blow | null {
		const dice = this.#dice;
		if (this.#running === 0) {
			if (dice.chance(0.4)) return null;
			this.#running = 1;
			return { blow: "start" };
		}
		const possible: Blow[] = [];
		if (this.#families.has("kills")) possible.push({ blow: "kill" });
		if (this.#families.has("sockets")) {
			const stall = { blow: "stall sockets", ending: dice.pick(STALL_ENDINGS) } as const;
			const cut = dice.chance(0.7) ? ({ blow: "drop sockets", forget: this.#slow } as const) : RECONNECT;
			possible.push(dice.chance(0.5) ? stall : cut);
		}
		if (this.#families.has("refusals")) possible.push({ blow: "refuse", forMs: dice.pick([200, 1_000, 5_000]) });
		if (this.#families.has("processes")) {
			if (this.#running === 1) possible.push({ blow: "second process" });
			else possible.push({ blow: dice.chance(0.5) ? "end first process" : "end second process" });
		}
		if (this.#families.has("disk")) {
			if (this.#diskFull) possible.push({ blow: "free disk" });
			else possible.push(dice.chance(0.7) ? { blow: "fill disk" } : { blow: "break connections" });
		}
		if (this.#families.has("clock")) {
			if (this.#clockWrong) possible.push({ blow: "clock right" });
			else possible.push({ blow: "clock wrong", ms: dice.pick([-2_000, -30_000, 90_000, 3_600_000, 7_200_000]) });
		}
		if (possible.length === 0 || dice.chance(0.45)) return null;
		return this.#strikes(dice.pick(possible));
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
