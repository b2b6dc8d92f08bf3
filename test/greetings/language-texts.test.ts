import { describe, expect, it } from "vitest";
import { TOUCHES } from "../../src/greetings/arrange.ts";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import type { Language } from "../../src/greetings/language.ts";
import { greetingAt, LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { checkText, LONGEST_TEXT, renderText, TEXT_KEYS, type TextKey, type Texts } from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { first, guest, MINUTE_MS, scene } from "./scene.ts";

const KINDS = ["early", "onTime", "late", "afterHours", "lookBack", "thanks"] as const;
const OPENINGS = ["early", "onTime", "late"] as const;
const NAMES = ["Sunil", "Maya", "Tom"];
/** Digits alone where somebody else's words stand, so that all letters are Byname's. */
const WHERE: Scene = { ...scene, title: "101", note: "12", recap: "34", next: scene.startsAt, now: scene.startsAt - 1 };
const VISITS = [1, 2, 5, 10];

const voiceOf = (tag: string, texts: Texts = languageOf(tag).texts, timeZone: string | null = null): Voice => ({
	...DEFAULT_VOICE,
	language: tag,
	texts,
	timeZone,
});

/** A language's texts with one variant each: those at these places. */
function taking(texts: Texts, places: Partial<Record<TextKey, number>>): Texts {
	const taken = TEXT_KEYS.map((key) => [key, texts[key].slice(places[key] ?? 0).slice(0, 1)] as const);
	return { ...texts, ...Object.fromEntries(taken) };
}

/** Every way of taking one place in each of several lists of these lengths. */
function waysThrough(...lengths: number[]): number[][] {
	const extend = (ways: number[][], length: number) =>
		ways.flatMap((way) => Array.from({ length }, (_, place) => [...way, place]));
	return lengths.reduce(extend, [[]]);
}

/** The names as they stand in a sentence in this language, joined, with their honorifics. */
const LISTS: Readonly<Record<string, readonly [one: string, two: string, three: string]>> = {
	en: ["Sunil", "Sunil and Maya", "Sunil, Maya and Tom"],
	bg: ["Sunil", "Sunil и Maya", "Sunil, Maya и Tom"],
	cs: ["Sunil", "Sunil a\u00A0Maya", "Sunil, Maya a\u00A0Tom"],
	da: ["Sunil", "Sunil og Maya", "Sunil, Maya og Tom"],
	de: ["Sunil", "Sunil und Maya", "Sunil, Maya und Tom"],
	el: ["Sunil", "Sunil και Maya", "Sunil, Maya και Tom"],
	"es-419": ["Sunil", "Sunil y Maya", "Sunil, Maya y Tom"],
	"es-ES": ["Sunil", "Sunil y Maya", "Sunil, Maya y Tom"],
	fi: ["Sunil", "Sunil ja Maya", "Sunil, Maya ja Tom"],
	fr: ["Sunil", "Sunil et Maya", "Sunil, Maya et Tom"],
	hi: ["Sunil जी", "Sunil जी और Maya जी", "Sunil जी, Maya जी और Tom जी"],
	hr: ["Sunil", "Sunil i Maya", "Sunil, Maya i Tom"],
	hu: ["Sunil", "Sunil és Maya", "Sunil, Maya és Tom"],
	id: ["Sunil", "Sunil dan Maya", "Sunil, Maya, dan Tom"],
	it: ["Sunil", "Sunil e Maya", "Sunil, Maya e Tom"],
	ja: ["Sunilさん", "Sunilさん、Mayaさん", "Sunilさん、Mayaさん、Tomさん"],
	ko: ["Sunil 님", "Sunil 님, Maya 님", "Sunil 님, Maya 님, Tom 님"],
	lt: ["Sunil", "Sunil ir Maya", "Sunil, Maya ir Tom"],
	nl: ["Sunil", "Sunil en Maya", "Sunil, Maya en Tom"],
	no: ["Sunil", "Sunil og Maya", "Sunil, Maya og Tom"],
	pl: ["Sunil", "Sunil i Maya", "Sunil, Maya i Tom"],
	"pt-BR": ["Sunil", "Sunil e Maya", "Sunil, Maya e Tom"],
	ro: ["Sunil", "Sunil și Maya", "Sunil, Maya și Tom"],
	ru: ["Sunil", "Sunil и Maya", "Sunil, Maya и Tom"],
	"sv-SE": ["Sunil", "Sunil och Maya", "Sunil, Maya och Tom"],
	th: ["คุณSunil", "คุณSunil และ คุณMaya", "คุณSunil คุณMaya และ คุณTom"],
	tr: ["Sunil", "Sunil ve Maya", "Sunil, Maya ve Tom"],
	uk: ["Sunil", "Sunil і Maya", "Sunil, Maya і Tom"],
	vi: ["Sunil", "Sunil và Maya", "Sunil, Maya và Tom"],
	"zh-CN": ["Sunil", "Sunil和Maya", "Sunil、Maya和Tom"],
	"zh-TW": ["Sunil", "Sunil和Maya", "Sunil、Maya和Tom"],
};

/** Who parts at night, or in the afternoon, says so; whoever is greeted never hears it. */
const GOODBYES: Readonly<Record<string, RegExp>> = {
	en: /good night|goodbye/i,
	bg: /лека нощ|довиждане/i,
	cs: /dobrou noc/i,
	da: /god ?nat/i,
	de: /gute nacht/i,
	el: /καληνύχτα|καλό (?:βράδυ|απόγευμα)/i,
	fi: /hyvää yötä/i,
	fr: /bonne (?:nuit|soirée|journée)/i,
	hi: /शुभ ?रात्रि/,
	hr: /laku noć/i,
	hu: /jó éjt|jó éjszakát/i,
	id: /selamat (?:tidur|tinggal)/i,
	it: /buona ?notte/i,
	ja: /おやすみなさい|さようなら/,
	ko: /안녕히|좋은 밤/,
	lt: /labos nakties|labanakt/i,
	nl: /goede ?nacht|welterusten/i,
	no: /god natt/i,
	pl: /dobranoc/i,
	ro: /noapte bună/i,
	ru: /ночи|до свидания/i,
	"sv-SE": /god ?natt/i,
	th: /ราตรีสวัสดิ์|ลาก่อน/,
	tr: /iyi (?:geceler|günler)/i,
	uk: /на добраніч|доброї ночі/i,
	vi: /ngủ ngon|tạm biệt/i,
	"zh-CN": /晚安|再见/,
	"zh-TW": /再見/, // 晚安 greets there
};

const SCRIPTS: Readonly<Record<string, RegExp>> = {
	bg: /^\p{Script=Cyrillic}+$/u,
	el: /^\p{Script=Greek}+$/u,
	hi: /^\p{Script=Devanagari}+$/u,
	ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
	ko: /^\p{Script=Hangul}+$/u,
	ru: /^\p{Script=Cyrillic}+$/u,
	th: /^\p{Script=Thai}+$/u,
	uk: /^\p{Script=Cyrillic}+$/u,
	"zh-CN": /^\p{Script=Han}+$/u,
	"zh-TW": /^\p{Script=Han}+$/u,
};
/** Letters of a neighbour's, which are easily written instead of the language's own. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
	bg: /[ыэёіїєґ]/i,
	da: /[äö]/i,
	no: /[äö]/i,
	ro: /[şţ]/i, // with a cedilla; Romanian has commas
	ru: /[іїєґў]/i,
	"sv-SE": /[æø]/i,
	uk: /[ыэёъ]/i,
};
/** What the character sets of the mainland and of Taiwan have: the one no traditional characters, the other no simplified. */
const CHARACTERS: Readonly<Record<string, ReadonlySet<string>>> = {
	"zh-CN": charactersOf("gbk", [0xb0, 0xf7], [0xa1, 0xfe]), // its first part is GB 2312
	"zh-TW": charactersOf("big5", [0xa4, 0xf9], [0x40, 0xfe]),
};

function charactersOf(encoding: string, [a, z]: [number, number], [from, to]: [number, number]): Set<string> {
	const bytes: number[] = [];
	for (let one = a; one <= z; one += 1) for (let two = from; two <= to; two += 1) bytes.push(one, two);
	return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

/** Each way of greeting these people at the same moment: every variant with every other. */
function said(tag: string, kind: Greeting["kind"], names: readonly string[]): string[] {
	const { texts } = languageOf(tag);
	const where = kind === "thanks" ? { ...WHERE, recap: null } : WHERE; // it would stand below
	const notes = kind === "late" ? texts.note.length : 1;
	const ways = waysThrough(texts[kind].length, VISITS.length, texts.returning.length, texts.missed.length + 1, notes);
	const again = ways.map(([opening, often = 0, returning, missed = 0, note]) => {
		const chosen = taking(texts, { [kind]: opening, returning, missed: Math.max(0, missed - 1), note });
		const people = names.map((name) => guest(name, { kind, visits: VISITS[often] ?? 1, missed: missed > 0 }));
		return compose(people, voiceOf(tag, chosen), where, first).body;
	});
	const expected = waysThrough(texts[kind].length, texts.expected.length).map(([opening, expected]) => {
		const people = names.map((name) => guest(name, { kind, expected: true }));
		return compose(people, voiceOf(tag, taking(texts, { [kind]: opening, expected })), where, first).body;
	});
	return [...again, ...expected];
}

/** Every text as it is written, with what chooses its branches. */
function* rendered(language: Language): Generator<[key: TextKey, said: string]> {
	for (const key of TEXT_KEYS) {
		for (const text of language.texts[key]) {
			for (const visits of VISITS) {
				for (const given of ["", "7"]) {
					const values = { greeting: "{greeting}", name: "{name}", mention: "", title: given, host: given };
					const others = {
						server: given,
						minutes: 0,
						start: "",
						startTime: "",
						people: 1,
						note: given,
						recap: given,
						next: given,
					};
					yield [key, renderText(text, language.tag, { ...values, ...others, visits })];
				}
			}
		}
	}
}

describe.each(LANGUAGES)("what is said in %s", (tag) => {
	const language = languageOf(tag);
	const { texts } = language;
	const [alone, both, all] = [1, 2, 3].map((count) => KINDS.flatMap((kind) => said(tag, kind, NAMES.slice(0, count))));
	const bodies = new Set([alone, both, all].flat());

	it("would be accepted from a host", () => {
		for (const key of TEXT_KEYS) for (const text of texts[key]) checkText(key, text, tag);
	});

	it("has no double space, no double stop, nothing left to fill in, and one line for all who hear the same", () => {
		for (const body of bodies) {
			expect(body).not.toMatch(/ {2}|^\s|\s$|[{}\uFDD0\uFDD1]|\n/);
			expect(body).not.toMatch(/[.,:;!?…।。，、：！？]{2}| [.,:;!?।]/);
		}
	});

	it("leaves every name as it was given", () => {
		for (const body of bodies) {
			expect(body).toContain("Sunil");
			expect(body).not.toMatch(/(?:Sunil|Maya|Tom)[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’-]/u);
		}
	});

	it("calls everybody by the same honorific", () => {
		const called = `${language.honorificBefore ?? ""}{name}${language.honorific ?? ""}`;
		for (const text of TEXT_KEYS.flatMap((key) => texts[key]))
			expect(text.split(called).join("")).not.toContain("{name}");
	});

	it("joins names as people do, and says to many what it says to one", () => {
		const [one, two, three] = LISTS[tag] ?? ["", "", ""];
		expect(both).toEqual(alone?.map((body) => body.split(one).join(two)));
		expect(all).toEqual(alone?.map((body) => body.split(one).join(three)));
	});

	it("greets whoever cannot be named last, as one more", () => {
		const { neutralName, neutralAmong = "" } = language;
		const people = [guest("Ann", { neutral: true }), guest("Sunil")];
		for (const kind of OPENINGS) {
			const { body } = compose(
				people.map((person) => ({ ...person, kind })),
				voiceOf(tag),
				WHERE,
				first,
			);
			expect(body).toMatch(new RegExp(`Sunil.*${neutralAmong}`));
			expect(body.split(neutralAmong).join("")).not.toContain(neutralName);
		}
	});

	it("speaks no other script, and no neighbour's letters", () => {
		const texts = [...rendered(language)].map(([, words]) => words.replace(/\{\w+\}/g, ""));
		const { neutralName, neutralAmong = "", hours, plainGreeting } = language;
		const words = [...texts, neutralName, neutralAmong, plainGreeting, ...Object.values(hours)].join("");
		const letters = [...new Set(words.match(/\p{L}/gu))].join("");
		expect(letters).toMatch(SCRIPTS[tag] ?? /^\p{Script=Latin}+$/u);
		if (FOREIGN[tag]) expect(letters).not.toMatch(FOREIGN[tag]);
		if (CHARACTERS[tag]) expect(CHARACTERS[tag].isSupersetOf(new Set(letters))).toBe(true);
	});

	it("is no goodbye, at any hour", () => {
		const goodbye = GOODBYES[tag] ?? /^$/;
		for (const kind of OPENINGS) {
			for (const [hour = 0, place] of waysThrough(24, texts[kind].length)) {
				const voice = voiceOf(tag, taking(texts, { [kind]: place }), "UTC");
				const now = Date.UTC(2026, 8, 2, hour);
				const where = { ...WHERE, now, startsAt: now + MINUTE_MS };
				const { body } = compose([guest("Sunil", { kind })], voice, where, first);
				if (voice.texts[kind][0]?.startsWith("{greeting}")) expect(body).toMatch(greetingAt(language, hour));
				expect(body).not.toMatch(goodbye);
			}
		}
	});

	it("has several ways for everything, not all alike, and none that says the same", () => {
		const least: Record<TextKey, number> =
			tag === "en"
				? {
						early: 4,
						onTime: 6,
						late: 6,
						note: 4,
						returning: 4,
						expected: 4,
						missed: 4,
						afterHours: 4,
						lookBack: 1,
						thanks: 4,
					}
				: {
						early: 2,
						onTime: 3,
						late: 3,
						note: 2,
						returning: 3,
						expected: 2,
						missed: 2,
						afterHours: 2,
						lookBack: 1,
						thanks: 2,
					};
		for (const key of TEXT_KEYS) {
			expect(texts[key].length).toBeGreaterThanOrEqual(least[key]);
			expect(new Set(texts[key].map((text) => text.toLowerCase())).size).toBe(texts[key].length);
		}
		const openings = OPENINGS.flatMap((key) => texts[key]);
		const greetingFirst = openings.filter((text) => text.startsWith("{greeting}"));
		expect(greetingFirst.length).toBeLessThanOrEqual(openings.length / 2);
		for (const key of OPENINGS) expect(texts[key].some((text) => !text.startsWith("{greeting}"))).toBe(true);
	});

	it("counts nothing aloud", () => {
		for (const key of TEXT_KEYS) {
			for (const text of texts[key]) expect(text).not.toMatch(/\{(?:minutes|visits)\}|\{minutes|#/);
		}
	});

	it("ends with the date or the recap, after which no full stop could stand", () => {
		for (const key of TEXT_KEYS) {
			for (const text of texts[key]) expect(text).not.toMatch(/\{(?:next|recap)\}(?! ·|\}|$)/);
		}
		const ends = { next: /<t:\d+:F>$/, recap: /https:\/\/example\.org\/deck$/, both: /<t:\d+:F> · .*\/deck$/ };
		const recap = "https://example.org/deck";
		for (let place = 0; place < texts.afterHours.length; place += 1) {
			const voice = voiceOf(tag, taking(texts, { afterHours: place }));
			const hear = (but: Partial<Scene>) =>
				compose([guest("Sunil", { kind: "afterHours" })], voice, { ...scene, ...but }, first).body;
			expect(hear({ next: scene.now })).toMatch(ends.next);
			expect(hear({ recap })).toMatch(ends.recap);
			expect(hear({ recap, next: scene.now })).toMatch(ends.both);
			expect(hear({})).not.toMatch(/·|\/deck|<t:/);
		}
	});

	it("is one host's voice: one exclamation at most, and no emoji", () => {
		for (const [, words] of rendered(language)) {
			expect(words.split(/[!！]/).length - 1).toBeLessThanOrEqual(1);
			expect(words).not.toMatch(/\p{Extended_Pictographic}/u);
		}
	});

	it.each(TOUCHES)("says what it adds for somebody (%s) in other words than those it opens with", (touch) => {
		const welcomes = [...rendered(language)].filter(([key, words]) => key === touch && !words.includes("{name}"));
		const openings = [...rendered(language)].filter(([key]) => OPENINGS.some((opening) => opening === key));
		const heard = new Set(openings.flatMap(([, words]) => stems(words, tag)));
		for (const [, words] of welcomes) {
			for (const stem of stems(words, tag)) expect(heard, words).not.toContain(stem);
		}
	});
});

/** The words of five letters or more, cut to these, so that other forms of a word are the same. */
function stems(words: string, tag: string): string[] {
	const bare = words.replace(/\{\w+\}/g, "").toLocaleLowerCase(tag);
	const segments = [...new Intl.Segmenter(tag, { granularity: "word" }).segment(bare)];
	return segments
		.map(({ segment }) => [...segment].slice(0, 5).join(""))
		.filter((stem) => [...stem].length === 5 && !FUNCTION_WORDS.has(stem));
}

/** Words that are in every second sentence. */
const FUNCTION_WORDS = new Set(["είναι", "sudah"]);

it("leaves room for an opening, a welcome back, an apology and a note in one message", () => {
	const { missed, late, returning, expected, note } = LONGEST_TEXT;
	expect(missed + late + Math.max(returning, expected) + note + 3).toBeLessThanOrEqual(2000);
});
