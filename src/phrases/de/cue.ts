import { translation } from "../translation.ts";

export const cue = translation("cue", {
	session: "{title} in {room}",
	nobodyYet: "{session}: noch niemand da",
	counts: "{session}: {inside, number} da, insgesamt {came, number}",
	over: "{session}: Session vorbei, {came, plural, =0 {niemand war da} one {# war da} other {# waren da}}",
	afterHours: "Nach Schluss {count, plural, one {kam noch #} other {kamen noch #}} vorbei:",
	arrival: {
		early: "früh",
		onTime: "pünktlich",
		late: "{minutes, number} min zu spät",
		missed: "kam, während ich weg war",
	},
	visit: "{visits, plural, =1 {erster Besuch} other {Besuch #}}",
	chosen: "auf Discord {name}",
	quiet: "still: bitte nicht aufrufen",
	nameless: "Jemand ohne lesbaren Namen",
	others: "und noch {count, number}",
	namesRefused: "Discord lehnt einen der Namen hier ab, darum zeige ich keinen.",
});
