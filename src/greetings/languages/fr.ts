import type { Language } from "../language.ts";

/** French; “vous” is right for one person and for many. */
export const fr: Language = {
	tag: "fr",
	label: "Français",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 18) return "Bonjour";
		return "Bonsoir";
	},
	plainGreeting: "Bonjour",
	neutralName: "cher invité",
	texts: {
		early: [
			"{greeting} {name}\u202F! Vous êtes en avance\u00A0: les meilleures places sont à vous. Nous commençons {start}.",
		],
		onTime: ["{greeting} {name}\u202F! Merci de votre présence parmi nous\u202F!"],
		late: ["{greeting} {name}\u202F! Quel plaisir que vous ayez pu venir. Merci de votre présence parmi nous\u202F!"],
		note: ["Où nous en sommes\u00A0: {note}"],
		returning: ["Quel plaisir de vous revoir\u00A0: c’est votre visite n°\u00A0{visits}."],
		missed: ["Pardon, je n’étais pas à la porte à votre arrivée. L’oubli est de mon fait."],
		afterHours: [
			"{greeting} {name}\u202F! Nous avons fermé pour le moment, mais entrez donc." +
				"{recap, select, none {} other { Voici ce qui s’est dit\u00A0: {recap}}}" +
				"{next, select, none {} other { Prochaine séance\u00A0: {next}.}}",
		],
		thanks: ["Merci d’être là jusqu’au bout, {name}\u202F!"],
	},
};
