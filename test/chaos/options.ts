import { parseArgs } from "node:util";

/** What was asked for. */
export type Asked =
	| { kind: "help"; text: string }
	/** Something that cannot be done; the sentence says what to write instead. */
	| { kind: "mistake"; text: string }
	| {
			kind: "chaos";
			trials: number;
			seed: number;
			/** Only the wave of this trial, and its diary. */
			trial: number | null;
			engine: "sqlite" | "postgres";
			/** Waves that run side by side, each with processes of its own. */
			lanes: number;
			verbose: boolean;
			json: boolean;
	  };

const HELP = `Random webinars against the real bot process, while a villain does its worst. Everything follows from the seed.

  npm run chaos                                  100 trials
  npm run chaos -- --trials 1000 --seed 7
  npm run chaos -- --engine postgres             on PostgreSQL, which it brings along
  npm run chaos -- --seed 7 --trial 17 --verbose one trial again, with those beside it, and its diary

  --verbose     with the diaries of trials that go wrong
  --lanes 2     so many groups of trials at the same time
  --json        one JSON object instead of the table

It ends with 0 when nobody was forgotten, greeted twice or told the wrong words, with 1 otherwise.
The plan of a trial is the same for the same seed; how a race between two processes ends is not.
`;

/** Reads the words after `npm run chaos --`. */
export function readOptions(words: readonly string[]): Asked {
	const { values, positionals, tokens } = parseArgs({
		args: [...words],
		options: {
			help: { type: "boolean", short: "h" },
			trials: { type: "string" },
			seed: { type: "string" },
			trial: { type: "string" },
			engine: { type: "string" },
			lanes: { type: "string" },
			verbose: { type: "boolean" },
			json: { type: "boolean" },
		},
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	if (values.help === true) return { kind: "help", text: HELP };
	const known = ["trials", "seed", "trial", "engine", "lanes", "verbose", "json"];
	const unknown = tokens.find((token) => token.kind === "option" && !known.includes(token.name));
	if (unknown?.kind === "option") return mistake(`There is no option ${unknown.rawName}.`);
	if (positionals.length > 0) return mistake(`Options begin with --, "${positionals[0]}" does not.`);
	const numbers = { trials: 100, seed: 7, trial: -1, lanes: 1 };
	for (const [name, least] of [
		["trials", 1],
		["seed", 0],
		["trial", 0],
		["lanes", 1],
	] as const) {
		const value = values[name];
		if (value === undefined) continue;
		if (typeof value !== "string" || !/^\d{1,9}$/.test(value) || Number(value) < least) {
			return mistake(`--${name} takes a whole number from ${least} up.`);
		}
		numbers[name] = Number(value);
	}
	const { engine = "sqlite" } = values;
	if (engine !== "sqlite" && engine !== "postgres") return mistake("--engine is sqlite or postgres.");
	return {
		kind: "chaos",
		...numbers,
		trial: numbers.trial < 0 ? null : numbers.trial,
		engine,
		verbose: values.verbose === true,
		json: values.json === true,
	};
}

function mistake(text: string): Asked {
	return { kind: "mistake", text: `${text} See npm run chaos -- --help\n` };
}
