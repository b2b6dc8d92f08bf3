import { type ChatInputCommandInteraction, Events, type Interaction, SlashCommandBuilder } from "discord.js";
import { openAcme } from "./acme.ts";

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

/** Acme with a bot that has two commands, `/session start` and `/setup`, and answers as the test says. */
export async function addAnsweringBot(options?: Parameters<typeof openAcme>[0]) {
	const acme = await openAcme(options);
	const { stage, maya } = acme;
	const bot = await acme.logIn();
	await bot.client.application?.commands.set(COMMANDS);
	let answer = async (_: Interaction): Promise<unknown> => {
		throw new Error("the test has not said how the bot answers");
	};
	bot.client.on(Events.InteractionCreate, (interaction) => void answer(interaction));

	return {
		...acme,
		bot,
		/** How the bot answers whatever people do. */
		onInteraction(run: typeof answer): void {
			answer = run;
		},
		/** How the bot answers a command, and what became of that. */
		onCommand<Result>(run: (interaction: ChatInputCommandInteraction) => Promise<Result>): Promise<Result> {
			const { promise, resolve, reject } = Promise.withResolvers<Result>();
			answer = async (interaction) => {
				if (interaction.isChatInputCommand()) await run(interaction).then(resolve, reject);
			};
			return promise;
		},
		/** Maya starts a session. */
		start: () => maya.runs("session start", { room: stage, title: "Launch" }, { room: stage }),
	};
}
