import {
	CheckboxBuilder,
	CheckboxGroupBuilder,
	LabelBuilder,
	ModalBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { describe, expect, it } from "vitest";
import type { SimInteraction } from "../../../rehearsal/simulator/interactions.ts";
import { addAnsweringBot } from "./answering-bot.ts";

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
		const { onInteraction, start } = await addAnsweringBot();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.showModal(form);
			if (interaction.isModalSubmit())
				await interaction.reply(`Thanks: ${interaction.fields.getTextInputValue("words")}`);
		});
		const submitted = await (await start()).submits({ words: "Great" });
		expect(await submitted.replyText()).toBe("Thanks: Great");
	});

	it("cannot be sent with a required field empty", async () => {
		const { onCommand, start } = await addAnsweringBot();
		void onCommand((interaction) => interaction.showModal(form));
		await expect((await start()).submits({})).rejects.toThrow('"words" must be filled in');
	});

	it.each<[title: string, fields: object, sent: [boolean, readonly string[]]]>([
		["as the bot has set it, where nobody touches it", {}, [true, ["cake"]]],
		["as the person leaves it", { again: false, wish: ["tea", "cake"] }, [false, ["tea", "cake"]]],
		["also when the person takes all of it back", { again: false, wish: [] }, [false, []]],
	])("sends what is ticked %s", async (_title, fields, sent) => {
		const ticked = new ModalBuilder()
			.setCustomId("form")
			.setTitle("Feedback")
			.addLabelComponents(
				new LabelBuilder()
					.setLabel("Again?")
					.setCheckboxComponent(new CheckboxBuilder().setCustomId("again").setDefault(true)),
				new LabelBuilder()
					.setLabel("With what?")
					.setCheckboxGroupComponent(
						new CheckboxGroupBuilder()
							.setCustomId("wish")
							.setRequired(false)
							.setMinValues(0)
							.setMaxValues(2)
							.setOptions({ label: "Tea", value: "tea" }, { label: "Cake", value: "cake", default: true }),
					),
			);
		const { onInteraction, start } = await addAnsweringBot();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.showModal(ticked);
			if (!interaction.isModalSubmit()) return;
			const { fields } = interaction;
			await interaction.reply(JSON.stringify([fields.getCheckbox("again"), fields.getCheckboxGroup("wish")]));
		});
		const submitted = await (await start()).submits(fields as Parameters<SimInteraction["submits"]>[0]);
		expect(JSON.parse(await submitted.replyText())).toEqual(sent);
	});

	it("cannot be opened after the first answer", async () => {
		const { bot, onCommand, start } = await addAnsweringBot();
		const late = onCommand(async ({ id, token }) => {
			const path: `/${string}` = `/interactions/${id}/${token}/callback`;
			await bot.client.rest.post(path, { body: { type: 5 } });
			await bot.client.rest.post(path, { body: { type: 9, data: form.toJSON() } });
		});
		await start();
		await expect(late).rejects.toMatchObject({ code: 40060 });
	});

	it.each<[title: string, select: object]>([
		["that must be made and may be of nothing", { min_values: 0 }],
		["of more than there is", { max_values: 2 }],
	])("cannot ask for a choice %s", async (_title, rule) => {
		const { bot, onCommand, start } = await addAnsweringBot();
		const select = { type: 3, custom_id: "choice", options: [{ label: "One", value: "one" }], ...rule };
		const data = {
			custom_id: "form",
			title: "Feedback",
			components: [{ type: 18, label: "Which?", component: select }],
		};
		const opened = onCommand(({ id, token }) =>
			bot.client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 9, data } }),
		);
		await start();
		await expect(opened).rejects.toMatchObject({ code: 50035 });
	});

	it("cannot answer a form", async () => {
		const { bot, onInteraction, start } = await addAnsweringBot();
		const refused = Promise.withResolvers<unknown>();
		onInteraction(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.showModal(form);
			if (!interaction.isModalSubmit()) return;
			const body = { type: 9, data: form.toJSON() };
			await bot.client.rest
				.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body })
				.then(refused.resolve, refused.reject);
		});
		await (await start()).submits({ words: "Great" });
		await expect(refused.promise).rejects.toMatchObject({ code: 50035 });
	});
});
