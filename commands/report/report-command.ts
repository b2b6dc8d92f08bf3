import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from "discord.js";
import { z } from "zod";
import { type Command, type Context, type Message, type Pressed, readInput, reads } from "../../src/command.ts";
import { LONGEST_CHOICE } from "../../src/limits.ts";
import { described } from "../described.ts";
import { suggestSessions } from "../session/by-title.ts";
import { card } from "./card.ts";
import { csvPresses } from "./csv.ts";
import { erasePresses } from "./erase.ts";
import { showSessions } from "./sessions.ts";
import { sessionMeant, sessionPressed } from "./which.ts";

/** What answers in direct messages, too, where the cue of a session may stand. */
const anywhere = {
	/** Below the cue of a session that is over. */
	open: reads(z.tuple([z.uuid()]), async (interaction: Pressed, context, [id]) => open(interaction, context, id)),
	...erasePresses,
	...csvPresses,
};

/** How sessions went, for who hosts or leads them, and for managers. */
export const report = {
	// No default permission: Discord would hide it from those who are hosts by a role alone. `who` is what counts.
	data: described(new SlashCommandBuilder().setName("report"), "report.command.about")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((session) =>
			described(session.setName("session"), "report.command.session").addStringOption((which) =>
				described(which.setName("which"), "report.command.which").setMaxLength(LONGEST_CHOICE).setAutocomplete(true),
			),
		)
		.addSubcommand((sessions) => described(sessions.setName("sessions"), "report.command.sessions")),
	who: "leaders",
	async run(interaction, context) {
		if (interaction.options.getSubcommand() === "sessions") return showSessions(interaction, context);
		return card(await sessionMeant(interaction, context), context);
	},
	async suggest(interaction, context) {
		return suggestSessions(interaction, context);
	},
	press: {
		...anywhere,
		choose: reads(z.tuple([]), async (interaction, context) => {
			const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [];
			return open(interaction, context, readInput(z.uuid(), chosen));
		}),
	},
	direct: { press: anywhere },
} satisfies Command;

async function open(interaction: Pressed, context: Context, sessionId: string): Promise<Message> {
	return card(await sessionPressed(interaction, context, sessionId), context);
}
