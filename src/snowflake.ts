import { z } from "zod";

/** An id of Discord's. */
export const snowflake = z.string().regex(/^\d{1,20}$/);

/** The first moment that Discord's ids count from: 2015-01-01, in milliseconds since the Unix epoch. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** The bits of an id below its time: worker, process and increment. */
const BITS_BELOW_TIME = 22n;

/** When Discord made the thing with this id (https://docs.discord.com/developers/reference#snowflakes). */
export function timeOfSnowflake(id: string): number {
	return Number(BigInt(id) >> BITS_BELOW_TIME) + DISCORD_EPOCH_MS;
}

/** The id that carries a time and nothing else. */
export function snowflakeAt(ms: number): string {
	return String(BigInt(Math.floor(ms) - DISCORD_EPOCH_MS) << BITS_BELOW_TIME);
}
