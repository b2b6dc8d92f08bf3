import type { Queryable } from "./queryable.ts";

/** The hash of the commands that an application has registered last, if any. */
export async function registeredHash(db: Queryable, applicationId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("registration")
		.select("hash")
		.where("application_id", "=", applicationId)
		.executeTakeFirst();
	return row?.hash;
}

/** Remembers which commands an application has registered. */
export async function saveRegisteredHash(db: Queryable, applicationId: string, hash: string): Promise<void> {
	await db
		.insertInto("registration")
		.values({ application_id: applicationId, hash })
		.onConflict((c) => c.column("application_id").doUpdateSet({ hash }))
		.execute();
}
