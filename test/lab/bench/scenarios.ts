import { seeded } from "./random.ts";

/** A crowd that comes to one room. */
export interface Scenario {
	/** What it is called on the command line. */
	word: string;
	title: string;
	/** When each person comes, in milliseconds from the first possible moment, in order. */
	comings: number[];
	/** In which time they come. */
	lastsMs: number;
	/** The bare bot is cut off so long after the last person has come; null leaves it out, for what would take hours. */
	bareMs: number | null;
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

export const SCENARIOS: Scenario[] = [
	{ ...atOnce(40), word: "group", title: "40 at once", bareMs: 25_000, onPostgres: true },
	{ ...atOnce(200), word: "crowd", title: "200 at once", bareMs: 25_000, onPostgres: true },
	{ ...within(1_000, 10_000), word: "rush", title: "1,000 in 10 s", bareMs: 20_000, onPostgres: true },
	{ ...within(10_000, 120_000), word: "flood", title: "10,000 in 2 min", bareMs: null, onPostgres: false },
];

function atOnce(people: number) {
	return { comings: Array<number>(people).fill(0), lastsMs: 0 };
}

/** People come independently of each other, evenly likely at any time. */
function within(people: number, lastsMs: number) {
	const random = seeded(people);
	return { comings: Array.from({ length: people }, () => random() * lastsMs).toSorted((a, b) => a - b), lastsMs };
}
