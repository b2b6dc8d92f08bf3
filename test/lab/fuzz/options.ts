import { readCall, wholeNumber } from "../../../rehearsal/script.ts";

/** What was asked for. */
export interface FuzzOptions {
	kind: "fuzz";
	runs: number;
}

const HELP = `Names, texts and custom ids against hostile input, far more often than a test run tries them.

  npm run fuzz                       100,000 inputs for each property, ten thousand for those over a crowd
  npm run fuzz -- --runs 1000000     so many, but never fewer than npm test tries

It ends with 0 when every property holds, with 1 otherwise. What fails is printed with the seed that fast-check replays
it by.
`;

const SCRIPT = { name: "fuzz", help: HELP, values: ["runs"] };

/** Reads the words after `npm run fuzz --`. */
export function readOptions(words: readonly string[]) {
	return readCall(
		SCRIPT,
		words,
		(given): FuzzOptions => ({ kind: "fuzz", runs: wholeNumber(given, "runs", 1, 100_000) }),
	);
}
