import { parseArgs } from "node:util";
import { harmless } from "./harmless.ts";

/** What was asked for. */
export type Asked =
	| { kind: "help"; text: string }
	/** Something that cannot be done; the sentence says what to write instead. */
	| { kind: "mistake"; text: string }
	| { kind: "rehearsal"; file: string | null; speed: number | null; json: boolean };

const HELP = `The main job without an account: Byname greets a webinar on a simulated Discord on this machine.

  npm run rehearsal                             a scripted webinar, scene by scene
  npm run rehearsal -- attendees.csv            your own: an attendance export of Zoom or Teams,
                                                or any CSV with a name and a join time, such as
                                                9:57, 9:57 AM or 2026-03-03 09:57
  npm run rehearsal -- test/rehearsal/sample.csv    a sample export

  --speed 60    so many times as fast; a replay lasts about half a minute unless told otherwise
  --json        one JSON object a line, for programs
  --help        this text

It ends with a summary. Exit codes: 0 when everyone was greeted once, 1 when not, 2 when the file or an option
cannot be read, 130 after Ctrl-C. Nothing leaves this machine.
`;

/** Reads the words after `npm run rehearsal --`. */
export function readOptions(words: readonly string[]): Asked {
	const { values, positionals, tokens } = parseArgs({
		args: [...words],
		options: {
			help: { type: "boolean", short: "h" },
			json: { type: "boolean" },
			speed: { type: "string" },
		},
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	if (values.help === true) return { kind: "help", text: HELP };
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		if (!["help", "json", "speed"].includes(token.name)) return mistake(`There is no option ${shown(token.rawName)}.`);
		if (token.name !== "speed" && token.value !== undefined) return mistake(`${token.rawName} takes no value.`);
	}
	const speed = values.speed === undefined ? null : readSpeed(values.speed);
	if (speed === undefined) {
		const found = typeof values.speed === "string" ? `not ${shown(values.speed)}` : "which is missing";
		return mistake(`--speed takes a number from 1 (as it was) up, such as 60, ${found}.`);
	}
	if (positionals.length > 1) return mistake(`One file at a time: there are ${positionals.length}.`);
	const file = positionals[0] ?? null;
	if (file === "") return mistake("The name of the file is empty.");
	return { kind: "rehearsal", file, speed, json: values.json === true };
}

/** `undefined` for what is no speed. Slower than it was would only make people wait. */
function readSpeed(value: string | boolean): number | undefined {
	if (typeof value !== "string" || !/^\d+(\.\d+)?$/.test(value)) return undefined;
	const speed = Number(value);
	return speed >= 1 && Number.isFinite(speed) ? speed : undefined;
}

function mistake(text: string): Asked {
	return { kind: "mistake", text: `${text} See npm run rehearsal -- --help` };
}

function shown(word: string): string {
	return `"${harmless(word).slice(0, 60)}"`;
}
