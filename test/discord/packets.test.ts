import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { readPacket } from "../../src/discord/packets.ts";

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
		expect(events.get("5")).toMatchObject({ activeSince: Date.UTC(2026, 10, 21, 20), creatorId: null });
	});

	it.each([
		["channels", { id: "9", type: "stage" }],
		["members", { user: { id: "9", username: 9 } }],
		["voice_states", { user_id: "9", channel_id: 2 }],
		["stage_instances", { id: "9", channel_id: "here" }],
		["guild_scheduled_events", { id: "9", name: "E", status: 2, scheduled_start_time: "soon" }],
	] as const)("passes over what is malformed among a server's %s, and reads all the rest", (list, malformed) => {
		const unread: unknown[] = [];
		const snapshot = { ...GUILD, [list]: [malformed, ...GUILD[list], null] };
		const sighting = readPacket("GUILD_CREATE", snapshot, 0, ({ list, data }) => unread.push([list, data]));
		expect(sighting).toEqual(read("GUILD_CREATE", GUILD, 0));
		expect(unread).toEqual([
			[list, malformed],
			[list, null],
		]);
	});

	it("takes an outage for nothing and a removal for a goodbye", () => {
		expect(read("GUILD_DELETE", { id: "1", unavailable: true }, 0)).toBeNull();
		expect(read("GUILD_CREATE", { id: "1", unavailable: true }, 0)).toBeNull();
		expect(read("GUILD_DELETE", { id: "1" }, 0)).toEqual({ kind: "serverGone", serverId: "1" });
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
		["GUILD_CREATE", { ...GUILD, name: "x".repeat(5_000) }],
		["GUILD_CREATE", { ...GUILD, voice_states: undefined }],
	])("refuses a malformed %s", (name, data) => {
		expect(() => read(name, data, 0)).toThrow(ZodError);
	});
});
