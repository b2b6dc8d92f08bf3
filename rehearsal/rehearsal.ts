import type { Tell } from "./happening.ts";
import type { Tally } from "./tally.ts";
import type { RehearsalVenue } from "./venue.ts";

/** A rehearsal that is on: where it takes place, who is told of it, and what has been counted. */
export interface Rehearsal {
	venue: RehearsalVenue;
	tell: Tell;
	/** Shows a line in place of the one before to whoever watches; null where nobody does. */
	status: ((line: string) => void) | null;
	/** Aborts when the rehearsal is cut short or Byname has stopped. */
	signal: AbortSignal;
	/** One per session, in order. */
	tallies: Tally[];
	/** Gives a human so many milliseconds to read, fewer at speed, none when nobody reads along. */
	pause(ms: number): Promise<void>;
}
