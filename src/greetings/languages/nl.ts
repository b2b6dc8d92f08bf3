import type { Language } from "../language.ts";

/** Dutch. */
export const nl: Language = {
	tag: "nl",
	label: "Nederlands",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 6 && hour < 12) return "Goedemorgen";
		if (hour >= 12 && hour < 18) return "Goedemiddag";
		return "Goedenavond";
	},
	plainGreeting: "Hallo",
	neutralName: "beste gast",
	texts: {
		early: ["{greeting}, {name}! Lekker vroeg, dus de beste plekken zijn nog vrij. We beginnen {start}."],
		onTime: ["{greeting}, {name}! Bedankt voor het meedoen!"],
		late: ["{greeting}, {name}! Wat fijn dat het nog gelukt is. Bedankt voor het meedoen!"],
		note: ["Waar we nu zijn: {note}"],
		returning: ["Leuk elkaar weer te zien: bezoek nummer {visits}."],
		missed: ["Sorry, ik stond niet bij de deur bij het binnenkomen. Dat lag aan mij."],
		afterHours: [
			"{greeting}, {name}! We zijn nu gesloten, maar kom gerust binnen." +
				"{recap, select, none {} other { Dit was er te zien: {recap}}}" +
				"{next, select, none {} other { Volgende sessie: {next}.}}",
		],
		thanks: ["Bedankt voor het komen, {name}!"],
	},
};
