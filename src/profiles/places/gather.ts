import { readFileSync } from "node:fs";
import { foldAll } from "../fold.ts";
import { currentName, earlierName, GREAT_ZONES, MAIN_ZONES } from "../zone-names.ts";
import { PLACE_LANGUAGES } from "./languages.ts";

/** A time zone as people look for it. */
export interface Zone {
	/** IANA name. */
	id: string;
	/** Its last part, as people write it: "New York". */
	city: string;
	/** All that is meant by it, folded: id, city, countries, abbreviations, places, an earlier name. */
	names: readonly string[];
	/** What it is looked for by, too, but another zone is meant by: Spain, of the Canary Islands. */
	alsoIn: readonly string[];
	/** Its place among those that many live by, from 0; `Infinity` for all others. */
	fame: number;
}

const ZONES_IN_A_PIECE = 5;

/**
 * Gathers all zones, with all their names. It takes a good part of a second, so it can be done in pieces of a few
 * milliseconds, between which others have their turn.
 */
export function* gatherZones(): Generator<undefined, Zone[]> {
	const great = Object.keys(GREAT_ZONES);
	const cities = readNames("cities.txt");
	yield;
	const greatCities = readNames("great-cities.txt");
	yield;
	const countries = yield* countriesByZone();
	const ids = [...new Set(Intl.supportedValuesOf("timeZone").map(currentName)), "UTC"];
	const zones: Zone[] = [];
	for (const id of ids) {
		zones.push(zoneOf(id));
		if (zones.length % ZONES_IN_A_PIECE === 0) yield;
	}
	return zones;

	function zoneOf(id: string): Zone {
		const ids = [id, earlierName(id) ?? id];
		const { meant = [], alsoIn = [] } = countries.get(id) ?? {};
		const cityNames = [...ids.map(cityOf), ...(cities.get(id) ?? []), ...(greatCities.get(id) ?? [])];
		const names = foldAll([...ids, ...cityNames, ...(GREAT_ZONES[id]?.match(/\S+/g) ?? []), ...meant]);
		const place = great.indexOf(id);
		return { id, city: cityOf(id), names, alsoIn: foldAll(alsoIn), fame: place < 0 ? Infinity : place };
	}
}

/** The zones of a country (ISO 3166). */
export function zonesOf(region: string): string[] {
	return (new Intl.Locale("und", { region }).getTimeZones?.() ?? []).map(currentName);
}

export function cityOf(id: string): string {
	return id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** Reads a file whose lines say what something is called: `Europe/Rome: Roma | Rom`. `#` begins a remark. */
function readNames(file: string): Map<string, string[]> {
	const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
	const named = lines.map((line) => /^([^#:]+): (.+)$/.exec(line)).filter((line) => line !== null);
	return new Map(named.map(([, id = "", names = ""]) => [currentName(id), names.split(" | ")]));
}

interface Countries {
	meant: string[];
	alsoIn: string[];
}

function* countriesByZone(): Generator<undefined, Map<string, Countries>> {
	const languages: Intl.DisplayNames[] = [];
	for (const tag of PLACE_LANGUAGES) {
		const language = new Intl.DisplayNames(tag, { type: "region", fallback: "none" });
		language.of("AQ"); // reads its names
		languages.push(language);
		yield;
	}
	const alsoCalled = readNames("country-names.txt");
	const byZone = new Map<string, Countries>();
	for (const region of regions()) {
		const names = [...languages.flatMap((language) => language.of(region) ?? []), ...(alsoCalled.get(region) ?? [])];
		for (const id of zonesOf(region)) {
			const known = byZone.get(id) ?? { meant: [], alsoIn: [] };
			(id === (MAIN_ZONES[region] ?? id) ? known.meant : known.alsoIn).push(...names);
			byZone.set(id, known);
		}
		yield;
	}
	return byZone;
}

/** All countries' codes, each once: those that a country had before (SU) are left out. */
function regions(): string[] {
	const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	return codes.filter((code) => english.of(code) && new Intl.Locale("und", { region: code }).region === code);
}
