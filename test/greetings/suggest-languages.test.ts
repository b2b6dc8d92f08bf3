import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/greetings/languages.ts";
import { languageNamed, suggestLanguages } from "../../src/greetings/suggest-languages.ts";

const labels = (typed: string) => suggestLanguages(typed).map(({ label }) => label);

describe("suggestLanguages", () => {
	it("begins with English, and has as many as Discord takes", () => {
		expect(suggestLanguages("")).toHaveLength(25);
		expect(suggestLanguages("  ")[0]).toEqual({ tag: "en", label: "English" });
	});

	it("begins with the language that somebody's Discord speaks, where it may be meant", () => {
		expect(suggestLanguages("", "uk")[0]).toEqual({ tag: "uk", label: "Українська" });
		expect(suggestLanguages("es", "es-ES")[0]).toEqual({ tag: "es-ES", label: "Español" });
		expect(suggestLanguages("dansk", "uk")).toEqual([{ tag: "da", label: "Dansk" }]);
	});

	it.each([
		["deu", ["Deutsch"]],
		["germ", ["Deutsch"]],
		["GERMAN", ["Deutsch"]],
		["dan", ["Dansk"]],
		["espanol", ["Español (Latinoamérica)", "Español"]],
		["latin", ["Español (Latinoamérica)"]],
		["brasil", ["Português do Brasil"]],
		["chinese", ["简体中文", "繁體中文"]],
		["繁", ["繁體中文"]],
		["zh-", ["简体中文", "繁體中文"]],
		["tieng viet", ["Tiếng Việt"]],
		["हिन्दी", ["हिन्दी"]],
		["klingon", []],
		["%".repeat(6000), []],
	])("finds for %j %j", (typed, found) => {
		expect(labels(typed)).toEqual(found);
	});

	it("puts what begins so before what contains it", () => {
		expect(labels("ro")).toEqual(["Română", "Hrvatski"]); // Romanian, Croatian
	});
});

describe("languageNamed", () => {
	it.each(LANGUAGES)("knows %s by every name that it suggests", (tag) => {
		const suggested = suggestLanguages(tag).find((language) => language.tag === tag);
		expect(languageNamed(suggested?.tag ?? "")).toBe(tag);
		expect(languageNamed(suggested?.label ?? "")).toBe(tag);
	});

	it.each([
		["fr", "fr"],
		["FR", "fr"],
		["Français", "fr"],
		["francais ", "fr"],
		["French", "fr"],
		["MAGYAR", "hu"],
		["日本語", "ja"],
		["Spanish", "es-ES"],
		["Español", "es-ES"],
		["es-mx", "es-419"],
		["Spanish (Latin America)", "es-419"],
		["Portuguese", "pt-BR"],
		["português", "pt-BR"],
		["pt", "pt-BR"],
		["nb", "no"],
		["en-GB", "en"],
		["Bahasa", "id"],
		["chinese (traditional)", "zh-TW"],
	])("takes %j for %s", (typed, tag) => {
		expect(languageNamed(typed)).toBe(tag);
	});

	it.each(["", " ", "Chinese", "Germ", "Klingon", "tlh", "{", "constructor"])("does not guess at %j", (typed) => {
		expect(languageNamed(typed)).toBeUndefined();
	});
});
