import { GatewayIntentBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { shardOf } from "../../../rehearsal/simulator/snowflake.ts";
import { openAcme } from "./acme.ts";

describe("identifying", () => {
	it("shows a new session its server with rooms, live stages, events and who is in a room", async () => {
		const { clock, server, stage, maya, logIn } = await openAcme({ locale: "de" });
		maya.nick = "Maya from Acme";
		const event = server.schedule({ name: "Launch", room: stage, startsAt: clock.now(), creator: maya });
		await stage.opens({ event });
		await maya.joins(stage);
		const { client } = await logIn();
		const guild = client.guilds.cache.get(server.id);
		expect(guild?.preferredLocale).toBe("de");
		expect(guild?.channels.cache.get(stage.id)?.name).toBe("Webinars");
		expect(guild?.stageInstances.cache.first()?.guildScheduledEventId).toBe(event.id);
		expect(guild?.scheduledEvents.cache.get(event.id)?.isActive()).toBe(true);
		expect(guild?.voiceStates.cache.get(maya.id)?.channelId).toBe(stage.id);
		expect(guild?.members.cache.map((member) => member.displayName)).toEqual(["byname", "Maya from Acme"]);
	});

	it("leaves the member and the server's id out of the snapshot's voice states", async () => {
		const { server, stage, maya, logIn } = await openAcme();
		await maya.joins(stage);
		const bot = await logIn();
		const snapshot = bot.packets.find(({ t }) => t === "GUILD_CREATE");
		expect(snapshot?.d.voice_states).toEqual([expect.not.objectContaining({ guild_id: server.id })]);
		expect(snapshot?.d.voice_states).toEqual([expect.not.objectContaining({ member: expect.anything() })]);
	});

	it("refuses a wrong token", async () => {
		const { addClient } = await openAcme();
		const bot = addClient();
		await expect(bot.client.login("MTIz.abc.def")).rejects.toThrow("invalid token");
	});

	it("refuses a privileged intent", async () => {
		const { simulator, addClient } = await openAcme();
		const bot = addClient({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
		await expect(bot.client.login(simulator.token)).rejects.toThrow("disallowed intents");
	});

	it("counts down the identifies that are left", async () => {
		const { logIn } = await openAcme();
		await logIn();
		const bot = await logIn();
		const { session_start_limit } = (await bot.client.rest.get("/gateway/bot")) as {
			session_start_limit: { remaining: number };
		};
		expect(session_start_limit.remaining).toBe(998);
	});

	it("sends a server to its own shard alone", async () => {
		const { server, stage, maya, logIn } = await openAcme();
		const shard = shardOf(server.id, 2);
		const [own, other] = [await logIn({ shards: [shard, 2] }), await logIn({ shards: [1 - shard, 2] })];
		const packet = own.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage);
		await packet;
		expect(own.client.guilds.cache.size).toBe(1);
		expect(other.client.guilds.cache.size).toBe(0);
		expect(other.names).not.toContain("VOICE_STATE_UPDATE");
	});
});
