import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { atAcme, closeForAnHour } from "./acme.ts";
import { inForm, submitText, textOf, write, writeForServer } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

describeOnBoth("/greeting edit", (engine) => {
	it("shows the text as it is, saves the one that was typed and previews each wording", async () => {
		const { henry } = await atAcme(await engine.databaseUrl());
		const asked = await henry.runs("greeting edit", { which: "onTime" });
		expect(await inForm(asked)).toBe(DEFAULT_VOICE.texts.onTime.join("\n"));
		const saved = await asked.submits({ texts: "Welcome, {name}, says {host}!\n\n  Hi {name}!  \nHi {name}!" });
		const { message, ephemeral } = await saved.reply();
		expect(ephemeral).toBe(true);
		expect(flatten(message.components as Component[]).flatMap(({ content }) => content ?? [])).toEqual([
			"**Saved.** From the next arrival on:",
			"-# 1 of 2\nWelcome, Maya, says Henry!",
			"-# 2 of 2\nHi Sunil!",
			"-# Title, times and note are examples: no session is on in a room you are in.",
		]);
		expect(await textOf(henry, "onTime")).toBe("Welcome, {name}, says {host}!\nHi {name}!");
	});

	it("goes back to the text beneath when the form is left empty", async () => {
		const { henry } = await atAcme(await engine.databaseUrl());
		await write(henry, "thanks", "Bye, {name}!");
		expect(await write(henry, "thanks", " \n ")).toContain(
			"go back to Byname's own text. From the next end of a session on:\n",
		);
		expect(await textOf(henry, "thanks")).toBe(DEFAULT_VOICE.texts.thanks.join("\n"));
	});

	it("lays a host's text over the server's, and the server's over Byname's", async () => {
		const { server, henry } = await atAcme(await engine.databaseUrl());
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		await writeForServer(boss, "onTime", "The server greets {name}.");
		expect(await textOf(henry, "onTime")).toBe("The server greets {name}.");
		await write(henry, "onTime", "Henry greets {name}.");
		expect(await textOf(boss, "onTime")).toBe("The server greets {name}.");
		expect(await textOf(henry, "onTime")).toBe("Henry greets {name}.");
		expect(await write(henry, "onTime", "")).toContain("go back to the server's text");
		expect(await textOf(henry, "onTime")).toBe("The server greets {name}.");
	});

	it("counts from the next arrival on, and for this host's sessions alone", async () => {
		const { clock, server, stage, henry } = await atAcme(await engine.databaseUrl());
		const other = server.addStage("Other stage");
		const hanna = server.addMember({ globalName: "Hanna", permissions: ["ManageEvents"] });
		await write(hanna, "onTime", "Hanna's guest {name}!");
		await henry.joins(stage);
		await hanna.joins(other);
		await stage.opens({ topic: "Pottery", by: henry });
		clock.skip(3_000);
		await other.opens({ topic: "Knitting", by: hanna });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await write(henry, "onTime", "Make yourself at home, {name}!");
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toBe("Make yourself at home, Sunil!");
		await server.addMember("Tom").joins(other);
		expect(await other.nextText()).toBe("Hanna's guest Tom!");
	});

	it("leaves a text out that is just a dash", async () => {
		const { clock, log, server, stage, henry } = await atAcme(await engine.databaseUrl());
		expect(await write(henry, "returning", "-")).toContain(`-# ${say("greeting.shown.nobody")}\n`);
		expect(await textOf(henry, "returning")).toBe("-");
		const maya = server.addMember("Maya");
		for (const title of ["Pottery", "Pottery again"]) {
			const event = server.schedule({ name: title, room: stage, startsAt: clock.now(), creator: henry });
			await stage.opens({ event });
			clock.skip(3_000);
			await maya.joins(stage);
			expect(heard(await stage.nextText())).toBe("onTime: Maya");
			await maya.leaves();
			await closeForAnHour(stage, { clock, log });
		}
	});
});

