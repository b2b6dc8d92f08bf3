import { parseArgs } from "node:util";

/** What was asked for. */
export type Asked =
	| { kind: "help"; text: string }
	/** Something that cannot be done; the sentence says what to write instead. */
	| { kind: "mistake"; text: string }
	| { kind: "fuzz"; runs: number };

const HELP = `Names and texts against hostile input, far more often than a test run tries them.

  npm run fuzz                       100,000 inputs for each property, ten thousand for those over a crowd
  npm run fuzz -- --runs 1000000     so many

It ends with 0 when every property holds, with 1 otherwise. What fails is printed with the seed that fast-check replays
it by.
`;

/** Reads the words after `npm run fuzz --`. */
export function readOptions(words: readonly string[]): Asked {
	const { values, positionals, tokens } = parseArgs({
		args: [...words],
		options: { help: { type: "boolean", short: "h" }, runs: { type: "string" } },
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	if (values.help === true) return { kind: "help", text: HELP };
	const unknown = tokens.find((token) => token.kind === "option" && token.name !== "runs");
	if (unknown?.kind === "option") return mistake(`There is no option ${unknown.rawName}.`);
	if (positionals.length > 0) return mistake(`Options begin with --, "${positionals[0]}" does not.`);
	const { runs = "100000" } = values;
	if (typeof runs !== "string" || !/^\d{1,9}$/.test(runs) || Number(runs) < 1) {
		return mistake("--runs takes a whole number from 1 up, such as 100000.");
	}
	return { kind: "fuzz", runs: Number(runs) };
}

function mistake(text: string): Asked {
	return { kind: "mistake", text: `${text} See npm run fuzz -- --help\n` };
}
