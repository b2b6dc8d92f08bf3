import { timeIn } from "../greetings/local-time.ts";
import { nearest } from "../greetings/nearest.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../limits.ts";
import { type Phrase, phrase, phrasesIn } from "../phrases/phrases.ts";
import { fold } from "./fold.ts";
import { cityOf, type Zone, zonesOf } from "./places/gather.ts";
import { beginGathering } from "./places/gathering.ts";
import { currentName } from "./zone-names.ts";

const MOST_NEAR = 3;
/** One letter in so many may be wrong. With one in two, Mumbai would be taken for Dubai. */
const LETTERS_PER_SLIP = 4;
/** Of fewer, too many words are a slip away. */
const SHORTEST_MISTYPED = 4;

const gathering = beginGathering();
const allZones = gathering.all;

/** Gathers some of the zones ahead of the first who looks for one. Returns whether all are gathered. */
export const gatherSome = gathering.some;

/** What may be meant by the start of a time zone's name, the likeliest first; without one, what fits the person's language. */
export function suggestZones(typed: string, at: number, locale: string): { name: string; value: string }[] {
	const found = fold(typed) === "" ? zonesNear(locale) : matches(typed, at).map(({ zone }) => zone);
	const say = phrasesIn(locale);
	return found
		.slice(0, MOST_SUGGESTIONS)
		.map(({ id }) => ({ name: say(describeZone(id, at)).slice(0, LONGEST_CHOICE), value: id }));
}

/**
 * The one time zone somebody means (its IANA name), or the few they may have meant. Only a whole name, which no other
 * place has, is taken for an answer: the beginning of Danmarkshavn may be Denmark as Danes write it.
 */
export function findZone(typed: string, at: number): { id: string } | { near: string[] } {
	const id = exactZone(typed.trim());
	if (id !== null) return { id };
	const found = matches(typed, at);
	const [place, where] = placeAndWhere(typed);
	const whole = found.filter(({ zone, rank }) => rank === 0 && isWhere(zone, where));
	const [meant] = whole;
	if (meant && whole.length === 1) return { id: meant.zone.id };
	const fitting = (whole.length > 0 ? whole : found).map(({ zone }) => zone);
	const near = fitting.length > 0 ? fitting : zonesMistyped(place);
	return { near: near.slice(0, MOST_NEAR).map((zone) => zone.id) };
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
	return id === undefined ? null : currentName(id);
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
		const rank = wanted === null ? rankOf(zone, words) : hasOffset(zone, wanted, at) ? 0 : null;
		if (rank !== null) found.push({ zone, rank });
	}
	return found.sort((a, b) => a.rank - b.rank || byFame(a.zone, b.zone));
}

const minutesOf = (minutes: string | undefined) => (minutes === undefined || minutes === "00" ? "" : `:${minutes}`);

function hasOffset({ id }: Zone, wanted: string, at: number): boolean {
	const time = timeIn(id, at);
	return time !== null && offsetOf(time) === wanted.replace(/[+-]0$/, "");
}

function rankOf({ names, alsoIn }: Zone, words: string): number | null {
	if (words === "") return null;
	if (names.includes(words)) return 0;
	const all = [...names, ...alsoIn];
	if (all.some((name) => name.startsWith(words))) return 1;
	if (all.some((name) => name.includes(` ${words}`))) return 2;
	return words.length > 2 && all.some((name) => name.includes(words)) ? 3 : null;
}

function byFame(a: Zone, b: Zone): number {
	return a.fame === b.fame ? a.city.localeCompare(b.city) : a.fame - b.fame;
}

/** The zones where a language's speakers are likeliest to be, then all that many live by. */
function zonesNear(locale: string): Zone[] {
	const region = new Intl.Locale(locale).maximize().region;
	const here = new Set(region ? zonesOf(region) : []);
	const known = allZones().filter((zone) => zone.fame < Infinity || here.has(zone.id));
	return known.sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || byFame(a, b));
}

/** The zones that a place with a slip of the fingers in it may be meant for. */
function zonesMistyped(place: string): Zone[] {
	if (place.length < SHORTEST_MISTYPED) return [];
	const slips = Math.floor(place.length / LETTERS_PER_SLIP);
	const letters = lettersOf(place);
	// Comparing letter by letter takes long, and most names are longer, shorter, or have quite other letters.
	const isAlike = (name: string) =>
		Math.abs(name.length - place.length) <= slips && countBits(lettersOf(name) ^ letters) <= 2 * slips;
	const alike = allZones().flatMap(({ names }) => names.filter(isAlike));
	const slip = nearest(place, alike, LETTERS_PER_SLIP);
	return slip === undefined ? [] : allZones().filter(({ names }) => names.includes(slip));
}

/** Which letters a word has, a bit for each; some share one. A slip adds or removes one, or does both. */
function lettersOf(word: string): number {
	let letters = 0;
	for (const letter of word) letters |= 1 << ((letter.codePointAt(0) ?? 0) & 31);
	return letters;
}

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}

/** "berlin" and "germany" of "Berlin, Germany". */
function placeAndWhere(typed: string): [place: string, where: string] {
	const [place = "", ...where] = typed.split(/[,،，、]/);
	return [fold(place), fold(where.join(" "))];
}

/** Whether a zone is where somebody says; there is a Portland in Maine as well. */
function isWhere({ names, alsoIn }: Zone, where: string): boolean {
	return where === "" || names.includes(where) || alsoIn.includes(where);
}
