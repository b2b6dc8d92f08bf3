import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { readPacket } from "../../src/discord/packets.ts";
import type { Unread } from "../../src/discord/parts.ts";

const MAYA = { user: { id: "7", username: "m4ya", global_name: "Maya P.", bot: false }, nick: "Maya", joined_at: null };

const GUILD = {
	id: "1",
	name: "Acme",
	channels: [
		{ id: "2", type: 13, name: "Main stage" },
		{ id: "3", type: 0, name: "chat" },
		{ id: "4", type: 2, name: "___hidden___", flags: 1 << 17 },
	],
	members: [MAYA],
	voice_states: [
		{ user_id: "7", channel_id: "2", suppress: true },
		{ user_id: "8", channel_id: "2", suppress: true },
	],
	stage_instances: [{ id: "175928847299117063", channel_id: "2", topic: "Town hall" }],
	guild_scheduled_events: [
		{ id: "5", channel_id: "2", name: "Event", status: 2, scheduled_start_time: "2026-11-21T20:00:00Z" },
	],
};

const EVENT = { guild_id: "1", ...GUILD.guild_scheduled_events[0], scheduled_start_time: "2026-11-21T20:00:00.000Z" };

/** An id of Discord's that was made at a time. */
const idAt = (at: number) => String(BigInt(at - 1_420_070_400_000) << 22n);

/** The snapshot, as of a server of which something may be missing. */
function withHoles(holes: readonly string[]) {
	const sighting = read("GUILD_CREATE", GUILD, 0);
	if (sighting?.kind !== "server") throw new Error("not a snapshot");
	return { ...sighting, server: { ...sighting.server, holes: new Set(holes) } };
}

/** Reads a packet all of which is to be read. */
function read(name: string, data: unknown, now: number) {
	return readPacket(name, data, now, ({ error }) => {
		throw error;
	});
}

