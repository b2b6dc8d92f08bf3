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
