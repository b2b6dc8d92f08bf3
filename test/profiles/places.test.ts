import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/profiles/fold.ts";
import { beginGathering } from "../../src/profiles/places/gathering.ts";
import { currentName } from "../../src/profiles/zone-names.ts";
import { findZone, suggestZones } from "../../src/profiles/zones.ts";

/** What a file of names has names for. */
function keysOf(file: string): string[] {
	const text = readFileSync(new URL(`../../src/profiles/places/${file}`, import.meta.url), "utf8");
	return text.split("\n").flatMap((line) => /^([^#:]+): ./.exec(line)?.[1] ?? []);
}

const NOW = Date.parse("2026-11-27T12:00:00Z");

/** Cities and countries as the people who live there write them, and which zone that is, or the first that is asked back. */
const AS_PEOPLE_WRITE: Record<string, string> = {
	bg: "София Europe/Sofia, България Europe/Sofia, Пловдив Europe/Sofia, Варна Europe/Sofia",
	cs: "Praha Europe/Prague, Česko Europe/Prague, Česká republika Europe/Prague, Brno Europe/Prague, Plzeň Europe/Prague",
	da: "Danmark Europe/Copenhagen, København Europe/Copenhagen, Aarhus Europe/Copenhagen, Grønland America/Nuuk",
	de: "Deutschland Europe/Berlin, Wien Europe/Vienna, Österreich Europe/Vienna, Schweiz Europe/Zurich, Zürich Europe/Zurich, München Europe/Berlin, Köln Europe/Berlin, Frankfurt am Main Europe/Berlin, Düsseldorf Europe/Berlin",
	el: "Αθήνα Europe/Athens, Ελλάδα Europe/Athens, Θεσσαλονίκη Europe/Athens, Λευκωσία Asia/Nicosia, Κύπρος Asia/Nicosia",
	en: "London Europe/London, England Europe/London, New York City America/New_York, Chicago America/Chicago, San Francisco America/Los_Angeles, Edinburgh Europe/London, Cape Town Africa/Johannesburg, Wellington Pacific/Auckland",
	"es-419":
		"México America/Mexico_City?, Ciudad de México America/Mexico_City, Bogotá America/Bogota, Medellín America/Bogota, Perú America/Lima, Argentina America/Argentina/Buenos_Aires, Chile America/Santiago, Quito America/Guayaquil",
	"es-ES":
		"España Europe/Madrid, Sevilla Europe/Madrid, Barcelona Europe/Madrid, Islas Canarias Atlantic/Canary, Bilbao Europe/Madrid",
	fi: "Suomi Europe/Helsinki, Helsinki Europe/Helsinki, Tampere Europe/Helsinki, Jyväskylä Europe/Helsinki",
	fr: "Genève Europe/Zurich, Suisse Europe/Zurich, Lyon Europe/Paris, Bruxelles Europe/Brussels, Belgique Europe/Brussels, Montréal America/Toronto, Londres Europe/London, Alger Africa/Algiers",
	hi: "भारत Asia/Kolkata, दिल्ली Asia/Kolkata, नई दिल्ली Asia/Kolkata, मुंबई Asia/Kolkata, कोलकाता Asia/Kolkata, बेंगलुरु Asia/Kolkata",
	hr: "Zagreb Europe/Zagreb, Hrvatska Europe/Zagreb, Rijeka Europe/Zagreb, Beč Europe/Vienna",
	hu: "Magyarország Europe/Budapest, Budapest Europe/Budapest, Debrecen Europe/Budapest, Bécs Europe/Vienna",
	id: "Jakarta Asia/Jakarta, Bandung Asia/Jakarta, Surabaya Asia/Jakarta, Bali Asia/Makassar, Indonesia Asia/Jakarta?",
	it: "Roma Europe/Rome, Italia Europe/Rome, Milano Europe/Rome, Napoli Europe/Rome, Parigi Europe/Paris",
	ja: "東京 Asia/Tokyo, 日本 Asia/Tokyo, 大阪 Asia/Tokyo, 京都 Asia/Tokyo, ロンドン Europe/London",
	ko: "서울 Asia/Seoul, 한국 Asia/Seoul, 대한민국 Asia/Seoul, 부산 Asia/Seoul, 북경 Asia/Shanghai",
	lt: "Lietuva Europe/Vilnius, Vilnius Europe/Vilnius, Kaunas Europe/Vilnius, Klaipėda Europe/Vilnius",
	nl: "Nederland Europe/Amsterdam, Den Haag Europe/Amsterdam, België Europe/Brussels, Gent Europe/Brussels, Parijs Europe/Paris",
	no: "Norge Europe/Oslo, Oslo Europe/Oslo, Bergen Europe/Oslo, Tromsø Europe/Oslo",
	pl: "Polska Europe/Warsaw, Warszawa Europe/Warsaw, Kraków Europe/Warsaw, Łódź Europe/Warsaw, Wrocław Europe/Warsaw",
	"pt-BR":
		"Brasil America/Sao_Paulo?, São Paulo America/Sao_Paulo, Rio de Janeiro America/Sao_Paulo, Brasília America/Sao_Paulo?, Curitiba America/Sao_Paulo, Lisboa Europe/Lisbon, Portugal Europe/Lisbon, Porto Europe/Lisbon",
	ro: "România Europe/Bucharest, București Europe/Bucharest, Cluj-Napoca Europe/Bucharest, Iași Europe/Bucharest",
	ru: "Москва Europe/Moscow, Россия Europe/Moscow?, Санкт-Петербург Europe/Moscow, Екатеринбург Asia/Yekaterinburg, Минск Europe/Minsk, Казахстан Asia/Almaty",
	"sv-SE":
		"Sverige Europe/Stockholm, Göteborg Europe/Stockholm, Malmö Europe/Stockholm, Köpenhamn Europe/Copenhagen, Helsingfors Europe/Helsinki",
	th: "ประเทศไทย Asia/Bangkok, ไทย Asia/Bangkok, กรุงเทพ Asia/Bangkok, เชียงใหม่ Asia/Bangkok",
	tr: "Türkiye Europe/Istanbul, İstanbul Europe/Istanbul, Ankara Europe/Istanbul, İzmir Europe/Istanbul",
	uk: "Україна Europe/Kyiv, Київ Europe/Kyiv, Львів Europe/Kyiv, Харків Europe/Kyiv, Відень Europe/Vienna",
	vi: "Việt Nam Asia/Ho_Chi_Minh, Hà Nội Asia/Ho_Chi_Minh, Sài Gòn Asia/Ho_Chi_Minh, Đà Nẵng Asia/Ho_Chi_Minh",
	"zh-CN": "中国 Asia/Shanghai, 北京 Asia/Shanghai, 上海 Asia/Shanghai, 深圳 Asia/Shanghai, 新加坡 Asia/Singapore",
	"zh-TW":
		"台灣 Asia/Taipei, 臺灣 Asia/Taipei, 台北 Asia/Taipei, 臺北 Asia/Taipei, 高雄 Asia/Taipei, 香港 Asia/Hong_Kong",
	"and others":
		"תל אביב Asia/Jerusalem, ישראל Asia/Jerusalem, القاهرة Africa/Cairo, مصر Africa/Cairo, دبي Asia/Dubai, تهران Asia/Tehran, Београд Europe/Belgrade, Bratislava Europe/Bratislava, Ljubljana Europe/Ljubljana, Rīga Europe/Riga, Tallinn Europe/Tallinn, Catalunya Europe/Madrid, لاہور Asia/Karachi, ঢাকা Asia/Dhaka",
};

const NAMES = Object.entries(AS_PEOPLE_WRITE).flatMap(([language, names]) =>
	names.split(", ").map((name) => {
		const [, typed = "", id = "", asked] = /^(.+) (\S+?)(\?)?$/.exec(name) ?? [];
		return { language, typed, id, asked: asked !== undefined };
	}),
);

describe("places as people write them", () => {
	it.each(NAMES.filter(({ asked }) => !asked))("$typed ($language) is found", ({ typed, id }) => {
		expect(findZone(typed, NOW)).toEqual({ id });
	});

	it.each(NAMES.filter(({ asked }) => asked))("$typed ($language) is asked back", ({ typed, id }) => {
		const found = findZone(typed, NOW);
		expect("near" in found && found.near[0]).toBe(id);
	});

	it.each(NAMES)("$typed ($language) is proposed first while it is typed", ({ typed, id, language }) => {
		const locale = language === "and others" ? "en-US" : language;
		expect(suggestZones(typed, NOW, locale)[0]?.value).toBe(id);
	});

	it("does not depend on case, marks that people leave out, width or punctuation", () => {
		for (const typed of ["MÜNCHEN", "munchen", "Muenchen", "München"]) {
			expect(findZone(typed, NOW)).toEqual({ id: "Europe/Berlin" });
		}
		expect(findZone("lodz", NOW)).toEqual({ id: "Europe/Warsaw" });
		expect(findZone("Tromso", NOW)).toEqual({ id: "Europe/Oslo" });
		expect(findZone("ΑΘΗΝΑ", NOW)).toEqual({ id: "Europe/Athens" });
		expect(findZone("санкт петербург", NOW)).toEqual({ id: "Europe/Moscow" });
		expect(findZone("Ｔｏｋｙｏ", NOW)).toEqual({ id: "Asia/Tokyo" });
	});

	it("keeps the marks that are letters", () => {
		// Without its vowels, दिल्ली (Delhi) would be दल.
		expect(findZone("दल", NOW)).not.toHaveProperty("id");
		expect(fold("दिल्ली")).toBe("दिल्ली".normalize("NFKD"));
		expect(fold("ที่")).toBe("ที่".normalize("NFKD"));
	});

	it.each([
		["Georgia", ["America/New_York", "Asia/Tbilisi"]],
		["Córdoba", ["Europe/Madrid", "America/Argentina/Cordoba"]],
		["San José", ["America/Los_Angeles", "America/Costa_Rica"]],
		["Mérida", ["Europe/Madrid", "America/Caracas", "America/Merida"]],
		["Newcastle", ["Europe/London", "Australia/Sydney"]],
		["Canada", ["America/Toronto", "America/Vancouver", "America/Halifax"]],
		["Россия", ["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk"]],
		["Brasil", ["America/Sao_Paulo", "America/Fortaleza", "America/Manaus"]],
		["Kongo", ["Africa/Brazzaville", "Africa/Kinshasa", "Africa/Lubumbashi"]],
	])("asks which %s is meant", (typed, near) => {
		expect(findZone(typed, NOW)).toEqual({ near });
	});

	it("takes a country for where nearly all of it is, and proposes the rest of it", () => {
		expect(findZone("España", NOW)).toEqual({ id: "Europe/Madrid" });
		const proposed = suggestZones("España", NOW, "es-ES").map(({ value }) => value);
		expect(proposed[0]).toBe("Europe/Madrid");
		expect(proposed).toEqual(expect.arrayContaining(["Africa/Ceuta", "Atlantic/Canary"]));
	});

	it("has every name below a zone or a country that there is, and great cities once", () => {
		const zones = beginGathering()
			.all()
			.map(({ id }) => id);
		const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
		for (const id of [...keysOf("cities.txt"), ...keysOf("great-cities.txt")]) expect(zones).toContain(currentName(id));
		for (const code of keysOf("country-names.txt")) expect(countries.of(code), code).toBeDefined();
		expect(new Set(keysOf("great-cities.txt")).size).toBe(keysOf("great-cities.txt").length);
	});

	it("finds a zone, or asks, whatever is typed", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (typed) => {
				const found = findZone(typed, NOW);
				expect("id" in found ? [found.id] : found.near).toEqual(expect.any(Array));
				expect(suggestZones(typed, NOW, "de").length).toBeLessThanOrEqual(25);
			}),
		);
	});
});
