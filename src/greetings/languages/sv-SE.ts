import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Swedish. Form: neither du nor ni; no välkommen/välkomna; no comma before the name. */
export const svSE: Language = {
	tag: "sv-SE",
	label: "Svenska",
	english: "Swedish",
	between: " ",
	hours: { 0: "God kväll", 1: null, 5: "God morgon", 10: null, 18: "God kväll" },
	plainGreeting: "Hej",
	neutralName: "kära gäst",
	neutralAmong: "en gäst till",
	misnamed: " (förlåt att namnet blev fel)",
	texts: {
		early: [
			"{greeting} {name}! Tidigt ute, så de bästa platserna är lediga. Start {start}.",
			"Kom in, {name}! Det finns tid för en kopp kaffe. Start {start}.",
		],
		onTime: [
			"{greeting} {name}! Kul att ses.",
			"Kom in, {name}! Här finns det plats.",
			"{greeting} {name}! Roligt med gott sällskap.",
		],
		late: [
			"{greeting} {name}! Vad bra att det löste sig.",
			"Kom in, {name}! Det är bara att slå sig ner.",
			"Ursäkta ett ögonblick. Hej {name}, kul att ses!",
		],
		note: ["Här är vi nu: {note}", "Så här långt: {note}"],
		returning: [
			"Ett kärt återseende.",
			"Den vanliga stolen väntar.",
			"{visits, plural, =2 {Redan andra gången.} other {Stamgäster är guld värda.}}",
		],
		expected: ["Det här har vi sett fram emot.", "Vi har hållit utkik."],
		missed: [
			"Förlåt att jag inte stod vid dörren. Det var mitt fel.",
			"Ingen sa hej i dörren. Förlåt, det var mitt fel.",
		],
		afterHours: closed(
			[
				"{greeting} {name}! Det är stängt just nu, men kom gärna in.",
				"Kom in, {name}! Stolarna är undanställda, men dörren är öppen.",
			],
			" Nästa träff: {next}",
			" Det som togs upp: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting} {name}!", next: null, recap: " Det som togs upp: {recap}" })],
		thanks: ["Tack för i dag, {name}!", "Tack för den här gången, {name}. Vi ses!"],
	},
};
