import type { Queryable, Store } from "./queryable.ts";

/** Who came, to which session. */
interface AttendeeRef {
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
export async function sayHello(store: Store, attendee: AttendeeRef): Promise<Hello> {
	return store.transaction().execute(async (db) => {
		// First the attendance and then the greeting: whoever changes both takes them in this order.
		if (!(await setHello(db, attendee, "too"))) return "unknown";
		if (await isBynames(db, attendee)) return "too";
		await withdraw(db, attendee);
		await setHello(db, attendee, "said");
		return "said";
	});
}

/** Passes somebody over whom the cue offers to a host. Who has been greeted by them stays so. */
export async function passOver(db: Queryable, { sessionId, userId }: AttendeeRef): Promise<void> {
	await db
		.updateTable("attendance")
		.set({ hello: "passed" })
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("hello", "is", null)
		.execute();
}

async function setHello(db: Queryable, { sessionId, userId }: AttendeeRef, hello: "said" | "too"): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("attendance")
		.set({ hello })
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("role", "=", "attendee")
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** Whether a message carries the greeting, and Discord has not refused it. The greeting's row is kept to ourselves from here on. */
async function isBynames(db: Queryable, { sessionId, userId }: AttendeeRef): Promise<boolean> {
	const greeting = await db
		.updateTable("greeting")
		.set((e) => ({ neutral: e.ref("neutral") })) // as it is: so that nobody ties it to a message, or takes it from one, meanwhile
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.returning("message_id")
		.executeTakeFirst();
	if (greeting?.message_id == null) return false;
	const message = await db
		.selectFrom("message")
		.select("state")
		.where("id", "=", greeting.message_id)
		.executeTakeFirst();
	return message !== undefined && message.state !== "refused";
}

/** Removes the greeting that no message carries yet: the row is the job, and the job is done. */
async function withdraw(db: Queryable, { sessionId, userId }: AttendeeRef): Promise<void> {
	await db
		.deleteFrom("greeting")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.where("message_id", "is", null)
		.execute();
}
