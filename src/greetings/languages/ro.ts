import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Romanian. Form: dumneavoastră (second person plural), one and many; ș and ț with comma below. */
export const ro: Language = {
	tag: "ro",
	label: "Română",
	english: "Romanian",
	between: " ",
	hours: { 0: "Bună seara", 1: null, 5: "Bună dimineața", 12: "Bună ziua", 18: "Bună seara" },
	plainGreeting: "Bun venit",
	neutralName: "dragă oaspete",
	neutralAmong: "încă o persoană",
	misnamed: " (scuze pentru numele greșit)",
	texts: {
		early: [
			"{greeting}, {name}! E încă devreme, iar cele mai bune locuri sunt libere. Începutul: {start}.",
			"Poftiți, {name}! E timp și de o cafea. Începutul: {start}.",
		],
		onTime: [
			"{greeting}, {name}! Vă mulțumim că ați venit.",
			"Poftiți, {name}! Simțiți-vă ca acasă.",
			"{greeting}, {name}! Ne bucurăm că sunteți aici.",
		],
		late: [
			"{greeting}, {name}! Ce bine că ați ajuns.",
			"Poftiți, poftiți, {name}! Loc este.",
			"O clipă, vă rog: bun venit, {name}!",
		],
		note: ["Am ajuns aici: {note}", "Ca să intrați direct în subiect: {note}"],
		returning: [
			"Ne-a fost dor de dumneavoastră.",
			"Scaunul obișnuit vă așteaptă.",
			"{visits, plural, =2 {E deja a doua oară împreună.} other {Ați devenit de-ai casei.}}",
		],
		expected: ["Vă așteptam.", "Speram să ne vedem."],
		missed: [
			"Îmi cer scuze că nu am fost la ușă când ați intrat. A fost vina mea.",
			"Ați intrat și nu v-a salutat nimeni. Îmi pare rău, e vina mea.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Momentan e închis, dar poftiți înăuntru.",
				"Poftiți, {name}! Scaunele sunt strânse, dar lumina e aprinsă.",
			],
			" Următoarea întâlnire: {next}",
			" Ce ați pierdut e aici: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Tot ce s-a spus e aici: {recap}" })],
		thanks: ["Vă mulțumim că ați venit, {name}!", "A fost o plăcere, {name}. Pe curând!"],
	},
};
