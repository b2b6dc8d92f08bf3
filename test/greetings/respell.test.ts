import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { type Correction, respell } from "../../src/greetings/respell.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { first, guest, scene } from "./scene.ts";

const QUIET: Correction = { name: null, sorry: false };
const called = (name: string, sorry = false): Correction => ({ name, sorry });

/** What a message says once some of its people are called otherwise. */
function respelt(
	onTime: string,
	names: readonly string[],
	corrections: Readonly<Record<string, Correction>>,
	but: Partial<Voice> = {},
): string {
	const voice = { ...DEFAULT_VOICE, ...but };
	const texts = { ...languageOf(voice.language).texts, onTime: [onTime] };
	const people = names.map((name, index) => guest(name, { userId: `${index}` }));
	const written = compose(people, { ...voice, texts }, scene, first);
	const changes = new Map(Object.entries(corrections).map(([name, how]) => [`${names.indexOf(name)}`, how]));
	return respell(written, changes).body;
}

describe("a message that stands", () => {
	it.each([
		["Hi {name}!", ["Maya"], { Maya: QUIET }, "Hi dear guest!"],
		["Hi {name}!", ["Maya", "Tom", "Ada"], { Maya: QUIET }, "Hi dear guest, Tom and Ada!"],
		["Hi {name}!", ["Maya", "Tom", "Ada"], { Tom: QUIET }, "Hi Maya, one more guest and Ada!"],
		["Hi {name}!", ["Maya", "Tom", "Ada"], { Maya: QUIET, Ada: QUIET }, "Hi dear guest, Tom and one more guest!"],
		["Hi {name}! Well, {name}?", ["Maya"], { Maya: QUIET }, "Hi dear guest! Well, dear guest?"],
		["Hi {name}!", ["Siobhan", "Tom"], { Siobhan: called("Siobhán") }, "Hi Siobhán and Tom!"],
		["Hi {name}!", ["Tom", "Smith"], { Smith: called("Smith, John") }, "Hi Tom and Smith John!"],
		["Hi {name}!", ["Smith"], { Smith: called("Smith, John") }, "Hi Smith, John!"],
		["Hi {name}!", ["Maya"], { Maya: called("*Ma* @everyone") }, "Hi \\*Ma\\* @\u200beveryone!"],
		["Hi {name}!", ["Maya"], { Maya: called("\u200b") }, "Hi dear guest!"],
	])("%j said to %j says, with %j: %j", (text, names, corrections, expected) => {
		expect(respelt(text, names, corrections as unknown as Record<string, Correction>)).toBe(expected);
	});

	it("apologises for a wrong name where it stands first, and in that person's part alone", () => {
		expect(respelt("Hi {name}! Well, {name}?", ["Maia", "Tom"], { Maia: called("Maya", true) })).toBe(
			"Hi Maya (sorry I got your name wrong) and Tom! Well, Maya and Tom?",
		);
	});

	it("keeps its full stops, whether names bring their own or not", () => {
		const [jr, bob] = ["Tom Smith Jr.", "Bob Jr."];
		expect(respelt("Hi {name}. Sit!", [jr], { [jr]: QUIET })).toBe("Hi dear guest. Sit!");
		expect(respelt("Hi {name}. Sit!", [jr], { [jr]: called(bob) })).toBe("Hi Bob Jr. Sit!");
		expect(respelt("Hi {name}. Sit!", ["Maya"], { Maya: called(bob) })).toBe("Hi Bob Jr. Sit!");
		expect(respelt("Hi {name}. Sit!", [jr, "Maya"], { Maya: QUIET })).toBe("Hi Tom Smith Jr. and one more guest. Sit!");
	});

	it("has honorifics where they stood, and none at a neutral word", () => {
		const ja = { language: "ja" };
		expect(respelt("{name}さん！", ["Maya", "Tom"], { Tom: called("Tim") }, ja)).toBe("Mayaさん、Timさん！");
		expect(respelt("{name}さん！", ["Maya", "Tom"], { Tom: QUIET }, ja)).toBe("Mayaさん、もうひとりのゲスト！");
		expect(respelt("{name}さん！", ["Maya"], { Maya: called("Mia", true) }, ja)).toBe(
			"Miaさん（お名前を間違えてしまい、申し訳ありません）！",
		);
	});

	it("mentions nobody who is quiet, and goes on mentioning who is called otherwise", () => {
		const on = { ping: "on" } as const;
		expect(respelt("Hi {mention}!", ["Maya", "Tom"], { Maya: QUIET }, on)).toBe("Hi dear guest and <@1>!");
		expect(respelt("Hi {mention}! Hi {name}!", ["Maya"], { Maya: called("Mia", true) }, on)).toBe(
			"Hi <@0>! Hi Mia (sorry I got your name wrong)!",
		);
	});

	it("can be changed again and again: the last wish counts, and an apology goes with its name", () => {
		const written = compose(
			["Maia", "Tom"].map((name) => guest(name, { userId: name })),
			{ ...DEFAULT_VOICE, texts: { ...DEFAULT_VOICE.texts, onTime: ["Hi {name}, and {name}!"] } },
			scene,
			first,
		);
		const maya = respell(written, new Map([["Maia", called("Maya", true)]]));
		expect(respell(maya, new Map([["Maia", called("Maya", true)]]))).toEqual(maya);
		const both = respell(
			maya,
			new Map([
				["Tom", QUIET],
				["Maia", called("Máya", true)],
			] as const),
		);
		expect(both.body).toBe("Hi Máya (sorry I got your name wrong) and one more guest, and Máya and one more guest!");
		expect(respell(both, new Map([["Maia", QUIET]])).body).toBe(
			"Hi dear guest and one more guest, and dear guest and one more guest!",
		);
	});

	it("leaves out apologies first where it would get too long, then names, and stays what Discord takes", () => {
		const names = Array.from({ length: 320 }, (_, n) => `${n}`.padStart(3, "0"));
		expect(respelt("{name}!", names, { "000": called("Maya", true) })).toMatch(/^Maya \(sorry.*\), 001, /);
		const full = `${"x".repeat(390)}{name}`;
		expect(respelt(full, names, { "000": called("Maya", true) })).toMatch(/xMaya, 001, /);
		const everybody = respelt(full, names, Object.fromEntries(names.map((name) => [name, QUIET])));
		expect(everybody.length).toBeLessThanOrEqual(2000);
		expect(everybody).toMatch(/^x+…, /);
		expect(everybody).not.toMatch(/\d/);
	});
});

describe.each(LANGUAGES)("an apology for a wrong name in %s", (tag) => {
	it("stands in brackets behind the name, with the space that it needs, and names nobody", () => {
		expect(languageOf(tag).misnamed).toMatch(/^( \([^(){}]+\)|（[^（）{}]+）)$/);
	});
});
