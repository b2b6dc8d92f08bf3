import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Danish. Form: neither du nor I; no comma before the name. */
export const da: Language = {
	tag: "da",
	label: "Dansk",
	english: "Danish",
	between: " ",
	hours: { 0: "Godaften", 1: null, 5: "Godmorgen", 10: null, 18: "Godaften" },
	plainGreeting: "Hej",
	neutralName: "kære gæst",
	neutralAmong: "en gæst til",
	misnamed: " (undskyld, at navnet var forkert)",
	texts: {
		early: [
			"{greeting} {name}! Tidligt på den, så de bedste pladser er ledige. Start {start}.",
			"Kom indenfor, {name}! Der er tid til en kop kaffe. Start {start}.",
		],
		onTime: [
			"{greeting} {name}! Velkommen til.",
			"Kom indenfor, {name}! Her er god plads.",
			"{greeting} {name}! Hyggeligt med godt selskab.",
		],
		late: [
			"{greeting} {name}! Hvor er det godt, at det lykkedes.",
			"Kom bare ind, {name}! Man sætter sig, hvor man vil.",
			"Lige et øjeblik, vi skal hilse: velkommen til, {name}!",
		],
		note: ["Her er vi nået til: {note}", "Kort fortalt: {note}"],
		returning: [
			"Et kært gensyn.",
			"Den faste stol venter.",
			"{visits, plural, =2 {Det er allerede anden gang.} other {Stamgæster er guld værd.}}",
		],
		expected: ["Det har vi glædet os til.", "Vi har holdt øje med døren."],
		missed: [
			"Undskyld, at jeg ikke stod ved døren. Det var min fejl.",
			"Ingen sagde hej i døren. Undskyld, det var min fejl.",
		],
		afterHours: closed(
			[
				"{greeting} {name}! Vi har lukket lige nu, men kom bare indenfor.",
				"Kom indenfor, {name}! Stolene er sat op, men lyset er tændt.",
			],
			" Næste gang: {next}",
			" Det skete sidst: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting} {name}!", next: null, recap: " Det skete sidst: {recap}" })],
		thanks: ["Tak for i dag, {name}!", "Tak for denne gang, {name}. På gensyn!"],
	},
};
