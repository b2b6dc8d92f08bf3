import { translation } from "../translation.ts";

export const picture = translation("picture", {
	start: "Beginn",
	end: "Ende",
	arrivals: "Ankünfte",
	most: "Höchstens {count, number} zugleich",
	about: "Wer wann im Raum war: {count, plural, =0 {niemand} other {höchstens # zugleich}}.",
	nobodyYet: "Noch ist niemand gekommen.",
	nobody: "Niemand ist gekommen.",
});
