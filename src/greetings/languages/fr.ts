import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** French. Form: vous, one and many. */
export const fr: Language = {
	tag: "fr",
	label: "Français",
	english: "French",
	between: " ",
	hours: { 0: "Bonsoir", 5: "Bonjour", 18: "Bonsoir" },
	plainGreeting: "Bienvenue",
	neutralName: "aimable convive",
	neutralAmong: "une personne de plus",
	misnamed: " (pardon pour l’erreur de nom)",
	texts: {
		early: [
			"{greeting} {name}\u202F! Vous êtes en avance\u00A0: les meilleures places sont à vous. Début {start}.",
			"Entrez, {name}, entrez\u202F! Il reste le temps d’un café. Début {start}.",
		],
		onTime: [
			"{greeting} {name}\u202F! Merci d’être des nôtres.",
			"Entrez, {name}, et faites comme chez vous.",
			"{greeting} {name}\u202F! Quel plaisir de vous voir ici.",
		],
		late: [
			"{greeting} {name}\u202F! Vous voilà, quel plaisir.",
			"Entrez, {name}, entrez\u202F! Il reste une chaise pour vous.",
			"Un instant, s’il vous plaît\u00A0: bienvenue, {name}\u202F!",
		],
		note: ["Où nous en sommes\u00A0: {note}", "Pour prendre le train en marche\u00A0: {note}"],
		returning: [
			"C’est toujours une joie de vous revoir.",
			"Votre coin habituel vous attend.",
			"{visits, plural, =2 {Une deuxième fois parmi nous\u00A0: quelle joie.} other {On ne s’en lasse pas.}}",
		],
		expected: ["Nous vous attendions.", "Nous guettions votre arrivée."],
		missed: [
			"Pardon, je n’étais pas à la porte à votre arrivée. C’est ma faute.",
			"Personne ne vous a dit bonjour à la porte. C’est ma faute, et je m’en excuse.",
		],
		afterHours: closed(
			[
				"{greeting} {name}\u202F! Nous avons fermé pour le moment, mais entrez donc.",
				"{greeting} {name}\u202F! Les chaises sont rangées, mais la porte est ouverte\u00A0: entrez donc.",
			],
			" Prochain rendez-vous\u00A0: {next}",
			" Pour tout rattraper\u00A0: {recap}",
		),
		lookBack: [
			writeClosed({ opening: "{greeting} {name}\u202F!", next: null, recap: " Pour tout revoir\u00A0: {recap}" }),
		],
		thanks: ["Merci d’avoir été des nôtres, {name}\u202F!", "Ce fut un plaisir, {name}. À très bientôt\u202F!"],
	},
};
