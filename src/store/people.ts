import type { Selectable } from "kysely";
import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";
import type { PersonTable } from "./schema.ts";

/** What somebody has said of themselves, on a server or everywhere. */
export type PersonRow = Selectable<PersonTable>;

/** In place of a server's id: what somebody says of themselves wherever they say nothing else. */
export const EVERYWHERE = "";

/** In place of a language: the one that the host speaks, which is also what whoever has said nothing hears. */
export const HOSTS_LANGUAGE = "host";

/** What people say of themselves on a server and everywhere. */
export async function peopleOn(db: Queryable, serverId: string, userIds: readonly string[]): Promise<PersonRow[]> {
	const rows: PersonRow[] = [];
	for (const ids of chunks([...userIds])) {
		const found = await db
			.selectFrom("person")
			.selectAll()
			.where("user_id", "in", ids)
			.where("server_id", "in", [serverId, EVERYWHERE])
			.execute();
		rows.push(...found);
	}
	return rows;
}

/** What somebody says of themselves, on that server or everywhere alone. */
export function personOn(db: Queryable, userId: string, serverId: string): Promise<PersonRow | undefined> {
	return db
		.selectFrom("person")
		.selectAll()
		.where("user_id", "=", userId)
		.where("server_id", "=", serverId)
		.executeTakeFirst();
}

const NOTHING_SAID = { called: null, sound: null, quiet: null, language: null, renamed_on: null, renamed_times: 0 };

/** Changes what somebody says of themselves. */
export async function savePerson(
	db: Queryable,
	{ userId, serverId, at }: { userId: string; serverId: string; at: number },
	change: Partial<Omit<PersonRow, "user_id" | "server_id" | "changed_at">>,
): Promise<void> {
	await db
		.insertInto("person")
		.values({ user_id: userId, server_id: serverId, ...NOTHING_SAID, ...change, changed_at: at })
		.onConflict((c) => c.columns(["user_id", "server_id"]).doUpdateSet({ ...change, changed_at: at }))
		.execute();
}

/** Takes back on all servers that somebody wants to be named there. */
export async function unsayNamed(db: Queryable, userId: string): Promise<void> {
	await db.updateTable("person").set({ quiet: null }).where("user_id", "=", userId).where("quiet", "=", 0).execute();
}

/** Takes back what somebody is called on a server: what they say everywhere holds there, too. */
export async function unsayName(db: Queryable, userId: string, serverId: string): Promise<void> {
	const person = db.updateTable("person").set({ called: null, sound: null });
	await person.where("user_id", "=", userId).where("server_id", "=", serverId).execute();
}

/** Who has said something of themselves since a time, anywhere, and when last; all of them with null. */
export async function whoHasChanged(db: Queryable, since: number | null): Promise<{ userId: string; at: number }[]> {
	const rows = await db
		.selectFrom("person")
		.select((e) => ["user_id", e.fn.max("changed_at").as("at")])
		.groupBy("user_id")
		.$if(since !== null, (person) => person.where("changed_at", ">=", since ?? 0))
		.execute();
	return rows.map(({ user_id, at }) => ({ userId: user_id, at: Number(at) }));
}

/** How often somebody has chosen a name on a day (`YYYY-MM-DD`, UTC), wherever that was. */
export async function timesRenamed(db: Queryable, userId: string, day: string): Promise<number> {
	const row = await db
		.selectFrom("person")
		.select((e) => e.fn.sum<number | null>("renamed_times").as("times"))
		.where("user_id", "=", userId)
		.where("renamed_on", "=", day)
		.executeTakeFirst();
	return Number(row?.times ?? 0);
}
