import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Lithuanian. Form: jūs; the name never in direct address (vocative); the third person is the same for one and many. */
export const lt: Language = {
	tag: "lt",
	label: "Lietuvių",
	english: "Lithuanian",
	between: " ",
	hours: { 0: "Labas vakaras", 1: null, 5: "Labas rytas", 11: "Laba diena", 18: "Labas vakaras" },
	plainGreeting: "Sveiki",
	neutralName: "mielas svečias",
	neutralAmong: "dar vienas svečias",
	misnamed: " (atsiprašau už klaidą varde)",
	texts: {
		early: [
			"{greeting}! Atėjo {name}. Dar anksti, tad geriausios vietos laisvos. Pradžia {start}.",
			"Prašom užeiti! Atėjo {name}, o kavai laiko dar yra. Pradžia {start}.",
		],
		onTime: [
			"{greeting}! Su mumis – {name}. Ačiū, kad atėjote.",
			"Prašom užeiti! Su mumis – {name}.",
			"{greeting}! Džiugu, kad {name} su mumis.",
		],
		late: [
			"{greeting}! Kaip gerai, kad {name} su mumis.",
			"Užeikite, vietos yra! Su mumis – {name}.",
			"Akimirką: atėjo {name}. Labai džiugu!",
		],
		note: ["Dabar esame čia: {note}", "Kad būtų lengva įsitraukti: {note}"],
		returning: [
			"Malonu vėl jus matyti.",
			"Jūsų kėdė laukia.",
			"{visits, plural, =2 {Tai jau antras mūsų susitikimas.} other {Su jumis visada jauku.}}",
		],
		expected: ["Jūsų laukėme.", "Tikėjomės jus pamatyti."],
		missed: [
			"Atsiprašau, kad nepasitikau jūsų prie durų. Tai mano kaltė.",
			"Įėjote, o niekas nepasisveikino. Atsiprašau, tai mano klaida.",
		],
		afterHours: closed(
			[
				"{greeting}! Užsuko {name}. Šiuo metu uždaryta, bet prašom į vidų.",
				"Prašom užeiti! Užsuko {name}. Kėdės sudėtos, bet šviesa dega.",
			],
			" Kitas susitikimas: {next}",
			" Kas praleista, rasite čia: {recap}",
		),
		lookBack: [
			writeClosed({ opening: "{greeting}! Užsuko {name}.", next: null, recap: " Kas kalbėta, rasite čia: {recap}" }),
		],
		thanks: ["Ačiū, kad {name} buvo su mumis!", "Su mumis buvo {name}. Ačiū ir iki kito karto!"],
	},
};
