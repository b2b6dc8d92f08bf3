import { forgetSpots } from "./corrections.ts";
import { forgetIn } from "./forgotten.ts";
import { countHeld, eraseHeld } from "./held.ts";
import { type KindOfUsers, ofUser } from "./holdings.ts";
import { abandonMessage } from "./outcomes.ts";
import { EVERYWHERE, savePerson } from "./people.ts";
import type { Queryable } from "./queryable.ts";

/** How many rows hold something of a user, by what they are; those of which there are none are left out. */
export type ExtentOfUsers = ReadonlyMap<KindOfUsers, number>;

/** A session that is on. */
export interface OpenSession {
	id: string;
	serverId: string;
	roomId: string;
	/** The user in question leads it. */
	isTheirs: boolean;
	/** Something of the user in question is stored in it. */
	holdsThem: boolean;
}

/** A user, on one server, or with null on all, and in what they say of themselves everywhere. */
export interface Whose {
	userId: string;
	serverId: string | null;
}

/** Counts what is stored of a user. */
export async function extentOfUser(db: Queryable, { userId, serverId }: Whose): Promise<ExtentOfUsers> {
	const extent = new Map<KindOfUsers, number>();
	for (const holding of ofUser(userId, serverId)) {
		const n = await countHeld(db, holding);
		if (n > 0) extent.set(holding.kind, n);
	}
	return extent;
}

/** The sessions that are on, and what a user has to do with each. */
export async function sessionsThatAreOn(db: Queryable, { userId, serverId }: Whose): Promise<OpenSession[]> {
	const rows = await db
		.selectFrom("session")
		.select((e) => [
			"id",
			"server_id",
			"room_id",
			"host_id",
			e
				.exists(
					e
						.selectFrom("attendance")
						.select("session_id")
						.whereRef("session_id", "=", "session.id")
						.where("user_id", "=", userId),
				)
				.as("came"),
			e
				.exists(
					e
						.selectFrom("greeting")
						.select("session_id")
						.whereRef("session_id", "=", "session.id")
						.where("user_id", "=", userId),
				)
				.as("greeted"),
		])
		.where("closed_at", "is", null)
		.$if(serverId !== null, (session) => session.where("server_id", "=", serverId ?? ""))
		.execute();
	return rows.map((row) => ({
		id: row.id,
		serverId: row.server_id,
		roomId: row.room_id,
		isTheirs: row.host_id === userId,
		holdsThem: Boolean(row.came) || Boolean(row.greeted),
	}));
}

/** The messages with a greeting for a user that may be on their way: frozen, and not known to stand in their channel. */
export async function messagesUnderWay(db: Queryable, { userId, serverId }: Whose) {
	return db
		.selectFrom("greeting")
		.innerJoin("message", "message.id", "greeting.message_id")
		.select(["message.id", "message.mentions"])
		.distinct()
		.where("greeting.user_id", "=", userId)
		.where("message.state", "=", "frozen")
		.$if(serverId !== null, (message) => message.where("message.server_id", "=", serverId ?? ""))
		.execute();
}

/**
 * Erases what is stored of a user, and returns how much that was. In sessions that are on it is kept in mind, in a way
 * that goes with the session, that they came. With `staysQuiet` that wish is all that is stored of them afterwards. To be
 * called in a transaction.
 */
export async function eraseUser(
	db: Queryable,
	whose: Whose & { at: number; staysQuiet: boolean },
): Promise<ExtentOfUsers> {
	const { userId, serverId, at, staysQuiet } = whose;
	await takeFirst(db, whose);
	for (const { id, holdsThem } of await sessionsThatAreOn(db, whose)) if (holdsThem) await forgetIn(db, id, userId);
	for (const message of await messagesUnderWay(db, whose)) await takeOutOf(db, message, userId);
	await forgetSpots(db, userId, serverId);
	const extent = new Map<KindOfUsers, number>();
	for (const holding of ofUser(userId, serverId)) {
		const n = await eraseHeld(db, holding);
		if (n > 0) extent.set(holding.kind, n);
	}
	if (staysQuiet) await savePerson(db, { userId, serverId: serverId ?? EVERYWHERE, at }, { quiet: 1 });
	return extent;
}

/**
 * Keeps to ourselves what somebody has said of themselves, and their attendances: whoever changes these and greetings takes them
 * first, so nobody waits in a ring.
 */
async function takeFirst(db: Queryable, { userId, serverId }: Whose): Promise<void> {
	await db
		.updateTable("person")
		.set((e) => ({ changed_at: e.ref("changed_at") }))
		.where("user_id", "=", userId)
		.execute();
	const here = db
		.selectFrom("session")
		.select("id")
		.where("server_id", "=", serverId ?? "");
	await db
		.updateTable("attendance")
		.set((e) => ({ role: e.ref("role") }))
		.where("user_id", "=", userId)
		.$if(serverId !== null, (attendance) => attendance.where("session_id", "in", here))
		.execute();
}

/**
 * Gives a message up that was for a user alone. One that others are greeted in goes as it is, because it may stand in its
 * channel by now; but it pings the user no more, and what it says is erased once that is settled.
 */
async function takeOutOf(db: Queryable, message: { id: string; mentions: string }, userId: string): Promise<void> {
	const others = await db
		.selectFrom("greeting")
		.select("user_id")
		.where("message_id", "=", message.id)
		.where("user_id", "<>", userId)
		.limit(1)
		.executeTakeFirst();
	const mentions = message.mentions.split(" ").filter((id) => id !== userId);
	await db
		.updateTable("message")
		.set({ mentions: mentions.join(" ") })
		.where("id", "=", message.id)
		.execute();
	if (!others) await abandonMessage(db, message.id);
}
