import {
	ActionRowBuilder,
	ButtonBuilder,
	type ButtonInteraction,
	ButtonStyle,
	ChannelSelectMenuBuilder,
	MessageFlags,
	TextDisplayBuilder,
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

	const refused = { code: 50035 };
	const layout = { flags: MessageFlags.IsComponentsV2, components: [new TextDisplayBuilder({ content: "Once" })] };
	const plain = { content: "Once", components };
	it.each<[title: string, first: object, change: object, outcome: object | null]>([
		["a plain message that is left empty", plain, { content: "", components: [] }, { code: 50006 }],
		["a plain message with other words", plain, { content: "Twice" }, null],
		["a plain message made a layout with its words in it", plain, layout, refused],
		["a plain message made a layout without its words", plain, { ...layout, content: null }, null],
		["a layout given words", layout, { content: "Twice" }, refused],
		["a layout made a plain message", layout, { content: "Twice", components: [], flags: 0 }, refused],
		["a layout that is left empty", layout, { components: [], flags: layout.flags }, { code: 50006 }],
		["a layout with other parts, without the flag", layout, { components: layout.components, flags: 0 }, null],
	])("are refused a change, or not: %s", async (_title, first, change, outcome) => {
		const { onCommand, start } = await addAnsweringBot();
		const changed = onCommand(async (interaction) => {
			await interaction.reply(first);
			return interaction.editReply(change).then(
				() => null,
				(error: unknown) => error,
			);
		});
		const command = await start();
		await command.reply();
		if (outcome) expect(await changed).toMatchObject(outcome);
		else expect(await changed).toBeNull();
	});

	it("are refused an update that Discord would not make", async () => {
		const outcome = Promise.withResolvers<unknown>();
		const { command } = await showButton((click) =>
			click.update({ content: "", components: [] }).then(outcome.resolve, outcome.reject),
		);
		await command.clicks("again");
		await expect(outcome.promise).rejects.toMatchObject({ code: 50006 });
	});

	it.each<[title: string, select: object]>([
		["more to choose than there is", { options: options(2), max_values: 3 }],
		["at least more than at most", { options: options(3), min_values: 2, max_values: 1 }],
		["a value twice", { options: [...options(1), ...options(1)] }],
		["more chosen than may be", { options: options(3, 2) }],
		["fewer chosen than must be", { options: options(3, 1), min_values: 2, max_values: 3 }],
		["a user chosen too many", { type: 5, default_values: users(2) }],
	])("are refused a menu with %s", async (_title, select) => {
		const { onCommand, start } = await addAnsweringBot();
		const menu = { type: 3, custom_id: "menu", ...select };
		const sent = onCommand((interaction) =>
			interaction.reply({ components: [{ type: 1, components: [menu as never] }] }),
		);
		await start();
		await expect(sent).rejects.toMatchObject(refused);
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

function options(count: number, chosen = 0): object[] {
	return Array.from({ length: count }, (_, index) => ({
		label: `Option ${index}`,
		value: `value ${index}`,
		default: index < chosen,
	}));
}

function users(count: number): object[] {
	return Array.from({ length: count }, (_, index) => ({
		id: String(175928847299117063n + BigInt(index)),
		type: "user",
	}));
}
