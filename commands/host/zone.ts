import { safeWords } from "../../src/greetings/escape.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../../src/limits.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { describeZone, findZone, suggestZones } from "../../src/profiles/zones.ts";
import { UserError } from "../../src/user-error.ts";
import type { Control, Meant, Reader } from "./control.ts";
import { readTyped, TYPED, typedField } from "./fields.ts";

/** The time zone: a city is typed, and the zone is found. */
export const zoneControl: Control = {
	parts: (given, { say }) => [
		typedField("place", {
			label: say("host.mySettings.zone.label"),
			description: say("host.mySettings.zone.how"),
			example: say("host.mySettings.zone.example"),
			given,
		}),
	],
	read: (form) => readTyped(form, "place"),
	async change(given, _, { clock }) {
		const found = findZone(given, clock.now());
		if ("id" in found) return { time_zone: found.id };
		throw new UserError(phrase("host.mySettings.zone.unsure", { typed: safeWords(given, TYPED) }));
	},
	holds: ({ voice }) => voice.timeZone ?? "",
	mending: { meant: meantBy, otherwise: "host.mySettings.zone.otherwise" },
};

function meantBy(given: string, { locale, at }: Pick<Reader, "locale" | "at">): Meant[] {
	const found = findZone(given, at);
	const say = phrasesIn(locale);
	const near = ("near" in found ? found.near : []).map((id) => ({
		label: say(describeZone(id, at)).slice(0, LONGEST_CHOICE),
		value: id,
	}));
	const begun = suggestZones(given, at, locale).map(({ name, value }) => ({ label: name, value }));
	const all = new Map([...near, ...begun].map((one) => [one.value, one]));
	return [...all.values()].slice(0, MOST_SUGGESTIONS);
}
