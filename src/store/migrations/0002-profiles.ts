import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** What servers and hosts set, and what sessions need to hear of it. */
export const profiles = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("server")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("post_to", "text")
			.addColumn("retention_days", "integer")
			.addColumn("welcomed_at", "bigint")
			.execute();
		await db.schema
			.createTable("host_role")
			.ifNotExists()
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("role_id", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("host_role_once", ["server_id", "role_id"])
			.execute();
		await db.schema
			.createTable("room")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("regular_host_id", "text")
			.addColumn("ignored", "integer", (c) => c.notNull())
			.execute();
		await db.schema.createIndex("room_by_server").ifNotExists().on("room").column("server_id").execute();
		await db.schema
			.createTable("profile")
			.ifNotExists()
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("host_id", "text", (c) => c.notNull())
			.addColumn("time_zone", "text")
			.addColumn("language", "text")
			.addColumn("late_after_minutes", "integer")
			.addColumn("delay_seconds", "integer")
			.addColumn("ping", "text")
			.addColumn("cue", "text")
			.addColumn("cue_to", "text")
			.addPrimaryKeyConstraint("profile_once", ["server_id", "host_id"])
			.execute();
		await db.schema
			.createTable("variant")
			.ifNotExists()
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("host_id", "text", (c) => c.notNull())
			.addColumn("key", "text", (c) => c.notNull())
			.addColumn("position", "integer", (c) => c.notNull())
			.addColumn("source", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("variant_once", ["server_id", "host_id", "key", "position"])
			.execute();
		await db.schema
			.createTable("registration")
			.ifNotExists()
			.addColumn("application_id", "text", (c) => c.primaryKey())
			.addColumn("hash", "text", (c) => c.notNull())
			.execute();
		await addColumn(db, "session", "recap", "text");
		await addColumn(db, "session", "ended_by_host", "integer");
		await addColumn(db, "session", "cue_channel_id", "text");
		await addColumn(db, "session", "cue_message_id", "text");
		await addColumn(db, "greeting", "due_at", "bigint");
	},
} satisfies Migration;
