import { expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { timesLogged, until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { textOf, write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

describeOnBoth("with characters that no database takes", (engine) => {
	it("a stage's topic opens a session, and its people are greeted", async () => {
		const { server, stage, henry, clock, log } = await atAcme(await engine.databaseUrl());
		await write(henry, "onTime", "Welcome to {title}, {name}!");
		await henry.joins(stage);
		await stage.opens({ topic: "Pot\0te\ud83dry", by: henry });
		await until(() => timesLogged({ log }, /^session opened$/) === 1);
		clock.skip(3_000);
		await server.addMember({ globalName: "Ma\0ya\ude00" }).joins(stage);
		expect(await stage.nextText()).toBe("Welcome to Pottery, Maya!");
	});

	it("an event and its new name are taken", async () => {
		const { server, stage, henry, clock } = await atAcme(await engine.databaseUrl());
		await write(henry, "onTime", "Welcome to {title}, {name}!");
		const event = server.schedule({ name: "\0Knit\ud83dting", room: stage, startsAt: clock.now(), creator: henry });
		await event.starts();
		clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toBe("Welcome to Knitting, Sunil!");
	});

	it("whatever a host types into a command or a form is saved without them", async () => {
		const { server, stage, henry, clock } = await atAcme(await engine.databaseUrl());
		const started = await henry.runs("session start", { room: stage, title: "\ud83dPottery\0" });
		expect(await shownBy(started)).toContain("is open");
		await write(henry, "onTime", "Hi\0 {name}, this is {title}!\ud83d\n\0");
		expect(await textOf(henry, "onTime")).toBe("Hi {name}, this is {title}!");
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toBe("Hi Maya, this is Pottery!");
		const noted = await henry.runs("session note", { room: stage, text: "slide\0 12\ude00" });
		expect(await shownBy(noted)).toContain("> slide 12");
		const recap = "https://example.com/\0slides\ud83d";
		expect(await shownBy(await henry.runs("session end", { room: stage, recap }))).toContain(
			"https://example.com/slides",
		);
	});
});
