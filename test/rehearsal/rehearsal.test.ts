import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAttendance } from "../../rehearsal/attendance/read.ts";
import { HOSTILE_NAME } from "../../rehearsal/cast.ts";
import type { Happening, NamedPerson, SaidMoment, Summary } from "../../rehearsal/happening.ts";
import { CLEARED } from "../../rehearsal/status-line.ts";

const MAIN = new URL("../../rehearsal/main.ts", import.meta.url).pathname;
const SAMPLE = new URL("../../rehearsal/sample.csv", import.meta.url).pathname;

interface PlayedRun {
	code: number | null;
	stdout: string;
	stderr: string;
}

function start(...words: string[]): ChildProcess {
	return spawn(process.execPath, [MAIN, ...words], { stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs the rehearsal as `npm run rehearsal` does, and waits for its end. */
function rehearsal(...words: string[]): Promise<PlayedRun> {
	return end(start(...words));
}

function end(child: ChildProcess): Promise<PlayedRun> {
	const run: PlayedRun = { code: null, stdout: "", stderr: "" };
	child.stdout?.on("data", (text) => {
		run.stdout += text;
	});
	child.stderr?.on("data", (text) => {
		run.stderr += text;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject).on("close", (code) => resolve({ ...run, code }));
	});
}

type JsonLine =
	| Exclude<Happening, { type: "arrivals" | "leaves" }>
	| ({ type: "arrival"; at: number; again: boolean } & NamedPerson);

function linesOf({ stdout }: PlayedRun): JsonLine[] {
	return stdout
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
}

function ofType<Type extends JsonLine["type"]>(lines: JsonLine[], type: Type): Extract<JsonLine, { type: Type }>[] {
	return lines.filter((line): line is Extract<JsonLine, { type: Type }> => line.type === type);
}

function summaryOf(lines: JsonLine[]): Summary {
	const [summary] = ofType(lines, "summary");
	if (!summary) throw new Error("there is no summary");
	return summary;
}

const folder = mkdtempSync(join(tmpdir(), "byname-rehearsal-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** These two take the longest, so they run from the beginning. */
const sample = rehearsal(SAMPLE, "--json", "--speed", "1500");
const script = rehearsal("--json");

describe("a replay of the sample export", () => {
	const attendance = readAttendance(readFileSync(SAMPLE), "sample.csv");
	const attendees = attendance.people.filter(({ role }) => role === "attendee");
	let run: PlayedRun;
	let lines: JsonLine[];
	beforeAll(async () => {
		run = await sample;
		lines = linesOf(run);
	});

	it("ends well and says nothing but its lines", () => {
		expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
		expect(summaryOf(lines)).toMatchObject({ complete: true, errors: 0, rateLimited: 0, unread: [] });
	});

	it("lets everybody come when they came", () => {
		const came = ofType(lines, "arrival").map(({ name, at }) => `${name} ${Math.round(at / 1000)}`);
		const entries = attendees.flatMap(({ name, stays }) =>
			stays.map(({ enteredAt }) => `${name} ${(enteredAt - attendance.startsAt) / 1000}`),
		);
		expect(came.toSorted()).toEqual(entries.toSorted());
	});

	it("greets everybody who came once, with the words for early, on time and late that their time calls for", () => {
		const cameAt = new Map(
			attendees.map(({ name, stays }) => [name, ((stays[0]?.enteredAt ?? 0) - attendance.startsAt) / 60_000]),
		);
		const greeted = ofType(lines, "post").flatMap(({ at, greeted }) => greeted.map((one) => ({ ...one, at })));
		for (const { name, moment, at } of greeted) {
			const minutes = cameAt.get(name) ?? Number.NaN;
			const hasBegun = at >= 0; // who was early and is named after the start hears what those in time do
			const due: SaidMoment = minutes < 0 && !hasBegun ? "early" : minutes <= 5 ? "onTime" : "late";
			expect({ name, moment }).toEqual({ name, moment: due });
		}
		expect(greeted.map(({ name }) => name).toSorted()).toEqual(attendees.map(({ name }) => name).toSorted());
		expect(summaryOf(lines)).toMatchObject({ greeted: 54, notGreeted: [], duplicates: [] });
	});

	it("names no host, panelist or no-show in the room", () => {
		const said = ofType(lines, "post")
			.map(({ text }) => text)
			.join("\n");
		expect([...attendance.staff, ...attendance.noShows].filter((name) => said.includes(name))).toEqual([]);
		expect(summaryOf(lines)).toMatchObject({ strangers: [], staff: 3, noShows: 6 });
	});

	it("thanks those who are there at the end", () => {
		const stayed = attendees.filter(({ stays }) => (stays.at(-1)?.leftAt ?? 0) >= attendance.endsAt - 60_000);
		const thanked = ofType(lines, "post").flatMap((post) => post.thanked.map(({ name }) => name));
		expect(thanked).toHaveLength(summaryOf(lines).toThank);
		expect(stayed.map(({ name }) => name)).toEqual(expect.arrayContaining(thanked));
		expect(thanked).toContain("Sunil");
	});

	it("measures delays that the speed does not multiply", () => {
		expect(summaryOf(lines).delayMs?.median).toBeLessThan(1_000);
	});
});

describe("the scripted webinar", () => {
	let run: PlayedRun;
	let lines: JsonLine[];
	let posts: Extract<Happening, { type: "post" }>[];
	beforeAll(async () => {
		run = await script;
		lines = linesOf(run);
		posts = ofType(lines, "post");
	});

	it("ends well, with everybody greeted once", () => {
		expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
		expect(summaryOf(lines)).toMatchObject({
			complete: true,
			arrivals: 52,
			greeted: 52,
			notGreeted: [],
			duplicates: [],
			strangers: [],
			unread: [],
			errors: 0,
			rateLimited: 0,
		});
	});

	it("shows an evening where no zone is told", () => {
		const said = posts.map(({ text }) => text).join("\n"); // most of the wordings say the time of day, not all
		expect(said).toMatch(/good evening/i);
		expect(said).not.toMatch(/hello, |good morning/i);
	});

	it("greets the guest who comes 25 minutes late, and welcomes him back an hour later", () => {
		const sunil = posts.flatMap(({ greeted }) => greeted.filter(({ name }) => name === "Sunil"));
		expect(sunil.map(({ moment, welcomedBack }) => ({ moment, welcomedBack }))).toEqual([
			{ moment: "late", welcomedBack: false },
			{ moment: "early", welcomedBack: true },
		]);
	});

	it("names a crowd of forty in a few messages within about a second", () => {
		const crowd = posts.filter(({ at }) => at >= 30_000 && at < 60_000);
		expect(crowd.flatMap(({ greeted }) => greeted)).toHaveLength(40);
		expect(crowd.length).toBeLessThanOrEqual(8);
		expect(Math.max(...crowd.flatMap(({ greeted }) => greeted.map(({ delayMs }) => delayMs)))).toBeLessThan(3_000);
	});

	it("says sorry to who came while Byname was away", () => {
		const sorry = posts.filter(({ apology }) => apology);
		expect(sorry.map(({ greeted }) => greeted.map(({ name, away }) => ({ name, away })))).toEqual([
			[{ name: "Maya Patel", away: true }],
		]);
	});

	it("says what it saw: nothing twice, nothing that pings, two requests and one message", () => {
		expect(ofType(lines, "remark").map(({ text }) => text)).toEqual([
			expect.stringContaining("Nothing is said"),
			expect.stringContaining("pings nobody"),
			expect.stringContaining("2 requests, 1 message"),
			expect.stringContaining("mid-sentence"),
			expect.stringContaining("owns up"),
		]);
		expect(posts.some(({ greeted }) => greeted.some(({ name }) => name === HOSTILE_NAME))).toBe(true);
	});
});

describe.concurrent("what cannot be played", () => {
	it("is a file with something else in it: a sentence with line and column, and nothing else", async () => {
		const file = join(folder, "attendees.csv");
		writeFileSync(file, "Name,Join Time\nMaya,2026-03-03 10:00\nTom,soon\n");
		expect(await rehearsal(file)).toEqual({
			code: 2,
			stdout: "",
			stderr: expect.stringMatching(/^attendees\.csv: line 3, column 2 \("Join Time"\): expected .+ found "soon"\n$/),
		});
	});

	it("is a file that is not there", async () => {
		const missing = { code: 2, stdout: "", stderr: "no-such.csv: there is no such file\n" };
		expect(await rehearsal("no-such.csv", "--json")).toEqual(missing);
	});

	it("is a file of texts that could not be said: a sentence for each, with its line", async () => {
		const file = join(folder, "wrong.txt");
		writeFileSync(file, "[Late arrivals]\nHello, {nmae}!\n\n[Welcome back]\nHello, {name\n");
		expect(await rehearsal("--texts", file)).toEqual({
			code: 2,
			stdout: "",
			stderr: expect.stringMatching(/^wrong\.txt: line 2: I don't know \{nmae\}\..*\nwrong\.txt: line 5: .+\n$/),
		});
	});

	it("is an option that is none", async () => {
		const mistake = { code: 2, stdout: "", stderr: expect.stringContaining('no option "--fast"') };
		expect(await rehearsal("--fast")).toEqual(mistake);
	});
});

describe("a rehearsal in a host's own words", () => {
	let run: PlayedRun;
	beforeAll(async () => {
		const [people, texts] = [join(folder, "guests.csv"), join(folder, "texts.txt")];
		writeFileSync(people, "# start: 10:00\nName,Joined,Left\nMaya,9:55,10:31\nTom,10:25,10:31\nInés,10:25,10:31\n");
		writeFileSync(
			texts,
			"[Late arrivals]\n{name}, {minutes, plural, one {eine Minute} other {# Minuten}} – macht nichts!\n",
		);
		run = await rehearsal(people, "--texts", texts, "--language", "German", "--json", "--speed", "2000");
	});

	it("has them said, and Byname's own in the language where there are none", () => {
		const posts = ofType(linesOf(run), "post").map(({ text }) => text);
		const [early, late, thanks] = [posts[0], posts.slice(1, -1), posts.at(-1)];
		expect(early).toContain(" Beginn <t:");
		expect(late.join(" ")).toContain("25 Minuten – macht nichts!");
		expect(thanks).toMatch(/ und /);
	});

	it("understands them", () => {
		expect(run).toMatchObject({ code: 0, stderr: "" });
		expect(summaryOf(linesOf(run))).toMatchObject({
			greeted: 3,
			moments: { early: 1, onTime: 0, late: 2 },
			unread: [],
			thanked: 3,
		});
	});
});

/** Makes a rehearsal take what it writes to for a terminal. */
const AS_TERMINAL = "data:text/javascript,process.stdout.isTTY=true;process.stdout.columns=80";

describe("how far a replay is", () => {
	let [onTerminal, intoPipe] = ["", ""];
	beforeAll(async () => {
		const file = join(folder, "people.csv");
		writeFileSync(file, "# start: 10:00\nName,Joined,Left\nMaya,10:00,10:21\nTom,10:20,10:21\n");
		const words = [MAIN, file, "--speed", "600"];
		const played = [["--import", AS_TERMINAL], []].map((before) => end(spawn(process.execPath, [...before, ...words])));
		[onTerminal = "", intoPipe = ""] = (await Promise.all(played)).map(({ stdout }) => stdout);
	});

	it("stands on a terminal's last line while it lasts, and nothing of it stays", () => {
		expect(onTerminal).toMatch(/\d+ % of the webinar, (about \d+ s|a moment) left, 1 of 2 arrivals/);
		const stays = onTerminal.split("\n").map((line) => line.split(CLEARED).at(-1));
		expect(stays.filter((line) => line?.includes("%"))).toEqual([]);
		expect(stays.at(-1)).toBe("");
	});

	it("is not told to a pipe", () => {
		expect(intoPipe).toContain("Tom comes in");
		expect(intoPipe).not.toMatch(/[\r%]/);
	});

	it("comes with the reason why nothing happens for seconds", () => {
		for (const text of [onTerminal, intoPipe]) {
			expect(stripVTControlCharacters(text)).toMatch(/… (20 min|19 min \d+ s) in which nobody comes or goes\n/);
		}
	});
});

/** Resolves with the first line of a kind that a rehearsal prints. */
function lineFrom(child: ChildProcess, type: string): Promise<void> {
	let seen = "";
	return new Promise((resolve) => {
		child.stdout?.on("data", (text) => {
			seen += text;
			if (seen.includes(`"type":"${type}"`)) resolve();
		});
	});
}

describe.concurrent("a rehearsal that is cut short", () => {
	it.skipIf(process.platform === "win32")("ends at once on Ctrl-C, with the summary so far", async () => {
		const child = start(SAMPLE, "--json", "--speed", "60");
		const ended = end(child);
		await lineFrom(child, "arrival");
		child.kill("SIGINT");
		const run = await ended;
		expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 130, stderr: "" });
		expect(summaryOf(linesOf(run))).toMatchObject({ complete: false, arrivals: 1 });
	});

	it("ends quietly when nobody reads along any more", async () => {
		const child = start(SAMPLE, "--json", "--speed", "60");
		const ended = end(child);
		await lineFrom(child, "start");
		child.stdout?.destroy();
		expect(await ended).toMatchObject({ code: 0, stderr: "" });
	});
});
