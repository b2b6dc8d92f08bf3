import { describe, expect, it } from "vitest";
import { numbersOf } from "../../src/after/numbers.ts";
import { type CueWords, NOTHING_TO_DO } from "../../src/cue-words.ts";
import { type CueGuest, composeOver, composeRunning, type RunningCue } from "../../src/cues/cue-text.ts";
import { nameMark } from "../../src/guests/unused-names.ts";
import { LONGEST_LABEL } from "../../src/limits.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";

const MINUTE = 60_000;
const say = phrasesIn("en");
const german = phrasesIn("de");

function running(parts: Partial<RunningCue>, inLanguage = say): string {
	return wordsOf(parts, inLanguage).text;
}

function wordsOf(parts: Partial<RunningCue>, inLanguage = say): CueWords {
	const { latest = [] } = parts;
	const session = { sessionId: "pottery", title: "Pottery", roomId: "7", startsAt: 0 };
	const facts = { ...session, lateAfterMinutes: 5, named: true, next: null, asked: [], expected: null };
	return composeRunning({ ...facts, inside: latest.length, came: latest.length, ...parts, latest }, inLanguage);
}

function newcomer(name: string, parts: Partial<CueGuest> = {}): CueGuest {
	const { wish } = parts;
	const next = { quiet: wish?.quiet === true, isDone: false, leftUntil: null, askedUntil: null };
	const came = { arrivedAt: 0, visits: 1, missed: false, expected: false };
	return { userId: name.toLowerCase(), name, ...came, wish, ...next, ...parts };
}

