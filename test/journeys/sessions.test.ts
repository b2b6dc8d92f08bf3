import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

const MINUTE = 60_000;

/** Resolves when Byname has noticed so many ends of sessions. */
function closings(journey: Journey, count: number): Promise<void> {
	return until(() => timesLogged(journey, /^session closed$/) === count);
}

describe("a session", () => {
	it("is not on in a room whose stage is not live", async () => {
		const { discord } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const [quiet, live] = [server.addStage("Quiet"), server.addStage("Live")];
		const maya = server.addMember("Maya");
		await live.opens({ topic: "Town hall" });
		await maya.joins(quiet);
		await maya.moves(live);
		expect(await live.nextText()).toContain("Maya");
		expect(quiet.messages).toEqual([]);
	});

	it("greets who is already there when it opens, but not the speakers on stage", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		await server.addMember("Anna").joins(stage, { speaker: true });
		await server.addMember("Maya").joins(stage);
		const host = server.addMember("Henry");
		await host.joins(stage);
		await stage.opens({ topic: "Town hall" });
		await host.becomesSpeaker(); // as Discord does a moment after a host has started the stage
		clock.skip(3_000);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
	});

	it("is on while a scheduled event is active in a voice room, and its creator is the host", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const room = server.addVoiceRoom("Seminar");
		const host = server.addMember("Henry");
		const event = server.schedule({ name: "Pottery", room, startsAt: clock.now(), creator: host });
		await event.starts();
		clock.skip(3_000);
		await host.joins(room);
		await server.addMember("Maya").joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Maya");
		await event.ends();
		expect(heard(await room.nextText())).toBe("thanks: Maya");
	});

	it("counts early and late from the scheduled start", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now() + 5 * MINUTE });
		await stage.opens({ event });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("early: Maya");
		clock.skip(6 * MINUTE);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		clock.skip(24 * MINUTE);
		await server.addMember("Tom").joins(stage);
		expect(heard(await stage.nextText())).toBe("late: Tom");
	});

	it("welcomes people back who came to this host's sessions before", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		const [host, maya] = [server.addMember("Henry"), server.addMember("Maya")];
		for (const expected of [/^onTime: Maya$/, /^(onTime: Maya \+ back|back: Maya)$/]) {
			const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host });
			await stage.opens({ event });
			clock.skip(3_000);
			await maya.joins(stage);
			expect(heard(await stage.nextText())).toMatch(expected);
			await maya.leaves();
			await stage.closes();
			clock.skip(60 * MINUTE);
		}
	});

	it("is a new one each time a recurring event comes round", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const room = server.addVoiceRoom("Seminar");
		const maya = server.addMember("Maya");
		const event = server.schedule({ name: "Weekly", room, startsAt: clock.now(), recurring: true });
		for (let week = 1; week <= 2; week++) {
			await event.starts();
			clock.skip(3_000);
			await maya.joins(room);
			expect(await room.nextText()).toContain("Maya");
			await maya.leaves();
			await event.ends();
			clock.skip(7 * 24 * 60 * MINUTE);
		}
	});

	it("is the same one when the stage reopens within five minutes, and another after that", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const [maya, sunil] = [server.addMember("Maya"), server.addMember("Sunil")];
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await maya.leaves();
		await stage.closes();
		await closings(journey, 1);
		journey.clock.skip(4 * MINUTE);
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		await sunil.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		await Promise.all([maya.leaves(), sunil.leaves()]);
		await stage.closes();
		await closings(journey, 2);
		journey.clock.skip(6 * MINUTE);
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
	});

	it("ends when the room has been empty for ten minutes, and goes on when somebody comes after all", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await stage.nextText();
		await maya.leaves();
		await skipUntil(journey, () => timesLogged(journey, /^session closed$/) > 0, MINUTE);
		await maya.joins(stage);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("late: Sunil");
	});

	it("is recognised when it was already running before Byname started", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		const anna = server.addMember("Anna");
		await stage.opens({ topic: "Town hall", by: anna });
		await server.addMember("Maya").joins(stage);
		journey.clock.skip(20_000);
		await journey.start();
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
	});

	it("says sorry to who has long been there when Byname first starts, and does not call them late", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		await server.addMember("Maya").joins(stage);
		journey.clock.skip(20 * MINUTE);
		await journey.start();
		expect(heard(await stage.nextText())).toBe("onTime: Maya + sorry");
	});

	it("greets on return, with an apology, who came while Byname was away, and nobody else again", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await journey.stop();
		await server.addMember("Sunil").joins(stage);
		journey.clock.skip(2 * MINUTE);
		await journey.start();
		expect(heard(await stage.nextText())).toBe("onTime: Sunil + sorry");
		expect(stage.messages).toHaveLength(2);
	});

	it("says sorry to who came, while Byname was away, when the session opened again", async () => {
		const journey = await setOut();
		const { discord, clock } = journey;
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		await journey.stop();
		await stage.closes();
		await stage.opens({ topic: "Town hall" });
		await server.addMember("Maya").joins(stage);
		clock.skip(2 * MINUTE);
		await journey.start();
		expect(heard(await stage.nextText())).toBe("onTime: Maya + sorry");
	});

	it("is closed when its room was deleted while the gateway was away", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		await stage.nextText();
		journey.discord.fail.dropSockets({ forget: true });
		await stage.remove();
		await closings(journey, 1);
	});

	it("is closed when it ended while Byname was away, without thanks that come too late", async () => {
		const journey = await setOut();
		const server = journey.discord.addServer({ name: "Acme" });
		const [stage, other] = [server.addStage("Main stage"), server.addStage("Other stage")];
		const maya = server.addMember("Maya");
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		await stage.nextText();
		await journey.stop();
		await stage.closes();
		await journey.start();
		await other.opens({ topic: "Next" });
		journey.clock.skip(3_000);
		await maya.moves(other);
		expect(heard(await other.nextText())).toMatch(/^(onTime|back): Maya/);
		expect(stage.messages).toHaveLength(1);
	});
});
