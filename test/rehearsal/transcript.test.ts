import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { Greeted, Happening, Summary } from "../../rehearsal/happening.ts";
import { createJson } from "../../rehearsal/json.ts";
import { createTranscript } from "../../rehearsal/transcript.ts";
import { widthOf } from "../../rehearsal/width.ts";

/** What a screen of that width shows, without colours. */
function shown(columns: number, ...happenings: Happening[]): string[] {
	let text = "";
	const write = (more: string) => {
		text += more;
	};
	const tell = createTranscript({ write, columns: () => columns, paint: (_, words) => words });
	for (const happening of happenings) tell(happening);
	return text.replace(/\n$/, "").split("\n");
}

function greeted(name: string, delayMs: number): Greeted {
	return { id: name, name, moment: "onTime", delayMs, welcomedBack: false, away: false };
}

function post(text: string, people: Greeted[], more: Partial<Extract<Happening, { type: "post" }>> = {}): Happening {
	const nothing = { thanked: [], duplicates: [], strangers: [], unread: [], apology: false };
	return { type: "post", at: 4_000, postedAt: 4_000, text, greeted: people, ...nothing, ...more };
}

function arrivals(...names: string[]): Happening {
	return { type: "arrivals", at: 4_000, people: names.map((name) => ({ id: name, name, again: false })) };
}

const SUMMARY: Summary = {
	type: "summary",
	complete: true,
	arrivals: 54,
	returns: 6,
	greeted: 54,
	notGreeted: [],
	moments: { early: 20, onTime: 22, late: 12 },
	welcomedBack: 0,
	whileAway: 0,
	posts: 54,
	thanksPosts: 1,
	toThank: 37,
	thanked: 37,
	delayMs: { median: 5, worst: 1_050 },
	duplicates: [],
	strangers: [],
	unread: [],
	noShows: 6,
	staff: 3,
	rateLimited: 0,
	errors: 0,
};

describe("the transcript", () => {
	it("shows who comes in and, beside the greeting, how soon it stood in the room", () => {
		const said = "Hello, Maya! Thanks for joining us!";
		expect(shown(80, arrivals("Maya"), post(said, [greeted("Maya", 7)]))).toEqual([
			"      +00:04  → Maya comes in",
			"  7 ms later  │ Hello, Maya! Thanks for joining us!",
		]);
	});

	it("shows median and worst of a greeting for many", () => {
		const people = [greeted("Maya", 1), greeted("Tom", 2), greeted("Sunil", 900)];
		expect(shown(80, post("Hello!", people)).at(-1)).toBe("              │ 3 people: median 2 ms, worst 900 ms");
	});

	it("puts many who come at once into two lines", () => {
		const lines = shown(60, arrivals(...Array.from({ length: 412 }, (_, index) => `Person ${index}`)));
		expect(lines).toHaveLength(2);
		expect(lines.join(" ")).toMatch(/412 people come in: Person 0, .* and \d+ more$/);
	});

	it("stays within the screen, whatever is said", () => {
		const long = post(`Hello, ${"王小明, Nguyễn Thị Minh Khai, ".repeat(20)}${"x".repeat(100)}!`, [
			greeted("王小明", 1),
		]);
		const start: Happening = {
			type: "start",
			file: `${"very-".repeat(30)}long.csv`,
			source: "CSV",
			title: "A title ".repeat(30),
			attendees: 1,
			staff: [],
			noShows: [],
			assumptions: [],
			lengthMs: 60_000,
			speed: 2,
		};
		const scene: Happening = { type: "scene", title: "A scene ".repeat(30), text: "And so on. ".repeat(30) };
		for (const columns of [45, 60, 100]) {
			for (const line of shown(columns, start, scene, arrivals("王小明".repeat(40)), long, SUMMARY)) {
				expect(widthOf(line)).toBeLessThan(columns);
			}
		}
	});

	it("lets nothing from outside reach the terminal", () => {
		const evil = "\u001b]0;owned\u0007\u001b[2J\u202Eevil";
		const all = [
			arrivals(evil),
			post(`Hello, ${evil}!`, [greeted(evil, 1)], { duplicates: [evil] }),
			{ type: "error" as const, text: evil },
			{ ...SUMMARY, duplicates: [evil] },
		];
		const text = shown(80, ...all).join("\n");
		expect(stripVTControlCharacters(text)).toBe(text);
		expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
	});

	it("says it when somebody is greeted twice or without having come", () => {
		const lines = shown(80, post("Hello!", [], { duplicates: ["Maya"], strangers: ["Peter"] }));
		expect(lines.join("\n")).toMatch(/Greeted again: Maya\n.*Named without having come: Peter/);
	});

	it.each<[Omit<Extract<Happening, { type: "pause" }>, "type" | "at">, string]>([
		[{ why: "nobody", lengthMs: 425_000, waiting: 0 }, "7 min 5 s in which nobody comes or goes"],
		[
			{ why: "greetings", lengthMs: null, waiting: 1 },
			"1 person waits for the next message, which keeps Byname's pace",
		],
		[{ why: "greetings", lengthMs: null, waiting: 5 }, "5 people wait for the next message, which keeps Byname's pace"],
		[{ why: "over", lengthMs: 10_000, waiting: 0 }, "10 s more, to see that nobody is greeted twice"],
	])("says why nothing happens: %j", (pause, words) => {
		expect(shown(100, { type: "pause", at: 4_000, ...pause })).toEqual([`      +00:04  … ${words}`]);
	});

	it("does not hide an error of Byname's", () => {
		expect(shown(80, { type: "error", text: "Byname logged an error: the disk is full" })).toEqual([
			"              ✗ Byname logged an error: the disk is full",
		]);
	});

	it("ends with the summary", () => {
		expect(shown(100, SUMMARY).slice(2)).toEqual([
			"    Arrivals      54  and 6 returns",
			"     Greeted      54  20 early, 22 on time, 12 late",
			"       Posts      54  and 1 that thanked 37 of the 37 who stayed to the end",
			"  Duplicates       0",
			"       Delay    5 ms  median; worst 1.1 s",
			"  By mistake       0  of 6 no-shows and 3 hosts and panelists greeted",
			"        429s       0",
			"",
		]);
	});

	it("names who was not greeted", () => {
		const summary = { ...SUMMARY, greeted: 53, notGreeted: [{ id: "1", name: "Maya" }] };
		expect(shown(100, summary)).toContain(" Not greeted       1  Maya");
	});
});

describe("--json", () => {
	it("has a line for each person who comes, and one for everything else", () => {
		const lines: string[] = [];
		const tell = createJson((text) => lines.push(text));
		tell(arrivals("Maya", "Tom"));
		tell(SUMMARY);
		expect(
			lines.map((text) =>
				text
					.trimEnd()
					.split("\n")
					.map((line) => JSON.parse(line)),
			),
		).toEqual([
			[
				{ type: "arrival", at: 4_000, id: "Maya", name: "Maya", again: false },
				{ type: "arrival", at: 4_000, id: "Tom", name: "Tom", again: false },
			],
			[SUMMARY],
		]);
	});
});
