import {
	ActionRowBuilder,
	ButtonBuilder,
	type ButtonInteraction,
	ButtonStyle,
	ChannelSelectMenuBuilder,
	type ChatInputCommandInteraction,
	Events,
	type Interaction,
	LabelBuilder,
	MessageFlags,
	ModalBuilder,
	SlashCommandBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestClient } from "./client.ts";
import type { SimMember } from "./member.ts";
import type { SimRoom } from "./room.ts";
import type { SimServer } from "./server.ts";
import { type Simulator, startSimulator } from "./simulator.ts";

const COMMANDS = [
	new SlashCommandBuilder()
		.setName("session")
		.setDescription("Sessions")
		.addSubcommand((start) =>
			start
				.setName("start")
				.setDescription("Start one")
				.addChannelOption((room) => room.setName("room").setDescription("Where").setRequired(true))
				.addStringOption((title) => title.setName("title").setDescription("What").setAutocomplete(true)),
		),
	new SlashCommandBuilder().setName("setup").setDescription("Set up").setDefaultMemberPermissions("32"),
];

let offset: number;
let simulator: Simulator;
let server: SimServer;
let stage: SimRoom;
let maya: SimMember;
let bot: TestClient;
let answer: (interaction: Interaction) => Promise<unknown>;

beforeEach(async () => {
	offset = 0;
	simulator = await startSimulator({ clock: { now: () => Date.now() + offset, sleep: () => Promise.resolve() } });
	server = simulator.addServer({ name: "Acme", locale: "de" });
	stage = server.addStage("Webinars");
	maya = server.addMember({ globalName: "Maya", locale: "fr" });
	bot = new TestClient(simulator);
	await bot.login(simulator.token);
	await bot.client.application?.commands.set(COMMANDS);
	bot.client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
});

afterEach(async () => {
	await bot.client.destroy();
	await simulator.stop();
});

/** How the bot answers a command, and what became of that. */
function onCommand<Result>(run: (interaction: ChatInputCommandInteraction) => Promise<Result>): Promise<Result> {
	const { promise, resolve, reject } = Promise.withResolvers<Result>();
	answer = (interaction) =>
		interaction.isChatInputCommand() ? run(interaction).then(resolve, reject) : Promise.resolve();
	return promise;
}

const start = () => maya.runs("session start", { room: stage, title: "Launch" }, { room: stage });

describe("a command", () => {
	it("carries its options, both languages and what may be done in the picked room", async () => {
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
		void onCommand((interaction) => interaction.reply("Started."));
		const reply = await (await start()).reply();
		expect(reply).toMatchObject({ content: "Started.", ephemeral: false });
		expect(stage.messages).toEqual([reply.message]);
		await expect(stage.nextMessage(1)).rejects.toThrow("No further message");
	});

	it("is answered for one person alone", async () => {
		void onCommand((interaction) => interaction.reply({ content: "Psst", flags: MessageFlags.Ephemeral }));
		expect(await (await start()).reply()).toMatchObject({ content: "Psst", ephemeral: true });
		expect(stage.messages).toEqual([]);
	});

	it("is answered once the deferred answer is filled, and then followed up", async () => {
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
		const response = onCommand((interaction) => interaction.reply({ content: "Hi", withResponse: true }));
		await start();
		expect((await response).resource?.message).toMatchObject({ content: "Hi" });
	});

	it("is unknown after three seconds", async () => {
		const late = onCommand((interaction) => {
			offset += 3001;
			return interaction.reply("Late");
		});
		await start();
		await expect(late).rejects.toMatchObject({ code: 10062 });
	});

	it("takes one first answer only", async () => {
		const twice = onCommand(async ({ id, token }) => {
			const body = { type: 4, data: { content: "Hi" } };
			await bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body });
			await bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body });
		});
		await start();
		await expect(twice).rejects.toMatchObject({ code: 40060 });
	});

	it("cannot be followed up after fifteen minutes", async () => {
		const late = onCommand(async (interaction) => {
			await interaction.deferReply();
			offset += 15 * 60_000 + 1;
			await interaction.editReply("Late");
		});
		await start();
		await expect(late).rejects.toMatchObject({ code: 50027 });
	});

	it("is refused an answer that is too long", async () => {
		const long = onCommand((interaction) => interaction.reply("x".repeat(2001)));
		await start();
		await expect(long).rejects.toMatchObject({ code: 50035 });
	});

	it("says that nobody answered", async () => {
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
		await expect(maya.runs(command, options)).rejects.toThrow(problem);
	});

	it("is shown to who has the permission", async () => {
		void onCommand((interaction) => interaction.reply("Hello, host"));
		const host = server.addMember({ globalName: "Host", permissions: ["ManageGuild"] });
		expect(await (await host.runs("setup")).replyText()).toBe("Hello, host");
	});
});

