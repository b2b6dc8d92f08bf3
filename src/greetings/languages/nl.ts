import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Dutch. Form: neither je nor u, one or many; «kom» invites both. */
export const nl: Language = {
	tag: "nl",
	label: "Nederlands",
	english: "Dutch",
	between: " ",
	hours: { 0: "Goedenavond", 1: null, 6: "Goedemorgen", 12: "Goedemiddag", 18: "Goedenavond" },
	plainGreeting: "Hallo",
	neutralName: "beste gast",
	neutralAmong: "nog een gast",
	misnamed: " (sorry voor de verkeerde naam)",
	texts: {
		early: [
			"{greeting}, {name}! Lekker vroeg, dus de beste plekken zijn nog vrij. Start {start}.",
			"Kom binnen, {name}! Er is nog tijd voor een kop koffie. Start {start}.",
		],
		onTime: [
			"{greeting}, {name}! Wat gezellig.",
			"Welkom, {name}, en bedankt voor de komst!",
			"Kom erbij, {name}! Er is plek genoeg.",
		],
		late: [
			"{greeting}, {name}! Wat fijn dat het nog gelukt is.",
			"Kom erbij, {name}! Er is nog een plekje.",
			"Heel even onderbreken: welkom, {name}!",
		],
		note: ["Hier zijn we nu: {note}", "Om meteen in te stappen: {note}"],
		returning: [
			"Leuk elkaar weer te zien.",
			"De vaste stoel staat klaar.",
			"{visits, plural, =2 {Alweer de tweede keer.} other {Vaste gasten zijn goud waard.}}",
		],
		expected: ["Hier keken we naar uit.", "We rekenden er al op."],
		missed: [
			"Sorry dat ik niet bij de deur stond. Dat was mijn fout.",
			"Binnenkomen zonder begroeting, dat hoort niet. Sorry, het lag aan mij.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! We zijn nu dicht, maar kom gerust binnen.",
				"Kom binnen, {name}! De stoelen staan op tafel, maar het licht brandt nog.",
			],
			" De volgende keer: {next}",
			" Om alles in te halen: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Om op terug te kijken: {recap}" })],
		thanks: ["Bedankt voor de komst, {name}!", "Het was gezellig, {name}. Tot de volgende keer!"],
	},
};
