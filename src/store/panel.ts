import type { ExpressionBuilder } from "kysely";
import { forgottenAmong } from "./forgotten.ts";
import { takeInvitation } from "./invitations.ts";
import { forgetTakenOff, keepOffPanel, takenOffPanel } from "./off-panel.ts";
import { abandonMessage } from "./outcomes.ts";
import type { Queryable } from "./queryable.ts";
import type { Schema } from "./schema.ts";
import type { SessionRow } from "./sessions.ts";

/** What one of the panel does besides being no guest. */
export interface Duties {
	/** They lead the session with its host. */
	leads?: boolean;
	/** They greet with the host. */
	greets?: boolean;
}

interface Seat extends Duties {
	/** They host the session, or did. */
	hosted?: boolean;
	at: number;
}

type PanelSession = Pick<SessionRow, "id" | "server_id" | "host_id" | "forgotten_key">;

/**
 * Puts people on a session's panel, whether they have come or not: from now on they are neither greeted nor thanked in it
 * as guests, and what waits for them unsaid is withdrawn. Who asked to be forgotten in it is not stored. To be called in a
 * transaction.
 */
export async function putOnPanel(
	db: Queryable,
	{ id, forgotten_key: key }: Pick<PanelSession, "id" | "forgotten_key">,
	named: readonly string[],
	{ leads = false, greets = false, hosted = false, at }: Seat,
): Promise<void> {
	const forgotten = key === null ? new Set() : await forgottenAmong(db, { id, key }, named);
	const userIds = [...new Set(named)].filter((userId) => !forgotten.has(userId));
	if (userIds.length === 0) return;
	const duties = { ...(leads && { leads: 1 }), ...(greets && { greets: 1 }), ...(hosted && { hosted: 1 }) };
	await db
		.insertInto("attendance")
		.values(userIds.map((user_id) => ({ session_id: id, user_id, role: "panel" as const, arrived_at: at, ...duties })))
		.onConflict((c) => c.columns(["session_id", "user_id"]).doUpdateSet({ role: "panel", ...duties }))
		.execute();
	await forgetTakenOff(db, id, userIds);
	await withdrawUnsaid(db, id, userIds);
}

/**
 * Has the host of a session be no guest of it, if they came as one before it was known that they host; and puts their regular
 * co-hosts on its panel, but for those whom somebody has taken off it. To be called in a transaction.
 */
export async function seatLeaders(db: Queryable, session: PanelSession, at: number): Promise<void> {
	const { id, server_id: serverId, host_id: hostId } = session;
	if (hostId === null) return;
	const { numUpdatedRows } = await db
		.updateTable("attendance")
		.set({ role: "panel", leads: 1 })
		.where("session_id", "=", id)
		.where("user_id", "=", hostId)
		.where("role", "=", "attendee")
		.executeTakeFirst();
	if (Number(numUpdatedRows) > 0) await withdrawUnsaid(db, id, [hostId]);
	const takenOff = await takenOffPanel(db, id);
	const coHosts = (await coHostsOf(db, serverId, hostId)).filter((userId) => !takenOff.has(userId));
	await putOnPanel(db, session, coHosts, { leads: true, at });
}

/**
 * Takes somebody off a session's panel. Who has been in, or has hosted it, is a guest from now on, who is not greeted after
 * the fact; who has not is greeted when they come. Who was asked to greet before is to be asked anew. False when they were
 * not on it. To be called in a transaction.
 */
export async function takeOffPanel(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	await takeInvitation(db, sessionId, userId);
	const wasOn = (await turnIntoGuest(db, sessionId, userId)) || (await unseat(db, sessionId, userId));
	if (wasOn) await keepOffPanel(db, sessionId, userId);
	return wasOn;
}

/** False for somebody who is not on a session's panel, or has never been in it. */
async function turnIntoGuest(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	const stay = db.selectFrom("stay").select("id").where("session_id", "=", sessionId).where("user_id", "=", userId);
	const { numUpdatedRows } = await db
		.updateTable("attendance")
		.set({ role: "attendee", leads: null, greets: null })
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("role", "=", "panel")
		.where((e) => e.or([e("hosted", "=", 1), e.exists(stay)]))
		.executeTakeFirst();
	return Number(numUpdatedRows) > 0;
}

/** False for somebody who is not on a session's panel. */
async function unseat(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom("attendance")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("role", "=", "panel")
		.executeTakeFirst();
	return Number(numDeletedRows) > 0;
}

/**
 * Drops what waits to be said to people in a session. A message for them alone is given up; as it may be on its way all the
 * same, their greetings stay. One with others in it goes as it is, for it may stand in its channel by now.
 */