describe("readPacket", () => {
	it("reads who is in which room, also without a member or a joining date", () => {
		const packet = { guild_id: "1", channel_id: "2", user_id: "7", suppress: false, member: MAYA, new_field: {} };
		expect(read("VOICE_STATE_UPDATE", packet, 0)).toEqual({
			kind: "move",
			move: { serverId: "1", userId: "7", person: { id: "7", name: "Maya", bot: false }, roomId: "2", onStage: true },
		});
		const { member: _, ...bare } = packet;
		expect(read("VOICE_STATE_UPDATE", { ...bare, channel_id: null }, 0)).toMatchObject({
			move: { person: null, roomId: null },
		});
	});

	it("drops from words what no database takes", () => {
		const [maya] = GUILD.members;
		const odd = {
			...GUILD,
			name: "Ac\0me",
			channels: [{ id: "2", type: 13, name: "Main\ud83d stage" }],
			members: [{ ...maya, nick: "May\0a" }],
			stage_instances: [{ ...GUILD.stage_instances[0], topic: "\0Town hall" }],
			guild_scheduled_events: [{ ...GUILD.guild_scheduled_events[0], name: "Event\ude00" }],
		};
		const sighting = read("GUILD_CREATE", odd, 0);
		const server = sighting?.kind === "server" ? sighting.server : null;
		expect(server?.name).toBe("Acme");
		expect(server?.rooms.get("2")?.name).toBe("Main stage");
		expect(server?.rooms.get("2")?.present.get("7")?.person.name).toBe("Maya");
		expect(server?.stages.get("2")?.topic).toBe("Town hall");
		expect(server?.events.get("5")?.name).toBe("Event");
		const topic = read("STAGE_INSTANCE_UPDATE", { guild_id: "1", ...odd.stage_instances[0] }, 0);
		expect(topic).toMatchObject({ stage: { topic: "Town hall" } });
	});

	it("reads a server as a snapshot: its rooms, who is in them, what is on", () => {
		const now = Date.UTC(2026, 10, 21, 20, 30);
		const sighting = read("GUILD_CREATE", GUILD, now);
		if (sighting?.kind !== "server") throw new Error("not a snapshot");
		const { rooms, stages, events, whereabouts } = sighting.server;
		expect([...rooms.values()].map(({ id, name, kind }) => [id, name, kind])).toEqual([
			["2", "Main stage", "stage"],
			["4", "", "voice"],
		]);
		expect(rooms.get("2")?.present.get("7")).toMatchObject({
			person: { name: "Maya" },
			onStage: false,
			witnessed: false,
		});
		expect(rooms.get("2")?.present.get("8")?.person.name).toBe("");
		expect(whereabouts.get("7")).toBe("2");
		expect(stages.get("2")).toMatchObject({ topic: "Town hall", openedAt: 1462015105796 });
		expect(events.get("5")).toMatchObject({ activeSince: now, creatorId: null, lacksDates: true });
	});

	it.each([
		["channels", { id: "9", type: "stage" }, ["rooms"]],
		["members", { user: { id: "9", username: 9 } }, []],
		["voice_states", { user_id: "9", channel_id: 2 }, ["people"]],
		["stage_instances", { id: "9", channel_id: "here" }, ["stages"]],
		["guild_scheduled_events", { id: "9", name: "E", status: 2, scheduled_start_time: "soon" }, ["events"]],
	] as const)("passes over what is malformed among a server's %s, and reads all the rest", (list, malformed, holes) => {
		const unread: unknown[] = [];
		const snapshot = { ...GUILD, [list]: [malformed, ...GUILD[list], null] };
		const sighting = readPacket("GUILD_CREATE", snapshot, 0, ({ list, data }) => unread.push([list, data]));
		expect(sighting).toEqual(withHoles(holes));
		expect(unread).toEqual([
			[list, malformed],
			[list, null],
		]);
	});

	it.each([
		["name", ["name"], { name: "" }],
		["channels", ["rooms"], {}],
		["voice_states", ["people"], { whereabouts: new Map() }],
		["stage_instances", ["stages"], { stages: new Map() }],
		["guild_scheduled_events", ["events"], { events: new Map() }],
	] as const)(
		"reads a server of which Discord leaves out the %s, or shows it as something else",
		(field, holes, shown) => {
			const { [field]: _, ...without } = GUILD;
			expect(read("GUILD_CREATE", without, 0)).toMatchObject({
				kind: "server",
				server: { holes: new Set(holes), ...shown },
			});
			expect(read("GUILD_CREATE", { ...GUILD, [field]: null }, 0)).toEqual(read("GUILD_CREATE", without, 0));
			expect(read("GUILD_CREATE", { ...GUILD, [field]: 7 }, 0)).toEqual(read("GUILD_CREATE", without, 0));
		},
	);

	it("reads who is there also when it is not said who they are", () => {
		const { members: _, ...without } = GUILD;
		const sighting = read("GUILD_CREATE", without, 0);
		if (sighting?.kind !== "server") throw new Error("not a snapshot");
		expect(sighting.server.holes.size).toBe(0);
		expect(sighting.server.rooms.get("2")?.present.get("7")).toMatchObject({ unnamed: true });
	});

	it.each([
		["somebody", { creator_id: "7" }, { creatorId: "7", madeByBot: false }],
		["a person", { creator_id: "7", creator: { id: "7", bot: false } }, { creatorId: "7", madeByBot: false }],
		["a bot", { creator_id: "7", creator: { id: "7", bot: true } }, { creatorId: "7", madeByBot: true }],
		["nobody who is known", {}, { creatorId: null, madeByBot: false }],
	])("reads an event that was made by %s", (_who, made, event) => {
		expect(read("GUILD_SCHEDULED_EVENT_CREATE", { ...EVENT, ...made }, 0)).toMatchObject({ event });
	});

	const START = Date.parse(EVENT.scheduled_start_time);
	const EXCEPTION = { event_id: "5", event_exception_id: idAt(START), scheduled_start_time: "2026-11-21T21:00:00Z" };

	it.each([
		["once", { recurrence_rule: null }, { scheduledAt: START, occurrenceAt: null }],
		["again and again", { recurrence_rule: { frequency: 2 } }, { scheduledAt: START, occurrenceAt: START }],
		["perhaps again", {}, { scheduledAt: START, occurrenceAt: START }],
	])("reads an event that is held %s", (_when, rule, schedule) => {
		expect(read("GUILD_SCHEDULED_EVENT_UPDATE", { ...EVENT, ...rule }, 0)).toMatchObject({ event: schedule });
	});

	it.each([
		["nothing", undefined, new Map(), []],
		["nothing that is a list", "none", new Map(), ["none"]],
		["none", [], new Map(), null],
		["one that is moved", [EXCEPTION], new Map([[START, { startsAt: START + 60 * 60_000, isCancelled: false }]]), null],
		[
			"one that is cancelled, beside what cannot be read",
			[null, { ...EXCEPTION, scheduled_start_time: null, is_canceled: true }, { event_id: 5 }],
			new Map([[START, { startsAt: null, isCancelled: true }]]),
			[null, { event_id: 5 }],
		],
	])("reads an event that says of its dates: %s", (_what, said, exceptions, lacks) => {
		const event = { ...EVENT, guild_scheduled_event_exceptions: said };
		const unread: unknown[] = [];
		const passOver = ({ list, data }: Unread) => unread.push([list, data]);
		const dates = { exceptions, lacksDates: lacks !== null };
		expect(readPacket("GUILD_SCHEDULED_EVENT_UPDATE", event, 0, passOver)).toMatchObject({ event: dates });
		const snapshot = readPacket("GUILD_CREATE", { ...GUILD, guild_scheduled_events: [event] }, 0, passOver);
		expect(snapshot).toMatchObject({ server: { events: new Map([["5", expect.objectContaining(dates)]]) } });
		const passed = (lacks ?? []).map((data) => ["guild_scheduled_event_exceptions", data]);
		expect(unread).toEqual([...passed, ...passed]);
	});

	it.each([
		["CREATE", { startsAt: START + 60 * 60_000, isCancelled: false }],
		["UPDATE", { startsAt: START + 60 * 60_000, isCancelled: false }],
		["DELETE", null],
	])("reads that one date of an event has changed: %s", (what, exception) => {
		const name = `GUILD_SCHEDULED_EVENT_EXCEPTION_${what}`;
		const date = { kind: "date", eventId: "5", occurrenceAt: START, exception };
		expect(read(name, { guild_id: "1", ...EXCEPTION }, 0)).toEqual({ ...date, serverId: "1" });
		expect(read(name, EXCEPTION, 0)).toEqual({ ...date, serverId: null });
	});

	it("reads that all dates of an event are as planned again", () => {
		const restored = { kind: "datesRestored", serverId: "1", eventId: "5" };
		expect(read("GUILD_SCHEDULED_EVENT_EXCEPTIONS_DELETE", { guild_id: "1", event_id: "5" }, 0)).toEqual(restored);
	});

	const SAID = { guild_id: "1", guild_scheduled_event_id: "5", user_id: "7" };
	const ofDate = { guild_scheduled_event_exception_id: EXCEPTION.event_exception_id };

	it.each([
		["is interested in an event, as Discord's own documents have it", "ADD", {}, null, true],
		["is interested in an event", "ADD", { response: 1, guild_scheduled_event_exception_id: null }, null, true],
		["is not any more", "REMOVE", { response: 1 }, null, null],
		["will come to one date", "ADD", { ...ofDate, response: 1 }, START, true],
		["will not come to one date", "ADD", { ...ofDate, response: 0 }, START, false],
		["has taken back what they said of it", "REMOVE", { ...ofDate, response: 0 }, START, null],
	])("reads that somebody %s", (_, what, said, occurrenceAt, isInterested) => {
		const interest = { eventId: "5", occurrenceAt, userId: "7", isInterested };
		expect(read(`GUILD_SCHEDULED_EVENT_USER_${what}`, { ...SAID, ...said }, 0)).toEqual({ kind: "interest", interest });
	});

	it("takes an outage for nothing and a removal for a goodbye", () => {
		expect(read("GUILD_DELETE", { id: "1", unavailable: true }, 0)).toBeNull();
		expect(read("GUILD_CREATE", { id: "1", unavailable: true }, 0)).toBeNull();
		expect(read("GUILD_DELETE", { id: "1" }, 0)).toEqual({ kind: "serverGone", serverId: "1" });
	});

	it("reads a server that says something else than whether it is unavailable, and keeps one that goes so", () => {
		expect(read("GUILD_CREATE", { ...GUILD, unavailable: "no" }, 0)).toEqual(read("GUILD_CREATE", GUILD, 0));
		expect(() => read("GUILD_DELETE", { id: "1", unavailable: "no" }, 0)).toThrow(ZodError);
	});

	it("passes over channels nobody can be in, and packets about other things", () => {
		expect(read("CHANNEL_CREATE", { id: "3", guild_id: "1", type: 0, name: "chat" }, 0)).toBeNull();
		expect(read("TYPING_START", {}, 0)).toBeNull();
	});

	it.each([
		["VOICE_STATE_UPDATE", { guild_id: "1", channel_id: 2, user_id: "7" }],
		["VOICE_STATE_UPDATE", null],
		["STAGE_INSTANCE_CREATE", { guild_id: "1", id: "x", channel_id: "2" }],
		["GUILD_SCHEDULED_EVENT_CREATE", { guild_id: "1", id: "2", name: "E", status: 2, scheduled_start_time: "soon" }],
		["GUILD_CREATE", { ...GUILD, id: 1 }],
		["GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE", { ...EXCEPTION, event_exception_id: "soon" }],
		["GUILD_SCHEDULED_EVENT_EXCEPTIONS_DELETE", {}],
		["GUILD_SCHEDULED_EVENT_USER_ADD", { ...SAID, user_id: "Maya" }],
		["GUILD_SCHEDULED_EVENT_USER_REMOVE", { ...SAID, guild_scheduled_event_exception_id: "soon" }],
	])("refuses a malformed %s", (name, data) => {
		expect(() => read(name, data, 0)).toThrow(ZodError);
	});
});
