import type { Queryable, Store } from "./queryable.ts";

/** Who came, to which session. */
interface Attendee {
	sessionId: string;
	userId: string;
}

/**
 * What is true once a host has said hello to somebody: it is `said` in Byname's place, which is silent now; it is said `too`,
 * for Byname has said it or is about to; nothing of them is stored (any more).
 */
export type Hello = "said" | "too" | "unknown";

/**
 * Books that a host has greeted somebody: in one transaction with taking that greeting from Byname, so that exactly one of
 * the two greets, whatever else happens at the same time. To say it again changes nothing.
 */
export async function sayHello(store: Store, attendee: Attendee): Promise<Hello> {
	return store.transaction().execute(async (db) => {
		await takeFromByname(db, attendee);
		const hello = (await isBynames(db, attendee)) ? "too" : "said";
		const { numUpdatedRows } = await db
			.updateTable("attendance")
			.set({ hello })
			.where("session_id", "=", attendee.sessionId)
			.where("user_id", "=", attendee.userId)
			.where("role", "=", "attendee")
			.executeTakeFirst();
		return Number(numUpdatedRows) === 1 ? hello : "unknown";
	});
}

/** Passes somebody over whom the cue offers to a host. Who has been greeted by them stays so. */
export async function passOver(db: Queryable, { sessionId, userId }: Attendee): Promise<void> {
	await db
		.updateTable("attendance")
		.set({ hello: "passed" })
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("hello", "is", null)
		.execute();
}

/** Removes the greeting that no message carries yet: the row is the job, and the job is done. */
async function takeFromByname(db: Queryable, { sessionId, userId }: Attendee): Promise<void> {
	await db
		.deleteFrom("greeting")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.where("message_id", "is", null)
		.execute();
}

/** Whether a message carries the greeting, and Discord has not refused it. */
async function isBynames(db: Queryable, { sessionId, userId }: Attendee): Promise<boolean> {
	const carried = await db
		.selectFrom("greeting")
		.innerJoin("message", "message.id", "greeting.message_id")
		.select("message.id")
		.where("greeting.session_id", "=", sessionId)
		.where("greeting.user_id", "=", userId)
		.where("greeting.occasion", "=", "arrival")
		.where("message.state", "<>", "refused")
		.executeTakeFirst();
	return carried !== undefined;
}