describe("a cue while the session runs", () => {
	it("names who is in, with how late and which visit, in the order given", () => {
		const latest = [
			newcomer("Sunil", { arrivedAt: 25 * MINUTE, visits: 3 }),
			newcomer("Maya", { arrivedAt: MINUTE }),
			newcomer("Tom", { arrivedAt: -MINUTE, visits: 2 }),
		];
		expect(running({ latest, came: 5 })).toBe(
			[
				"**Pottery** in <#7>: 3 in, 5 came",
				"Sunil · 25 min late · visit 3",
				"Maya · on time · first visit",
				"Tom · early · visit 2",
			].join("\n"),
		);
	});

	it("says first whom to greet next, with all that helps, and what to do about it", () => {
		const wish = { called: "Sunny", sound: "SOO-nee", quiet: false, language: null, asked: true };
		const sunil = newcomer("Sunil", { arrivedAt: 25 * MINUTE, visits: 2, expected: true, wish });
		const { text, next } = wordsOf({ latest: [sunil, newcomer("Maya")], next: sunil });
		expect(text.split("\n").slice(0, 3)).toEqual([
			"**Pottery** in <#7>: 2 in, 2 came",
			"Greet next: **Sunny** · *SOO-nee* · chosen name, on Discord Sunil · 25 min late · visit 2 · expected",
			"Sunny · *SOO-nee* · chosen name, on Discord Sunil · 25 min late · visit 2 · expected",
		]);
		expect(next).toEqual({ sessionId: "pottery", userId: "sunil", said: "I said hello", pass: "Next" });
	});

	it.each<[what: string, expected: RunningCue["expected"], english: string, inGerman: string]>([
		["many are in", { count: 9, inside: 6 }, "6 of 9 expected are in", "6 von 9 Erwarteten da"],
		["one is in", { count: 9, inside: 1 }, "1 of 9 expected is in", "1 von 9 Erwarteten da"],
		["nobody is in yet", { count: 9, inside: 0 }, "0 of 9 expected are in", "0 von 9 Erwarteten da"],
		["it is only known how many", { count: 9, inside: null }, "9 expected", "9 erwartet"],
	])("says below the counts who is expected: %s", (_, expected, english, inGerman) => {
		const latest = [newcomer("Maya", { expected: true })];
		expect(running({ latest, expected })).toBe(
			`**Pottery** in <#7>: 1 in, 1 came\n${english}\nMaya · on time · first visit · expected`,
		);
		expect(running({ expected }, german)).toBe(`**Pottery** in <#7>: noch niemand da\n${inGerman}`);
	});

	it("says it in another language", () => {
		const latest = [
			newcomer("Sunil", { arrivedAt: 25 * MINUTE, visits: 3 }),
			newcomer("Maya", { arrivedAt: MINUTE }),
			newcomer("Tom", { missed: true, visits: null }),
		];
		expect(running({ latest, inside: 4, came: 5 }, german)).toBe(
			[
				"**Pottery** in <#7>: 4 da, insgesamt 5",
				"Sunil · 25 min zu spät · Besuch 3",
				"Maya · pünktlich · erster Besuch",
				"Tom · kam, während ich weg war",
				"und noch 1",
			].join("\n"),
		);
	});

	it("says what guests have said of themselves: what they are called, how that is said, and that they are quiet", () => {
		const latest = [
			newcomer("xX_sh_Xx", {
				wish: { called: "Siobhán", sound: "SIV-awn", quiet: false, asked: true, language: null },
			}),
			newcomer("Maya", { wish: { called: null, sound: null, quiet: true, asked: false, language: null } }),
			newcomer("Aoife", { wish: { called: null, sound: "EE-fa", quiet: false, asked: true, language: null } }),
		];
		expect(running({ latest }).split("\n").slice(1)).toEqual([
			"Siobhán · *SIV-awn* · chosen name, on Discord xX\\_sh\\_Xx · on time · first visit",
			"Maya · on time · first visit · quiet: please don't call them out",
			"Aoife · *EE-fa* · on time · first visit",
		]);
	});

	it("calls a session whose title nobody can read by its room", () => {
		expect(running({ title: "\u3164" })).toBe("<#7>: nobody has come yet");
	});

	it("does not call somebody late who came while nobody was at the door", () => {
		const latest = [newcomer("Sunil", { arrivedAt: 25 * MINUTE, missed: true })];
		expect(running({ latest })).toContain("\nSunil · came while I was away · first visit");
	});

	it("keeps silent about visits that nobody has counted", () => {
		expect(running({ latest: [newcomer("Maya", { visits: null })] })).toMatch(/\nMaya · on time$/);
	});

	it("says so when nobody has come yet", () => {
		expect(running({})).toBe("**Pottery** in <#7>: nobody has come yet");
	});

	it("lists as many as fit into 2000 characters, the latest, and counts all others", () => {
		const latest = Array.from({ length: 200 }, (_, index) => newcomer(`Guest ${index}`));
		const text = running({ latest, inside: 1_000 });
		const lines = text.split("\n");
		const listed = lines.length - 2;
		expect(text.length).toBeLessThanOrEqual(2_000);
		expect(text.length).toBeGreaterThan(1_940);
		expect(lines[1]).toBe("Guest 0 · on time · first visit");
		expect(lines.at(-1)).toBe(`and ${1_000 - listed} others`);
	});

	it("counts who is in although their name is not to be seen", () => {
		expect(running({ latest: [newcomer("Maya")], inside: 2 })).toMatch(/Maya .*\nand 1 other$/);
	});

	it("lets neither names nor the title ping, link or format", () => {
		const text = running({ title: "@everyone **x**", latest: [newcomer("<@1> [a](https://b.c)"), newcomer("# big")] });
		expect(text).not.toMatch(/@everyone|<@1>|[^\\]\]\(|https:\/\/|\n#/);
		expect(text).toContain("\\# big");
	});

	it("has a word for a name that nobody can read", () => {
		expect(running({ latest: [newcomer("\u3164")] })).toContain(say("cue.nameless"));
	});

	it("shows counts alone once Discord has refused the names", () => {
		const text = running({ latest: [newcomer("Maya")], named: false });
		expect(text).toBe(`**Pottery** in <#7>: 1 in, 1 came\n${say("cue.namesRefused")}`);
	});
});

describe("what a host can do below a cue", () => {
	function choosing(called: string | null, parts: Partial<CueGuest> = {}): CueGuest {
		const userId = `who is ${called}`;
		return newcomer("xX_9_Xx", {
			userId,
			wish: { called, sound: null, quiet: false, language: null, asked: true },
			...parts,
		});
	}
	const below = (...latest: CueGuest[]) => wordsOf({ latest }).control;
	const offered = (name: string, onDiscord = "on Discord xX_9_Xx") => ({
		...{ userId: `who is ${name}`, mark: nameMark(name), name, onDiscord },
	});

	it.each([
		["nobody has said anything of themselves", [newcomer("Maya")]],
		["somebody has said how to greet them, and chosen no name", [choosing(null)]],
		["the chosen name is the one that Discord shows", [choosing("Maya", { name: "Maya" })]],
	])("is nothing while %s", (_, latest) => expect(below(...latest)).toBeNull());

	it("is to put the one chosen name out of use", () => {
		expect(below(newcomer("Maya"), choosing("Kim"))).toEqual({
			...{ sessionId: "pottery", label: "Not this name: Kim", names: [offered("Kim")] },
		});
		expect(wordsOf({ latest: [choosing("Kim")] }, german).control).toMatchObject({
			...{ label: "Nicht dieser Name: Kim", names: [{ onDiscord: "auf Discord xX_9_Xx" }] },
		});
	});

	it("is to choose among several, the latest first", () => {
		expect(below(choosing("Kim"), newcomer("Maya"), choosing("Sam"))).toEqual({
			...{ sessionId: "pottery", label: "Not this name …", names: [offered("Kim"), offered("Sam")] },
		});
	});

	it("is for 25 names at most, and for those only that the cue lists", () => {
		const many = Array.from({ length: 60 }, (_, n) => choosing(`Name ${n}`));
		expect(below(...many)?.names.map(({ name }) => name)).toEqual(many.slice(0, 25).map(({ wish }) => wish?.called));
		const crowd = Array.from({ length: 200 }, (_, n) => newcomer(`Guest ${n}`));
		expect(below(...crowd, choosing("Kim"))).toBeNull();
	});

	it("is nothing once Discord has refused the names", () => {
		expect(wordsOf({ latest: [choosing("Kim")], named: false }).control).toBeNull();
	});

	it.each([
		["long", "W".repeat(32)],
		["long in UTF-16 units", "👩🏽‍🚀".repeat(32)],
		["one that would be formatted in a message", "**Kim** _x_"],
	])("has a label for a name that is %s", (_, called) => {
		for (const inLanguage of [say, german]) {
			const control = wordsOf({ latest: [choosing(called, { name: called.slice(1) })] }, inLanguage).control;
			const [one] = control?.names ?? [];
			if (!control || !one) throw new Error("nothing can be done");
			expect(control.label.length).toBeLessThanOrEqual(LONGEST_LABEL);
			expect(one.onDiscord.length).toBeLessThanOrEqual(LONGEST_LABEL);
			expect(called.startsWith(one.name)).toBe(true);
			expect(control.label).toContain(one.name);
		}
	});
});

describe("a cue after the session", () => {
	const numbers = {
		...{ came: 15, moments: { early: 1, onTime: 10, late: 4 }, returning: 2, expected: 3, heard: 12, byHand: 5 },
		...{ unnamed: 1, waiting: 1, mostAtOnce: 14, medianStayMs: 72 * 60_000 },
	};
	const over = { sessionId: "s", title: "Pottery", roomId: "7", numbers, callers: 0, latest: [], named: true };
	const nobody = { ...over, numbers: numbersOf([]) };

	it("says what it came to, and opens its report", () => {
		expect(composeOver(over, say)).toEqual({
			text: [
				"**Pottery** in <#7>: session over",
				"**15** came, 14 at the same time at most. Half of them stayed for 1 h 12 min or longer.",
				"1 early, 10 on time, 4 late. 2 had been here before.",
				"12 heard their name, 5 of them from a person.",
				"1 was greeted without a name.",
				"1 waits to be greeted.",
				"1 was not greeted.",
				"3 of them had marked *Interested*.",
			].join("\n"),
			...NOTHING_TO_DO,
			report: { sessionId: "s", label: "Report" },
		});
		expect(composeOver(nobody, say).text).toBe("**Pottery** in <#7>: session over\nNobody came.");
	});

	it("says it in another language", () => {
		const latest = [{ name: "Tom", at: 60_000 }];
		expect(composeOver({ ...nobody, callers: 1, latest }, german).text).toBe(
			["**Pottery** in <#7>: Session vorbei", "Niemand kam.", "Nach Schluss kam noch 1 vorbei:", "Tom · <t:60:t>"].join(
				"\n",
			),
		);
	});

	it("names who came after hours and when, and counts those whose name it no longer knows", () => {
		const latest = [
			{ name: "Tom", at: 120_999 },
			{ name: "Maya", at: 60_000 },
		];
		expect(composeOver({ ...nobody, callers: 3, latest }, say).text).toBe(
			[
				"**Pottery** in <#7>: session over",
				"Nobody came.",
				"After hours, 3 came by:",
				"Tom · <t:120:t>",
				"Maya · <t:60:t>",
				"and 1 other",
			].join("\n"),
		);
	});
});
