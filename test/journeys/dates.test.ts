import { describe, expect, it } from "vitest";
import { shownBy } from "../commands/shown.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, timesLogged, until } from "./journey.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A server with a stage and its host, and a clock that the test moves. */
async function acme() {
	const journey = await setOut();
	const server = journey.discord.addServer({ name: "Acme" });
	const [stage, room] = [server.addStage("Main stage"), server.addVoiceRoom("Seminar")];
	return { ...journey, journey, server, stage, room, host: server.addMember("Henry") };
}

/** Maya has been here before: that may take the place of the words for who comes in time. */
const BACK = /^(onTime: Maya \+ back|back: Maya)$/;
const IN_TIME = (name: string) => `onTime: ${name}`;

describe("a session that begins late", () => {
	it.each(["stage", "room"] as const)("makes nobody late for what had not begun, on a %s", async (kind) => {
		const { server, clock, host, ...rooms } = await acme();
		const event = server.schedule({ name: "Pottery", room: rooms[kind], startsAt: clock.now(), creator: host });
		await server.addMember("Maya").joins(rooms[kind]);
		clock.skip(20 * MINUTE);
		await event.starts();
		clock.skip(3_000);
		expect(heard(await rooms[kind].nextText())).toBe(IN_TIME("Maya"));
		clock.skip(3_000);
		await server.addMember("Sunil").joins(rooms[kind]);
		expect(heard(await rooms[kind].nextText())).toBe(IN_TIME("Sunil"));
		clock.skip(6 * MINUTE);
		await server.addMember("Tom").joins(rooms[kind]);
		expect(heard(await rooms[kind].nextText())).toBe("late: Tom");
	});

	it("counts from the time to which it is put off while it is on", async () => {
		const { server, clock, room } = await acme();
		const event = server.schedule({ name: "Pottery", room, startsAt: clock.now() });
		await event.starts();
		clock.skip(3_000);
		await event.changes({ startsAt: clock.now() + 15 * MINUTE });
		clock.skip(8 * MINUTE);
		await server.addMember("Maya").joins(room);
		expect(heard(await room.nextText())).toBe("early: Maya");
		clock.skip(10 * MINUTE);
		await server.addMember("Sunil").joins(room);
		expect(heard(await room.nextText())).toBe(IN_TIME("Sunil"));
	});
});

describe("a stage that is opened by hand before its event", () => {
	it("is that event's session: it starts when that does, and goes on when that begins", async () => {
		const { server, clock, stage, host, journey } = await acme();
		const startsAt = clock.now() + 10 * MINUTE;
		const event = server.schedule({ name: "Pottery", room: stage, startsAt, creator: host });
		await stage.opens({ topic: "Sound check" });
		clock.skip(3_000);
		await host.joins(stage); // whose event it is: no guest
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("early: Maya");
		await stage.closes();
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		expect(heard(await stage.nextText())).toMatch(/^thanks: Maya\nNext time: /);
		clock.skip(10 * MINUTE);
		await event.starts();
		clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe(IN_TIME("Sunil"));
	});
});

describe("a rehearsal that its host ends ahead of the event", () => {
	it.each([false, true])("is not the event, which opens its session (after a restart: %s)", async (restarts) => {
		const { server, clock, stage, journey } = await acme();
		const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now() + 10 * MINUTE, creator: host });
		await stage.opens({ topic: "Sound check" });
		await host.joins(stage, { speaker: true });
		clock.skip(3_000);
		await until(() => journey.discord.commands.some((command) => command.name === "session"));
		await shownBy(await host.runs("session end"));
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		if (restarts) {
			await journey.stop();
			await journey.start();
		}
		clock.skip(10 * MINUTE);
		expect(timesLogged(journey, /^session opened$/)).toBe(1); // it stays closed until the event begins
		await stage.closes();
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) === 2);
		clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe(IN_TIME("Sunil"));
	});
});

describe("a date of a recurring event", () => {
	it("goes on to be what counts for the stage that was opened before it, though it goes by without the event", async () => {
		const { server, clock, stage, host } = await acme();
		const startsAt = clock.now() + 10 * MINUTE;
		const event = server.schedule({ name: "Pottery", room: stage, startsAt, creator: host, recurring: true });
		await stage.opens({ topic: "Pottery" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("early: Maya");
		clock.skip(20 * MINUTE);
		await event.comesRound();
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("late: Sunil");
	});

	it("counts from the time to which it is moved", async () => {
		const { server, clock, room, journey } = await acme();
		const event = server.schedule({ name: "Weekly", room, startsAt: clock.now() + HOUR, recurring: true });
		await event.movesDate(clock.now() + 10 * MINUTE);
		clock.skip(10 * MINUTE);
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) === 1);
		clock.skip(20 * MINUTE); // by the series, it begins in half an hour
		await server.addMember("Maya").joins(room);
		expect(heard(await room.nextText())).toBe("late: Maya");
	});

	it("is not what people are early for once it is cancelled, nor is it announced", async () => {
		const { server, clock, room, journey } = await acme();
		const event = server.schedule({ name: "Weekly", room, startsAt: clock.now(), recurring: true });
		const maya = server.addMember("Maya");
		await event.starts();
		clock.skip(3_000);
		await maya.joins(room);
		expect(heard(await room.nextText())).toBe(IN_TIME("Maya"));
		await maya.leaves();
		await event.ends();
		await event.cancelsDate();
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		const next = clock.now() + 9 * 24 * HOUR;
		server.schedule({ name: "Pottery", room, startsAt: next });
		clock.skip(7 * 24 * HOUR - 30 * MINUTE);
		await server.addMember("Tom").joins(room);
		const said = await room.nextText();
		expect([heard(said), said]).toEqual([
			"afterHours: Tom",
			expect.stringContaining(`<t:${Math.floor(next / 1_000)}:F>`),
		]);
	});

	it("is held for itself, also where nobody told that the one before it has ended", async () => {
		const { server, clock, room, journey } = await acme();
		const event = server.schedule({ name: "Weekly", room, startsAt: clock.now(), recurring: true });
		const maya = server.addMember("Maya");
		await maya.joins(room);
		await event.starts();
		clock.skip(3_000);
		expect(heard(await room.nextText())).toBe(IN_TIME("Maya"));
		journey.discord.fail.losePackets(1, "GUILD_SCHEDULED_EVENT_UPDATE");
		await event.ends();
		await event.movesDate(clock.now() + 10 * MINUTE);
		clock.skip(20 * MINUTE);
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) === 2);
		clock.skip(3_000);
		expect(heard(await room.nextText())).toBe("thanks: Maya");
		expect(heard(await room.nextText())).toMatch(BACK);
	});

	it("is what people are early for once it is planned again", async () => {
		const { server, clock, room, journey } = await acme();
		const event = server.schedule({ name: "Weekly", room, startsAt: clock.now(), recurring: true });
		const maya = server.addMember("Maya");
		await event.starts();
		clock.skip(3_000);
		await maya.joins(room);
		expect(heard(await room.nextText())).toBe(IN_TIME("Maya"));
		await maya.leaves();
		await event.ends();
		await event.cancelsDate();
		await event.keepsDate();
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		clock.skip(7 * 24 * HOUR - 30 * MINUTE);
		await maya.joins(room);
		clock.skip(30 * MINUTE);
		await event.starts();
		clock.skip(3_000);
		expect(heard(await room.nextText())).toMatch(BACK);
	});
});
