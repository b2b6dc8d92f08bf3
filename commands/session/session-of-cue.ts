import type { MessageComponentInteraction } from "discord.js";
import type { Context } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";

/**
 * The session of the cue below which somebody presses. Throws a `UserError` for whoever does not lead it: on the server
 * buttons are for its hosts, which the frame sees to; in direct messages for the session's host.
 */
export async function sessionOfCue(
	{ guildId, user }: MessageComponentInteraction,
	{ store }: Pick<Context, "store">,
	sessionId: string,
): Promise<SessionRow> {
	const session = await sessionById(store, sessionId);
	const isTheirs = guildId === null ? session?.host_id === user.id : session?.server_id === guildId;
	if (!session || !isTheirs) throw new UserError(phrase("cue.unused.notYours"));
	return session;
}
