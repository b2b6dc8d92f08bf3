import { seeded } from "../bench/random.ts";

/** Chances that fall the same way for the same seed. */
export class Dice {
	readonly #next: () => number;

	/** Each list of numbers gives dice of its own: the run's seed, then which trial or wave they are for. */
	constructor(...seeds: readonly number[]) {
		this.#next = seeded(
			seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 13), 0x2545f491),
		);
		this.#next(); // neighbouring seeds begin alike
	}

	/** True so often out of 1. */
	chance(probability: number): boolean {
		return this.#next() < probability;
	}

	/** A whole number between two, both included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.#next() * (most - least + 1));
	}

	/** One of several. Throws when there is none. */
	pick<T>(among: readonly T[]): T {
		const picked = among[this.between(0, among.length - 1)];
		if (picked === undefined) throw new RangeError("there is nothing to choose from");
		return picked;
	}

	/** The same things in another order. */
	shuffle<T>(things: readonly T[]): T[] {
		const left = [...things];
		const shuffled: T[] = [];
		while (left.length > 0) shuffled.push(...left.splice(this.between(0, left.length - 1), 1));
		return shuffled;
	}
}
