import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/greetings/languages.ts";
import { readVariants, textInLayer, writeVariants } from "../../src/profiles/variants.ts";
import { ALL_HOSTS, saveProfile, saveVariants } from "../../src/store/settings.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";

describe("readVariants", () => {
	it("takes one text a line, without blank lines and repetitions", () => {
		expect(readVariants("onTime", "\r\n Hi {name} \r\n\nHi {name}\nHello {name}", "en")).toEqual({
			sources: ["Hi {name}", "Hello {name}"],
			problems: [],
		});
	});

	it("tells every problem with the lines it is in, blank ones counted", () => {
		const { problems } = readVariants("onTime", "Hi\n\nHi {name}\nHi {nam}\nHello", "en");
		expect(problems).toEqual([
			{ lines: [1, 5], problem: expect.stringMatching(/has to contain {name} or {mention}/) },
			{ lines: [4], problem: expect.stringMatching(/Did you mean {name}\?/) },
		]);
	});

	it("counts what is left without repetitions towards the ten", () => {
		const eleven = Array.from({ length: 11 }, (_, index) => `Hi ${index} {name}`);
		const ten = [...eleven.slice(0, 10), "Hi 0 {name}"];
		expect(readVariants("onTime", ten.join("\n"), "en").problems).toEqual([]);
		expect(readVariants("onTime", eleven.join("\n"), "en").problems).toEqual([
			{ lines: [], problem: "These are 11 different texts; 10 is the most. Take out 1." },
		]);
	});

	it.each(["-", "–", " — "])("reads a line of just %j as nothing said, where that is allowed", (dash) => {
		expect(readVariants("missed", dash, "en")).toEqual({ sources: [""], problems: [] });
		expect(readVariants("late", dash, "en").problems).toEqual([
			{ lines: [1], problem: expect.stringMatching(/cannot be left out/) },
		]);
	});

	it("reads back what writeVariants wrote", () => {
		const sources = ["Good to see you", "", "Visit {visits, plural, one {one} other {#}}"];
		expect(readVariants("returning", writeVariants(sources), "en").sources).toEqual(sources);
	});
});

describeOnBoth("textInLayer", (engine) => {
	const of = { serverId: "1", hostId: "7", key: "thanks" } as const;

	it("finds Byname's own text, in the host's language, where nobody has set one", async () => {
		const store = await openTestStore(engine);
		await saveProfile(store, "1", "7", { language: "de" });
		const text = await textInLayer(store, of);
		expect(text).toMatchObject({ language: "de", set: false, beneathIs: "Byname's own" });
		expect(text.now).toEqual(languageOf("de").texts.thanks);
	});

	it("tells a host's text from the server's beneath it", async () => {
		const store = await openTestStore(engine);
		await saveVariants(store, { ...of, hostId: ALL_HOSTS, sources: ["Server {name}"] });
		await saveVariants(store, { ...of, sources: ["Host {name}", "Me {name}"] });
		await saveVariants(store, { ...of, hostId: "8", sources: ["Another {name}"] });
		expect(await textInLayer(store, of)).toEqual({
			language: "en",
			now: ["Host {name}", "Me {name}"],
			set: true,
			beneath: ["Server {name}"],
			beneathIs: "the server's",
		});
		expect(await textInLayer(store, { ...of, hostId: ALL_HOSTS })).toMatchObject({
			now: ["Server {name}"],
			set: true,
			beneath: languageOf("en").texts.thanks,
			beneathIs: "Byname's own",
		});
	});
});
