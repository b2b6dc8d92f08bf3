import { ChannelFlags, Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("servers", () => {
	it("tells apart an outage from being removed", async () => {
		const { server, logIn } = await openAcme();
		const bot = await logIn();
		const gone = bot.next(Events.GuildUnavailable);
		await server.becomesUnavailable();
		expect((await gone).id).toBe(server.id);
		const back = bot.next(Events.GuildAvailable);
		await server.returns();
		await back;
		const removed = bot.next(Events.GuildDelete);
		await server.remove();
		expect((await removed).id).toBe(server.id);
	});

	it("tells a server that is added later", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		const added = bot.next(Events.GuildCreate);
		simulator.addServer({ name: "New" });
		expect((await added).name).toBe("New");
	});
});

describe("a channel that is deleted", () => {
	it.each([
		[false, ["VOICE_STATE_UPDATE", "STAGE_INSTANCE_DELETE", "CHANNEL_DELETE"]],
		[true, ["CHANNEL_DELETE", "VOICE_STATE_UPDATE"]],
	])("takes its stage, its people and what was scheduled in it along; itself first: %j", async (channelFirst, told) => {
		const { clock, server, stage, maya, logIn, post } = await openAcme();
		const event = server.schedule({ name: "Launch", room: stage, startsAt: clock.now() });
		await stage.opens({ event });
		await maya.joins(stage);
		const bot = await logIn();
		const before = bot.packets.length;
		const last = bot.packet(told.at(-1) ?? "");
		await stage.remove({ channelFirst });
		await last;
		expect(bot.packets.slice(before).map(({ t }) => t)).toEqual(told);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 404, body: { code: 10003 } });
		expect(server.events.size).toBe(0);
	});

	it("is lacking where everything is shown anew", async () => {
		const { stage, maya, logIn } = await openAcme();
		await stage.opens();
		await maya.joins(stage);
		await stage.remove();
		const bot = await logIn();
		const shown = bot.packets.find(({ t }) => t === "GUILD_CREATE")?.d;
		expect(shown).toMatchObject({ channels: [], stage_instances: [], voice_states: [] });
	});
});

describe("permissions", () => {
	it("hides a channel the bot cannot view, and shows it once it can", async () => {
		const { stage, logIn } = await openAcme();
		await stage.deny("ViewChannel");
		const { client, ...bot } = await logIn();
		expect(client.channels.cache.get(stage.id)).toMatchObject({ name: "___hidden___" });
		expect(client.channels.cache.get(stage.id)?.flags?.has(ChannelFlags.ChannelObfuscated)).toBe(true);
		expect(bot.packets.some(({ d }) => JSON.stringify(d ?? {}).includes("Webinars"))).toBe(false);
		const update = new Promise((resolve) => client.once(Events.ChannelUpdate, (_, channel) => resolve(channel)));
		await stage.allow("ViewChannel");
		expect(await update).toMatchObject({ name: "Webinars" });
	});

	it("hides every channel when the bot loses the permission on the whole server", async () => {
		const { server, logIn } = await openAcme();
		const bot = await logIn();
		const update = bot.packet("CHANNEL_UPDATE");
		await server.deny("ViewChannel");
		expect((await update).d.name).toBe("___hidden___");
	});
});
