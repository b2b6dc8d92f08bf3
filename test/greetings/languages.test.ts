import { readdirSync } from "node:fs";
import { Locale } from "discord.js";
import { describe, expect, it } from "vitest";
import { greetingAt, LANGUAGES, languageOf, timeOfDayGreeting } from "../../src/greetings/languages.ts";
import { safeName } from "../../src/greetings/names.ts";

describe.each(LANGUAGES)("the language %s", (tag) => {
	const language = languageOf(tag);

	it("is found by its own tag, which the platform knows", () => {
		expect(language.tag).toBe(tag);
		expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
	});

	it("has neutral names that need no escaping", () => {
		for (const name of [language.neutralName, language.neutralAmong ?? ""]) expect(safeName(name)).toBe(name);
	});
});

it("has a file for each language, and no other", () => {
	const files = readdirSync(new URL("../../src/greetings/languages", import.meta.url));
	expect(files.sort()).toEqual(LANGUAGES.map((tag) => `${tag}.ts`).sort());
});

describe("languageOf", () => {
	it.each(Object.values(Locale))("speaks Discord's %s", (locale) => {
		expect(languageOf(locale).tag).toBe(locale.startsWith("en-") ? "en" : locale);
	});

	it.each([
		["en-AU", "en"],
		["pt", "pt-BR"],
		["pt-PT", "pt-BR"],
		["sv", "sv-SE"],
		["de-AT", "de"],
		["DE", "de"],
		["es", "es-ES"],
		["es-MX", "es-419"],
		["es-AR", "es-419"],
		["es-US", "es-419"],
		["es-IC", "es-ES"],
		["zh", "zh-CN"],
		["zh-Hans", "zh-CN"],
		["zh-SG", "zh-CN"],
		["zh-Hans-HK", "zh-CN"],
		["zh-HK", "zh-TW"],
		["zh-MO", "zh-TW"],
		["zh-Hant", "zh-TW"],
		["zh-hant-cn", "zh-TW"],
		["nb", "no"],
		["nn-NO", "no"],
		["no", "no"],
		["in", "id"], // as Java still writes it
		["sr", "en"],
		["xx", "en"],
		["x", "en"],
		["en_US", "en"],
		["constructor", "en"],
		["../de", "en"],
		["", "en"],
	])("takes %j for %s", (tag, language) => {
		expect(languageOf(tag).tag).toBe(language);
	});
});

