import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findWords } from "./words-in-code.ts";

/** Whose words nobody reads in Discord, or everybody does: folders and files, and who reads them. */
const ELSEWHERE = {
	"src/phrases/": "the catalogue itself",
	"src/greetings/languages/": "the guests, in public",
	"commands/greeting/wordings.ts": "the guests, in public",
	"src/profiles/zone-names.ts": "nobody: people type them",
	"commands/session/times/": "nobody: people type them",
	"src/greetings/other-bots.ts": "nobody: people type them",
	"src/after/attendance-csv/csv.ts": "programs that read Zoom's reports",
	"src/config.ts": "who starts Byname",
	"src/check-health.ts": "who starts it",
	"src/discord/connect.ts": "whoever runs Byname, when it ends",
	"src/discord/interested.ts": "whoever reads the log",
	"src/discord/reply-rules.ts": "whoever reads the log",
	"src/health/": "whoever watches over Byname",
	"src/operator/": "an operator, in a terminal",
	"src/store/": "the database, and whoever runs it",
};

/** Words that go to the log alone, or tell things apart. */
const UNREAD = [
	"after hours …",
	"next command",
	"waiting for servers",
	"waiting to log in",
	"too many messages",
	"unknown channel",
	"no Read Message History",
	"an answer that could not be read: …",
	"… without a code of Discord's",
	"Discord has had too many requests; they wait until then",
	"Discord refuses so much that Byname asks less, lest it be shut out",
	"Discord refuses a message; looking for the name it minds",
	"Discord refuses a name; the person is greeted without it",
	"Discord refuses a greeting without the name; leaving out the host's words",
	"Discord refuses a greeting in any words; it is given up",
];

const ROOT = new URL("../../", import.meta.url);
const files = globSync("{commands,src}/**/*.ts", { cwd: ROOT }).map((file) => {
	const name = file.replaceAll("\\", "/");
	return { name, ...findWords(readFileSync(new URL(name, ROOT), "utf8")) };
});
const types = new Set(files.flatMap((file) => file.types));

function isElsewhere(name: string): boolean {
	return Object.keys(ELSEWHERE).some((place) => name.startsWith(place));
}

/** What reads like words for people in Discord, by file. */
const spoken = files
	.filter(({ name }) => !isElsewhere(name))
	.map(({ name, words }) => ({ name, words: words.filter((one) => !types.has(one) && !UNREAD.includes(one)) }))
	.filter(({ words }) => words.length > 0);

describe("words that people read in private", () => {
	it("stand in the catalogue and nowhere else", () => {
		expect(spoken).toEqual([]);
	});

	it("are told from others by lists that hold nothing needless", () => {
		const all = files.flatMap(({ words }) => words);
		expect(UNREAD.filter((one) => !all.includes(one) || types.has(one))).toEqual([]);
		const places = Object.keys(ELSEWHERE);
		expect(
			places.filter((place) => !files.some(({ name, words }) => name.startsWith(place) && words.length > 0)),
		).toEqual([]);
	});
});

describe("findWords", () => {
	// A paragraph sign stands for the dollar sign, so that these stay plain strings.
	it.each([
		["a string", 'x = "Nothing has changed.";', ["Nothing has changed."]],
		["a template, with … for its values", "x = `I lack §{what} and §{more} here`;", ["I lack … and … here"]],
		["a template in a template", "x = `<#§{id}>§{host ? `, hosted by §{host}` : ``}`;", [", hosted by …"]],
		["what a person is refused with", 'throw new UserError("Which room?");', ["Which room?"]],
		["a label", 'new ButtonBuilder({ label: "End it", style: 1 });', ["End it"]],
		["no error that is no UserError", 'reject(new StoreError("it is full")); throw new Rejected("no such thing");', []],
		["no log line", 'log.info({ room }, "session opened"); context.log.warn("it is late");', []],
		["no SQL", "sql`select §{id} from session`", []],
		["no import", 'import words from "./two words.ts";', []],
		["no word by itself, id or mention", 'f("none", `session:§{id}`, `<t:§{at}:t> <@§{id}>`, "3 March 09:57");', []],
	])("finds %s", (_, code, words) => {
		expect(findWords(code.replaceAll("§", "$")).words).toEqual(words);
	});

	it("finds types, and does not take them for words", () => {
		const code = 'type Silence = { kind: "timed out" | "quarantined" };';
		expect(findWords(code)).toEqual({ words: [], types: ["timed out", "quarantined"] });
	});
});
