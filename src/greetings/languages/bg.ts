import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Bulgarian. Form: вие, one and many. */
export const bg: Language = {
	tag: "bg",
	label: "Български",
	english: "Bulgarian",
	between: " ",
	hours: { 0: "Добър вечер", 1: null, 5: "Добро утро", 11: "Добър ден", 18: "Добър вечер" },
	plainGreeting: "Здравейте",
	neutralName: "скъпи гост",
	neutralAmong: "още един гост",
	misnamed: " (извинете за грешката в името)",
	texts: {
		early: [
			"{greeting}, {name}! Още е рано, така че най-хубавите места са свободни. Начало {start}.",
			"Заповядайте, {name}! Има време и за кафе. Начало {start}.",
		],
		onTime: [
			"{greeting}, {name}! Благодарим, че сте с нас.",
			"Добре дошли, {name}! Чувствайте се като у дома си.",
			"{greeting}, {name}! Очаквахме ви.",
		],
		late: [
			"{greeting}, {name}! Колко хубаво, че успяхте.",
			"Заповядайте, {name}! Място има.",
			"Един момент: добре дошли, {name}!",
		],
		note: ["В момента сме тук: {note}", "За да се включите веднага: {note}"],
		returning: [
			"Радваме се да ви видим отново.",
			"Вашият стол ви чака.",
			"{visits, plural, =2 {Вече за втори път заедно.} other {С вас винаги е приятно.}}",
		],
		missed: [
			"Съжалявам, че не бях на вратата, когато влязохте. Вината е моя.",
			"Влязохте, а никой не ви поздрави. Извинете, грешката е моя.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! В момента е затворено, но заповядайте.",
				"Заповядайте, {name}! Столовете са прибрани, но вратата е отворена.",
			],
			" Следваща среща: {next}",
			" Каквото сте изпуснали: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Всичко, което беше: {recap}" })],
		thanks: ["Благодарим, че дойдохте, {name}!", "Беше ни приятно, {name}. До скоро!"],
	},
};
