import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { readPacket } from "../../src/discord/packets.ts";

const MAYA = { user: { id: "7", username: "m4ya", global_name: "Maya P.", bot: false }, nick: "Maya", joined_at: null };

describe("readPacket", () => {
	it("reads who is in which room, also without a member or a joining date", () => {
		const packet = { guild_id: "1", channel_id: "2", user_id: "7", suppress: false, member: MAYA, new_field: {} };
		expect(readPacket("VOICE_STATE_UPDATE", packet, 0)).toEqual({
			kind: "move",
			move: { serverId: "1", userId: "7", person: { id: "7", name: "Maya", bot: false }, roomId: "2", onStage: true },
		});
		const { member: _, ...bare } = packet;
		expect(readPacket("VOICE_STATE_UPDATE", { ...bare, channel_id: null }, 0)).toMatchObject({
			move: { person: null, roomId: null },
		});
	});

	it("reads a server as a snapshot: its rooms, who is in them, what is on", () => {
		const guild = {
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
		const now = Date.UTC(2026, 10, 21, 20, 30);
		const sighting = readPacket("GUILD_CREATE", guild, now);
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

	it("takes an outage for nothing and a removal for a goodbye", () => {
		expect(readPacket("GUILD_DELETE", { id: "1", unavailable: true }, 0)).toBeNull();
		expect(readPacket("GUILD_DELETE", { id: "1" }, 0)).toEqual({ kind: "serverGone", serverId: "1" });
	});

	it("passes over channels nobody can be in, and packets about other things", () => {
		expect(readPacket("CHANNEL_CREATE", { id: "3", guild_id: "1", type: 0, name: "chat" }, 0)).toBeNull();
		expect(readPacket("TYPING_START", {}, 0)).toBeNull();
	});

	it.each([
		["VOICE_STATE_UPDATE", { guild_id: "1", channel_id: 2, user_id: "7" }],
		["VOICE_STATE_UPDATE", null],
		["STAGE_INSTANCE_CREATE", { guild_id: "1", id: "x", channel_id: "2" }],
		["GUILD_SCHEDULED_EVENT_CREATE", { guild_id: "1", id: "2", name: "E", status: 2, scheduled_start_time: "soon" }],
		["GUILD_CREATE", { id: "1", name: "x".repeat(5_000) }],
	])("refuses a malformed %s", (name, data) => {
		expect(() => readPacket(name, data, 0)).toThrow(ZodError);
	});
});
