import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { respell } from "../../src/greetings/respell.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { first, guest, MINUTE_MS, START, scene } from "./scene.ts";

/** A host who speaks English, in words of their own. */
const host: Voice = {
	...DEFAULT_VOICE,
	texts: {
		early: ["Early, {name}!"],
		onTime: ["Here, {name}!"],
		late: ["Late, {name}!"],
		returning: ["Again!"],
		expected: ["At last!"],
		missed: ["Sorry!"],
		note: ["We are at {note}"],
		afterHours: ["Closed, {name}!"],
		lookBack: ["You were there, {name}! {recap}"],
		thanks: ["Bye, {name}!"],
	},
};
const NOTED = { ...scene, note: "slide 12" };

/** People as "Jonas de" names them: with the language that they have chosen, if they have. */
function people(some: readonly string[], but: Partial<Greeting> = {}): Greeting[] {
	return some.map((one) => {
		const [name = "", language] = one.split(" ");
		return guest(name, { ...but, ...(language !== undefined && { language }) });
	});
}

function said(some: readonly string[], but: Partial<Greeting> = {}, voice: Voice = host, where: Scene = scene): string {
	return compose(people(some, but), voice, where, first).body;
}

/** Messages until everybody is greeted. */
function drain(greetings: readonly Greeting[], voice: Voice, where: Scene = scene) {
	const messages = [];
	for (let at = 0; at < greetings.length; ) {
		const composed = compose(greetings.slice(at), voice, where, first);
		messages.push({ ...composed, people: greetings.slice(at, at + composed.count) });
		at += composed.count;
	}
	return messages;
}

describe("somebody who has chosen a language", () => {
	it.each<[string, string, Partial<Greeting>, Partial<Voice>]>([
		["in time", "Hallo, Jonas! Herzlich willkommen.", {}, {}],
		["late", "Hallo, Jonas! Wie schön, dass es noch geklappt hat.", { kind: "late", minutes: 9 }, {}],
		["back", "Hallo, Jonas! Herzlich willkommen. Wiedersehen macht Freude.", { visits: 3 }, {}],
		[
			"greeted late",
			"Hallo, Jonas! Herzlich willkommen. Entschuldigung, dass ich nicht an der Tür stand. Das war mein Fehler.",
			{ missed: true },
			{},
		],
		["after hours", "Hallo, Jonas! Wir haben gerade zu, aber nur herein.", { kind: "afterHours" }, {}],
		["thanked", "Danke fürs Dabeisein, Jonas!", { kind: "thanks" }, {}],
		["quiet", "Hallo, lieber Gast! Herzlich willkommen.", { neutral: true }, {}],
		[
			"in the evening, where the host is",
			"Guten Abend, Jonas! Herzlich willkommen.",
			{},
			{ timeZone: "Europe/Berlin" },
		],
		["in the afternoon there", "Guten Tag, Jonas! Herzlich willkommen.", {}, { timeZone: "America/New_York" }],
		["where the host pings", "Hallo, Jonas! Herzlich willkommen.", {}, { ping: "on" }],
	])("hears it, %s: %s", (_, expected, but, voice) => {
		expect(said(["Jonas de"], but, { ...host, ...voice })).toBe(expected);
	});

	it("hears it early, and when that is", () => {
		const before = { ...scene, now: START - 5 * MINUTE_MS };
		expect(said(["Jonas de"], { kind: "early" }, host, before)).toBe(
			`Hallo, Jonas! So früh sind die besten Plätze noch frei. Beginn <t:${START / 1000}:R>.`,
		);
	});

	it("hears the host, where that is the host's language", () => {
		expect(said(["Maya en", "Tom"])).toBe("Here, Maya and Tom!");
		expect(said(["Jonas de", "Tom"], {}, { ...host, language: "de" })).toBe("Here, Jonas und Tom!");
		expect(said(["Tom en"], {}, { ...host, language: "de" })).toBe("Hello, Tom! Thanks for joining us.");
	});

	it("does not hear what the host never says", () => {
		const texts = { ...host.texts, returning: [""], missed: [], note: [""] };
		const back = { kind: "late", visits: 2, missed: true } as const;
		expect(said(["Jonas de"], back, { ...host, texts }, NOTED)).toBe(
			"Hallo, Jonas! Wie schön, dass es noch geklappt hat.",
		);
	});
});

