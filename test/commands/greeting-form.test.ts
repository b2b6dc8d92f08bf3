import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { readClosed } from "../../src/greetings/closed.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { TEXT_KEYS, type TextKey } from "../../src/greetings/texts.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { atAcme, closeForAnHour } from "./acme.ts";
import { inForm, textOf, write, writeForServer } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");
const inGerman = phrasesIn("de");
const openings = languageOf("en").texts.afterHours.map((source) => readClosed(source).opening);

/** What the form says besides the text. */
async function wordsOf(asked: SimInteraction): Promise<string> {
	const { components } = await asked.modal();
	return flatten(components as Component[])
		.flatMap(({ content }) => content ?? [])
		.join("\n");
}

/** Which endings are ticked in the form. */
async function ticked(asked: SimInteraction): Promise<string[]> {
	const { components } = await asked.modal();
	const group = flatten(components).find(({ custom_id }) => custom_id === "endings");
	return (group?.options ?? []).filter((option) => option.default).map(({ value }) => value);
}

describe("the form of a text", () => {
	it.each<[which: TextKey, told: string]>([
		["early", "greeting name mention title host server people start startTime"],
		["onTime", "greeting name mention title host server people"],
		["late", "greeting name mention title host server minutes people start startTime"],
		["note", "minutes note"],
		["returning", "greeting name mention title host server visits people"],
		["missed", "greeting name mention title host server people"],
		["afterHours", "greeting name mention title host server people"],
		["thanks", "name mention title host server people recap next"],
	])("says when it is said, and what each placeholder means that makes sense there: %s", async (which, told) => {
		const { henry } = await atAcme();
		const words = await wordsOf(await henry.runs("greeting edit", { which }));
		expect(words).toContain(say(`texts.when.${which}`));
		const lines = [...words.matchAll(/^`\{(\w+)\}` \S+/gm)].map(([, placeholder]) => placeholder);
		expect(lines.join(" ")).toBe(told);
	});

	it.each(TEXT_KEYS)("fits into what Discord shows in German and for the whole server, too: %s", async (which) => {
		const { server } = await atAcme();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"], locale: "de" });
		const asked = await boss.runs("greeting edit", { which, for: "server" });
		expect((await asked.modal()).title).toBe(`${inGerman(`texts.label.${which}`)} (Server)`);
	});

	it("speaks the language of whoever opens it", async () => {
		const { server } = await atAcme();
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		const asked = await lena.runs("greeting edit", { which: "late" });
		expect((await asked.modal()).title).toBe(inGerman("texts.label.late"));
		expect(await wordsOf(asked)).toContain(`\`{minutes}\` ${inGerman("texts.meaning.minutes")}`);
		const saved = await shownBy(await asked.submits({ texts: "Schön, {name}!" }));
		expect(saved).toMatch(/^\*\*Gespeichert\.\*\* Ab der nächsten Ankunft:\nSchön, Maya!/);
		const refused = await (await lena.runs("greeting edit", { which: "late" })).submits({ texts: "-\n–" });
		expect(await shownBy(refused)).toContain(
			`**Zeilen 1 und 2:** ${inGerman("texts.problem.cannotBeLeftOut")}`.slice(0, 60),
		);
	});
});

describe("the form of the after-hours text", () => {
	it("has the date and the recap as ticks beside the words", async () => {
		const { henry } = await atAcme();
		const asked = await henry.runs("greeting edit", { which: "afterHours" });
		expect(await inForm(asked)).toBe(openings.join("\n"));
		expect(await ticked(asked)).toEqual(["next", "recap"]);
		const saved = await asked.submits({ texts: "Closed, {name}, but come in.", endings: ["recap"] });
		expect(await shownBy(saved)).toMatch(
			/\nClosed, Maya, but come in\. What you missed: https:\/\/example\.com\/recording\n/,
		);
		const again = await henry.runs("greeting edit", { which: "afterHours" });
		expect([await inForm(again), await ticked(again)]).toEqual(["Closed, {name}, but come in.", ["recap"]]);
	});

	it("goes on following Byname's own when nobody touches it", async () => {
		const { henry } = await atAcme();
		const asked = await henry.runs("greeting edit", { which: "afterHours" });
		expect(await shownBy(await asked.submits({}))).toContain(say("greeting.save.same", { whose: "byname" }));
	});

	it("goes on following the server's when nobody touches it, whatever the language of either", async () => {
		const { server } = await atAcme();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		await writeForServer(boss, "afterHours", "Closed, {name}.");
		await boss.runs("host set", { language: "de" }).then(shownBy);
		const asked = await boss.runs("greeting edit", { which: "afterHours" });
		expect([await inForm(asked), await ticked(asked)]).toEqual(["Closed, {name}.", ["next", "recap"]]);
		expect(await shownBy(await asked.submits({}))).toContain(say("greeting.save.same", { whose: "server" }));
	});

	it("opens with the same ticks when what was typed is refused", async () => {
		const { henry } = await atAcme();
		const asked = await henry.runs("greeting edit", { which: "afterHours" });
		const refused = await asked.submits({ texts: "Closed, {nmae}.", endings: ["next"] });
		expect(await shownBy(refused)).toContain("{nmae}");
		const again = await refused.clicks("greeting:again:afterHours:me:next");
		expect([await inForm(again), await ticked(again)]).toEqual(["Closed, {nmae}.", ["next"]]);
	});

	it("is left out with a dash, and then nobody is greeted who comes in", async () => {
		const { server, stage, henry, clock, log } = await atAcme();
		expect(await write(henry, "afterHours", "-")).toContain(`-# ${say("greeting.shown.nobody")}\n`);
		expect(await shownBy(await henry.runs("greeting preview"))).toMatch(/-# No session is on \(left out\)\n-#/);
		const other = server.addStage("Other stage");
		const hanna = server.addMember({ globalName: "Hanna", permissions: ["ManageEvents"] });
		for (const [room, host] of [
			[stage, henry],
			[other, hanna],
		] as const) {
			await host.joins(room);
			await room.opens({ topic: "Pottery", by: host });
			clock.skip(3_000);
			await server.addMember("Tom").joins(room);
			await room.nextText();
			await host.leaves();
			await closeForAnHour(room, { clock, log });
		}
		const before = stage.messages.length;
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await maya.moves(other);
		await until(() => other.messages.some(({ content }) => heard(content).startsWith("afterHours: Maya")));
		expect(stage.messages.length).toBe(before);
		expect(await textOf(henry, "afterHours")).toBe("-");
	});
});

describe("a greeting that was written over several lines", () => {
	it("is refused with a word on lines, and joined at the press of a button", async () => {
		const { henry } = await atAcme();
		const asked = await henry.runs("greeting edit", { which: "onTime" });
		const refused = await asked.submits({ texts: "Hello, {name}!\nWe are glad\nyou came." });
		expect(await shownBy(refused)).toContain(say("greeting.refused.joinable"));
		const joined = await refused.clicks("greeting:join:onTime:me:none");
		expect(await inForm(joined)).toBe("Hello, {name}! We are glad you came.");
		expect(await shownBy(await joined.submits({}))).toContain("Hello, Maya! We are glad you came.");
	});

	it("is not spoken of where each line is a greeting", async () => {
		const { henry } = await atAcme();
		const refused = await write(henry, "onTime", "Hello, {nmae}!\nHi, {name}!");
		expect(refused).not.toContain(say("greeting.refused.joinable"));
	});
});
