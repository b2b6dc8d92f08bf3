import { type ProfileChange, readChange, SETTINGS } from "../src/profiles/setting-rules.ts";
import { UserError } from "../src/user-error.ts";
import { Mistake, quotedWord, readCall, type ScriptCall } from "./script.ts";

/** What was asked for. */
export interface RehearsalOptions {
	kind: "rehearsal";
	file: string | null;
	speed: number | null;
	settings: ProfileChange & { time_zone: string };
	/** A file with texts of the host's own. */
	texts: string | null;
	json: boolean;
	/** Only say how the file was understood. */
	explain: boolean;
}

const HELP = `The main job without an account: Byname greets a webinar on a simulated Discord on this machine.

  npm run rehearsal                             a scripted webinar, scene by scene
  npm run rehearsal -- attendees.csv            your own: an attendance export of Zoom or Teams,
                                                or any CSV with a name and a join time, such as
                                                9:57, 9:57 AM or 2026-03-03 09:57
  npm run rehearsal -- rehearsal/sample.csv    a sample export

  --speed 60    so many times as fast; a replay lasts about half a minute unless told otherwise
  --time-zone Berlin   the host's zone, in which the times of the file are read; greetings follow its time of day
  --language de        what Byname speaks, by its code or its name, such as German or Deutsch
  --texts texts.txt    texts of your own: the name of one in square brackets, such as [Late arrivals], and below it one
                       wording a line, as in /greeting edit
  --pace swift         how fast greetings follow each other: calm, swift, or one message each 15, 30 or 60 seconds
  --explain     say how each column of the file was understood, and play nothing
  --json        one JSON object a line, for programs
  --help        this text

It ends with a summary. Exit codes: 0 when everyone was greeted once, 1 when not, 2 when the file or an option
cannot be read, 130 after Ctrl-C. Nothing leaves this machine.
`;

const SCRIPT = {
	name: "rehearsal",
	help: HELP,
	values: ["speed", "time-zone", "language", "pace", "texts"],
	flags: ["json", "explain"],
	words: true,
};

/** Reads the words after `npm run rehearsal --`. */
export function readOptions(words: readonly string[]) {
	return readCall(
		SCRIPT,
		words,
		(given): RehearsalOptions => ({
			kind: "rehearsal",
			speed: speedIn(given),
			settings: settingsIn(given),
			texts: textsIn(given),
			file: fileIn(given),
			json: given.flags.has("json"),
			explain: explainIn(given),
		}),
	);
}

/** A time of day is only said where there is a zone; without one, the clocks show what the file says. */
function settingsIn({ values }: ScriptCall): RehearsalOptions["settings"] {
	const given = SETTINGS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
	try {
		const change = readChange(Object.fromEntries(given), Date.UTC(2026, 0));
		return { ...change, time_zone: change.time_zone ?? "UTC" };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		// The sentence is the command's; there is no list to choose from here.
		throw new Mistake(error.message.replaceAll(/[*`]/g, "").replace(", and choose from the list", ""));
	}
}

function textsIn({ values: { texts } }: ScriptCall): string | null {
	if (texts === "") throw new Mistake("--texts takes the name of a file, which is missing.");
	return texts ?? null;
}

/** Slower than it was would only make people wait. */
function speedIn({ values: { speed } }: ScriptCall): number | null {
	if (speed === undefined) return null;
	const factor = /^\d+(\.\d+)?$/.test(speed) ? Number(speed) : 0;
	if (factor >= 1 && Number.isFinite(factor)) return factor;
	const found = speed === "" ? "which is missing" : `not ${quotedWord(speed)}`;
	throw new Mistake(`--speed takes a number from 1 (as it was) up, such as 60, ${found}.`);
}

function explainIn({ flags, words }: ScriptCall): boolean {
	if (flags.has("explain") && words.length === 0) throw new Mistake("--explain needs a file, such as attendees.csv.");
	return flags.has("explain");
}

function fileIn({ words }: ScriptCall): string | null {
	const [file = null, ...others] = words;
	if (others.length > 0) throw new Mistake(`One file at a time: there are ${words.length}.`);
	if (file === "") throw new Mistake("The name of the file is empty.");
	return file;
}
