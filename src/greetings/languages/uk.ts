import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Ukrainian. Form: ви; the name never in direct address, because that asks for the vocative. */
export const uk: Language = {
	tag: "uk",
	label: "Українська",
	english: "Ukrainian",
	between: " ",
	hours: { 0: "Добрий вечір", 1: null, 5: "Доброго ранку", 11: "Добрий день", 18: "Добрий вечір" },
	plainGreeting: "Вітаємо",
	neutralName: "дорогий гість",
	neutralAmong: "ще один гість",
	misnamed: " (перепрошую за помилку в імені)",
	texts: {
		early: [
			"{greeting}! З нами {name}. Ще рано, тож найкращі місця вільні. Початок {start}.",
			"Заходьте, ще є час на чай! З нами {name}. Початок {start}.",
		],
		onTime: [
			"{greeting}! З нами {name}. Дякуємо, що завітали.",
			"З нами {name}. Ласкаво просимо!",
			"{greeting}! Радіємо, що {name} з нами.",
		],
		late: [
			"{greeting}! Як добре, що {name} з нами.",
			"Заходьте, місце є! З нами {name}.",
			"Хвилинку: з нами {name}. Ласкаво просимо!",
		],
		note: ["Зараз ми тут: {note}", "Щоб одразу долучитися: {note}"],
		returning: [
			"Приємно зустрітися знову.",
			"Ваш стілець вас чекає.",
			"{visits, plural, =2 {Уже вдруге разом.} other {З вами завжди тепліше.}}",
		],
		expected: ["Ми на вас чекали.", "Ми сподівалися на цю зустріч."],
		missed: [
			"Перепрошую, мене не було біля дверей, коли ви зайшли. Це мій недогляд.",
			"Ви зайшли, а ніхто не привітався. Вибачте, це моя провина.",
		],
		afterHours: closed(
			[
				"{greeting}! У гостях {name}. Зараз у нас зачинено, але заходьте.",
				"У гостях {name}. Зараз тут тихо, але двері відчинено: заходьте.",
			],
			" Наступна зустріч: {next}",
			" Усе, що було: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}! У гостях {name}.", next: null, recap: " Усе, що було: {recap}" })],
		thanks: ["Дякуємо, що {name} з нами. До зустрічі!", "З нами {name}. Дякуємо, що прийшли!"],
	},
};
