import { describe, expect, it } from "vitest";
import { inEveryLanguage, listing, phrase, phrasesIn, phrasesWith } from "../../src/phrases/phrases.ts";
import { shownBy } from "../commands/shown.ts";
import { setOut, until } from "../journeys/journey.ts";

describe("a phrase", () => {
	it("is said in the language of one of Discord's locales, and in English where there is none", () => {
		expect(phrasesIn("de")("frame.forManagers")).toMatch(/^Das können nur Leute/);
		for (const locale of ["en-US", "en-GB", "ja", "constructor", ""])
			expect(phrasesIn(locale)("frame.forManagers")).toMatch(/^Only people/);
	});

	it("takes what people typed as it is", () => {
		const typed = "{number} '{x}' <b> # {n, plural, other {#}}";
		expect(phrasesIn("en")("frame.failed", { number: typed }).endsWith(typed)).toBe(true);
	});

	it("can be kept until it is known who reads it, with others in it", () => {
		const kept = phrase("frame.failed", { number: phrase("frame.restarting") });
		expect(phrasesIn("de")(kept)).toMatch(/^Das hat nicht geklappt.*neu gestartet/);
		expect(phrasesIn("en")(kept)).toMatch(/^That did not work.*restarted/);
	});

	it("lists as the language does", () => {
		const [one, two] = [phrase("frame.tooSlow"), "2"];
		expect(phrasesIn("en")({ kind: "and", items: ["1", "2", "3"] })).toBe("1, 2, and 3");
		expect(phrasesIn("de")({ kind: "and", items: ["1", "2", "3"] })).toBe("1, 2 und 3");
		expect(phrasesIn("de")({ kind: "or", items: ["1", "2"] })).toBe("1 oder 2");
		expect(phrasesIn("de")(listing(["1", "2"], 2))).toBe("1 und 2");
		expect(phrasesIn("de")(listing(["1", "2", "3"], 1))).toBe("1 und 2 weitere");
		expect(phrasesIn("de")({ kind: "lines", items: [one, two] })).toMatch(/^Das hat zu lange gedauert.*\n2$/);
	});

	it("has commands to click that stand in it without options, and makes none of what people typed", () => {
		const sayIn = phrasesWith(new Map([["`/host show`", "</host show:1>"]]));
		const plain = "Say what to change, for example `/host set time-zone: Berlin`. ";
		expect(sayIn("en-US")("host.set.nothingNamed")).toBe(`${plain}</host show:1> lists it all.`);
		expect(sayIn("de")("host.set.nothingNamed")).toMatch(/`\/host set time-zone: Berlin`\. <\/host show:1> zeigt/);
		const saved = phrase("host.set.saved", { settings: "`/host show`" });
		expect(sayIn("en-US")(saved)).toBe("Saved.\n`/host show`");
		expect(phrasesIn("en-US")("host.set.nothingNamed")).toBe(`${plain}\`/host show\` lists it all.`);
	});

	it("has both of English's names at Discord", () => {
		const { de, ...english } = inEveryLanguage("frame.tooSlow");
		expect(de).toBe(phrasesIn("de")("frame.tooSlow"));
		expect(english).toEqual({ "en-US": phrasesIn("en")("frame.tooSlow"), "en-GB": phrasesIn("en")("frame.tooSlow") });
	});
});

describe("a private answer", () => {
	it("is in the language of whoever reads it, also where it refuses", async () => {
		const { discord } = await setOut();
		await until(() => discord.commands.length > 0);
		const server = discord.addServer({ name: "Acme" });
		server.addStage("Main stage");
		const [lena, maya] = [server.addMember({ globalName: "Lena", locale: "de" }), server.addMember("Maya")];
		expect(await shownBy(await lena.runs("host show"))).toBe(phrasesIn("de")("frame.forHosts"));
		expect(await shownBy(await maya.runs("host show"))).toBe(phrasesIn("en")("frame.forHosts"));
	});
});
