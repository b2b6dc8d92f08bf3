import { DURABILITY, RESTART, SCENARIOS, type Scenario, SINGLE } from "./scenarios.ts";

/** What to do: show the help, or run these scenarios. */
export type Asked =
	| { kind: "help"; text: string }
	| { kind: "mistake"; text: string }
	| ({ kind: "bench"; json: boolean } & Plan);

/** What is to be measured. */
export interface Plan {
	single: boolean;
	durability: boolean;
	restart: boolean;
	scenarios: Scenario[];
}

const TITLES: readonly { word: string; title: string }[] = [
	{ word: SINGLE, title: "people who come one by one, nothing waiting" },
	{ word: DURABILITY, title: "the same, with and without waiting for the disk (fsync)" },
	...SCENARIOS,
	{ word: RESTART, title: "from the start to the first greeting, with 100,000 attendances stored" },
];
const WORDS = TITLES.map(({ word }) => word);
const LONGEST = Math.max(...WORDS.map((word) => word.length));

const HELP = `How fast Byname greets, against a Discord on this machine that answers in 100 ms and keeps Discord's limits.

  npm run bench                     everything, about seven minutes
  npm run bench -- single crowd     only these
  npm run bench -- --json           one JSON object instead of the table

${TITLES.map(({ word, title }) => `  ${word.padEnd(LONGEST)}  ${title}`).join("\n")}
`;

/** Reads the words after `npm run bench --`. */
export function readArguments(words: readonly string[]): Asked {
	if (words.includes("--help") || words.includes("-h")) return { kind: "help", text: HELP };
	const unknown = words.find((word) => word !== "--json" && !WORDS.includes(word));
	if (unknown !== undefined) {
		return {
			kind: "mistake",
			text: `The bench knows no "${unknown}". Write --json, --help or any of: ${WORDS.join(", ")}.\n`,
		};
	}
	const named = words.filter((word) => word !== "--json");
	const isAsked = (word: string) => named.length === 0 || named.includes(word);
	return {
		kind: "bench",
		single: isAsked(SINGLE),
		durability: isAsked(DURABILITY),
		restart: isAsked(RESTART),
		scenarios: SCENARIOS.filter(({ word }) => isAsked(word)),
		json: words.includes("--json"),
	};
}
