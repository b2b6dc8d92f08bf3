import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { setOut, timesLogged, until } from "./journey.ts";

const MINUTE = 60_000;

/** A webinar with Maya in it; Byname has greeted her. */
async function webinar() {
	const journey = await setOut();
	const server = journey.discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const event = server.schedule({ name: "Pottery", room: stage, startsAt: journey.clock.now() });
	await stage.opens({ event });
	journey.clock.skip(3_000);
	await server.addMember("Maya").joins(stage);
	expect(heard(await stage.nextText())).toBe("onTime: Maya");
	return { journey, server, stage, event };
}

const ALL = ["stage_instances", "guild_scheduled_events", "voice_states", "channels", "name"];
const FIELDS = [
	["name"],
	["channels"],
	["members"],
	["voice_states"],
	["stage_instances"],
	["guild_scheduled_events"],
	ALL,
];

describe("a snapshot that leaves something out", () => {
	it.each(FIELDS)("(%s %s %s %s %s) ends nothing, and hides nobody who comes", async (...fields) => {
		const { journey, server, stage, event } = await webinar();
		for (const field of fields) if (field) server.leavesOut.add(field);
		journey.discord.fail.dropSockets({ forget: true });
		await until(() => journey.discord.identifies === 2);
		await journey.discord.ready();
		journey.clock.skip(MINUTE);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		expect(timesLogged(journey, /^session closed$/)).toBe(0);
		await event.ends();
		expect(heard(await stage.nextText())).toMatch(/^thanks: (Maya|Sunil)/);
	});

	it.each([["channels"], ["voice_states"], ALL])(
		"(%s %s %s %s %s) to a process that has seen nothing yet ends nothing either",
		async (...fields) => {
			const { journey, server, stage } = await webinar();
			await journey.stop();
			for (const field of fields) if (field) server.leavesOut.add(field);
			await journey.start();
			journey.clock.skip(MINUTE);
			await server.addMember("Sunil").joins(stage);
			expect(heard(await stage.nextText())).toBe("onTime: Sunil");
			expect(timesLogged(journey, /^session closed$/)).toBe(0);
			expect(stage.messages).toHaveLength(2);
		},
	);
});
