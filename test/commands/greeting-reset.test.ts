import { describe, expect, it } from "vitest";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { atAcme } from "./acme.ts";
import { textOf, write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

describeOnBoth("/greeting reset", (engine) => {
	it("asks first, then goes back to the text beneath", async () => {
		const { henry } = await atAcme(await engine.databaseUrl());
		await write(henry, "late", "You are late, {name}!");
		const asked = await henry.runs("greeting reset", { which: "late" });
		const question = await shownBy(asked);
		expect(question).toContain("-# Now\nYou are late, Henry!");
		expect(heard(/-# Then: Byname's own text.*\n(.+)/.exec(question)?.[1] ?? "")).toBe("late: Henry");
		const done = await shownBy(await asked.clicks("greeting:reset:late:me"));
		expect(done).toMatch(/^\*\*Done\.\*\* I go back to Byname's own text\. From the next arrival on:/);
		expect(await textOf(henry, "late")).toBe(DEFAULT_VOICE.texts.late.join("\n"));
	});

	it("changes nothing when the host keeps it", async () => {
		const { henry } = await atAcme(await engine.databaseUrl());
		await write(henry, "late", "You are late, {name}!");
		const asked = await henry.runs("greeting reset", { which: "late" });
		await shownBy(asked);
		expect(await shownBy(await asked.clicks("greeting:keep"))).toBe("Nothing has changed.");
		expect(() => asked.clicks("greeting:reset:late:me")).toThrow("There is no");
		expect(await textOf(henry, "late")).toBe("You are late, {name}!");
	});
});

describe("/greeting reset", () => {
	it("says so when there is nothing to go back from", async () => {
		const { henry } = await atAcme();
		expect(await shownBy(await henry.runs("greeting reset", { which: "late" }))).toBe(
			"You have set no text for *Late arrivals*: Byname's own text is said already.",
		);
	});
});
