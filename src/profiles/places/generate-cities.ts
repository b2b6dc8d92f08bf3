// Writes cities.txt: what the time zones' cities are called in many languages, from Unicode's CLDR. To take over a new
// CLDR, whose version is the package's:
//   npm pack cldr-dates-full@48.2.0 && tar xzf cldr-dates-full-48.2.0.tgz
//   node src/profiles/places/generate-cities.ts package
// The package is no dependency because it brings 142 MB. Its licence stands in cities.LICENSE.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fold } from "../fold.ts";
import { PLACE_LANGUAGES } from "./languages.ts";

/** A zone has its city; a part of a zone's name (`America`, `Argentina`) has zones. */
type ZonePart = { exemplarCity?: string | undefined } & { [part: string]: unknown };

const part: z.ZodType<ZonePart> = z.looseObject({ exemplarCity: z.string().optional() });
const file = z.object({
	main: z.record(z.string(), z.object({ dates: z.object({ timeZoneNames: z.object({ zone: part }) }) })),
});

/** Each zone's city, below a part of the zones' names. */
function citiesBelow(names: ZonePart, path: readonly string[]): [id: string, city: string][] {
	if (names.exemplarCity !== undefined) return [[path.join("/"), names.exemplarCity]];
	return Object.entries(names).flatMap(([name, below]) => {
		const found = part.safeParse(below);
		return found.success ? citiesBelow(found.data, [...path, name]) : [];
	});
}

/** CLDR's files are called after the language alone where one country's way of it is the usual one. */
function readLanguage(folder: string, tag: string): ZonePart {
	const name = { "es-ES": "es", "pt-BR": "pt", "sv-SE": "sv", "zh-CN": "zh", "zh-TW": "zh-Hant" }[tag] ?? tag;
	const read = file.parse(JSON.parse(readFileSync(join(folder, "main", name, "timeZoneNames.json"), "utf8")));
	return read.main[name]?.dates.timeZoneNames.zone ?? {};
}

const [folder = "package"] = process.argv.slice(2);
const cities = new Map<string, Map<string, string>>();
for (const tag of PLACE_LANGUAGES) {
	for (const [id, city] of citiesBelow(readLanguage(folder, tag), [])) {
		// In English most cities are called as their zone is, so that need not be written.
		const own = id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ");
		const names = cities.get(id) ?? new Map([[fold(own), id]]);
		if (!names.has(fold(city))) names.set(fold(city), city);
		cities.set(id, names);
	}
}
cities.delete("Etc/Unknown");
const lines = [...cities].map(([id, names]) => `${id}: ${[...names.values()].slice(1).join(" | ")}`).sort();
writeFileSync(new URL("cities.txt", import.meta.url), `${lines.join("\n")}\n`);