it("proposes choices while somebody types", async () => {
	answer = async (interaction) => {
		if (interaction.isAutocomplete())
			await interaction.respond([{ name: interaction.options.getFocused(), value: "v" }]);
	};
	expect(await maya.types("session start", "title", "Lau", { room: stage })).toEqual([{ name: "Lau", value: "v" }]);
});

describe("components", () => {
	const button = new ButtonBuilder().setCustomId("again").setLabel("Again").setStyle(ButtonStyle.Primary);
	const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)];

	function onClick(run: (interaction: ButtonInteraction) => Promise<unknown>): void {
		answer = async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply({ content: "Once", components });
			if (interaction.isButton()) await run(interaction);
		};
	}

	it("change the message they are under", async () => {
		onClick((click) => click.update({ content: "Twice", components: [] }));
		const interaction = await start();
		const { message } = await interaction.reply();
		const clicked = await interaction.clicks("again");
		expect(await clicked.replyText()).toBe("Twice");
		expect(message.content).toBe("Twice");
	});

	it("can be used by others where everybody sees them", async () => {
		onClick((click) => click.reply({ content: `Hi ${click.user.displayName}`, flags: MessageFlags.Ephemeral }));
		const interaction = await start();
		await interaction.reply();
		const clicked = await interaction.clicks("again", server.addMember("Tom"));
		expect(await clicked.replyText()).toBe("Hi Tom");
	});

	it("are named when the wrong one is clicked", async () => {
		onClick((click) => click.deferUpdate());
		const interaction = await start();
		await interaction.reply();
		expect(() => interaction.clicks("other")).toThrow("there is: again");
	});

	it("pick a room, with the bot's permissions in it", async () => {
		const menu = new ChannelSelectMenuBuilder().setCustomId("room");
		const picked = Promise.withResolvers<string[]>();
		answer = async (interaction) => {
			if (interaction.isChatInputCommand()) {
				await interaction.reply({ components: [new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(menu)] });
			}
			if (interaction.isChannelSelectMenu()) picked.resolve(interaction.channels.map(({ id }) => id));
		};
		const interaction = await start();
		await interaction.reply();
		await interaction.selects("room", stage);
		expect(await picked.promise).toEqual([stage.id]);
	});
});

describe("a form", () => {
	const form = new ModalBuilder()
		.setCustomId("form")
		.setTitle("Feedback")
		.addLabelComponents(
			new LabelBuilder()
				.setLabel("How was it?")
				.setTextInputComponent(new TextInputBuilder().setCustomId("words").setStyle(TextInputStyle.Paragraph)),
		);

	it("is opened, filled in and answered", async () => {
		answer = async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.showModal(form);
			if (interaction.isModalSubmit())
				await interaction.reply(`Thanks: ${interaction.fields.getTextInputValue("words")}`);
		};
		const submitted = await (await start()).submits({ words: "Great" });
		expect(await submitted.replyText()).toBe("Thanks: Great");
	});

	it("cannot be sent with a required field empty", async () => {
		void onCommand((interaction) => interaction.showModal(form));
		await expect((await start()).submits({})).rejects.toThrow('"words" must be filled in');
	});

	it("cannot be opened after the first answer", async () => {
		const late = onCommand(async ({ id, token }) => {
			const path: `/${string}` = `/interactions/${id}/${token}/callback`;
			await bot.client.rest.post(path, { body: { type: 5 } });
			await bot.client.rest.post(path, { body: { type: 9, data: form.toJSON() } });
		});
		await start();
		await expect(late).rejects.toMatchObject({ code: 40060 });
	});

	it("cannot answer a form", async () => {
		const refused = Promise.withResolvers<unknown>();
		answer = async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.showModal(form);
			if (!interaction.isModalSubmit()) return;
			const body = { type: 9, data: form.toJSON() };
			await bot.client.rest
				.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body })
				.then(refused.resolve, refused.reject);
		};
		await (await start()).submits({ words: "Great" });
		await expect(refused.promise).rejects.toMatchObject({ code: 50035 });
	});
});
