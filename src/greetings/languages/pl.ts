import type { Language } from "../language.ts";

/** Polish, without gendered forms. */
export const pl: Language = {
	tag: "pl",
	label: "Polski",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 18) return "Dzień dobry";
		return "Dobry wieczór";
	},
	plainGreeting: "Dzień dobry",
	neutralName: "drogi gościu",
	texts: {
		early: ["{greeting}, {name}! Jest jeszcze wcześnie, więc najlepsze miejsca są wolne. Zaczynamy {start}."],
		onTime: ["{greeting}, {name}! Dziękujemy za obecność!"],
		late: ["{greeting}, {name}! Jak dobrze, że się udało. Dziękujemy za obecność!"],
		note: ["Jesteśmy tutaj: {note}"],
		returning: ["Miło znów się widzieć: wizyta numer {visits}."],
		missed: ["Przepraszam, że nikt nie czekał przy drzwiach. To moje niedopatrzenie."],
		afterHours: [
			"{greeting}, {name}! Na razie zamknięte, ale serdecznie zapraszamy." +
				"{recap, select, none {} other { Oto, co się działo: {recap}}}" +
				"{next, select, none {} other { Następne spotkanie: {next}.}}",
		],
		thanks: ["Dziękujemy za przybycie, {name}!"],
	},
};
