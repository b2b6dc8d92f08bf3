import type { Language } from "../language.ts";

/** Ukrainian; “ви” is right for one person and for many. */
export const uk: Language = {
	tag: "uk",
	label: "Українська",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 11) return "Доброго ранку";
		if (hour >= 11 && hour < 18) return "Добрий день";
		return "Добрий вечір";
	},
	plainGreeting: "Вітаємо",
	neutralName: "любий гостю",
	texts: {
		early: ["{greeting}, {name}! Ще рано, тож найкращі місця вільні. Початок {start}."],
		onTime: ["{greeting}, {name}! Дякуємо, що ви з нами!"],
		late: ["{greeting}, {name}! Як добре, що вдалося приєднатися. Дякуємо, що ви з нами!"],
		note: ["Зараз ми тут: {note}"],
		returning: ["Раді бачити знову: візит № {visits}."],
		missed: ["Перепрошую, мене не було біля дверей, коли ви зайшли. Це мій недогляд."],
		afterHours: [
			"{greeting}, {name}! Наразі ми зачинені, але заходьте." +
				"{recap, select, none {} other { Ось що було: {recap}}}" +
				"{next, select, none {} other { Наступна зустріч: {next}.}}",
		],
		thanks: ["Дякуємо, що прийшли, {name}!"],
	},
};
