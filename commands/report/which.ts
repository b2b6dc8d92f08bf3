import { type AutocompleteInteraction, type MessageComponentInteraction, PermissionFlagsBits } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { sessionsLed } from "../../src/store/reported-sessions.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { leads, requireMember } from "../session/leaders.ts";
import { labelOf, startLabel } from "./labels.ts";

/** So many sessions are looked through for what somebody types. */
const MOST_SEARCHED = 500;
const QUOTED = { graphemes: 60, units: 120 };

type Asker = Pick<Invocation | AutocompleteInteraction<"cached">, "guildId" | "user" | "memberPermissions">;

/** Whose reports somebody may see on a server: of the sessions that they host or lead; managers all. */
export function ledBy({ guildId, user, memberPermissions }: Asker): { serverId: string; userId: string | null } {
	return { serverId: guildId, userId: memberPermissions.has(PermissionFlagsBits.ManageGuild) ? null : user.id };
}

/**
 * The session that is meant: what was chosen, else the latest whose title says what was typed; with nothing typed their own
 * that is on, else their own last one, else any that they may see. Throws a `UserError` when there is none.
 */
export async function sessionMeant(interaction: Invocation, { store }: Context): Promise<SessionRow> {
	const typed = interaction.options.getString("which")?.trim() || null;
	const led = ledBy(interaction);
	if (typed === null) {
		const [own] = await sessionsLed(store, { ...led, userId: interaction.user.id }, 1);
		const session = own ?? (await sessionsLed(store, led, 1))[0];
		if (!session) throw new UserError(phrase("report.which.none"));
		return session;
	}
	const all = await sessionsLed(store, led, MOST_SEARCHED);
	const session = all.find(({ id }) => id === typed) ?? all.find((row) => says(row, typed));
	if (!session) throw new UserError(phrase("report.which.notFound", { said: safeWords(typed, QUOTED) }));
	return session;
}

/** Completes what somebody types with sessions whose reports they may see: their title, and when they were. */
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

/**
 * The session that a button or menu is about: for its host, for who led it, and for managers; in direct messages for the first two,
 * while they are on its server. Throws a `UserError` for one that is not stored (any more), and for whom it is not.
 */
export async function sessionPressed(
	interaction: MessageComponentInteraction,
	context: Context,
	sessionId: string,
): Promise<SessionRow> {
	const { guildId, user, memberPermissions } = interaction;
	const session = await sessionById(context.store, sessionId);
	if (!session || (guildId !== null && session.server_id !== guildId)) throw new UserError(phrase("report.which.gone"));
	const isManager = guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
	if (!isManager && !(await leads(user.id, context, session))) throw new UserError(phrase("report.which.notYours"));
	await requireMember(interaction, context, session);
	return session;
}
