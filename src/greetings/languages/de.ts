import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** German. Form: neither du nor Sie, and right for one and many. */
export const de: Language = {
	tag: "de",
	label: "Deutsch",
	english: "German",
	between: " ",
	hours: { 0: "Guten Abend", 1: null, 5: "Guten Morgen", 11: "Guten Tag", 18: "Guten Abend" },
	plainGreeting: "Hallo",
	neutralName: "lieber Gast",
	neutralAmong: "noch ein Gast",
	misnamed: " (Entschuldigung für den falschen Namen)",
	texts: {
		early: [
			"{greeting}, {name}! So früh sind die besten Plätze noch frei. Beginn {start}.",
			"Willkommen, {name}! Für eine Tasse Tee ist noch Zeit. Beginn {start}.",
		],
		onTime: [
			"{greeting}, {name}! Herzlich willkommen.",
			"Willkommen, {name}, und danke fürs Kommen!",
			"{greeting}, {name}! Nur hereinspaziert.",
		],
		late: [
			"{greeting}, {name}! Wie schön, dass es noch geklappt hat.",
			"Nur herein, {name}! Ein Platz ist immer frei.",
			"Eine kurze Unterbrechung: herzlich willkommen, {name}!",
		],
		note: ["Da sind wir gerade: {note}", "Zum Einsteigen: {note}"],
		returning: [
			"Wiedersehen macht Freude.",
			"Der Stammplatz wartet schon.",
			"{visits, plural, =2 {Schon zum zweiten Mal.} other {Stammgäste sind Gold wert.}}",
		],
		expected: ["Darauf haben wir uns gefreut.", "Wir haben schon Ausschau gehalten."],
		missed: [
			"Entschuldigung, dass ich nicht an der Tür stand. Das war mein Fehler.",
			"Ich war gerade nicht an der Tür. Das tut mir leid, der Fehler liegt bei mir.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Wir haben gerade zu, aber nur herein.",
				"{greeting}, {name}! Die Stühle sind hochgestellt, aber die Tür ist offen: nur herein.",
			],
			" Das nächste Mal: {next}",
			" Zum Nachholen: {recap}",
		),
		lookBack: [
			writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Zum Nachlesen und Nachsehen: {recap}" }),
		],
		thanks: ["Danke fürs Dabeisein, {name}!", "Schön war’s, {name}. Danke, und bis zum nächsten Mal!"],
	},
};