describe("/greeting edit", () => {
	it("follows a text that was typed just as it is beneath, rather than keeping a copy", async () => {
		const { server, henry } = await atAcme();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		expect(await write(henry, "thanks", DEFAULT_VOICE.texts.thanks.join("\n"))).toContain("word for word");
		await writeForServer(boss, "thanks", "Bye, {name}!");
		expect(await textOf(henry, "thanks")).toBe("Bye, {name}!");
	});

	it("shows a wording that speaks of a recap or a next date also as it is said while there are none", async () => {
		const { henry } = await atAcme();
		const guarded = "Bye, {name}!{next, select, none {} other { See you {next}}}";
		const saved = await write(henry, "thanks", `All of it, {name}: {recap}\n${guarded}`);
		expect(saved).toContain("-# 1 of 2\nAll of it, Maya: https://example.com/recording\nNext time: <t:");
		expect(saved).toContain(
			`\n-# 1 of 2 · ${say("greeting.shown.bare")}\nAll of it, Maya:\n-# 2 of 2\nBye, Sunil! See you <t:`,
		);
		expect(saved).not.toContain(`-# 2 of 2 · ${say("greeting.shown.bare")}`);
		expect(await write(henry, "afterHours", "Closed, {name}. Again {next}")).toContain(
			`-# ${say("greeting.shown.bare")}\nClosed, Maya. Again\n`,
		);
	});

	it("says of a mention that it is a plain name while pings are off, and where that is changed", async () => {
		const { server, henry } = await atAcme();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		const vain = (scope: "me" | "server") => say("greeting.shown.mentionVain", { scope });
		expect(await write(henry, "late", "Hi {name}!")).not.toContain(vain("me"));
		expect(await write(henry, "late", "Hi {mention}!")).toContain(vain("me"));
		expect(await writeForServer(boss, "late", "Hi {mention}!")).toContain(vain("server"));
		await henry.runs("host set", { ping: "quiet" }).then(shownBy);
		expect(await write(henry, "late", "Hi, {mention}!")).not.toContain("-# Ping is off");
	});

	it("takes ten wordings and refuses the eleventh", async () => {
		const { henry } = await atAcme();
		const ten = Array.from({ length: 10 }, (_, index) => `Hello number ${index}, {name}!`).join("\n");
		expect(await write(henry, "onTime", ten)).toContain("-# 10 of 10\nHello number 9, Zoë!");
		expect(await write(henry, "onTime", `${ten}\nOne too many, {name}!`)).toContain(
			say("texts.problem.tooMany", { count: 11, most: 10, excess: 1 }),
		);
		expect(await textOf(henry, "onTime")).toBe(ten);
	});

	it("opens again with ten lines of emoji, whether they were saved or refused", async () => {
		const { henry } = await atAcme();
		const ten = Array.from({ length: 10 }, (_, index) => `{name} ${index} ${"🌷".repeat(380)}`).join("\n");
		await write(henry, "onTime", ten);
		expect(await textOf(henry, "onTime")).toBe(ten);
		const refused = await submitText(henry, "onTime", ten.replace("{name} 5", "{nmae} 5"));
		expect(await shownBy(refused)).toContain("Line 6");
		expect(await inForm(await refused.clicks("greeting:again:onTime:me:none"))).toBe(
			ten.replace("{name} 5", "{nmae} 5"),
		);
	});

	it("shows ten long wordings on as many messages as they need", async () => {
		const { henry } = await atAcme();
		const many = Array.from({ length: 10 }, (_, index) => `{name} ${"long ".repeat(76)}${index}`).join("\n");
		const saved = await submitText(henry, "onTime", many);
		const seen = await shownBy(saved);
		expect(seen).toContain("-# 9 of 10");
		expect(seen).not.toContain("-# 10 of 10");
		const rest = await shownBy(await saved.clicks("greeting:texts:onTime:me:9"));
		expect(rest).toContain("-# 10 of 10");
		expect(rest).not.toContain("-# 9 of 10");
	});
});
