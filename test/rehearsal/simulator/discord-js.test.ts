import { DiscordAPIError, Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("a discord.js bot on the simulator", () => {
	it("can answer a join with a post", async () => {
		const { stage, maya, logIn } = await openAcme();
		maya.nick = "Maya from Acme";
		const { client } = await logIn();
		client.on(
			Events.VoiceStateUpdate,
			(_, { channel, member }) => void channel?.send(`Welcome, ${member?.displayName}!`),
		);
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya from Acme");
	});

	it("throws Discord's own errors", async () => {
		const { stage, logIn } = await openAcme();
		const { client } = await logIn();
		await stage.deny("SendMessages");
		const sent = client.rest.post(`/channels/${stage.id}/messages`, { body: { content: "Hi" } });
		await expect(sent).rejects.toBeInstanceOf(DiscordAPIError);
		await expect(sent).rejects.toMatchObject({ status: 403, code: 50013 });
	});
});
