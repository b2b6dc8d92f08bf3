import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from "discord.js";
import type { Command } from "../../src/command.ts";
import { csvPresses } from "./csv.ts";

/** What a session was like, for its host. */
export const report = {
	data: new SlashCommandBuilder()
		.setName("report")
		.setDescription("report")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall),
	who: "leaders",
	run: async () => ".",
	press: csvPresses,
	direct: { press: csvPresses },
} satisfies Command;
