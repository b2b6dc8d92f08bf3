import { describe, expect, it } from "vitest";
import { type ClosedEnding, ENDINGS, writeClosed } from "../../src/greetings/closed.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { PLACEHOLDERS, renderText, type TextKey, type TextValues } from "../../src/greetings/texts.ts";
import { type PhraseKey, phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { inForm, readVariants, writeVariants } from "../../src/profiles/variants.ts";

const empty = Object.fromEntries(PLACEHOLDERS.map((placeholder) => [placeholder, ""]));
const NOTHING = { ...empty, minutes: 0, visits: 1, people: 1 } as TextValues;

/** Reads what was typed into the form of a text, of a host who speaks English. */
function read(key: TextKey, typed: string, endings: readonly ClosedEnding[] = []) {
	return readVariants(key, { typed, endings }, "en");
}

describe("readVariants", () => {
	it("takes one text a line, without blank lines and repetitions", () => {
		expect(read("onTime", "\r\n Hi {name} \r\n\nHi {name}\nHello {name}")).toEqual({
			sources: ["Hi {name}", "Hello {name}"],
			problems: [],
		});
	});

	it("tells every problem with the lines it is in, blank ones counted", () => {
		const { problems } = read("onTime", "Hi\n\nHi {name}\nHi {nam}\nHello");
		expect(problems).toEqual([
			{ lines: [1, 5], problem: expect.objectContaining({ key: "texts.problem.missing" }) },
			{ lines: [4], problem: phrase("texts.problem.unknownButNear", { typed: "{nam}", near: "{name}" }) },
		]);
	});

	it("counts what is left without repetitions towards the ten", () => {
		const eleven = Array.from({ length: 11 }, (_, index) => `Hi ${index} {name}`);
		const ten = [...eleven.slice(0, 10), "Hi 0 {name}"];
		expect(read("onTime", ten.join("\n")).problems).toEqual([]);
		expect(read("onTime", eleven.join("\n")).problems).toEqual([
			{ lines: [], problem: phrase("texts.problem.tooMany", { count: 11, most: 10, excess: 1 }) },
		]);
	});

	it.each(["-", "–", " — "])("reads a line of just %j as nothing said, where that is allowed", (dash) => {
		expect(read("missed", dash)).toEqual({ sources: [""], problems: [] });
		expect(read("afterHours", dash, ENDINGS)).toEqual({ sources: [""], problems: [] });
		expect(read("late", dash).problems).toEqual([{ lines: [1], problem: phrase("texts.problem.cannotBeLeftOut") }]);
	});

	it("lets a dash stand among other wordings of what is added, and not among greetings of their own", () => {
		expect(read("returning", "Good to see you\n-").problems).toEqual([]);
		expect(read("afterHours", "Hello {name}\n-\n–").problems).toEqual([
			{ lines: [2, 3], problem: phrase("texts.problem.dashAmongOthers") },
		]);
	});

	it("reads back what writeVariants wrote", () => {
		const sources = ["Good to see you", "", "Visit {visits, plural, one {one} other {#}}"];
		expect(read("returning", writeVariants(sources)).sources).toEqual(sources);
	});
});

describe("the form of an after-hours text", () => {
	const own = languageOf("en").texts.afterHours;
	const hello = "Hello, {name}!";

	it.each(LANGUAGES)(
		"shows Byname's own without what only computers write, and is read back the same: %s",
		(language) => {
			const { afterHours } = languageOf(language).texts;
			const form = inForm("afterHours", afterHours);
			expect(form).toEqual({ typed: expect.not.stringContaining("select"), endings: ENDINGS });
			expect(readVariants("afterHours", form, language)).toEqual({ sources: afterHours, problems: [] });
		},
	);

	it.each<[title: string, sources: readonly string[], typed: string, endings: readonly ClosedEnding[]]>([
		["one ending", [writeClosed({ opening: hello, next: " Next time: {next}", recap: null })], hello, ["next"]],
		["none", [hello], hello, []],
		["endings in words of the host's own", [`${hello} {next}`], `${hello} {next}`, []],
		["nothing at all", [""], "-", ENDINGS],
	])("shows a text with %s", (_title, sources, typed, endings) => {
		expect(inForm("afterHours", sources)).toEqual({ typed, endings });
		expect(read("afterHours", typed, endings).sources).toEqual(sources);
	});

	it.each<[title: string, sources: readonly string[]]>([
		["its wordings end in different things", [own[0] ?? "", hello]],
		["it ends in words of the host's own", [`${hello}{next, select, none {} other { See you {next}?}}`]],
	])("shows a text as it is stored when %s", (_title, sources) => {
		const form = inForm("afterHours", sources);
		expect(form).toEqual({ typed: sources.join("\n"), endings: [] });
		expect(read("afterHours", form.typed, form.endings).sources).toEqual(sources);
	});

	it("shows a text that was saved in another language with its ticks, which are said in today's from then on", () => {
		const inGerman = readVariants("afterHours", { typed: hello, endings: ["recap"] }, "de");
		const form = inForm("afterHours", inGerman.sources);
		expect(form).toEqual({ typed: hello, endings: ["recap"] });
		expect(read("afterHours", form.typed, form.endings).sources).toEqual([
			writeClosed({ opening: hello, next: null, recap: " What you missed: {recap}" }),
		]);
	});

	it("adds no ending of which a wording speaks itself", () => {
		const { sources } = read("afterHours", `${hello} Next: {next}`, ENDINGS);
		expect(sources).toEqual([
			writeClosed({ opening: `${hello} Next: {next}`, next: null, recap: " What you missed: {recap}" }),
		]);
	});

	it.each([
		["Come in, {name}, 'tis open'", "Come in, Maya, 'tis open’ Next time: Friday · What you missed: slides"],
		["{name}: rock 'n' roll''", "Maya: rock 'n' roll' Next time: Friday · What you missed: slides"],
		["{name}: a '{brace}'", "Maya: a {brace} Next time: Friday · What you missed: slides"],
		["{name}: a '{brace}", "Maya: a {brace} Next time: Friday · What you missed: slides"],
		["{people, plural, one {{name}} other {{name} '#'}}", "Maya Next time: Friday · What you missed: slides"],
	])("says the endings behind apostrophes: %s", (typed, said) => {
		const { sources, problems } = read("afterHours", typed, ENDINGS);
		expect(problems).toEqual([]);
		const values = { ...NOTHING, name: "Maya", next: "Friday", recap: "slides" };
		expect(renderText(sources[0] ?? "", "en", values)).toBe(said);
		const form = inForm("afterHours", sources);
		expect(form.endings).toEqual(ENDINGS);
		expect(read("afterHours", form.typed, form.endings).sources).toEqual(sources);
	});

	it.each<[typed: string, key: PhraseKey, told: RegExp]>([
		["Closed, {name", "texts.problem.syntax.sentence", /^At “{name” /],
		["Closed, {name}: {title'}", "texts.problem.syntax.sentence", /^At “{title'}” /],
		["{name}'s {minutes, time, ::scale/1}", "texts.problem.unreadableNumber", /^I cannot read how a number is/],
		["Closed.", "texts.problem.missing", /^The text has to contain {name} or {mention}, for example/],
		["{name}".repeat(170), "texts.problem.tooLong", /^The text has 1,020 characters; 1,000 is the most\.$/],
		[`{name} ${"x".repeat(600)}`, "texts.problem.couldGetTooLongWithEndings", /Shorten it by 87, or tick less\.$/],
		[`{name} ${"x".repeat(860)}`, "texts.problem.couldGetTooLongWithEndings", /tick less\.$/],
	])("is refused for what its host has typed, not for how the ticks are stored (%#)", (typed, key, told) => {
		const { problems } = read("afterHours", typed, ENDINGS);
		expect(problems).toEqual([{ lines: [1], problem: expect.objectContaining({ key }) }]);
		expect(phrasesIn("en")(problems[0]?.problem ?? phrase("texts.problem.empty"))).toMatch(told);
	});

	it("takes no more than the form can hold again, should the language change", () => {
		const ten = Array.from({ length: 10 }, (_, index) => `${hello} ${index} ${"x".repeat(300)}`).join("\n");
		expect(read("afterHours", ten).problems).toEqual([]);
		expect(read("afterHours", ten, ENDINGS).problems).toMatchObject([
			{ lines: [], problem: { key: "texts.problem.tooLongTogether" } },
		]);
	});
});
