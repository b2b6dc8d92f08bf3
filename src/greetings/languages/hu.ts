import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Hungarian. Form: neither te nor Ön, one or many; names are never inflected. */
export const hu: Language = {
	tag: "hu",
	label: "Magyar",
	english: "Hungarian",
	between: " ",
	hours: { 0: "Jó estét", 1: null, 5: "Jó reggelt", 9: "Szép napot", 18: "Jó estét" },
	plainGreeting: "Üdv",
	neutralName: "kedves vendégünk",
	neutralAmong: "még egy vendég",
	misnamed: " (elnézést, elrontottam a nevet)",
	texts: {
		early: [
			"{greeting}, {name}! Van még idő, a legjobb helyek szabadok. Kezdés {start}.",
			"Csak beljebb, {name}! Egy kávéra van még idő. Kezdés {start}.",
		],
		onTime: [
			"{greeting}, {name}! Örülünk a találkozásnak.",
			"Csak beljebb, {name}! Hely van bőven.",
			"{greeting}, {name}! Jó, hogy együtt vagyunk.",
		],
		late: [
			"{greeting}, {name}! De jó, hogy sikerült.",
			"Csak beljebb, {name}! Maradt még jó hely.",
			"Egy pillanat: megérkezett {name}. De jó!",
		],
		note: ["Itt tartunk: {note}", "Hogy könnyű legyen bekapcsolódni: {note}"],
		returning: [
			"Hiányzott a társaság.",
			"A megszokott szék már vár.",
			"{visits, plural, =2 {Ez már a második alkalom.} other {Mindig öröm a viszontlátás.}}",
		],
		expected: ["Már nagyon vártuk.", "Számítottunk erre az örömre."],
		missed: ["Elnézést, nem voltam ott az ajtónál. Az én hibám volt.", "Elmaradt a köszöntés. Bocsánat, az én hibám."],
		afterHours: closed(
			[
				"{greeting}, {name}! Most zárva vagyunk, de csak beljebb.",
				"Csak beljebb, {name}! A székeket elpakoltuk, de az ajtó nyitva.",
			],
			" Legközelebb: {next}",
			" Ami legutóbb elhangzott: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Ami legutóbb elhangzott: {recap}" })],
		thanks: ["Köszönjük a társaságot, {name}!", "Öröm volt, {name}. Viszontlátásra!"],
	},
};
