import { translation } from "../translation.ts";

export const picture = translation("picture", {
	start: "Beginn",
	end: "Ende",
	arrivals: "Ankünfte",
	most: "Höchstens {count, number} zugleich",
	nobodyYet: "Noch ist niemand gekommen.",
	nobody: "Niemand ist gekommen.",
});
