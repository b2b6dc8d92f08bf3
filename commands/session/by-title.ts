import { type AutocompleteInteraction, PermissionFlagsBits } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { sessionsLed } from "../../src/store/reported-sessions.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { labelOf, startLabel } from "./labels.ts";

/** So many sessions are looked through for what somebody types. */
const MOST_SEARCHED = 500;
const QUOTED = { graphemes: 60, units: 120 };

type Asker = Pick<Invocation | AutocompleteInteraction<"cached">, "guildId" | "user" | "memberPermissions">;

/** Whose sessions somebody sees to on a server: those that they host or lead; managers all. */
export function ledBy({ guildId, user, memberPermissions }: Asker): { serverId: string; userId: string | null } {
	return { serverId: guildId, userId: memberPermissions.has(PermissionFlagsBits.ManageGuild) ? null : user.id };
}

/** The session that was chosen, else the latest whose title says what was typed. Throws a `UserError` when there is none. */
export async function sessionByTitle(interaction: Invocation, typed: string, { store }: Context): Promise<SessionRow> {
	const all = await sessionsLed(store, ledBy(interaction), MOST_SEARCHED);
	const session = all.find(({ id }) => id === typed) ?? all.find((row) => says(row, typed));
	if (!session) throw new UserError(phrase("report.which.notFound", { said: safeWords(typed, QUOTED) }));
	return session;
}

/** Completes what somebody types with sessions that they see to: their title, and when they were. */
export async function suggestSessions(
	interaction: AutocompleteInteraction<"cached">,
	{ store, profiles, say }: Context,
): Promise<{ name: string; value: string }[]> {
	const typed = interaction.options.getFocused().trim();
	const { guildId, user } = interaction;
	const { timeZone } = (await profiles.of(guildId, user.id)).voice;
	const all = await sessionsLed(store, ledBy(interaction), typed === "" ? MOST_SUGGESTIONS : MOST_SEARCHED);
	return all
		.filter((row) => says(row, typed))
		.slice(0, MOST_SUGGESTIONS)
		.map((row) => {
			const start = startLabel(row, timeZone, say.language);
			return { name: `${labelOf(row, LONGEST_CHOICE - start.length - 3, say)} · ${start}`, value: row.id };
		});
}

function says({ title }: Pick<SessionRow, "title">, typed: string): boolean {
	return title.toLocaleLowerCase().includes(typed.toLocaleLowerCase());
}
