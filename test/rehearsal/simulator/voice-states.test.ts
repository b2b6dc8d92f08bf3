import { Events, GatewayIntentBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("joining a room", () => {
	it("carries the member's names, and silence for the audience of a stage", async () => {
		const { server, stage, maya, logIn } = await openAcme();
		maya.nick = "Maya from Acme";
		const bot = await logIn();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage);
		expect((await packet).d).toMatchObject({
			guild_id: server.id,
			channel_id: stage.id,
			user_id: maya.id,
			suppress: true,
			member: {
				nick: "Maya from Acme",
				joined_at: expect.any(String),
				user: { global_name: "Maya", username: "maya" },
			},
		});
		expect((await packet).d.member).not.toHaveProperty("user.bot");
	});

	it("carries no suppression for a speaker", async () => {
		const { stage, maya, logIn } = await openAcme();
		const bot = await logIn();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage, { speaker: true });
		expect((await packet).d.suppress).toBe(false);
	});

	it("comes without a member when told so", async () => {
		const { stage, maya, logIn } = await openAcme();
		const bot = await logIn();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage, { withoutMember: true });
		expect((await packet).d).not.toHaveProperty("member");
	});

	it("carries a null joined_at for a guest, whom discord.js then does not know", async () => {
		const { server, stage, logIn } = await openAcme();
		const guest = server.addMember({ globalName: "Gus", guest: true });
		const bot = await logIn();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		const update = bot.next(Events.VoiceStateUpdate);
		await guest.joins(stage);
		expect((await packet).d.member).toMatchObject({ joined_at: null, user: { global_name: "Gus" } });
		expect((await update).guild.members.cache.has(guest.id)).toBe(false);
	});

	it("keeps the voice session when moving, and clears the channel when leaving", async () => {
		const { server, stage, maya, logIn } = await openAcme();
		const lounge = server.addVoiceRoom("Lounge");
		const bot = await logIn();
		const left = new Promise((resolve) => {
			bot.client.on(Events.VoiceStateUpdate, (_, { channelId }) => channelId === null && resolve(channelId));
		});
		await maya.joins(stage);
		await maya.moves(lounge);
		await maya.leaves();
		await left;
		const states = bot.packets.filter(({ t }) => t === "VOICE_STATE_UPDATE").map(({ d }) => d);
		expect(states.map(({ channel_id }) => channel_id)).toEqual([stage.id, lounge.id, null]);
		expect(new Set(states.map(({ session_id }) => session_id)).size).toBe(1);
	});

	it("is not sent to a session without the intent", async () => {
		const { stage, maya, logIn } = await openAcme();
		const bot = await logIn({ intents: [GatewayIntentBits.Guilds] });
		const topic = bot.packet("STAGE_INSTANCE_CREATE");
		await maya.joins(stage);
		await stage.opens();
		await topic;
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
	});
});
