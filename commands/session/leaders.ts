import type { MessageComponentInteraction } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { dutiesOf } from "../../src/store/panel.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";

/** Throws a `UserError` for who may not host on the server: they only lead sessions with others. */
export async function requireHost({ mayHost }: Context): Promise<void> {
	if (!(await mayHost())) throw new UserError(phrase("frame.forHosts"));
}

/** Throws a `UserError` unless somebody may host on the server, or leads this session. */
export async function requireLeader(
	{ user }: Pick<Invocation | MessageComponentInteraction, "user">,
	context: Context,
	session: SessionRow,
	isTheirs: IsTheirs = leads,
): Promise<void> {
	if (await isTheirs(user.id, context, session)) return;
	if (!(await context.mayHost())) throw new UserError(phrase("session.which.notYours"));
}

/** What makes a session somebody's. */
export type IsTheirs = (userId: string, context: Context, session: SessionRow) => Promise<boolean>;

/** Whether somebody hosts a session, or leads it with its host. */
export const leads: IsTheirs = async (userId, { store }, session) =>
	(await dutiesOf(store, session, userId))?.leads === true;

/** Whether somebody may see the cue of a session: who leads it, and who greets in it. */
export const seesCue: IsTheirs = async (userId, { store }, session) => {
	const duties = await dutiesOf(store, session, userId);
	return duties?.leads === true || duties?.greets === true;
};

/**
 * Throws a `UserError` for who presses in direct messages and has left the server that a session was held on, and where Discord does
 * not tell. Who is in one of its rooms is not asked about: they greet people meanwhile.
 */
export async function requireMember(
	{ guildId, user }: Pick<MessageComponentInteraction, "guildId" | "user">,
	{ world, namesOf }: Context,
	{ server_id: serverId }: SessionRow,
): Promise<void> {
	if (guildId !== null || world.server(serverId)?.whereabouts.has(user.id)) return;
	const name = (await namesOf(serverId, [user.id])).get(user.id);
	if (name === undefined) throw new UserError(phrase("frame.memberUntold"));
	if (name === null) throw new UserError(phrase("frame.noMember"));
}
