import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Russian. Form: вы, one and many; no past tense about a single person. */
export const ru: Language = {
	tag: "ru",
	label: "Русский",
	english: "Russian",
	between: " ",
	hours: { 0: "Добрый вечер", 1: null, 5: "Доброе утро", 12: "Добрый день", 18: "Добрый вечер" },
	plainGreeting: "Здравствуйте",
	neutralName: "дорогой гость",
	neutralAmong: "ещё один гость",
	misnamed: " (простите за ошибку в имени)",
	texts: {
		early: [
			"{greeting}, {name}! Ещё рано, так что лучшие места свободны. Начало {start}.",
			"Проходите, {name}! Ещё есть время на чай. Начало {start}.",
		],
		onTime: [
			"{greeting}, {name}! Спасибо, что вы с нами.",
			"Добро пожаловать, {name}! Располагайтесь.",
			"{greeting}, {name}! Мы вас ждали.",
		],
		late: [
			"{greeting}, {name}! Как хорошо, что получилось прийти.",
			"Проходите, {name}! Место есть.",
			"Минуточку: {name}, добро пожаловать!",
		],
		note: ["Мы сейчас здесь: {note}", "Чтобы сразу включиться: {note}"],
		returning: [
			"Рады видеть вас снова.",
			"Ваш любимый стул никуда не делся.",
			"{visits, plural, =2 {Это уже вторая наша встреча.} other {С вами всегда теплее.}}",
		],
		expected: ["Мы надеялись вас увидеть.", "Мы очень рассчитывали на эту встречу."],
		missed: [
			"Простите, меня не было у дверей, когда вы вошли. Это моя оплошность.",
			"Вы вошли, а никто не поздоровался. Извините, это моя вина.",
		],
		afterHours: closed(
			["{greeting}, {name}! Сейчас у нас закрыто, но заходите.", "Проходите, {name}! Стулья убраны, но дверь открыта."],
			" Следующая встреча: {next}",
			" Всё, что было: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Всё, что было: {recap}" })],
		thanks: ["Спасибо, что пришли, {name}!", "С вами было хорошо, {name}. До встречи!"],
	},
};
