import {
	ActionRowBuilder,
	ApplicationIntegrationType,
	ButtonBuilder,
	ButtonStyle,
	InteractionContextType,
	SlashCommandBuilder,
} from "discord.js";
import { type Rank, rankOf } from "../../src/audience.ts";
import { type Command, type Context, customId, type Invocation, type Message } from "../../src/command.ts";
import type { Phrase, PlainKey } from "../../src/phrases/phrases.ts";
import { EVERYWHERE } from "../../src/store/people.ts";
import { hostRoles } from "../../src/store/settings.ts";
import { described } from "../described.ts";
import { stepsForGuest, stepsForHost, stepsForManager } from "./next-steps.ts";
import { guestsState, hereState, hostsState, managersState } from "./state.ts";

/** The ways on from there, by what is said on their buttons. */
const BUTTONS = {
	"help.settings": customId("host", "panel"),
	"help.check": customId("server", "check"),
	"help.greeting": customId("me", "panel"),
} as const satisfies Partial<Record<PlainKey, string>>;

/** Which of them are for whom. */
const OFFERED: Readonly<Record<Rank, readonly (keyof typeof BUTTONS)[]>> = {
	managers: ["help.settings", "help.check"],
	hosts: ["help.settings", "help.greeting"],
	everyone: ["help.greeting"],
};

/** `/help`: what whoever asks does next here. No list of commands: Discord has that. */
export const help = {
	data: described(new SlashCommandBuilder().setName("help"), "help.about")
		.setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall),
	who: "everyone",
	async run(interaction, context) {
		const audience = await rankOf(interaction, () => hostRoles(context.store, interaction.guildId));
		return answer(await stepsFor(audience, interaction, context), audience, context);
	},
	direct: {
		async run({ user }, context) {
			const state = await guestsState({ userId: user.id, serverId: EVERYWHERE, on: null }, context);
			return answer(stepsForGuest(state, true), "everyone", context);
		},
	},
} satisfies Command;

async function stepsFor(audience: Rank, interaction: Invocation, context: Context): Promise<Phrase[]> {
	switch (audience) {
		case "managers":
			return stepsForManager(await managersState(interaction, context));
		case "hosts":
			return stepsForHost(await hostsState(interaction, context));
		case "everyone":
			return stepsForGuest(await hereState(interaction, context));
	}
}

function answer(steps: readonly Phrase[], audience: Rank, { say }: Context): Message {
	const buttons = OFFERED[audience].map((key) =>
		new ButtonBuilder().setCustomId(BUTTONS[key]).setLabel(say(key)).setStyle(ButtonStyle.Secondary),
	);
	return {
		content: steps.map((step) => `- ${say(step)}`).join("\n"),
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)],
	};
}
