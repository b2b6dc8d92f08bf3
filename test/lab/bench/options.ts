import { Mistake, quotedWord, readCall } from "../../../rehearsal/script.ts";
import {
	DURABILITY,
	LOOK_BACK,
	PRESSES,
	RESTART,
	SCENARIOS,
	type Scenario,
	SINGLE,
	START,
	TRICKLE,
} from "./scenarios.ts";

/** What is to be measured. */
export interface Measurements {
	single: boolean;
	durability: boolean;
	start: boolean;
	restart: boolean;
	presses: boolean;
	lookBack: boolean;
	scenarios: Scenario[];
}

/** What was asked for. */
export interface BenchOptions extends Measurements {
	kind: "bench";
	json: boolean;
}

const TITLES: readonly { word: string; title: string }[] = [
	{ word: SINGLE, title: "people who come one by one, nothing waiting" },
	{ word: DURABILITY, title: "the same, with and without waiting for the disk (fsync)" },
	...SCENARIOS.filter(({ word }) => word !== TRICKLE),
	{ word: TRICKLE, title: "60, 600 and 3,000 in 8 min each, all at the same time" },
	{ word: START, title: "from the start of the process until it is connected" },
	{ word: RESTART, title: "from the start to the first greeting, with 100,000 attendances stored" },
	{ word: PRESSES, title: "guests who become quiet where they have been greeted, one and 200 at once" },
	{ word: LOOK_BACK, title: "the report of a session of 10,000 and its file, while guests come to another one" },
];
const WORDS = TITLES.map(({ word }) => word);
const LONGEST = Math.max(...WORDS.map((word) => word.length));

const HELP = `How fast Byname greets, against a Discord on this machine that answers in 100 ms and keeps Discord's limits.

  npm run bench                     everything, about twenty-five minutes
  npm run bench -- single crowd     only these
  npm run bench -- --json           one JSON object instead of the table

${TITLES.map(({ word, title }) => `  ${word.padEnd(LONGEST)}  ${title}`).join("\n")}
`;

const SCRIPT = { name: "bench", help: HELP, flags: ["json"], words: true };

/** Reads the words after `npm run bench --`. */
export function readOptions(call: readonly string[]) {
	return readCall(SCRIPT, call, ({ words, flags }): BenchOptions => {
		const unknown = words.find((word) => !WORDS.includes(word));
		if (unknown !== undefined) {
			throw new Mistake(
				`The bench knows no ${quotedWord(unknown)}. Write --json, --help or any of: ${WORDS.join(", ")}.`,
			);
		}
		const isAsked = (word: string) => words.length === 0 || words.includes(word);
		return {
			kind: "bench",
			single: isAsked(SINGLE),
			durability: isAsked(DURABILITY),
			start: isAsked(START),
			restart: isAsked(RESTART),
			presses: isAsked(PRESSES),
			lookBack: isAsked(LOOK_BACK),
			scenarios: SCENARIOS.filter(({ word }) => isAsked(word)),
			json: flags.has("json"),
		};
	});
}
