import { describe, expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { atAcme } from "./acme.ts";
import { inForm, submitText, textOf, write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

describeOnBoth("/greeting edit", (engine) => {
	it("keeps what was there and gives back what was typed when a line is refused", async () => {
		const { henry } = await atAcme(await engine.databaseUrl());
		await write(henry, "late", "Better late than never, {name}!");
		const typed = "Hi {nmae}!\nGood `code` {name}!\n\nHello, {name";
		const refused = await write(henry, "late", typed);
		expect(refused).toContain("Not saved yet, and nothing has changed.");
		expect(refused).toMatch(/\*\*Line 1:\*\* I don't know {nmae}\. Did you mean {name}\?/);
		expect(refused).toMatch(/\*\*Line 4:\*\* At “{name” \(character 8\)/);
		expect(refused).not.toContain("Line 2");
		expect(refused).toContain(`\`\`\`\n${typed}\n\`\`\``);
		expect(await textOf(henry, "late")).toBe("Better late than never, {name}!");
	});
});

describe("/greeting edit", () => {
	it.each([
		["fits into the answer", "Hi {nmae}!\n  and {name}, `so` _on_"],
		["would end a code block", "Look, {name}: ```js\nno {code}```"],
		["is too long for the answer", `Hi {nmae}! ${"so glad ".repeat(100)}\n${"Hello, {name}! ".repeat(60)}`],
	])("opens the form again with what was typed when it %s", async (_, typed) => {
		const { henry } = await atAcme();
		const refused = await submitText(henry, "onTime", typed);
		const { message, ephemeral } = await refused.reply();
		expect(ephemeral).toBe(true);
		expect(message.content.length).toBeLessThanOrEqual(2000);
		const again = await refused.clicks("greeting:again:onTime:me:none");
		expect(await inForm(again)).toBe(typed);
		const saved = await again.submits({ texts: "Mended, {name}!" });
		expect(await shownBy(saved)).toContain("Mended, Maya!");
	});

	it.each([
		["a long text", `${"Hello there! ".repeat(150)}{nmae}`],
		["a text that would end a code block", "Look: ``` {nmae}"],
	])("gives back %s as a file that holds it whole", async (_, typed) => {
		const { henry } = await atAcme();
		const { message } = await (await submitText(henry, "onTime", typed)).reply();
		expect(message.files.map(({ name, bytes }) => [name, String(bytes)])).toEqual([["what-you-typed.txt", typed]]);
	});
});
