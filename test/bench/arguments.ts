import { SCENARIOS, type Scenario, SINGLE } from "./scenarios.ts";

/** What to do: show the help, or run these scenarios. */
export type Asked =
	| { kind: "help"; text: string }
	| { kind: "mistake"; text: string }
	| { kind: "bench"; single: boolean; scenarios: Scenario[]; json: boolean };

const WORDS = [SINGLE, ...SCENARIOS.map(({ word }) => word)];

const HELP = `How fast Byname greets, against a Discord on this machine that answers in 100 ms and keeps Discord's limits.

  npm run bench                     everything, about five minutes
  npm run bench -- single crowd     only these
  npm run bench -- --json           one JSON object instead of the table

  ${SINGLE.padEnd(8)} people who come one by one, nothing waiting
${SCENARIOS.map(({ word, title }) => `  ${word.padEnd(8)} ${title}`).join("\n")}
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
		scenarios: SCENARIOS.filter(({ word }) => isAsked(word)),
		json: words.includes("--json"),
	};
}
