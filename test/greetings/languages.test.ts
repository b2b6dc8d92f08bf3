import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { LANGUAGES, languageOf, timeOfDayGreeting } from "../../src/greetings/languages.ts";
import { safeName } from "../../src/greetings/names.ts";
import { checkText, LONGEST_TEXT, TEXT_KEYS } from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { first, guest, scene } from "./scene.ts";

describe.each(LANGUAGES)("the language %s", (tag) => {
	const language = languageOf(tag);

	it("is found by its own tag, which the platform knows", () => {
		expect(language.tag).toBe(tag);
		expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
	});

	it("has texts that would be accepted from a host", () => {
		for (const key of TEXT_KEYS) {
			expect(language.texts[key].length).toBeGreaterThan(0);
			for (const text of language.texts[key]) checkText(key, text, tag);
		}
	});

	it("greets at every hour, briefly", () => {
		const greetings = Array.from({ length: 24 }, (_, hour) => language.timeOfDay(hour));
		for (const words of [...greetings, language.plainGreeting]) expect(words).toMatch(/^\p{L}.{0,38}$/u);
	});

	it("has a neutral name that needs no escaping", () => {
		expect(safeName(language.neutralName)).toBe(language.neutralName);
	});

	it.each<Greeting["kind"]>(["early", "onTime", "late", "afterHours", "thanks"])("reads cleanly for %s", (kind) => {
		const voice = { ...DEFAULT_VOICE, language: tag, texts: language.texts };
		const where = { ...scene, now: scene.startsAt - 1, note: "12", recap: "https://example.org", next: scene.startsAt };
		const people = ["Maya", "Tom", "Sunil"].map((name) => guest(name, { kind, visits: 2, missed: true }));
		const { body } = compose(people, voice, where, first);
		expect(body).not.toMatch(/[{}\uFDD0\uFDD1]| {2}|\n/);
		expect(body).toContain("Sunil");
	});
});

describe("languageOf", () => {
	it.each([
		["en-GB", "en"],
		["pt-BR", "pt-BR"],
		["pt", "pt-BR"],
		["es-419", "es-ES"],
		["de-AT", "de"],
		["DE", "de"],
		["xx", "en"],
		["", "en"],
	])("takes %j for %s", (tag, language) => {
		expect(languageOf(tag).tag).toBe(language);
	});
});

describe("timeOfDayGreeting", () => {
	const en = languageOf("en");
	const at = (instant: string, timeZone: string | null, language = en) =>
		timeOfDayGreeting(language, Date.parse(instant), timeZone);

	it("does not guess without a time zone, or with one nobody knows", () => {
		expect(at("2026-09-02T22:00Z", null)).toBe("Hello");
		expect(at("2026-09-02T22:00Z", "Mars/Olympus")).toBe("Hello");
	});

	it("is evening on one side of the world and morning on the other", () => {
		expect(at("2026-09-02T22:30Z", "Europe/London")).toBe("Good evening");
		expect(at("2026-09-02T22:30Z", "Asia/Tokyo")).toBe("Good morning");
	});

	it("stays evening across midnight", () => {
		expect(at("2026-09-02T21:59:59Z", "Europe/Berlin")).toBe("Good evening");
		expect(at("2026-09-02T22:00Z", "Europe/Berlin")).toBe("Good evening");
	});

	it("moves with summer time", () => {
		expect(at("2026-10-24T10:00Z", "Europe/Berlin")).toBe("Good afternoon"); // noon, still summer
		expect(at("2026-10-25T10:00Z", "Europe/Berlin")).toBe("Good morning"); // 11:00, clocks went back
	});

	it("begins the evening when each language does", () => {
		const greetings = ["es-ES", "fr", "it", "de"].map((tag) => at("2026-09-02T18:30Z", "UTC", languageOf(tag)));
		expect(greetings).toEqual(["Buenas tardes", "Bonsoir", "Buonasera", "Guten Abend"]);
	});
});

it("leaves room for an apology, an opening, a welcome back and a note in one message", () => {
	const { missed, late, returning, note } = LONGEST_TEXT;
	expect(missed + late + returning + note + 3).toBeLessThanOrEqual(2000);
});
