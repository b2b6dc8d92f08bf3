import type { Answerable, Context, Invocation } from "../../src/command.ts";
import { listing, phrase } from "../../src/phrases/phrases.ts";
import { lastOverOf, latestSessionsIn, openSessionsOf, type SessionRow } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { ROOM_TYPES } from "../settings/place.ts";
import { type IsTheirs, leads, requireLeader } from "./leaders.ts";

/** Keeps the question which session is meant within a message. */
const MOST_LISTED = 20;

/** The room the person is in, else the one whose chat they are writing in. */
export function roomHere({ guildId, user, channel }: Answerable, { world }: Context): string | null {
	const room = world.server(guildId)?.whereabouts.get(user.id);
	return room ?? (channel?.isVoiceBased() ? channel.id : null);
}

/** Of a session, what tells whether it is meant. */
type SessionCandidate = Pick<SessionRow, "host_id" | "room_id">;

/**
 * The sessions that somebody who names no room may mean, of those that are on: their own, and of several the one where
 * they are. Who leads none means the one where they are, else any. More than one has to be asked back.
 */
export function meantAmong<C extends SessionCandidate>(
	open: readonly C[],
	userId: string,
	roomId: string | null,
): readonly C[] {
	const own = open.filter(({ host_id }) => host_id === userId);
	const theirs = own.length > 0 ? own : open;
	const here = theirs.filter(({ room_id }) => room_id === roomId);
	return here.length > 0 ? here : theirs;
}

/**
 * The session that is meant: of the room that is named, else as `meantAmong` says, where those that somebody leads with others
 * are theirs if they host none. Throws a `UserError` when that is not clear, and for who may not host on the server when it is
 * not theirs.
 */
export async function sessionMeant(
	interaction: Invocation,
	context: Context,
	isTheirs: IsTheirs = leads,
): Promise<SessionRow> {
	const session = await sessionChosen(interaction, context, isTheirs);
	await requireLeader(interaction, context, session, isTheirs);
	return session;
}

async function sessionChosen(interaction: Invocation, context: Context, isTheirs: IsTheirs): Promise<SessionRow> {
	const named = interaction.options.getChannel("room", false, ROOM_TYPES)?.id;
	const open = await openSessionsOf(context.store, interaction.guildId);
	if (named) {
		const there = open.find(({ room_id }) => room_id === named);
		if (!there) throw new UserError(phrase("session.which.noneThere", { room: `<#${named}>` }));
		return there;
	}
	const { user } = interaction;
	const near = await nearestTo(user.id, open, context, isTheirs);
	const [only, ...more] = meantAmong(near, user.id, roomHere(interaction, context));
	if (!only) throw new UserError(phrase("session.which.none"));
	if (more.length > 0) {
		const rooms = listing(
			[only, ...more].map((row) => `<#${row.room_id}>`),
			MOST_LISTED,
		);
		throw new UserError(phrase("session.which.several", { rooms }));
	}
	return only;
}

/** The sessions that somebody leads with others, where they host none; else all. */
async function nearestTo(
	userId: string,
	open: readonly SessionRow[],
	context: Context,
	isTheirs: IsTheirs,
): Promise<readonly SessionRow[]> {
	if (open.some((row) => row.host_id === userId)) return open;
	const led: SessionRow[] = [];
	for (const row of open) if (await isTheirs(userId, context, row)) led.push(row);
	return led.length > 0 ? led : open;
}

/**
 * The last session of the room that is named, or where they are, when none is on there: its recap may come later.
 * Who names no room while they lead a session means that one. Throws a `UserError` as `sessionMeant` does.
 */
export async function sessionJustOver(
	interaction: Invocation,
	context: Context,
	isTheirs: IsTheirs = leads,
): Promise<SessionRow | undefined> {
	const { guildId, user, options } = interaction;
	const named = options.getChannel("room", false, ROOM_TYPES)?.id;
	const roomId = named ?? roomHere(interaction, context);
	if (!roomId) return undefined;
	if (!named && (await leadsAny(user.id, await openSessionsOf(context.store, guildId), context, isTheirs)))
		return undefined;
	const [latest] = await latestSessionsIn(context.store, roomId, 1);
	if (!latest || latest.closed_at === null) return undefined;
	await requireLeader(interaction, context, latest, isTheirs);
	return latest;
}

/** Of the sessions that are over, a recap is meant for one of this last time, unless its room is named. */
const RECAP_WITHIN_MS = 24 * 60 * 60_000;

/**
 * The session to which a recap belongs: as `sessionJustOver` says, else one that is on and theirs, else the last one that they
 * hosted. Throws a `UserError` as `sessionMeant` does.
 */
export async function sessionToRecap(interaction: Invocation, recap: string, context: Context): Promise<SessionRow> {
	const over = await sessionJustOver(interaction, context);
	if (over) return over;
	const { guildId: serverId, user, options } = interaction;
	const { store, clock } = context;
	const isNamed = options.getChannel("room", false, ROOM_TYPES) !== null;
	const open = await openSessionsOf(store, serverId);
	if (isNamed || (await leadsAny(user.id, open, context, leads))) return sessionMeant(interaction, context);
	const since = clock.now() - RECAP_WITHIN_MS;
	const last = await lastOverOf(store, { serverId, hostId: user.id, since });
	if (last) return last;
	if (open.length === 0) throw new UserError(phrase("session.recap.whichRoom", { recap }));
	return sessionMeant(interaction, context);
}

async function leadsAny(
	userId: string,
	open: readonly SessionRow[],
	context: Context,
	isTheirs: IsTheirs,
): Promise<boolean> {
	for (const row of open) if (await isTheirs(userId, context, row)) return true;
	return false;
}
