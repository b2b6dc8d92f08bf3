import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("stages and events", () => {
	it("makes the stage instance when the event of a stage starts, and removes it when it ends", async () => {
		const { clock, server, stage, logIn } = await openAcme();
		const bot = await logIn();
		const event = server.schedule({ name: "Launch", room: stage, startsAt: clock.now() });
		const created = bot.packet("STAGE_INSTANCE_CREATE");
		const deleted = bot.packet("STAGE_INSTANCE_DELETE");
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		const instance = (await created).d;
		expect(instance).toMatchObject({ topic: "Launch", channel_id: stage.id, guild_scheduled_event_id: event.id });
		expect((await started).d).toMatchObject({ status: 2, entity_id: instance.id });
		const completed = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.ends();
		expect((await deleted).d.id).toBe(instance.id);
		expect((await completed).d).toMatchObject({ status: 3, entity_id: null });
	});

	it("ends the event when its stage closes", async () => {
		const { clock, server, stage, logIn } = await openAcme();
		const event = server.schedule({ name: "Launch", room: stage, startsAt: clock.now() });
		const bot = await logIn();
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		await started;
		const completed = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await stage.closes();
		expect((await completed).d.status).toBe(3);
	});

	it("brings a recurring event back to scheduled a week later, under the same id", async () => {
		const { server, logIn } = await openAcme();
		const room = server.addVoiceRoom("Weekly");
		const startsAt = Date.parse("2026-11-23T18:00:00Z");
		const event = server.schedule({ name: "Weekly", room, startsAt, recurring: true });
		const bot = await logIn();
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		expect((await started).d.status).toBe(2);
		const ended = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.ends();
		const { d } = await ended;
		expect(d).toMatchObject({ id: event.id, status: 1, recurrence_rule: { by_weekday: [0] } });
		expect(Date.parse(String(d.scheduled_start_time))).toBe(Date.parse("2026-11-30T18:00:00Z"));
	});

	it("tells a start that is put off while the event is on", async () => {
		const { clock, server, stage, logIn } = await openAcme();
		const event = server.schedule({ name: "Launch", room: stage, startsAt: clock.now() });
		const bot = await logIn();
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		await started;
		const updated = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.changes({ startsAt: Date.parse("2026-11-23T18:20:00Z") });
		expect((await updated).d).toMatchObject({ status: 2, scheduled_start_time: "2026-11-23T18:20:00.000000+00:00" });
	});

	it.each([
		["shows who made an event where it is to", true, { id: expect.any(String), bot: true }],
		["shows no more than the id of who made an event", undefined, undefined],
	])("%s", async (_, showsCreator, creator) => {
		const { clock, server, stage, logIn } = await openAcme();
		const planner = server.addMember({ globalName: "Planner", bot: true });
		const bot = await logIn();
		const created = bot.packet("GUILD_SCHEDULED_EVENT_CREATE");
		server.schedule({ name: "Launch", room: stage, startsAt: clock.now(), creator: planner, showsCreator });
		const { d } = await created;
		expect(d.creator_id).toBe(planner.id);
		if (creator) expect(d.creator).toMatchObject(creator);
		else expect(d).not.toHaveProperty("creator");
	});

	it("tells a topic that changes", async () => {
		const { stage, logIn } = await openAcme();
		const bot = await logIn();
		const changed = bot.packet("STAGE_INSTANCE_UPDATE");
		await stage.opens({ topic: "Hello" });
		await stage.changesTopic("Questions");
		expect((await changed).d.topic).toBe("Questions");
	});
});
