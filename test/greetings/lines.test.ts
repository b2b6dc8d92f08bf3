import { describe, expect, it } from "vitest";
import type { Language } from "../../src/greetings/language.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import {
	type Called,
	joinedBy,
	MENTIONS,
	measure,
	NAMES,
	NOBODY,
	type Words,
	write,
} from "../../src/greetings/lines.ts";

const ja = languageOf("ja");
/** Languages as their data may say. */
const MADE_UP: Language[] = [
	{
		...ja,
		tag: "x-before",
		honorificBefore: "Khun ",
		honorific: undefined,
		join: (names) => names.join(" "),
		neutralAmong: "one more",
	},
	{
		...ja,
		tag: "x-both",
		honorificBefore: "<",
		honorific: ">",
		join: (names) => `${names.slice(0, -1).join(" ")} & ${names.at(-1)}`,
	},
];

/** The words of a sentence alone. */
function only(sentence: (people: number) => string): Words {
	return { key: "", sentence, apology: "", apologyFirst: false, note: "" };
}

const called = (name: string, id: number): Called => ({
	name: { alone: name, listed: name.replace(",", "") },
	mention: `<@${id}>`,
});

/** Some people, of whom each third has no name, and each fourth no mention. */
const party = (count: number): Called[] =>
	Array.from({ length: count }, (_, index) => {
		const { name, mention } = called(`Person, ${index}`, index);
		return { ...(index % 3 !== 1 && { name }), ...(index % 4 !== 2 && { mention }) };
	});

describe.each([...LANGUAGES.map(languageOf), ...MADE_UP])("measuring a line in $tag", (language) => {
	it.each([1, 2, 3, 4, 5, 40])("foretells exactly how long it gets with %i people", (count) => {
		const { honorificBefore: before = "", honorific: after = "" } = language;
		for (const people of [party(count), party(count + 1).slice(1), Array<Called>(count).fill({})]) {
			for (const [b, a] of [["", ""] as const, [before, after] as const]) {
				const words = only((many) => `Hello, ${b}${NAMES}${a}! You ${many}, ${b}${MENTIONS}${a} or ${NAMES}.`);
				const size = people.reduce(joinedBy, NOBODY);
				expect(measure(words, size, language)).toBe(write([{ words, people }], language).length);
			}
		}
	});
});

describe("names in a line", () => {
	const say = (language: Language, sentence: string, ...people: Called[]) =>
		write([{ words: only(() => sentence), people }], language);
	const [maya, tom, ada] = [called("Maya", 1), called("Tom", 2), called("Ada", 3)];
	const en = { ...languageOf("en"), neutralName: "dear guest", neutralAmong: "one more guest" };
	const [before, both] = MADE_UP as [Language, Language];

	it("bring their own full stop, and need no other", () => {
		const junior = called("Tom Smith Jr.", 4);
		expect(say(en, `Thank you, ${NAMES}. See you!`, junior)).toBe("Thank you, Tom Smith Jr. See you!");
		expect(say(en, `${NAMES}. Good to see you, ${NAMES}.`, maya, junior)).toBe(
			"Maya and Tom Smith Jr. Good to see you, Maya and Tom Smith Jr.",
		);
		expect(say(en, `So, ${NAMES}... ${NAMES}! ${NAMES}, ${MENTIONS}.`, junior)).toBe(
			"So, Tom Smith Jr.... Tom Smith Jr.! Tom Smith Jr., <@4>.",
		);
		expect(say(en, `Thank you, ${NAMES}.`, maya)).toBe("Thank you, Maya.");
	});

	it("have their honorifics, each its own, where the text has them", () => {
		expect(say(ja, `${NAMES}さん！${NAMES}`, maya, tom)).toBe("Mayaさん、Tomさん！Maya、Tom");
		expect(say(before, `Hi Khun ${NAMES}!`, maya, tom, ada)).toBe("Hi Khun Maya Khun Tom Khun Ada!");
		expect(say(both, `Hi <${NAMES}>, ${NAMES}!`, maya, tom, ada)).toBe("Hi <Maya> <Tom> & <Ada>, Maya Tom & Ada!");
	});

	it("are joined as the language says, where the platform does otherwise", () => {
		expect(say(before, `${NAMES}`, maya, tom, ada)).toBe("Maya Tom Ada");
		expect(say(before, `${NAMES}`, maya)).toBe("Maya");
	});

	it("are followed by those without one, who are one more each", () => {
		expect(say(en, `Hi ${NAMES}!`, {})).toBe("Hi dear guest!");
		expect(say(en, `Hi ${NAMES}!`, {}, maya, tom)).toBe("Hi Maya, Tom and one more guest!");
		expect(say(en, `Hi ${NAMES}!`, maya, {}, {})).toBe("Hi Maya, one more guest and one more guest!");
		expect(say(en, `Hi ${NAMES}!`, {}, {})).toBe("Hi dear guest and one more guest!");
		expect(say({ ...en, neutralAmong: undefined }, `Hi ${NAMES}!`, maya, {})).toBe("Hi Maya and dear guest!");
	});

	it("lend their honorific to no neutral word", () => {
		const ko = {
			...languageOf("ko"),
			honorific: " 님",
			neutralName: "참가자님",
			neutralAmong: "다른 참가자님",
			join: en.join,
		};
		expect(say(ko, `${NAMES} 님!`, {})).toBe("참가자님!");
		expect(say(before, `Khun ${NAMES}!`, maya, {})).toBe("Khun Maya one more!");
	});

	it("are left out for a mention, also of who has none that can be shown", () => {
		expect(say(en, `Hi ${MENTIONS}!`, { mention: "<@7>" }, maya, {})).toBe("Hi <@7>, <@1> and one more guest!");
	});

	it("lose a comma among others, where one person would read as two", () => {
		const smith = called("Smith, John", 4);
		expect(say(en, `Hi ${NAMES}!`, smith)).toBe("Hi Smith, John!");
		expect(say(en, `Hi ${NAMES}!`, smith, maya)).toBe("Hi Smith John and Maya!");
	});
});
