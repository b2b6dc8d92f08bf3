import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Norwegian (bokmål). Form: neither du nor dere; verbs do not change with the number. */
export const no: Language = {
	tag: "no",
	label: "Norsk",
	english: "Norwegian",
	between: " ",
	hours: { 0: "God kveld", 1: null, 5: "God morgen", 10: null, 18: "God kveld" },
	plainGreeting: "Hei",
	neutralName: "kjære gjest",
	neutralAmong: "en gjest til",
	misnamed: " (beklager at navnet ble feil)",
	texts: {
		early: [
			"{greeting}, {name}! Tidlig ute, så de beste plassene er ledige. Start {start}.",
			"Kom inn, {name}! Det er tid til en kopp kaffe. Start {start}.",
		],
		onTime: [
			"{greeting}, {name}! Velkommen inn.",
			"Kom inn, {name}! Her er det god plass.",
			"{greeting}, {name}! Så hyggelig å ses.",
		],
		late: [
			"{greeting}, {name}! Så bra at det ordnet seg.",
			"Kom inn, {name}! Det er bare å slå seg ned.",
			"Et lite øyeblikk: velkommen, {name}!",
		],
		note: ["Her er vi nå: {note}", "Kort fortalt: {note}"],
		returning: [
			"Et kjært gjensyn.",
			"Den faste stolen venter.",
			"{visits, plural, =2 {Det er allerede andre gang.} other {Stamgjester er gull verdt.}}",
		],
		expected: ["Dette har vi gledet oss til.", "Vi har holdt øye med døra."],
		missed: [
			"Beklager at jeg ikke sto ved døra. Det var min feil.",
			"Ingen sa hei i døra. Unnskyld, det var min feil.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Det er stengt akkurat nå, men bare kom inn.",
				"Kom inn, {name}! Stolene er satt bort, men lyset er på.",
			],
			" Neste gang: {next}",
			" Det som ble sagt sist: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Det som ble sagt sist: {recap}" })],
		thanks: ["Takk for i dag, {name}!", "Takk for denne gangen, {name}. Vi ses!"],
	},
};
