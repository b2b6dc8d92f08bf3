import { setImmediate } from "node:timers/promises";
import {
	ActionRowBuilder,
	type MessageActionRowComponentBuilder,
	StringSelectMenuBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { titled } from "../../src/after/report-words.ts";
import { type Context, customId, type Invocation, type Message } from "../../src/command.ts";
import { fitLines } from "../../src/fit-lines.ts";
import { LONGEST_CHOICE, LONGEST_LAYOUT, MOST_SELECTED } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { countCame } from "../../src/store/cue-facts.ts";
import { sessionsLed } from "../../src/store/reported-sessions.ts";
import { timestamp } from "../../src/timestamp.ts";
import { UserError } from "../../src/user-error.ts";
import { ledBy } from "../session/by-title.ts";
import { beganAt, labelOf, startLabel } from "../session/labels.ts";

/** The last sessions whose reports somebody may see, a line each, and a menu that opens one. */
export async function showSessions(interaction: Invocation, context: Context): Promise<Message> {
	const { store, profiles, say } = context;
	const sessions = await sessionsLed(store, ledBy(interaction), MOST_SELECTED);
	if (sessions.length === 0) throw new UserError(phrase("report.which.none"));
	const lines: string[] = [];
	for (const session of sessions) {
		const of = { start: timestamp(beganAt(session), "D"), session: titled(session) };
		const came = await countCame(store, session);
		lines.push(say(session.closed_at === null ? "report.sessions.lineOn" : "report.sessions.line", { ...of, came }));
		await setImmediate(); // to count thousands takes SQLite, in this thread, some milliseconds each
	}
	const others = (count: number) => say("report.sessions.more", { count });
	const list = fitLines(say("report.sessions.heading"), lines, { longest: LONGEST_LAYOUT, others });
	const { timeZone } = (await profiles.of(interaction.guildId, interaction.user.id)).voice;
	const menu = new StringSelectMenuBuilder()
		.setCustomId(customId("report", "choose"))
		.setPlaceholder(say("report.sessions.open"))
		.addOptions(
			sessions.map((session) => ({
				label: labelOf(session, LONGEST_CHOICE, say),
				description: startLabel(session, timeZone, say.language),
				value: session.id,
			})),
		);
	return {
		v2: true,
		components: [
			new TextDisplayBuilder().setContent(list.text),
			new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu),
		],
	};
}
