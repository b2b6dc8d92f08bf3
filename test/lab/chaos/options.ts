import { engineIn, readCall, wholeNumber } from "../../../rehearsal/script.ts";

/** What was asked for. */
export interface ChaosOptions {
	kind: "chaos";
	trials: number;
	seed: number;
	/** Only the wave of this trial, and its diary. */
	trial: number | null;
	engine: "sqlite" | "postgres";
	/** Waves that run side by side, each with processes of its own. */
	lanes: number;
	/** Without the villain, so that nearly every report can be told. */
	calm: boolean;
	verbose: boolean;
	json: boolean;
}

const HELP = `Random webinars against the real bot process, while a villain does its worst. Everything follows from the seed.

  npm run chaos                                  100 trials
  npm run chaos -- --trials 1000 --seed 7
  npm run chaos -- --engine postgres             on PostgreSQL, which it brings along
  npm run chaos -- --seed 7 --trial 17 --verbose one trial again, with those beside it, and its diary

  --calm        without the villain, so that the numbers of most reports can be told
  --verbose     with the diaries of trials that go wrong
  --lanes 2     so many groups of trials at the same time
  --json        one JSON object instead of the table

It ends with 0 when nobody was forgotten, greeted twice (by Byname, or by it and a host), told the wrong words, named
against their wish or taken for a guest on the panel, and every report has the numbers of what happened; with 1 otherwise.
The plan of a trial is the same for the same seed; how a race between two processes ends is not.
`;

const SCRIPT = {
	name: "chaos",
	help: HELP,
	values: ["trials", "seed", "trial", "engine", "lanes"],
	flags: ["calm", "verbose", "json"],
};

/** Reads the words after `npm run chaos --`. */
export function readOptions(words: readonly string[]) {
	return readCall(
		SCRIPT,
		words,
		(given): ChaosOptions => ({
			kind: "chaos",
			trials: wholeNumber(given, "trials", 1, 100),
			seed: wholeNumber(given, "seed", 0, 7),
			trial: wholeNumber(given, "trial", 0, null),
			engine: engineIn(given),
			lanes: wholeNumber(given, "lanes", 1, 1),
			calm: given.flags.has("calm"),
			verbose: given.flags.has("verbose"),
			json: given.flags.has("json"),
		}),
	);
}
