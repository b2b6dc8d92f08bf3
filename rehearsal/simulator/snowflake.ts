import type { Clock } from "../../src/clock.ts";

/** The first millisecond of 2015, from which Discord counts (reference, "Snowflakes"). */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const IDS_PER_MS = 4096n;

/**
 * Hands out Discord ids that carry the clock's time and never go backwards, also where the clock is stepped by hand.
 */
export class Snowflakes {
	readonly #clock: Clock;
	#ms = 0n;
	#increment = 0n;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The next id. */
	next(): string {
		const now = BigInt(Math.floor(this.#clock.now())) - DISCORD_EPOCH_MS;
		if (now > this.#ms) {
			this.#ms = now;
			this.#increment = 0n;
		} else if (++this.#increment === IDS_PER_MS) {
			this.#ms++;
			this.#increment = 0n;
		}
		return String((this.#ms << 22n) | this.#increment);
	}
}

/** The id that carries a time, in milliseconds since the Unix epoch, and nothing else. */
export function idAt(ms: number): string {
	return String((BigInt(Math.floor(ms)) - DISCORD_EPOCH_MS) << 22n);
}

/** When an id was made: milliseconds since the Unix epoch. */
export function timeOf(id: string): number {
	return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}

/** The shard that a server's packets go to (gateway, "Sharding formula"). */
export function shardOf(serverId: string, shardCount: number): number {
	return Number((BigInt(serverId) >> 22n) % BigInt(shardCount));
}