async function withdrawUnsaid(db: Queryable, sessionId: string, userIds: readonly string[]): Promise<void> {
	const underWay = await db
		.selectFrom("greeting")
		.innerJoin("message", "message.id", "greeting.message_id")
		.select("message.id")
		.distinct()
		.where("greeting.session_id", "=", sessionId)
		.where("greeting.user_id", "in", userIds)
		.where("message.state", "=", "frozen")
		.orderBy("message.id") // two transactions that take rows in one order never wait for each other
		.execute();
	for (const { id } of underWay) if (!(await isForOthers(db, id, userIds))) await abandonMessage(db, id);
	await db
		.deleteFrom("greeting")
		.where("session_id", "=", sessionId)
		.where("user_id", "in", userIds)
		.where("message_id", "is", null)
		.execute();
}

async function isForOthers(db: Queryable, messageId: string, userIds: readonly string[]): Promise<boolean> {
	const all = await db.selectFrom("greeting").select("user_id").where("message_id", "=", messageId).execute();
	return all.some(({ user_id }) => !userIds.includes(user_id));
}

/** Whom a host regularly leads with on a server. */
export async function coHostsOf(db: Queryable, serverId: string, hostId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("co_host")
		.select("co_host_id")
		.where("server_id", "=", serverId)
		.where("host_id", "=", hostId)
		.orderBy("co_host_id")
		.execute();
	return rows.map((row) => row.co_host_id);
}

/**
 * Replaces whom a host regularly leads with, who from now on are on the panel of the host's sessions that are on. Who is no
 * co-host any more stays on the panel of these. Returns the ids of these sessions. To be called in a transaction.
 */
export async function saveCoHosts(
	db: Queryable,
	{ serverId, hostId }: { serverId: string; hostId: string },
	coHostIds: readonly string[],
	at: number,
): Promise<string[]> {
	await db.deleteFrom("co_host").where("server_id", "=", serverId).where("host_id", "=", hostId).execute();
	if (coHostIds.length > 0) {
		const rows = coHostIds.map((co_host_id) => ({ server_id: serverId, host_id: hostId, co_host_id }));
		await db.insertInto("co_host").values(rows).execute();
	}
	const sessions = await db
		.selectFrom("session")
		.select(["id", "server_id", "host_id", "forgotten_key"])
		.where("server_id", "=", serverId)
		.where("host_id", "=", hostId)
		.where("closed_at", "is", null)
		.execute();
	for (const session of sessions) await seatLeaders(db, session, at);
	return sessions.map(({ id }) => id);
}

/** Who leads a session with its host. */
export async function leadersOf(db: Queryable, sessionId: string): Promise<Set<string>> {
	const rows = await db
		.selectFrom("attendance")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("role", "=", "panel")
		.where("leads", "=", 1)
		.execute();
	return new Set(rows.map((row) => row.user_id));
}

/** What somebody does on a session's panel; null for who is not on it. Its host is on it by leading it. */
export async function dutiesOf(
	db: Queryable,
	{ id, host_id }: Pick<PanelSession, "id" | "host_id">,
	userId: string,
): Promise<Duties | null> {
	if (host_id === userId) return { leads: true, greets: true };
	const row = await db
		.selectFrom("attendance")
		.select(["leads", "greets"])
		.where("session_id", "=", id)
		.where("user_id", "=", userId)
		.where("role", "=", "panel")
		.executeTakeFirst();
	return row ? { leads: row.leads === 1, greets: row.greets === 1 } : null;
}

/** Whether somebody hosts a session on a server that is stored, or has one of the duties of its panel. */
export async function leadsOn(db: Queryable, serverId: string, userId: string): Promise<boolean> {
	const led = await db
		.selectFrom("session")
		.select("id")
		.where("server_id", "=", serverId)
		.where(isLedBy(userId, ["leads", "greets"]))
		.limit(1)
		.executeTakeFirst();
	return led !== undefined;
}

/** Whether somebody hosts a session, or has one of these duties of its panel. */
export function isLedBy(userId: string, duties: readonly (keyof Duties)[]) {
	return (e: ExpressionBuilder<Schema, "session">) =>
		e.or([
			e("host_id", "=", userId),
			e.exists(
				e
					.selectFrom("attendance")
					.select("user_id")
					.whereRef("session_id", "=", "session.id")
					.where("user_id", "=", userId)
					.where("role", "=", "panel")
					.where((one) => one.or(duties.map((duty) => one(duty, "=", 1)))),
			),
		]);
}
