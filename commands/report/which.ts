import { PermissionFlagsBits } from "discord.js";
import type { Context, Invocation, Pressed } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { sessionsLed } from "../../src/store/reported-sessions.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { ledBy, quoted, sessionByTitle } from "../session/by-title.ts";
import { leads, requireMember } from "../session/leaders.ts";

/**
 * The session that is meant: what was chosen, else the latest whose title says what was typed; with nothing typed their own
 * that is on, else their own last one, else any that they may see. Throws a `UserError` when there is none.
 */
export async function sessionMeant(interaction: Invocation, context: Context): Promise<SessionRow> {
	const typed = interaction.options.getString("which")?.trim() || null;
	if (typed !== null) {
		const found = await sessionByTitle(interaction, typed, context);
		if (!found) throw new UserError(phrase("report.which.notFound", { said: quoted(typed) }));
		return found;
	}
	const { store } = context;
	const led = ledBy(interaction);
	const [own] = await sessionsLed(store, { ...led, userId: interaction.user.id }, 1);
	const session = own ?? (await sessionsLed(store, led, 1))[0];
	if (!session) throw new UserError(phrase("report.which.none"));
	return session;
}

/**
 * The session that a button or menu is about: for its host, for who led it, and for managers; in direct messages for the first two,
 * while they are on its server. Throws a `UserError` for one that is not stored (any more), and for whom it is not.
 */
export async function sessionPressed(interaction: Pressed, context: Context, sessionId: string): Promise<SessionRow> {
	const { guildId, user, memberPermissions } = interaction;
	const session = await sessionById(context.store, sessionId);
	if (!session || (guildId !== null && session.server_id !== guildId)) throw new UserError(phrase("report.which.gone"));
	const isManager = guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
	if (!isManager && !(await leads(user.id, context, session))) throw new UserError(phrase("report.which.notYours"));
	await requireMember(interaction, context, session);
	return session;
}
