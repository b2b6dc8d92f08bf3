import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from "discord.js";
import { describe, expect, it } from "vitest";
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
