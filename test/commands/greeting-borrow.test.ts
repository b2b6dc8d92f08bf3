import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { WORDINGS } from "../../commands/greeting/wordings.ts";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { ENDINGS } from "../../src/greetings/closed.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { TEXT_KEYS } from "../../src/greetings/texts.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { readVariants } from "../../src/profiles/variants.ts";
import { atAcme } from "./acme.ts";
import { inForm, write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** What the menu below an answer offers. */
async function offered(asked: SimInteraction): Promise<{ label: string; value: string }[]> {
	const { message } = await asked.reply();
	return flatten(message.components as Component[]).flatMap(({ options }) => options ?? []);
}

describe("/greeting borrow", () => {
	it.each(TEXT_KEYS)("offers Byname's own wordings and others: %s", async (which) => {
		const { henry } = await atAcme();
		const own = languageOf("en").texts[which];
		const options = await offered(await henry.runs("greeting borrow", { which }));
		expect(options).toHaveLength(own.length + WORDINGS[which].length);
		expect(options.every(({ label }) => !label.includes("select, none {} other { ·"))).toBe(true);
	});

	it("shows them as they would be said, and opens the form with those that were chosen", async () => {
		const { henry } = await atAcme();
		const asked = await henry.runs("greeting borrow", { which: "thanks" });
		expect(await shownBy(asked)).toMatch(/-# 1 · Byname's own\nThank you for coming, Maya!/);
		const form = await asked.selects("greeting:borrowed:thanks:me", "1", "0");
		const [first, second] = languageOf("en").texts.thanks;
		expect(await inForm(form)).toBe(`${second}\n${first}`);
		const saved = await form.submits({ texts: `${second}\nBye, {name}!` });
		expect(await shownBy(saved)).toContain("Bye, Sunil!");
	});

	it("puts them below what the host has written already, once", async () => {
		const { henry } = await atAcme();
		const [first] = languageOf("en").texts.thanks;
		await write(henry, "thanks", `Bye, {name}!\n${first}`);
		const saved = await henry.runs("greeting borrow", { which: "thanks" });
		await shownBy(saved);
		const form = await saved.selects("greeting:borrowed:thanks:me", "0", "1");
		expect(await inForm(form)).toBe(["Bye, {name}!", ...languageOf("en").texts.thanks.slice(0, 2)].join("\n"));
	});

	it("is a press away when a text was saved", async () => {
		const { henry } = await atAcme();
		const saved = await (await henry.runs("greeting edit", { which: "late" })).submits({ texts: "Late, {name}!" });
		await shownBy(saved);
		const borrowing = await saved.clicks("greeting:borrow:late:me:0");
		expect(await shownBy(borrowing)).toContain(say("greeting.borrow.head", { text: say("texts.label.late") }));
	});

	it("says so when the form cannot hold them as well, or when they are there no more", async () => {
		const { henry } = await atAcme();
		const long = Array.from({ length: 10 }, (_, index) => `{name} ${index} ${"x".repeat(385)}`).join("\n");
		await write(henry, "onTime", long);
		const asked = await henry.runs("greeting borrow", { which: "onTime" });
		await shownBy(asked);
		const tooMuch = await asked.selects("greeting:borrowed:onTime:me", "0", "1");
		expect(await shownBy(tooMuch)).toBe(say("greeting.borrow.full"));
		const gone = await asked.forges("greeting:borrowed:onTime:me", { as: "menu", values: ["98"] });
		expect(await shownBy(gone)).toBe(say("greeting.borrow.gone"));
	});

	it("is in the host's language, with the others in English behind it", async () => {
		const { henry } = await atAcme();
		await henry.runs("host set", { language: "de" }).then(shownBy);
		const options = await offered(await henry.runs("greeting borrow", { which: "late" }));
		expect(options[0]?.label).toContain(languageOf("de").texts.late[0]);
		expect(options.at(-1)?.label).toContain("{minutes, plural");
	});
});

describe("the wordings to borrow", () => {
	it.each(TEXT_KEYS)("could all be saved: %s", (key) => {
		const typed = WORDINGS[key].join("\n");
		const endings = key === "afterHours" ? ENDINGS : [];
		expect(readVariants(key, { typed, endings }, "en").problems).toEqual([]);
	});

	it("stand in the guide for hosts as well, and no others", async () => {
		const guide = await readFile(new URL("../../docs/hosts.md", import.meta.url), "utf8");
		const section = guide.split("### Texts to borrow")[1]?.split("\n## ")[0] ?? "";
		const inGuide = TEXT_KEYS.map((key) => {
			const [, block = ""] = section.split(`**${say(`texts.label.${key}`)}**\n\n\`\`\`\n`);
			return [key, block.split("\n```")[0]?.split("\n")];
		});
		expect(Object.fromEntries(inGuide)).toEqual(WORDINGS);
	});
});
