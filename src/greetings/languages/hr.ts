import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Croatian. Form: vi, one and many; no participle about the host. */
export const hr: Language = {
	tag: "hr",
	label: "Hrvatski",
	english: "Croatian",
	between: " ",
	hours: { 0: "Dobra večer", 1: null, 5: "Dobro jutro", 11: "Dobar dan", 18: "Dobra večer" },
	plainGreeting: "Pozdrav",
	neutralName: "dragi goste",
	neutralAmong: "još jedan gost",
	misnamed: " (ispričavam se zbog pogrešnog imena)",
	texts: {
		early: [
			"{greeting}, {name}! Još je rano, pa su najbolja mjesta slobodna. Početak {start}.",
			"Samo uđite, {name}! Ima vremena i za kavu. Početak {start}.",
		],
		onTime: [
			"{greeting}, {name}! Hvala što ste s nama.",
			"Dobro došli, {name}! Osjećajte se kao kod kuće.",
			"{greeting}, {name}! Čekali smo vas.",
		],
		late: [
			"{greeting}, {name}! Baš lijepo što ste stigli.",
			"Samo uđite, {name}! Mjesta ima.",
			"Kratka stanka za pozdrav: dobro došli, {name}!",
		],
		note: ["Tu smo sada: {note}", "Da odmah uhvatite nit: {note}"],
		returning: [
			"Drago nam je što ste se vratili.",
			"Vaš je stolac ondje gdje i uvijek.",
			"{visits, plural, =2 {Već drugi put zajedno, baš nam je drago.} other {S vama je uvijek ugodno.}}",
		],
		expected: ["Nadali smo vam se.", "Računali smo na vas."],
		missed: [
			"Oprostite što me nije bilo na vratima kad ste ušli. To je moja pogreška.",
			"Ušli ste, a nitko vas nije pozdravio. Oprostite, moja krivnja.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Trenutačno je zatvoreno, ali slobodno uđite.",
				"Samo uđite, {name}! Stolci su složeni, ali svjetlo gori.",
			],
			" Sljedeći susret: {next}",
			" Sve što ste propustili: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Sve što je bilo: {recap}" })],
		thanks: ["Hvala što ste došli, {name}!", "Bilo je lijepo s vama, {name}. Do viđenja!"],
	},
};
