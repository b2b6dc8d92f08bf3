import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { first, guest, scene } from "./scene.ts";

/** What Sunil hears at half past ten in the evening, in this text. */
function said(text: string, language = "en", visits = 1): string {
	const texts = { ...languageOf(language).texts, onTime: [text], returning: [] };
	const voice = { ...DEFAULT_VOICE, language, timeZone: "Asia/Kolkata", texts };
	return compose([guest("Sunil", { visits })], voice, scene, first).body;
}

describe("the time of day", () => {
	it.each([
		["{name}, {greeting}! Thanks for joining us!", "Sunil, good evening! Thanks for joining us!"],
		["{greeting}, {name}!", "Good evening, Sunil!"],
		["{name}! {greeting} to you.", "Sunil! Good evening to you."],
		["Ah, {name}. {greeting}!", "Ah, Sunil. Good evening!"],
		["You, {name}? {greeting}!", "You, Sunil? Good evening!"],
		["Well, {name}… {greeting}!", "Well, Sunil… Good evening!"],
		["For {name}: {greeting}!", "For Sunil: good evening!"],
		["{name} – {greeting}!", "Sunil – good evening!"],
		["{name} ({greeting})", "Sunil (good evening)"],
		["**{greeting}**, {name}!", "**Good evening**, Sunil!"],
		["{name}, **{greeting}**!", "Sunil, **good evening**!"],
		["“{greeting}”, {name}!", "“Good evening”, Sunil!"],
		["👋 {greeting}, {name}!", "👋 Good evening, Sunil!"],
		["{name}! 👩🏽‍🏫 {greeting}!", "Sunil! 👩🏽‍🏫 Good evening!"],
		["{name} 👋 {greeting}!", "Sunil 👋 good evening!"],
		["– {greeting}, {name}!", "– Good evening, Sunil!"],
		["{greeting}, {greeting}, {name}!", "Good evening, good evening, Sunil!"],
		["{title}, {name}: {greeting}, {greeting}!", "Growing Tomatoes, Sunil: good evening, good evening!"],
		["{recap, select, none {{name}, {greeting}!} other {}}", "Sunil, good evening!"],
		["{visits, plural, =1 {{greeting}, {name}!} other {}}", "Good evening, Sunil!"],
		["{name}, {visits, plural, =1 {{greeting}! {greeting}!} other {}}", "Sunil, good evening! Good evening!"],
	])("is said in %s as it should be", (text, words) => {
		expect(said(text)).toBe(words);
	});

	it.each([
		["de", "Sunil, guten Abend!"],
		["es-ES", "Sunil, buenas noches!"],
		["tr", "Sunil, iyi akşamlar!"],
		["ja", "Sunil, こんばんは!"],
	])("begins small within a sentence in %s, where there is small and large", (language, words) => {
		expect(said("{name}, {greeting}!", language)).toBe(words);
	});

	it.each(LANGUAGES)("changes in nothing but its first letter: %s", (language) => {
		const [large, small] = [said("{greeting}|{name}", language), said("{name}|{greeting}", language)];
		expect(small.split("|")[1]?.slice(1)).toBe(large.split("|")[0]?.slice(1));
	});
});
