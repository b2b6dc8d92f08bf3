import { describe, expect, it } from "vitest";
import type { Language } from "../../src/greetings/language.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { type Called, MENTIONS, NAMES, type Words, write } from "../../src/greetings/lines.ts";
import { joinedBy, measure, NOBODY } from "../../src/greetings/measure.ts";

const ja = languageOf("ja");
/** Languages as their data may say. */
const MADE_UP: Language[] = [
	{
		...ja,
		tag: "x-before",
		honorificBefore: "Khun ",
		honorific: undefined,
		joined: { comma: " ", and: " " },
		neutralAmong: "one more",
	},
	{
		...ja,
		tag: "x-both",
		honorificBefore: "<",
		honorific: ">",
		joined: { comma: " ", and: " & " },
	},
];

/** The words of a sentence alone. */
function only(language: Language, sentence: (people: number) => string): Words {
	return { key: "", language, isHosts: true, sentence, apology: "", apologyFirst: false, note: "" };
}

const called = (name: string, id: number): Called => ({
	who: `${id}`,
	name: { alone: name, listed: name.replace(",", "") },
	mention: `<@${id}>`,
});

/** Somebody without a name that can be shown. */
const nobody: Called = { who: "0" };

/** Some people, of whom each third has no name, and each fourth no mention. */
const party = (count: number): Called[] =>
	Array.from({ length: count }, (_, index) => {
		const { who, name, mention } = called(`Person, ${index}`, index);
		return { who, ...(index % 3 !== 1 && { name }), ...(index % 4 !== 2 && { mention }) };
	});

describe.each([...LANGUAGES.map(languageOf), ...MADE_UP])("measuring a line in $tag", (language) => {
	it.each([1, 2, 3, 4, 5, 40])("foretells exactly how long it gets with %i people", (count) => {
		const { honorificBefore: before = "", honorific: after = "" } = language;
		for (const people of [party(count), party(count + 1).slice(1), Array<Called>(count).fill(nobody)]) {
			for (const [b, a] of [["", ""] as const, [before, after] as const]) {
				const words = only(
					language,
					(many) => `Hello, ${b}${NAMES}${a}! You ${many}, ${b}${MENTIONS}${a} or ${NAMES}.`,
				);
				const size = people.reduce(joinedBy, NOBODY);
				expect(measure(words, size)).toBe(write([{ words, people }]).body.length);
			}
		}
	});
});

describe("names in a line", () => {
	const say = (language: Language, sentence: string, ...people: Called[]) =>
		write([{ words: only(language, () => sentence), people }]).body;
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
		expect(say(en, `Hi ${NAMES}!`, nobody)).toBe("Hi dear guest!");
		expect(say(en, `Hi ${NAMES}!`, nobody, maya, tom)).toBe("Hi Maya, Tom and one more guest!");
		expect(say(en, `Hi ${NAMES}!`, maya, nobody, nobody)).toBe("Hi Maya, one more guest and one more guest!");
		expect(say(en, `Hi ${NAMES}!`, nobody, nobody)).toBe("Hi dear guest and one more guest!");
		expect(say({ ...en, neutralAmong: undefined }, `Hi ${NAMES}!`, maya, nobody)).toBe("Hi Maya and dear guest!");
	});

	it("lend their honorific to no neutral word", () => {
		const ko = {
			...languageOf("ko"),
			honorific: " 님",
			neutralName: "참가자님",
			neutralAmong: "다른 참가자님",
			joined: en.joined,
		};
		expect(say(ko, `${NAMES} 님!`, nobody)).toBe("참가자님!");
		expect(say(before, `Khun ${NAMES}!`, maya, nobody)).toBe("Khun Maya one more!");
	});

	it("are left out for a mention, also of who has none that can be shown", () => {
		expect(say(en, `Hi ${MENTIONS}!`, { who: "7", mention: "<@7>" }, maya, nobody)).toBe(
			"Hi <@7>, <@1> and one more guest!",
		);
	});

	it("lose a comma among others, where one person would read as two", () => {
		const smith = called("Smith, John", 4);
		expect(say(en, `Hi ${NAMES}!`, smith)).toBe("Hi Smith, John!");
		expect(say(en, `Hi ${NAMES}!`, smith, maya)).toBe("Hi Smith John and Maya!");
	});
});
