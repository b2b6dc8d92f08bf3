import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	LabelBuilder,
	MessageFlags,
	ModalBuilder,
	TextDisplayBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { systemClock } from "../../src/clock.ts";
import type { Message, Reply } from "../../src/command.ts";
import { beginAnswer } from "../../src/discord/answer.ts";
import { createLog } from "../../src/log.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { addAnsweringBot } from "../rehearsal/simulator/answering-bot.ts";

const say = phrasesIn("en");
const CALLBACK = { path: "/callback" };
const button = (id: string) => new ButtonBuilder({ customId: id, label: "Go on", style: ButtonStyle.Primary });
const buttons = (...ids: string[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(ids.map(button));
const layout = (content: string): Message => ({
	v2: true,
	components: [new TextDisplayBuilder({ content }), buttons("on")],
});
const plain = (content: string): Message => ({ content, components: [buttons("on")] });
const formOf = (fields: string[]) =>
	new ModalBuilder()
		.setCustomId("form")
		.setTitle("Feedback")
		.addLabelComponents(
			fields.map((id) =>
				new LabelBuilder()
					.setLabel("Words")
					.setTextInputComponent(new TextInputBuilder().setCustomId(id).setStyle(TextInputStyle.Short)),
			),
		);

/** A bot that answers what people do with these replies, one after the other. */
async function answering(...replies: Reply[]) {
	const bot = await addAnsweringBot();
	const lines: string[] = [];
	const log = createLog("debug", { write: (line: string) => void lines.push(line) });
	const given = Promise.withResolvers<void>();
	const giving: Promise<void>[] = [];
	onTestFinished(async () => void (await Promise.allSettled(giving))); // before anything is stopped
	bot.onInteraction(async (interaction) => {
		if (interaction.isAutocomplete() || !interaction.isRepliable() || interaction.isContextMenuCommand()) return;
		const reply = replies.shift();
		if (reply === undefined || interaction.isPrimaryEntryPointCommand()) return;
		const gives = beginAnswer(interaction, { clock: systemClock, log, say }).give(reply);
		giving.push(gives);
		await gives.then(given.resolve, given.reject);
	});
	return { ...bot, log, lines, given: given.promise };
}

function wordsOf({ message }: { message: { content: string; components: unknown[] } }): string {
	return (
		message.content +
		flatten(message.components as Component[])
			.map(({ content }) => content ?? "")
			.join("")
	);
}

describe("a first answer that is lost", () => {
	it.each<[title: string, strike: (simulator: Awaited<ReturnType<typeof answering>>["simulator"]) => void]>([
		["to a 500", ({ fail }) => fail.answer(500, CALLBACK)],
		["to three 502 of a proxy", ({ fail }) => fail.answer(502, { ...CALLBACK, text: "<html></html>", times: 3 })],
		["before Discord has it", ({ fail }) => fail.dropUnheard(CALLBACK)],
		["on its way back", ({ fail }) => fail.drop(CALLBACK)],
	])("%s is given again", async (_title, strike) => {
		const { simulator, start } = await answering("Hello");
		strike(simulator);
		const interaction = await start();
		expect(await interaction.reply()).toMatchObject({ content: "Hello", ephemeral: true });
		expect(interaction.messages).toHaveLength(1);
	});

	it.each<[title: string, strike: "answer" | "drop"]>([
		["is not opened", "answer"],
		["is opened", "drop"],
	])("and was a form that %s is given again", async (_title, strike) => {
		const { simulator, start, given } = await answering(formOf(["words"]));
		if (strike === "drop") simulator.fail.drop(CALLBACK);
		else simulator.fail.answer(500, CALLBACK);
		expect(await (await start()).modal()).toMatchObject({ title: "Feedback" });
		await given;
	});

	it("is not given again once Discord does not know the interaction any more", async () => {
		const { simulator, start, given } = await answering("Hello");
		simulator.fail.answer(404, { ...CALLBACK, body: { message: "Unknown interaction", code: 10062 } });
		given.catch(() => undefined);
		await start();
		await expect(given).rejects.toMatchObject({ code: 10062 });
		expect(simulator.requests.filter(({ path }) => path.endsWith("/callback"))).toHaveLength(1);
	});
});

describe("an edit of an answer that is lost", () => {
	it("is made again", async () => {
		const { simulator, onInteraction, log, start } = await answering();
		onInteraction(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			const answer = beginAnswer(interaction, { clock: systemClock, log, say });
			await expect.poll(() => interaction.deferred, { timeout: 3_000 }).toBe(true);
			await answer.give("Done");
		});
		simulator.fail.answer(500, { method: "PATCH", path: "/messages/" });
		expect(await (await start()).replyText()).toBe("Done");
	});
});

describe("a reply that breaks a rule of Discord's", () => {
	it.each<[title: string, reply: Reply]>([
		["is too long", "x".repeat(2_001)],
		["is empty", " "],
		["has a custom id twice", { content: "Hi", components: [buttons("a", "a")] }],
		["is a layout with content", { ...layout("Hi"), content: "Hi" }],
		["has a button without a label", { content: "Hi", components: [buttonsWithout()] }],
		["is a form with a field twice", formOf(["words", "words"])],
	])("because it %s is told as our fault", async (_title, reply) => {
		const { start, lines } = await answering(reply);
		const { content, ephemeral } = await (await start()).reply();
		expect(content).toContain("it was my fault");
		expect(ephemeral).toBe(true);
		expect(lines.filter((line) => line.includes("breaks Discord's rules"))).toHaveLength(1);
	});

	it("by a rule that Byname does not know is told as our fault when Discord refuses it", async () => {
		const { simulator, start } = await answering("Hello");
		const body = { message: "Invalid Form Body", code: 50035, errors: {} };
		simulator.fail.answer(400, { ...CALLBACK, body });
		expect(await (await start()).replyText()).toContain("it was my fault");
	});
});

describe("a reply that takes the place of a message", () => {
	it.each<[title: string, first: Message, second: Message]>([
		["a plain one in place of a plain one", plain("First"), plain("Second")],
		["a layout in place of a layout", layout("First"), layout("Second")],
		["a layout in place of a plain one", plain("First"), layout("Second")],
	])("is shown: %s", async (_title, first, second) => {
		const { start } = await answering(first, { ...second, replaces: true });
		const command = await start();
		const shown = await command.reply();
		const clicked = await command.clicks("on");
		expect((await clicked.reply()).message).toBe(shown.message);
		expect(wordsOf(shown)).toBe("Second");
		expect((shown.message.flags & MessageFlags.IsComponentsV2) !== 0).toBe(second.v2 ?? false);
	});

	it("is shown beside a layout when it is a plain one", async () => {
		const { start } = await answering(layout("First"), { ...plain("Second"), replaces: true });
		const command = await start();
		const first = await command.reply();
		expect((await command.clicks("on").then((clicked) => clicked.reply())).content).toBe("Second");
		expect(wordsOf(first)).toBe("First");
	});

	it("is changed, too, by a form that it has opened", async () => {
		const { start } = await answering(layout("First"), formOf(["words"]), { ...layout("Second"), replaces: true });
		const command = await start();
		const first = await command.reply();
		const form = await command.clicks("on");
		const second = await (await form.submits({ words: "Hello" })).reply();
		expect(second.message).toBe(first.message);
		expect(wordsOf(second)).toBe("Second");
	});

	it("stays as it is where a command's form is answered", async () => {
		const { start } = await answering(formOf(["words"]), { ...layout("Thanks"), replaces: true });
		expect(wordsOf(await (await (await start()).submits({ words: "Hello" })).reply())).toBe("Thanks");
	});
});

function buttonsWithout(): ActionRowBuilder<ButtonBuilder> {
	return new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder({ customId: "a", style: 1 }));
}
