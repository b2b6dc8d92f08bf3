import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { heard } from "../greetings/heard.ts";
import { atAcme, closeForAnHour } from "./acme.ts";
import { write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const MINUTE = 60_000;

/** The button that leads to what did not fit. */
function restOf({ messages }: SimInteraction): string | undefined {
	const all = flatten((messages[0]?.components ?? []) as Component[]);
	return all.find(({ label }) => label === "Show the rest")?.custom_id ?? undefined;
}

describe("/greeting preview", () => {
	it("shows every text as it would be posted now", async () => {
		const { henry } = await atAcme();
		await write(henry, "late", "You made it, {name}, {minutes} minutes in!");
		const seen = await shownBy(await henry.runs("greeting preview"));
		const shown = (label: string) => new RegExp(`-# ${label}[^\n]*\n([^]+?)(?=\n-#|$)`).exec(seen)?.[1] ?? "";
		expect(heard(shown("Before the start"))).toBe("early: Henry");
		expect(shown("Before the start")).toMatch(/<t:\d+:R>/);
		expect(heard(shown("In time"))).toBe("onTime: Henry");
		expect(shown("Late")).toBe("You made it, Henry, 25 minutes in!");
		expect(shown("Late, and you have set a note")).toMatch(/^You made it, Henry, .*slide 12/);
		expect(heard(shown("Been here before"))).toBe("onTime: Henry + back");
		expect(heard(shown("I was away when they came"))).toBe("onTime: Henry + sorry");
		expect(heard(shown("No session is on"))).toBe("afterHours: Henry");
		expect(shown("No session is on")).toContain("https://example.com");
		expect(shown("Five people at once")).toMatch(/Henry.*Maya.*Sunil/);
		expect(heard(shown("The session ends")).split("\n")).toEqual([
			"thanks: Henry",
			"https://example.com/recording",
			expect.stringMatching(/^Next time: <t:\d+:F> https:\/\/discord\.com\/events\/…$/),
		]);
	});

	it("shows the variety: three who come one after another hear three wordings", async () => {
		const { server, henry } = await atAcme();
		await write(henry, "onTime", "Hi {name}!\nHello {name}!");
		const seen = await shownBy(await henry.runs("greeting preview", { as: server.addMember("Ravi") }));
		expect(seen).toContain("-# Three people, one after another\nHi Ravi!\nHello Maya!\nHi Sunil!\n");
	});

	it("does not list somebody twice who is called like one of its examples", async () => {
		const { server, henry } = await atAcme();
		await write(henry, "onTime", "Hi {name}!");
		const maya = server.addMember({ globalName: "Maya Lopez" });
		const seen = await shownBy(await henry.runs("greeting preview", { as: maya }));
		expect(seen).toContain("-# Three people, one after another\nHi Maya Lopez!\nHi Sunil!\nHi Aiko!\n");
		expect(seen).toContain("-# Five people at once\nHi Maya Lopez, Sunil and Aiko!\n");
	});

	it("shows thanks with a recap and a next date, and as they are without", async () => {
		const { henry } = await atAcme();
		await write(henry, "thanks", "Bye, {name}!{recap, select, none {} other { See {recap}}}");
		expect(await shownBy(await henry.runs("greeting preview"))).toMatch(
			new RegExp(
				"-# The session ends\nBye, Henry! See https://example.com/recording\nNext time: [^\n]+\n" +
					"-# The session ends, and there is no recap and no next date\nBye, Henry!\n",
			),
		);
	});

	it("speaks of the session in the host's room, with how often the guest was here", async () => {
		const { server, stage, henry, clock, log } = await atAcme();
		await write(henry, "late", "{name} is {minutes} minutes late for {title} by {host}.");
		await write(henry, "onTime", "{name} is here for the {visits, selectordinal, few {#rd} other {#th}} time.");
		await write(henry, "returning", "-");
		const maya = server.addMember("Maya");
		for (const topic of ["Pottery", "More pottery"]) {
			await stage.opens({ topic, by: henry });
			clock.skip(3_000);
			await maya.joins(stage);
			expect(await stage.nextText()).toContain("Maya");
			await maya.leaves();
			await henry.leaves();
			await closeForAnHour(stage, { clock, log });
		}
		await stage.opens({ topic: "Advanced pottery", by: henry });
		clock.skip(3_000);
		await server.addMember("Tom").joins(stage);
		await stage.nextText();
		clock.skip(42 * MINUTE);
		const seen = await shownBy(await henry.runs("greeting preview", { as: maya }));
		expect(seen).toContain("Maya is 42 minutes late for Advanced pottery by Henry.");
		expect(seen).toContain("\nMaya is here for the 3rd time.\n");
		expect(seen).toContain("Title, start and note are those of the session in your room");
	});

	it.each([
		["@everyone", "@\u200Beveryone"],
		["**bold** <@1> [x](https://evil.example)", "\\*\\*bold\\*\\* \\<@\u200B1\\> \\[x\\](https\\"],
		["```", "threeticks"],
	])("makes nothing of the name %s", async (name, shown) => {
		const { server, henry } = await atAcme();
		const guest = server.addMember({ username: "threeticks", globalName: name });
		const asked = await henry.runs("greeting preview", { as: guest });
		const { message } = await asked.reply();
		const texts = flatten(message.components as Component[]).flatMap(({ content }) => content ?? []);
		expect(texts[0]).toContain(`What **${shown}`);
		expect(texts[2]).toContain(shown);
		expect(message.allowedMentions).toEqual({ parse: [] });
	});

	it("begins anew with an old button whose texts have become fewer", async () => {
		const { henry } = await atAcme();
		const page = await henry.runs("greeting preview");
		await shownBy(page);
		expect(await shownBy(await page.forges(`greeting:preview:${henry.id}:40`))).toContain("-# Before the start");
	});

	it("shows texts too long for one message on the next", async () => {
		const { texts } = languageOf("en");
		const { server, henry } = await atAcme();
		for (const which of ["early", "onTime", "late", "thanks", "afterHours"]) {
			await write(henry, which, `{name} ${which} ${"word ".repeat(100)}`);
		}
		let page = await henry.runs("greeting preview", { as: server.addMember("Ravi") });
		const pages = [await shownBy(page)];
		for (let more = restOf(page); more !== undefined; more = restOf(page)) {
			page = await page.clicks(more);
			pages.push(await shownBy(page));
		}
		expect(pages.length).toBeGreaterThan(1);
		for (const seen of pages) expect(seen).toMatch(/^What \*\*Ravi\*\* would hear from you:/);
		const labels = pages.flatMap((seen) => [...seen.matchAll(/^-# (.*)\nRavi/gm)].map(([, label]) => label));
		expect(labels).toEqual([
			"Before the start",
			"In time",
			"Late",
			`Late, and you have set a note (one of ${texts.note.length} wordings)`,
			`Been here before (one of ${texts.returning.length} wordings)`,
			`Marked Interested in the event (one of ${texts.expected.length} wordings)`,
			`I was away when they came (one of ${texts.missed.length} wordings)`,
			"No session is on",
			"No session is on, and there is no recap and no next date",
			"Three people, one after another",
			"Five people at once",
			"The session ends",
			"The session ends, and there is no recap and no next date",
		]);
	});

	describe("whose further pages ask Discord in vain who the guest is", () => {
		async function withMorePages() {
			const acme = await atAcme();
			for (const which of ["early", "onTime", "late"]) await write(acme.henry, which, `{name} ${"word ".repeat(150)}`);
			const ravi = acme.server.addMember("Ravi");
			const page = await acme.henry.runs("greeting preview", { as: ravi });
			await shownBy(page);
			return { ...acme, ravi, page, more: restOf(page) ?? "" };
		}

		it.each([500, 503])("says that, and what to do, after %i", async (status) => {
			const { discord, log, page, more } = await withMorePages();
			discord.fail.answer(status, { method: "GET", path: "/members/", times: Number.POSITIVE_INFINITY });
			expect(await shownBy(await page.clicks(more))).toMatch(
				/^Discord does not tell me just now who that is\. Please try again in a minute/,
			);
			expect(log.filter(({ msg }) => msg === "a command failed")).toEqual([]);
			discord.fail.nothing();
			expect(await shownBy(await page.clicks(more))).toMatch(/^What \*\*Ravi\*\* would hear from you:/);
		});

		it("takes the name that their room shows", async () => {
			const { discord, stage, ravi, page, more } = await withMorePages();
			await ravi.joins(stage);
			discord.fail.answer(500, { method: "GET", path: "/members/", times: Number.POSITIVE_INFINITY });
			expect(await shownBy(await page.clicks(more))).toMatch(/^What \*\*Ravi\*\* would hear from you:/);
		});
	});
});
