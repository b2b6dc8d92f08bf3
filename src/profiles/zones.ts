import { timeIn } from "../greetings/local-time.ts";
import { nearest } from "../greetings/nearest.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../limits.ts";
import { type Phrase, phrase, phrasesIn } from "../phrases/phrases.ts";
import { ABBREVIATIONS, PLACES, RENAMED } from "./zone-names.ts";

/** A time zone as people look for it. */
interface Zone {
	/** IANA name. */
	id: string;
	/** Its last part, as people write it: "New York". */
	city: string;
	/** All its names, folded: id, city, countries, abbreviations, places, an earlier name. */
	names: string[];
	/** Used by many people: it is listed before others that fit as well. */
	wellKnown: boolean;
}

const MOST_NEAR = 3;
/** One letter in so many may be wrong. With one in two, Mumbai would be taken for Dubai. */
const LETTERS_PER_SLIP = 4;

let zones: readonly Zone[] | undefined;

/** All zones there are. Gathered when somebody first looks for one: it takes longer than opening the database. */
function allZones(): readonly Zone[] {
	zones ??= gatherZones();
	return zones;
}

/** What may be meant by the start of a time zone's name, the likeliest first; without one, what fits the person's language. */
export function suggestZones(typed: string, at: number, locale: string): { name: string; value: string }[] {
	const found = fold(typed) === "" ? zonesNear(locale) : matches(typed, at).map(({ zone }) => zone);
	const say = phrasesIn(locale);
	return found
		.slice(0, MOST_SUGGESTIONS)
		.map(({ id }) => ({ name: say(describeZone(id, at)).slice(0, LONGEST_CHOICE), value: id }));
}

/** The one time zone somebody means (its IANA name), or the few they may have meant. */
export function findZone(typed: string, at: number): { id: string } | { near: string[] } {
	const id = exactZone(typed.trim());
	if (id !== null) return { id };
	const found = matches(typed, at);
	const exact = found.filter(({ rank }) => rank === 0);
	const [, where] = placeAndWhere(typed);
	for (const [only, ...others] of [exact, found]) {
		if (only && others.length === 0 && isWhere(only.zone, where)) return { id: only.zone.id };
	}
	if (found.length > 0) return { near: found.slice(0, MOST_NEAR).map(({ zone }) => zone.id) };
	const slip = nearest(
		placeAndWhere(typed)[0],
		allZones().flatMap((zone) => zone.names),
		LETTERS_PER_SLIP,
	);
	const meant = slip === undefined ? [] : allZones().filter((zone) => zone.names.includes(slip));
	return { near: meant.slice(0, MOST_NEAR).map((zone) => zone.id) };
}

/** "Berlin (Europe/Berlin, now 23:10, UTC+1)"; what to do about a zone that this machine does not know. */
export function describeZone(id: string, at: number): Phrase {
	const time = timeIn(id, at);
	if (!time) return phrase("zone.unknown", { id });
	const clock = time.toPlainTime().toString({ smallestUnit: "minute" });
	if (id === "UTC") return phrase("zone.utc", { clock });
	return phrase("zone.described", { city: cityOf(id), id, clock, offset: offsetOf(time) });
}

/** In its own spelling, when it is an IANA name. Those without a region ("EST") seldom mean what people mean by them. */
function exactZone(typed: string): string | null {
	if (!/^([a-z_]+\/[\w/+-]+|utc)$/i.test(typed)) return null;
	const id = timeIn(typed, 0)?.timeZoneId;
	return id === undefined ? null : (RENAMED[id] ?? id);
}

function offsetOf(time: Temporal.ZonedDateTime): string {
	const [, sign = "", hours = "", minutes = ""] = /^([+-])(\d\d):(\d\d)/.exec(time.offset) ?? [];
	const offset = `${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
	return offset === "0" ? "UTC" : `UTC${sign}${offset}`;
}

/** Zones that fit what was typed; the lower the rank, the better. */
function matches(typed: string, at: number): { zone: Zone; rank: number }[] {
	const offset = /^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(typed.trim());
	const wanted = offset && `UTC${offset[1] === "+" ? "+" : "-"}${Number(offset[2])}${minutesOf(offset[3])}`;
	const [words] = placeAndWhere(typed);
	const found: { zone: Zone; rank: number }[] = [];
	for (const zone of allZones()) {
		const rank = wanted === null ? rankOf(zone, words) : hasOffset(zone, wanted, at) ? 1 : null;
		if (rank !== null) found.push({ zone, rank });
	}
	return found.sort((a, b) => a.rank - b.rank || byFame(a.zone, b.zone));
}

const minutesOf = (minutes: string | undefined) => (minutes === undefined || minutes === "00" ? "" : `:${minutes}`);

function hasOffset({ id }: Zone, wanted: string, at: number): boolean {
	const time = timeIn(id, at);
	return time !== null && offsetOf(time) === wanted.replace(/[+-]0$/, "");
}

function rankOf({ names }: Zone, words: string): number | null {
	if (words === "") return null;
	if (names.includes(words)) return 0;
	if (names.some((name) => name.startsWith(words))) return 1;
	if (names.some((name) => name.includes(` ${words}`))) return 2;
	return words.length > 2 && names.some((name) => name.includes(words)) ? 3 : null;
}

function byFame(a: Zone, b: Zone): number {
	return Number(b.wellKnown) - Number(a.wellKnown) || a.city.localeCompare(b.city);
}

/** The zones where a language's speakers are likeliest to be, then all well-known ones. */
function zonesNear(locale: string): Zone[] {
	const region = new Intl.Locale(locale).maximize().region;
	const here = new Set(region ? zonesOf(region) : []);
	const known = allZones().filter((zone) => zone.wellKnown || here.has(zone.id));
	return known.sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || byFame(a, b));
}

function gatherZones(): Zone[] {
	const countries = countriesByZone();
	const earlier = new Map(Object.entries(RENAMED).map(([old, id]) => [id, old]));
	const ids = [...new Set(Intl.supportedValuesOf("timeZone").map((id) => RENAMED[id] ?? id)), "UTC"];
	return ids.map((id) => {
		const abbreviations = ABBREVIATIONS[id]?.split(" ") ?? [];
		const old = earlier.get(id) ?? id;
		const places = PLACES[id]?.split(", ") ?? [];
		const names = [cityOf(id), id, cityOf(old), old, ...(countries.get(id) ?? []), ...abbreviations, ...places];
		const wellKnown = abbreviations.length > 0 || id === "UTC";
		return { id, city: cityOf(id), names: [...new Set(names.map(fold))], wellKnown };
	});
}

function countriesByZone(): Map<string, string[]> {
	const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
	const countries = new Map<string, string[]>();
	for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
		const name = names.of(code);
		if (name === undefined) continue;
		for (const id of zonesOf(code)) countries.set(id, [...(countries.get(id) ?? []), name]);
	}
	return countries;
}

function zonesOf(region: string): string[] {
	const ids = new Intl.Locale("und", { region }).getTimeZones?.() ?? [];
	return ids.map((id) => RENAMED[id] ?? id);
}

function cityOf(id: string): string {
	return id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** "berlin" and "germany" of "Berlin, Germany". */
function placeAndWhere(typed: string): [place: string, where: string] {
	const [place = "", ...where] = typed.split(",");
	return [fold(place), fold(where.join(" "))];
}

/** Whether a zone is where somebody says; there is a Portland in Maine as well. */
function isWhere({ names }: Zone, where: string): boolean {
	return where === "" || names.includes(where);
}

/** As it is compared: without accents, case and punctuation. */
function fold(text: string): string {
	const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
