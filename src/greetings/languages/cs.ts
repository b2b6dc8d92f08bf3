import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Czech. Form: vy, without past tense (it tells the gender); the name never in direct address, because that asks for the vocative. */
export const cs: Language = {
	tag: "cs",
	label: "Čeština",
	english: "Czech",
	between: " ",
	hours: { 0: "Dobrý večer", 1: null, 5: "Dobré ráno", 9: "Dobrý den", 18: "Dobrý večer" },
	plainGreeting: "Vítejte",
	neutralName: "milý host",
	neutralAmong: "ještě jeden host",
	misnamed: " (omlouvám se za chybu ve jméně)",
	texts: {
		early: [
			"{greeting}! Je tu {name}. Ještě je čas, takže nejlepší místa jsou volná. Začátek {start}.",
			"Jen dál, na kávu je ještě čas! Je tu {name}. Začátek {start}.",
		],
		onTime: [
			"{greeting}! Je tu {name}. Děkujeme, že jste s námi.",
			"Je tu {name}. Jen dál a buďte jako doma!",
			"{greeting}! Těší nás, že je tu {name}.",
		],
		late: [
			"{greeting}! Je tu {name}. Jak dobře, že to vyšlo.",
			"Jen dál, místa je dost! Je tu {name}.",
			"Okamžik, prosím: je tu {name}. Jen dál!",
		],
		note: ["Právě jsme tady: {note}", "Ať se snadno chytíte: {note}"],
		returning: [
			"Rádi vás zase vidíme.",
			"Vaše židle na vás čeká.",
			"{visits, plural, =2 {Už podruhé spolu.} other {S vámi je tu vždycky hezky.}}",
		],
		expected: ["Čekali jsme vás.", "Na vás jsme se těšili."],
		missed: [
			"Omlouvám se, že vás u dveří nikdo nepřivítal. Byla to moje chyba.",
			"U dveří chyběl pozdrav. Omlouvám se, je to moje chyba.",
		],
		afterHours: closed(
			[
				"{greeting}! Je tu {name}. Teď máme zavřeno, ale jen pojďte dál.",
				"Je tu {name}. Židle jsou uklizené, ale světlo svítí, tak jen dál.",
			],
			" Příští setkání: {next}",
			" Co se dělo, najdete tady: {recap}",
		),
		lookBack: [
			writeClosed({ opening: "{greeting}! Je tu {name}.", next: null, recap: " Co se dělo, najdete tady: {recap}" }),
		],
		thanks: ["Děkujeme, že je tu s námi {name}. Na shledanou příště!", "S námi tu je {name}. Děkujeme za návštěvu!"],
	},
};
