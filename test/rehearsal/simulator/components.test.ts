import {
	ActionRowBuilder,
	ButtonBuilder,
	type ButtonInteraction,
	ButtonStyle,
	ChannelSelectMenuBuilder,
	MessageFlags,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { addAnsweringBot } from "./answering-bot.ts";

describe("components", () => {
	const button = new ButtonBuilder().setCustomId("again").setLabel("Again").setStyle(ButtonStyle.Primary);
	const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)];

	/** Maya has run a command; the bot has answered with a button, and answers a click on it as told. */
	async function showButton(onClick: (interaction: ButtonInteraction) => Promise<unknown>) {
		const { server, onInteraction, start } = await addAnsweringBot();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply({ content: "Once", components });
			if (interaction.isButton()) await onClick(interaction);
		});
		const command = await start();
		const { message } = await command.reply();
		return { server, command, message };
	}

	it("change the message they are under", async () => {
		const { command, message } = await showButton((click) => click.update({ content: "Twice", components: [] }));
		const clicked = await command.clicks("again");
		expect(await clicked.replyText()).toBe("Twice");
		expect(message.content).toBe("Twice");
	});

	it("can be used by others where everybody sees them", async () => {
		const { server, command } = await showButton((click) =>
			click.reply({ content: `Hi ${click.user.displayName}`, flags: MessageFlags.Ephemeral }),
		);
		const clicked = await command.clicks("again", server.addMember("Tom"));
		expect(await clicked.replyText()).toBe("Hi Tom");
	});

	it("are named when the wrong one is clicked", async () => {
		const { command } = await showButton((click) => click.deferUpdate());
		expect(() => command.clicks("other")).toThrow("there is: again");
	});

	it("pick a room, with the bot's permissions in it", async () => {
		const { stage, onInteraction, start } = await addAnsweringBot();
		const menu = new ChannelSelectMenuBuilder().setCustomId("room");
		const picked = Promise.withResolvers<string[]>();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				await interaction.reply({ components: [new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(menu)] });
			}
			if (interaction.isChannelSelectMenu()) picked.resolve(interaction.channels.map(({ id }) => id));
		});
		const interaction = await start();
		await interaction.reply();
		await interaction.selects("room", stage);
		expect(await picked.promise).toEqual([stage.id]);
	});
});
