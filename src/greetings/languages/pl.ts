import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Polish. Form: neither ty nor Pan/Pani; reflexive and impersonal; no past tense that tells a gender. */
export const pl: Language = {
	tag: "pl",
	label: "Polski",
	english: "Polish",
	between: " ",
	hours: { 0: "Dobry wieczór", 1: null, 5: "Dzień dobry", 18: "Dobry wieczór" },
	plainGreeting: "Witamy",
	neutralName: "drogi gościu",
	neutralAmong: "jeszcze jedna osoba",
	misnamed: " (przepraszam za pomyłkę w imieniu)",
	texts: {
		early: [
			"{greeting}, {name}! Jest jeszcze chwila, więc najlepsze miejsca są wolne. Start {start}.",
			"Zapraszamy, {name}! Zdążymy jeszcze na herbatę. Start {start}.",
		],
		onTime: [
			"{greeting}, {name}! Miło się widzieć.",
			"Zapraszamy, {name}! Prosimy się rozgościć.",
			"{greeting}, {name}! Dziękujemy za dołączenie.",
		],
		late: [
			"{greeting}, {name}! Jak dobrze, że się udało.",
			"Zapraszamy, {name}! Krzesło już czeka.",
			"Krótka przerwa na powitanie: zapraszamy, {name}!",
		],
		note: ["W tej chwili: {note}", "Na dobry początek: {note}"],
		returning: [
			"Powroty cieszą nas najbardziej.",
			"Ulubiony fotel stoi tam, gdzie zawsze.",
			"{visits, plural, =2 {To już nasze drugie spotkanie.} other {Z każdym spotkaniem jest milej.}}",
		],
		expected: ["Liczyliśmy na to spotkanie.", "Ogromnie się na to cieszyliśmy."],
		missed: [
			"Przepraszam, że zabrakło mnie przy drzwiach. To moje niedopatrzenie.",
			"Przepraszam za brak powitania przy wejściu. To moja wina.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Na razie zamknięte, ale serdecznie zapraszamy do środka.",
				"Zapraszamy, {name}! Krzesła złożone, ale drzwi otwarte.",
			],
			" Następne spotkanie: {next}",
			" Tu można nadrobić: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Tu można do tego wrócić: {recap}" })],
		thanks: ["Dziękujemy za wspólny czas, {name}!", "Było nam bardzo miło, {name}. Do zobaczenia!"],
	},
};
