import type { Pace } from "../../../src/store/schema.ts";
import { seeded } from "./random.ts";

/** People who come. */
export interface Scenario {
	/** What it is called; nothing else is. */
	id: string;
	/** What it is asked for by on the command line; several may share a word. */
	word: string;
	title: string;
	/** How many rooms they come to, in turn. */
	rooms: number;
	/** The pace of those who host there; Byname's own unless said. */
	pace: Pace | null;
	/** When each person comes, in milliseconds from the first possible moment, in order. */
	comings: number[];
	/** In which time they come. */
	lastsMs: number;
	/**
	 * The bare bot is cut off so long after the last person has come. What would take hours is reckoned from the pace it keeps
	 * elsewhere; null leaves it out.
	 */
	bareMs: number | "reckoned" | null;
	/** Whether Byname is tried on PostgreSQL as well. */
	onPostgres: boolean;
}

/** The word for people who come one by one, with nothing waiting. */
export const SINGLE = "single";
/** The word for the same, with and without waiting for the disk. */
export const DURABILITY = "durability";
/** The word for what a start takes. */
export const START = "start";
/** The word for a Byname that is started again with much stored. */
export const RESTART = "restart";

/** The word for guests who become quiet where they have been greeted. */
export const PRESSES = "presses";

/** The word for a host who looks back at a large webinar while guests come to another one. */
export const LOOK_BACK = "look-back";

/** The word for people who come now and then. */
export const TRICKLE = "trickle";
/** The word for people who come to many rooms at the same time. */
export const ROOMS = "rooms";
const TRICKLES_FOR_MS = 8 * 60_000;

const ONE_ROOM = { rooms: 1, pace: null };

export const SCENARIOS: Scenario[] = [
	{ ...named("group", "40 at once"), ...ONE_ROOM, ...atOnce(40), bareMs: 25_000, onPostgres: true },
	{ ...named("crowd", "200 at once"), ...ONE_ROOM, ...atOnce(200), bareMs: 25_000, onPostgres: true },
	{ ...named("rush", "1,000 in 10 s"), ...ONE_ROOM, ...within(1_000, 10_000), bareMs: 20_000, onPostgres: true },
	{
		...named("flood", "10,000 in 2 min"),
		...{ ...ONE_ROOM, ...within(10_000, 120_000), bareMs: "reckoned", onPostgres: false },
	},
	{
		...named(ROOMS, "30 in 10 s in each of 300 rooms"),
		...{ rooms: 300, pace: "swift", ...within(9_000, 10_000), bareMs: null, onPostgres: true },
	},
	trickleOf(60),
	trickleOf(600),
	trickleOf(3_000),
];

function named(word: string, title: string) {
	return { id: word, word, title };
}

function trickleOf(people: number): Scenario {
	return {
		...{ id: `${TRICKLE} ${people}`, word: TRICKLE, title: `${people.toLocaleString("en")} in 8 min` },
		...{ ...ONE_ROOM, ...within(people, TRICKLES_FOR_MS), bareMs: null, onPostgres: false },
	};
}

/** Deals people out to so many rooms, in turn. */
export function inRooms<T>(people: readonly T[], rooms: number): T[][] {
	return Array.from({ length: rooms }, (_, room) => people.filter((_, index) => index % rooms === room));
}

function atOnce(people: number) {
	return { comings: Array<number>(people).fill(0), lastsMs: 0 };
}

/** People come independently of each other, evenly likely at any time. */
function within(people: number, lastsMs: number) {
	const random = seeded(people);
	return { comings: Array.from({ length: people }, () => random() * lastsMs).toSorted((a, b) => a - b), lastsMs };
}
