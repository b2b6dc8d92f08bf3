import { describe, expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeZone, findZone, suggestZones } from "../../src/profiles/zones.ts";

const say = phrasesIn("en");
const WINTER = Date.parse("2026-01-15T22:10:00Z");
const SUMMER = Date.parse("2026-07-15T22:10:00Z");

/** The zones that are suggested for what was typed. */
function suggested(typed: string, at = WINTER, locale = "en-US"): string[] {
	return suggestZones(typed, at, locale).map(({ value }) => value);
}

describe("suggestZones", () => {
	it("names the city, its zone, the time there now and the offset", () => {
		expect(suggestZones("berl", WINTER, "en-US")).toEqual([
			{ name: "Berlin (Europe/Berlin, now 23:10, UTC+1)", value: "Europe/Berlin" },
		]);
		expect(suggestZones("berl", SUMMER, "en-US")[0]?.name).toBe("Berlin (Europe/Berlin, now 00:10, UTC+2)");
		expect(suggestZones("kolk", WINTER, "en-US")[0]?.name).toBe("Kolkata (Asia/Kolkata, now 03:40, UTC+5:30)");
	});

	it("does so in the person's language", () => {
		expect(suggestZones("berl", WINTER, "de")[0]?.name).toBe("Berlin (Europe/Berlin, jetzt 23:10, UTC+1)");
	});

	it.each([
		["new york", "America/New_York"],
		["NEW_YORK", "America/New_York"],
		["York", "America/New_York"],
		["são paulo", "America/Sao_Paulo"],
		["sao paulo", "America/Sao_Paulo"],
		["europe/ber", "Europe/Berlin"],
		["calcutta", "Asia/Kolkata"],
		["japan", "Asia/Tokyo"],
		["germany", "Europe/Berlin"],
		["PST", "America/Los_Angeles"],
		["utc", "UTC"],
	])("finds %s", (typed, id) => {
		expect(suggested(typed)[0]).toBe(id);
	});

	it("finds by the offset that holds now", () => {
		expect(suggested("+5:45")).toEqual(["Asia/Kathmandu"]);
		expect(suggested("UTC+1")).toContain("Europe/Berlin");
		expect(suggested("UTC+1", SUMMER)).not.toContain("Europe/Berlin");
		expect(suggested("+0")).toContain("Europe/London");
		expect(suggested("−3")).toContain("America/Sao_Paulo");
	});

	it("puts what begins with the words before what contains them", () => {
		const found = suggested("ber");
		expect(found[0]).toBe("Europe/Berlin");
		expect(found).toContain("Atlantic/Bermuda");
		expect(found.indexOf("Atlantic/Bermuda")).toBeLessThan(found.indexOf("Africa/Johannesburg"));
	});

	it("offers 25 at most, each with a name that Discord takes", () => {
		const all = suggestZones("a", WINTER, "en-US");
		expect(all).toHaveLength(25);
		expect(all.filter(({ name }) => name.length > 100)).toEqual([]);
	});

	it("begins, before anything is typed, where the person's language is spoken", () => {
		expect(suggested("", WINTER, "pt-BR").slice(0, 3)).toContain("America/Sao_Paulo");
		expect(suggested("", WINTER, "de")[0]).toBe("Europe/Berlin");
	});

	it("offers nothing for what is nowhere", () => {
		expect(suggested("xzqwy")).toEqual([]);
	});
});

describe("findZone", () => {
	it.each([
		["europe/berlin", "Europe/Berlin"],
		[" Berlin ", "Europe/Berlin"],
		["Europe/Kiev", "Europe/Kyiv"],
		["Utc", "UTC"],
		["india", "Asia/Kolkata"],
		["Mumbai", "Asia/Kolkata"],
		["UK", "Europe/London"],
		["Berlin, Germany", "Europe/Berlin"],
		["München", "Europe/Berlin"],
	])("knows what is meant by %s", (typed, id) => {
		expect(findZone(typed, WINTER)).toEqual({ id });
	});

	it("does not choose among several", () => {
		expect(findZone("CET", WINTER)).toMatchObject({ near: expect.arrayContaining(["Europe/Berlin"]) });
		expect(findZone("EST", WINTER)).toMatchObject({ near: expect.arrayContaining(["America/New_York"]) });
		expect(findZone("USA", WINTER)).toEqual({ near: ["America/New_York", "America/Chicago", "America/Los_Angeles"] });
		expect(findZone("+01:00", WINTER)).toMatchObject({ near: expect.arrayContaining(["Europe/Berlin"]) });
	});

	it.each([
		["berl", "Europe/Berlin"],
		["Kathman", "Asia/Kathmandu"],
		["York", "America/New_York"],
		["Danmarksh", "America/Danmarkshavn"],
	])("asks back what is only a part of a name, as %s", (typed, id) => {
		expect(findZone(typed, WINTER)).toEqual({ near: [id] });
	});

	it("tells places of one name apart by where they are said to be", () => {
		expect(findZone("Cambridge", WINTER)).toEqual({ near: ["America/New_York", "Europe/London"] });
		expect(findZone("Cambridge, UK", WINTER)).toEqual({ id: "Europe/London" });
		expect(findZone("Córdoba, España", WINTER)).toEqual({ id: "Europe/Madrid" });
		expect(findZone("Córdoba, Argentina", WINTER)).toEqual({ id: "America/Argentina/Cordoba" });
		expect(findZone("大阪、日本", WINTER)).toEqual({ id: "Asia/Tokyo" });
	});

	it("takes an offset that only one zone has", () => {
		expect(findZone("UTC+5:45", WINTER)).toEqual({ id: "Asia/Kathmandu" });
	});

	it("asks when the place is said to be elsewhere", () => {
		expect(findZone("Portland, Maine", WINTER)).toEqual({ near: ["America/Los_Angeles"] });
		expect(findZone("London, Ontario", WINTER)).toEqual({ near: ["Europe/London"] });
	});

	it("names the nearest for a slip of the fingers, and none for nonsense", () => {
		expect(findZone("Berlni", WINTER)).toEqual({ near: ["Europe/Berlin"] });
		expect(findZone("Samarqandd", WINTER)).toEqual({ near: ["Asia/Samarkand"] });
		expect(findZone("Gotham", WINTER)).toEqual({ near: [] });
		expect(findZone("Nope/Foo", WINTER)).toEqual({ near: [] });
		expect(findZone("", WINTER)).toEqual({ near: [] });
	});
});

describe("describeZone", () => {
	it("says that this machine does not know a zone, and what to do", () => {
		expect(say(describeZone("Mars/Olympus", WINTER))).toBe(say("zone.unknown", { id: "Mars/Olympus" }));
	});

	it("has no offset for UTC", () => {
		expect(say(describeZone("UTC", WINTER))).toBe("UTC (now 22:10)");
		expect(say(describeZone("Europe/London", WINTER))).toBe("London (Europe/London, now 22:10, UTC)");
	});

	it("knows every zone it suggests", () => {
		for (const letter of "abcdefghijklmnopqrstuvwxyz") {
			for (const { name } of suggestZones(letter, WINTER, "en-US")) expect(name).toContain("now ");
		}
	});
});
