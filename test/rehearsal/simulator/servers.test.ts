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

	it("tells during an outage only that there is a server, and shows it when that is over", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		const added = bot.packet("GUILD_CREATE");
		const server = simulator.addServer({ name: "New", unavailable: true });
		expect((await added).d).toMatchObject({ id: server.id, unavailable: true });
		expect((await added).d).not.toHaveProperty("channels");
		const back = bot.packet("GUILD_CREATE");
		await server.returns();
		expect((await back).d).toMatchObject({ name: "New", unavailable: false });
	});

	it("says no more to a new session of a server in an outage that nobody is told of than that it is there", async () => {
		const { server, simulator, addClient } = await openAcme();
		await server.becomesUnavailable({ told: false });
		const bot = addClient();
		const [ready, other] = [bot.packet("READY"), bot.packet("GUILD_CREATE")];
		const beta = simulator.addServer({ name: "Beta" });
		await bot.client.login(simulator.token);
		expect((await ready).d.guilds).toMatchObject([server, beta].map(({ id }) => ({ id, unavailable: true })));
		expect((await other).d.id).toBe(beta.id);
		expect(bot.names).toEqual(["READY", "GUILD_CREATE"]);
	});

	it("tells a server that is added later", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		const added = bot.next(Events.GuildCreate);
		simulator.addServer({ name: "New" });
		expect((await added).name).toBe("New");
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
