import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Italian. Form: neither tu nor Lei; infinitives and «si»; no participle that tells a gender. */
export const it: Language = {
	tag: "it",
	label: "Italiano",
	english: "Italian",
	between: " ",
	hours: { 0: "Buonasera", 1: null, 5: "Buongiorno", 13: "Buon pomeriggio", 17: "Buonasera" },
	plainGreeting: "Salve",
	neutralName: "gentile ospite",
	neutralAmong: "un’altra persona",
	misnamed: " (chiedo scusa: il nome era sbagliato)",
	texts: {
		early: [
			"{greeting}, {name}! È ancora presto e i posti migliori sono liberi. Inizio {start}.",
			"Avanti, {name}! C’è ancora tempo per un caffè. Inizio {start}.",
		],
		onTime: [
			"{greeting}, {name}! Grazie di essere qui.",
			"Avanti, {name}! Qui si è di casa.",
			"{greeting}, {name}! Che piacere trovarsi qui.",
		],
		late: [
			"{greeting}, {name}! L’importante è esserci.",
			"Avanti, avanti, {name}! Un posto c’è sempre.",
			"Un attimo, scusate, c’è un saluto da fare: salve, {name}!",
		],
		note: ["Siamo a questo punto: {note}", "Per salire al volo: {note}"],
		returning: [
			"Che bello ritrovarsi.",
			"La solita sedia aspetta.",
			"{visits, plural, =2 {E siamo già alla seconda volta.} other {Ormai è una bella abitudine.}}",
		],
		expected: ["Era un arrivo molto atteso.", "Ci speravamo proprio."],
		missed: [
			"Chiedo scusa: alla porta non c’ero. La svista è mia.",
			"Un ingresso senza saluto: la colpa è mia, e chiedo scusa.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Per ora è chiuso, ma avanti: la porta è aperta.",
				"Avanti, {name}! Le sedie sono a posto, ma la luce è accesa.",
			],
			" Prossimo incontro: {next}",
			" Per recuperare: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Per rivedere tutto: {recap}" })],
		thanks: ["Grazie della compagnia, {name}!", "È stato un piacere, {name}. Alla prossima!"],
	},
};
