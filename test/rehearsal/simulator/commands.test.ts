import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { addAnsweringBot } from "./answering-bot.ts";

describe("a command", () => {
	it("carries its options, both languages and what may be done in the picked room", async () => {
		const { stage, maya, onCommand, start } = await addAnsweringBot({ locale: "de" });
		maya.locale = "fr";
		const seen = onCommand(async (interaction) => interaction);
		await stage.deny("SendMessages");
		await start();
		const interaction = await seen;
		expect(interaction.options.getSubcommand()).toBe("start");
		expect(interaction.options.getString("title")).toBe("Launch");
		expect(interaction.options.getChannel("room")).toMatchObject({ id: stage.id, name: "Webinars" });
		expect([interaction.locale, interaction.guildLocale]).toEqual(["fr", "de"]);
		expect(interaction.appPermissions.has("SendMessages")).toBe(false);
		expect(interaction.memberPermissions?.has("ManageGuild")).toBe(false);
	});

	it("is answered in the room, which greetings do not notice", async () => {
		const { stage, onCommand, start } = await addAnsweringBot();
		void onCommand((interaction) => interaction.reply("Started."));
		const reply = await (await start()).reply();
		expect(reply).toMatchObject({ content: "Started.", ephemeral: false });
		expect(stage.messages).toEqual([reply.message]);
		await expect(stage.nextMessage(1)).rejects.toThrow("No further message");
	});

	it("is answered for one person alone", async () => {
		const { stage, onCommand, start } = await addAnsweringBot();
		void onCommand((interaction) => interaction.reply({ content: "Psst", flags: MessageFlags.Ephemeral }));
		expect(await (await start()).reply()).toMatchObject({ content: "Psst", ephemeral: true });
		expect(stage.messages).toEqual([]);
	});

	it("is answered once the deferred answer is filled, and then followed up", async () => {
		const { onCommand, start } = await addAnsweringBot();
		void onCommand(async (interaction) => {
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			await interaction.editReply("Done");
			await interaction.followUp({ content: "By the way", flags: MessageFlags.Ephemeral });
		});
		const interaction = await start();
		expect(await interaction.reply()).toMatchObject({ content: "Done", ephemeral: true });
		expect(await interaction.replyText()).toBe("By the way");
	});

	it("returns the message with the response when asked to", async () => {
		const { onCommand, start } = await addAnsweringBot();
		const response = onCommand((interaction) => interaction.reply({ content: "Hi", withResponse: true }));
		await start();
		expect((await response).resource?.message).toMatchObject({ content: "Hi" });
	});

	it("is unknown once the time for its first answer is over", async () => {
		const { onCommand, start } = await addAnsweringBot({ limits: { answerWithinMs: 0 } });
		const late = onCommand((interaction) => interaction.reply("Late"));
		await start();
		await expect(late).rejects.toMatchObject({ code: 10062 });
	});

	it("has that time by the machine's clock, wherever its own skips to", async () => {
		const { clock, onCommand, start } = await addAnsweringBot();
		void onCommand((interaction) => {
			clock.skip(10_000);
			return interaction.reply("In time");
		});
		expect(await (await start()).replyText()).toBe("In time");
	});

	it("is deferred with nothing but who is to see the answer", async () => {
		const { bot, onCommand, start } = await addAnsweringBot();
		const { Ephemeral, IsComponentsV2, SuppressEmbeds, Loading } = MessageFlags;
		const deferred = onCommand(({ id, token }) => {
			const data = { flags: Ephemeral | IsComponentsV2 | SuppressEmbeds };
			return bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 5, data } });
		});
		const interaction = await start();
		await deferred;
		expect(interaction.original).toMatchObject({ flags: Ephemeral | Loading, content: "" });
	});

	it("shows the channels in it without what is not promised of all", async () => {
		const { bot, stage, onCommand, start } = await addAnsweringBot();
		void onCommand(async () => undefined);
		const sent = bot.packet("INTERACTION_CREATE");
		await start();
		const { data, channel } = (await sent).d as { data: { resolved: { channels: object } }; channel: object };
		for (const one of [...Object.values(data.resolved.channels), channel]) {
			expect(Object.keys(one).sort()).toEqual(["app_permissions", "id", "name", "parent_id", "permissions", "type"]);
		}
		expect(channel).toMatchObject({ id: stage.id });
	});

	it("is sent from private messages without a server, if it is for them", async () => {
		const { bot, maya, simulator, onInteraction } = await addAnsweringBot();
		const inPrivate = maya.takesDirectMessages();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply(`${interaction.inGuild()} ${interaction.context}`);
		});
		const [setup] = simulator.commands.filter(({ name }) => name === "setup");
		if (setup) setup.default_member_permissions = null;
		expect(await (await maya.runs("setup", {}, { room: inPrivate })).replyText()).toBe("false 1");
		expect(bot.client.guilds.cache.size).toBe(1);
		if (setup) setup.contexts = [0];
		await expect(maya.runs("setup", {}, { room: inPrivate })).rejects.toThrow("is not shown there");
	});

	it("is sent from a server in an outage as well", async () => {
		const { server, onCommand, start } = await addAnsweringBot();
		void onCommand((interaction) => interaction.reply("Here"));
		await server.becomesUnavailable();
		expect(await (await start()).replyText()).toBe("Here");
	});

	it("takes one first answer only", async () => {
		const { bot, onCommand, start } = await addAnsweringBot();
		const twice = onCommand(async ({ id, token }) => {
			const body = { type: 4, data: { content: "Hi" } };
			await bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body });
			await bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body });
		});
		await start();
		await expect(twice).rejects.toMatchObject({ code: 40060 });
	});

	it("cannot be followed up after fifteen minutes", async () => {
		const { clock, onCommand, start } = await addAnsweringBot();
		const late = onCommand(async (interaction) => {
			await interaction.deferReply();
			clock.skip(15 * 60_000 + 1);
			await interaction.editReply("Late");
		});
		await start();
		await expect(late).rejects.toMatchObject({ code: 50027 });
	});

	it("is refused an answer that is too long", async () => {
		const { onCommand, start } = await addAnsweringBot();
		const long = onCommand((interaction) => interaction.reply("x".repeat(2001)));
		await start();
		await expect(long).rejects.toMatchObject({ code: 50035 });
	});

	it("says that nobody answered", async () => {
		const { onCommand, start } = await addAnsweringBot();
		void onCommand(async () => undefined);
		await expect((await start()).reply(1)).rejects.toThrow("did not answer /session start with a message within 1 ms");
	});

	it.each([
		["sing", {}, "not registered"],
		["session", {}, "needs a subcommand"],
		["session start", {}, 'needs the option "room"'],
		["session start", { room: "x" }, "does not take that"],
		["setup", {}, "is not shown /setup"],
	])("cannot be sent as /%s %j", async (command, options, problem) => {
		const { maya } = await addAnsweringBot();
		await expect(maya.runs(command, options)).rejects.toThrow(problem);
	});

	it("is shown to who has the permission", async () => {
		const { server, onCommand } = await addAnsweringBot();
		void onCommand((interaction) => interaction.reply("Hello, host"));
		const host = server.addMember({ globalName: "Host", permissions: ["ManageGuild"] });
		expect(await (await host.runs("setup")).replyText()).toBe("Hello, host");
	});
});

it("proposes choices while somebody types", async () => {
	const { stage, maya, onInteraction } = await addAnsweringBot();
	onInteraction(async (interaction) => {
		if (interaction.isAutocomplete())
			await interaction.respond([{ name: interaction.options.getFocused(), value: "v" }]);
	});
	expect(await maya.types("session start", "title", "Lau", { room: stage })).toEqual([{ name: "Lau", value: "v" }]);
});
