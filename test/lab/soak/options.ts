import { engineIn, Mistake, readCall, type ScriptCall } from "../../../rehearsal/script.ts";

/** What was asked for. */
export interface SoakOptions {
	kind: "soak";
	minutes: number;
	engine: "sqlite" | "postgres";
	json: boolean;
}

const HELP = `The real bot process at work for long: two people a second, reconnects, and a Discord that fails now and then.

  npm run soak                                     30 minutes
  npm run soak -- --minutes 480                    a night
  npm run soak -- --minutes 60 --engine postgres   on PostgreSQL, which it brings along
  npm run soak -- --json                           one JSON object instead of the table

It says every minute how things stand. Ctrl-C ends it with what it has so far.
It ends with 0 when nothing grew, nothing waited and everybody was greeted exactly once, with 1 otherwise.
`;

const SCRIPT = { name: "soak", help: HELP, values: ["minutes", "engine"], flags: ["json"] };

/** Reads the words after `npm run soak --`. */
export function readOptions(words: readonly string[]) {
	return readCall(
		SCRIPT,
		words,
		(given): SoakOptions => ({
			kind: "soak",
			minutes: minutesIn(given),
			engine: engineIn(given),
			json: given.flags.has("json"),
		}),
	);
}

const WEEK_MINUTES = 7 * 24 * 60;

function minutesIn({ values: { minutes = "30" } }: ScriptCall): number {
	if (!/^\d+(\.\d+)?$/.test(minutes) || Number(minutes) <= 0 || Number(minutes) > WEEK_MINUTES) {
		throw new Mistake("--minutes takes a number above 0 and up to 10080, which is a week, such as 30 or 0.5.");
	}
	return Number(minutes);
}
