import type { Language } from "../language.ts";

/** German, without du or Sie: hosts differ. */
export const de: Language = {
	tag: "de",
	label: "Deutsch",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 11) return "Guten Morgen";
		if (hour >= 11 && hour < 18) return "Guten Tag";
		return "Guten Abend";
	},
	plainGreeting: "Hallo",
	neutralName: "lieber Gast",
	texts: {
		early: ["{greeting}, {name}! Noch etwas früh, da sind die besten Plätze frei. Wir starten {start}."],
		onTime: ["{greeting}, {name}! Danke fürs Dabeisein!"],
		late: ["{greeting}, {name}! Wie schön, dass es noch geklappt hat. Danke fürs Dabeisein!"],
		note: ["Wo wir gerade sind: {note}"],
		returning: ["Ein schönes Wiedersehen: Besuch Nummer {visits}."],
		missed: ["Entschuldigung, beim Eintreten war ich nicht an der Tür. Das war mein Versäumnis."],
		afterHours: [
			"{greeting}, {name}! Wir haben gerade geschlossen, aber willkommen sind Gäste hier immer." +
				"{recap, select, none {} other { Das gab es zu sehen: {recap}}}" +
				"{next, select, none {} other { Nächster Termin: {next}.}}",
		],
		thanks: ["Danke fürs Kommen, {name}!"],
	},
};
