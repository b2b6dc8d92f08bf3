import { parseArgs } from "node:util";

/** What was asked for. */
export type Asked =
	| { kind: "help"; text: string }
	/** Something that cannot be done; the sentence says what to write instead. */
	| { kind: "mistake"; text: string }
	| { kind: "soak"; minutes: number; engine: "sqlite" | "postgres"; json: boolean };

const HELP = `The real bot process at work for long: two people a second, reconnects, and a Discord that fails now and then.

  npm run soak                                     30 minutes
  npm run soak -- --minutes 480                    a night
  npm run soak -- --minutes 60 --engine postgres   on PostgreSQL, which it brings along
  npm run soak -- --json                           one JSON object instead of the table

It says every minute how things stand. Ctrl-C ends it with what it has so far.
It ends with 0 when nothing grew, nothing waited and everybody was greeted exactly once, with 1 otherwise.
`;

const WEEK_MINUTES = 7 * 24 * 60;

/** Reads the words after `npm run soak --`. */
export function readOptions(words: readonly string[]): Asked {
	const { values, positionals, tokens } = parseArgs({
		args: [...words],
		options: {
			help: { type: "boolean", short: "h" },
			minutes: { type: "string" },
			engine: { type: "string" },
			json: { type: "boolean" },
		},
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	if (values.help === true) return { kind: "help", text: HELP };
	const known = ["minutes", "engine", "json"];
	const unknown = tokens.find((token) => token.kind === "option" && !known.includes(token.name));
	if (unknown?.kind === "option") return mistake(`There is no option ${unknown.rawName}.`);
	if (positionals.length > 0) return mistake(`Options begin with --, "${positionals[0]}" does not.`);
	const { minutes = "30", engine = "sqlite", json = false } = values;
	if (typeof minutes !== "string" || !/^\d+(\.\d+)?$/.test(minutes) || !isInReach(Number(minutes))) {
		return mistake("--minutes takes a number above 0 and up to 10080, which is a week, such as 30 or 0.5.");
	}
	if (engine !== "sqlite" && engine !== "postgres") return mistake("--engine is sqlite or postgres.");
	if (typeof json !== "boolean") return mistake("--json takes no value.");
	return { kind: "soak", minutes: Number(minutes), engine, json };
}

function isInReach(minutes: number): boolean {
	return minutes > 0 && minutes <= WEEK_MINUTES;
}

function mistake(text: string): Asked {
	return { kind: "mistake", text: `${text} See npm run soak -- --help\n` };
}