describe("a message in several languages", () => {
	it.each<[people: string[], lines: string[]]>([
		[
			["Maya", "Jonas de"],
			["Here, Maya!", "Hallo, Jonas! Herzlich willkommen."],
		],
		[
			["Jonas de", "Maya"],
			["Hallo, Jonas! Herzlich willkommen.", "Here, Maya!"],
		],
		[
			["Jonas de", "Maya", "Anna de", "Tom"],
			["Hallo, Jonas und Anna! Herzlich willkommen.", "Here, Maya and Tom!"],
		],
		[["\u200B de", "Anna de", "\u2800 de"], ["Hallo, Anna, noch ein Gast und noch ein Gast! Herzlich willkommen."]],
		[
			["Yuki ja", "Maya", "Ken ja"],
			["Yukiさん、Kenさん、ようこそ！ご参加ありがとうございます。", "Here, Maya!"],
		],
		[
			["Aki ja", "Léa fr", "Jonas de", "Maya", "Ben ja"],
			[
				"Akiさん、Benさん、ようこそ！ご参加ありがとうございます。",
				"Bienvenue Léa\u202F! Merci d’être des nôtres.",
				"Here, Jonas and Maya!",
			],
		],
	])("greets %j", (some, lines) => {
		expect(said(some).split("\n")).toEqual(lines);
	});

	it("keeps the lines of a language together, and apologises once in each", () => {
		const sorry = { missed: true };
		const back = { visits: 2 };
		const waiting = [
			...people(["Ada"]),
			...people(["Jonas de"], sorry),
			...people(["Maya"], sorry),
			...people(["Anna de"], { ...sorry, ...back }),
			...people(["Tom"], { ...sorry, ...back }),
			...people(["Otto de"], back),
		];
		expect(compose(waiting, host, scene, first).body.split("\n")).toEqual([
			"Here, Maya!",
			"Here, Tom! Again! Sorry!",
			"Here, Ada!",
			"Hallo, Jonas! Herzlich willkommen.",
			"Hallo, Anna! Herzlich willkommen. Wiedersehen macht Freude. Entschuldigung, dass ich nicht an der Tür stand. Das war mein Fehler.",
			"Hallo, Otto! Herzlich willkommen. Wiedersehen macht Freude.",
		]);
	});

	it.each<[people: string[], lines: string[]]>([
		[["Jonas de"], ["Hallo, Jonas! Wie schön, dass es noch geklappt hat. We are at slide 12"]],
		[
			["Maya", "Jonas de"],
			["Late, Maya! We are at slide 12", "Hallo, Jonas! Wie schön, dass es noch geklappt hat."],
		],
		[
			["Yuki ja", "Jonas de"],
			[
				"Yukiさん、ようこそ！お越しいただけてうれしいです。",
				"Hallo, Jonas! Wie schön, dass es noch geklappt hat. We are at slide 12",
			],
		],
	])("gives the host's note once, as the host wrote it, behind the host's words where it can: %j", (some, lines) => {
		expect(said(some, { kind: "late" }, host, NOTED).split("\n")).toEqual(lines);
	});

	it("gives a note that names people in each language's own words", () => {
		const voice = { ...host, texts: { ...host.texts, note: ["{name}, we are at {note}"] } };
		expect(said(["Maya", "Jonas de"], { kind: "late" }, voice, NOTED).split("\n")).toEqual([
			"Late, Maya! Maya, we are at slide 12",
			"Hallo, Jonas! Wie schön, dass es noch geklappt hat. Da sind wir gerade: slide 12",
		]);
	});

	it("draws the note once for all, and each language's wordings from its own bag", () => {
		const texts = { ...host.texts, onTime: ["Here, {name}!", "There, {name}!"], note: ["At {note}", "By {note}"] };
		const asked: string[] = [];
		const turns = createPicks(() => 0).of("server", "host");
		const listening = { ...turns.try(), try: () => listening, keep: () => undefined };
		const { pick } = turns;
		listening.pick = (key, ...rest) => {
			asked.push(key);
			return pick(key, ...rest);
		};
		const waiting = [...people(["Maya", "Jonas de"]), ...people(["Tom", "Anna de"], { kind: "late" })];
		compose(waiting, { ...host, texts }, NOTED, listening);
		expect(asked).toEqual(["onTime", "de onTime", "late", "note", "de late"]);
	});

	it("knows in which language each is called, so that they can be called otherwise", () => {
		const written = compose(people(["Maya", "Jonas de", "Anna de"]), host, scene, first);
		expect(written.rolls.map(({ language, spots }) => [language, spots.length])).toEqual([
			["en", 1],
			["de", 2],
		]);
		const quiet = new Map(people(["Maya", "Anna de"]).map(({ userId }) => [userId, { name: null, sorry: false }]));
		expect(respell(written, quiet).body).toBe(
			"Here, dear guest!\nHallo, Jonas und noch ein Gast! Herzlich willkommen.",
		);
	});

	it("tells nobody their language by who comes after them", () => {
		const all = people(["Aki ja", "Maya", "Léa fr", "Jonas de", "Ben ja", "Eva de", "Ana es-ES"]);
		const whole = compose(all, host, scene, first);
		for (let count = 1; count < all.length; count++) {
			const part = compose(all.slice(0, count), host, scene, first);
			const spoken = ({ rolls }: typeof part, { userId }: Greeting) =>
				rolls.find(({ spots }) => spots.some(([who]) => who === userId))?.language;
			for (const one of all.slice(0, count))
				expect([one.name, spoken(part, one)]).toEqual([one.name, spoken(whole, one)]);
		}
	});

	it("speaks in the next message the language that had no room in this one", () => {
		const waiting = people(["Aki ja", "Léa fr", "Jonas de"]);
		const [, , jonas] = waiting;
		expect(compose(waiting, host, scene, first).body).toContain("Here, Jonas!");
		expect(compose([jonas ?? guest("")], host, scene, first).body).toBe("Hallo, Jonas! Herzlich willkommen.");
	});
});

