import { readCall, wholeNumber } from "../../../rehearsal/script.ts";

/** What was asked for. */
export interface FuzzOptions {
	kind: "fuzz";
	runs: number;
	/** How long each property is tried at most; null for as long as its runs take. */
	seconds: number | null;
	/** What all inputs follow from; null for another one each time. */
	seed: number | null;
}

const HELP = `Names, texts, templates, custom ids and attendance files against hostile input, far more often than a test run tries them.

  npm run fuzz                       100,000 inputs for each property, ten thousand for those over a crowd or a server
  npm run fuzz -- --runs 1000000     so many, but never fewer than npm test tries
  npm run fuzz -- --seconds 60       so long for each property at most
  npm run fuzz -- --seed 7           the same inputs each time

It ends with 0 when every property holds, with 1 otherwise. What fails is printed with the seed that fast-check replays
it by.
`;

const SCRIPT = { name: "fuzz", help: HELP, values: ["runs", "seconds", "seed"] };

/** Reads the words after `npm run fuzz --`. */
export function readOptions(words: readonly string[]) {
	return readCall(
		SCRIPT,
		words,
		(given): FuzzOptions => ({
			kind: "fuzz",
			runs: wholeNumber(given, "runs", 1, 100_000),
			seconds: wholeNumber(given, "seconds", 1, null),
			seed: wholeNumber(given, "seed", 0, null),
		}),
	);
}
