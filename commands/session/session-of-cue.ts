import { z } from "zod";
import type { Context, Pressed } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { snowflake } from "../../src/snowflake.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { requireMember, seesCue } from "./leaders.ts";

/** What the custom ids of a cue's buttons say: in the session with this id, this user. */
export const somebodyInCue = z.tuple([z.uuid(), snowflake]);

/**
 * The session of the cue below which somebody presses. Throws a `UserError` for who has no say in it: on the server its hosts
 * have, and who may see this cue; in direct messages the session's host, while they are on the server.
 */
export async function sessionOfCue(pressed: Pressed, context: Context, sessionId: string): Promise<SessionRow> {
	const session = await sessionById(context.store, sessionId);
	if (!session || !(await isTheirs(pressed, context, session))) throw new UserError(phrase("cue.unused.notYours"));
	await requireMember(pressed, context, session);
	return session;
}

/** The same of a session that must be on. Throws a `UserError` once it is over: nobody is there to be greeted. */
export async function openSessionOfCue(pressed: Pressed, context: Context, sessionId: string): Promise<SessionRow> {
	const session = await sessionOfCue(pressed, context, sessionId);
	if (session.closed_at !== null) throw new UserError(phrase("cue.hello.over"));
	return session;
}

async function isTheirs({ guildId, user }: Pressed, context: Context, session: SessionRow): Promise<boolean> {
	if (guildId === null) return session.host_id === user.id;
	if (session.server_id !== guildId) return false;
	return (await context.mayHost()) || seesCue(user.id, context, session);
}