const NAMES = ["Maya", "Jonas", "Siobhán O’Neill", "Dr. Ngozi Okafor", "tom_1987", "Yuki", "xX_Shadow_Xx", "Ana"];

/** So many who came, in these languages by turns, as a crowd of people comes. */
function crowd(count: number, languages: readonly string[], of: (index: number) => Partial<Greeting>): Greeting[] {
	return Array.from({ length: count }, (_, index) => {
		const language = languages[(index * 7) % languages.length];
		return guest(`${NAMES[index % NAMES.length]} ${index}`, { userId: `${index}`, language, ...of(index) });
	});
}

describe.each(LANGUAGES.filter((_, index) => index % 4 === 0))(
	"two hundred arrivals at a host who speaks %s",
	(own) => {
		const texts = languageOf(own).texts;
		const others = LANGUAGES.filter((tag) => tag !== own);
		const voice = { ...DEFAULT_VOICE, language: own, texts, timeZone: "UTC" };

		it.each<[string, (index: number) => Partial<Greeting>]>([
			["in time", () => ({})],
			["in time, every third of them back", (index) => ({ visits: index % 3 === 0 ? 2 : 1 })],
			["late", () => ({ kind: "late", minutes: 12 })],
			["greeted late", () => ({ missed: true })],
			["thanked", () => ({ kind: "thanks" })],
			["some late, many back", (index) => ({ kind: index % 3 === 0 ? "late" : "onTime", visits: 1 + (index % 4) })],
			["some greeted late, many back", (index) => ({ missed: index % 3 === 0, visits: 1 + (index % 4) })],
		])("cost at most one message more in four languages than in one: %s", (_, of) => {
			const alone = drain(crowd(200, [own], of), voice, NOTED).length;
			for (let at = 0; at < others.length; at += 3) {
				const four = [own, ...others.slice(at, at + 3)];
				const mixed = drain(crowd(200, four, of), voice, NOTED);
				expect([four, mixed.length - alone <= 1]).toEqual([four, true]);
				for (const { rolls } of mixed)
					expect(new Set(rolls.map(({ language }) => language)).size).toBeLessThanOrEqual(3);
			}
		});
	},
);