describe("the hours of the day", () => {
	it.each([
		["en", "0 Good evening, 1 Hello, 5 Good morning, 12 Good afternoon, 18 Good evening"],
		["bg", "0 Добър вечер, 1 Здравейте, 5 Добро утро, 11 Добър ден, 18 Добър вечер"],
		["cs", "0 Dobrý večer, 1 Vítejte, 5 Dobré ráno, 9 Dobrý den, 18 Dobrý večer"],
		["da", "0 Godaften, 1 Hej, 5 Godmorgen, 10 Hej, 18 Godaften"],
		["de", "0 Guten Abend, 1 Hallo, 5 Guten Morgen, 11 Guten Tag, 18 Guten Abend"],
		["el", "0 Καλησπέρα, 1 Γεια σας, 5 Καλημέρα, 12 Καλησπέρα"],
		["es-419", "0 Buenas noches, 1 Hola, 5 Buenos días, 12 Buenas tardes, 19 Buenas noches"],
		["es-ES", "0 Buenas noches, 1 Hola, 6 Buenos días, 12 Buenas tardes, 20 Buenas noches"],
		["fi", "0 Hyvää iltaa, 1 Hei, 5 Hyvää huomenta, 10 Hei, 18 Hyvää iltaa"],
		["fr", "0 Bonsoir, 5 Bonjour, 18 Bonsoir"],
		["hi", "0 नमस्ते, 5 सुप्रभात, 12 नमस्ते, 17 शुभ संध्या, 20 नमस्ते"],
		["hr", "0 Dobra večer, 1 Pozdrav, 5 Dobro jutro, 11 Dobar dan, 18 Dobra večer"],
		["hu", "0 Jó estét, 1 Üdv, 5 Jó reggelt, 9 Szép napot, 18 Jó estét"],
		["id", "0 Selamat malam, 1 Halo, 4 Selamat pagi, 10 Selamat siang, 15 Selamat sore, 18 Selamat malam"],
		["it", "0 Buonasera, 1 Salve, 5 Buongiorno, 13 Buon pomeriggio, 17 Buonasera"],
		["ja", "0 こんばんは, 5 おはようございます, 11 こんにちは, 18 こんばんは"],
		["ko", "0 안녕하세요, 5 좋은 아침입니다, 11 안녕하세요"],
		["lt", "0 Labas vakaras, 1 Sveiki, 5 Labas rytas, 11 Laba diena, 18 Labas vakaras"],
		["nl", "0 Goedenavond, 1 Hallo, 6 Goedemorgen, 12 Goedemiddag, 18 Goedenavond"],
		["no", "0 God kveld, 1 Hei, 5 God morgen, 10 Hei, 18 God kveld"],
		["pl", "0 Dobry wieczór, 1 Witamy, 5 Dzień dobry, 18 Dobry wieczór"],
		["pt-BR", "0 Boa noite, 1 Olá, 5 Bom dia, 12 Boa tarde, 18 Boa noite"],
		["ro", "0 Bună seara, 1 Bun venit, 5 Bună dimineața, 12 Bună ziua, 18 Bună seara"],
		["ru", "0 Добрый вечер, 1 Здравствуйте, 5 Доброе утро, 12 Добрый день, 18 Добрый вечер"],
		["sv-SE", "0 God kväll, 1 Hej, 5 God morgon, 10 Hej, 18 God kväll"],
		["th", "0 สวัสดีตอนค่ำ, 1 สวัสดี, 5 สวัสดีตอนเช้า, 12 สวัสดีตอนบ่าย, 16 สวัสดีตอนเย็น, 18 สวัสดีตอนค่ำ"],
		["tr", "0 İyi akşamlar, 1 Merhaba, 5 Günaydın, 12 Merhaba, 18 İyi akşamlar"],
		["uk", "0 Добрий вечір, 1 Вітаємо, 5 Доброго ранку, 11 Добрий день, 18 Добрий вечір"],
		["vi", "0 Chào buổi tối, 1 Xin chào, 5 Chào buổi sáng, 11 Chào buổi trưa, 13 Chào buổi chiều, 18 Chào buổi tối"],
		["zh-CN", "0 晚上好, 1 欢迎, 5 早上好, 11 中午好, 13 下午好, 18 晚上好"],
		["zh-TW", "0 晚安, 1 歡迎, 5 早安, 11 午安, 18 晚安"],
	])("in %s: %s", (tag, day) => {
		const hours = Array.from({ length: 24 }, (_, hour) => greetingAt(languageOf(tag), hour));
		const changes = hours.map((words, hour) => (words === hours[hour - 1] ? "" : `${hour} ${words}`));
		expect(changes.filter((change) => change !== "").join(", ")).toBe(day);
	});
});

describe("timeOfDayGreeting", () => {
	const at = (instant: string, timeZone: string | null) =>
		timeOfDayGreeting(languageOf("en"), Date.parse(instant), timeZone);

	it("does not guess without a time zone, or with one nobody knows", () => {
		expect(at("2026-09-02T22:00Z", null)).toBe("Hello");
		expect(at("2026-09-02T22:00Z", "Mars/Olympus")).toBe("Hello");
	});

	it("is evening on one side of the world and morning on the other", () => {
		expect(at("2026-09-02T22:30Z", "Europe/London")).toBe("Good evening");
		expect(at("2026-09-02T22:30Z", "Asia/Tokyo")).toBe("Good morning");
	});

	it("stays evening across midnight, and greets the sleepless at any hour", () => {
		expect(at("2026-09-02T21:59:59Z", "Europe/Berlin")).toBe("Good evening");
		expect(at("2026-09-02T22:59:59Z", "Europe/Berlin")).toBe("Good evening");
		expect(at("2026-09-02T23:00Z", "Europe/Berlin")).toBe("Hello");
	});

	it("moves with summer time", () => {
		expect(at("2026-10-24T10:00Z", "Europe/Berlin")).toBe("Good afternoon"); // noon, still summer
		expect(at("2026-10-25T10:00Z", "Europe/Berlin")).toBe("Good morning"); // 11:00, clocks went back
	});
});
