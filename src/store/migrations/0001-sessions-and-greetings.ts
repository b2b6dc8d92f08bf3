import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Sessions, who came to them, and what is said to them.
 *
 * `ifNotExists` throughout: on SQLite a migration is not one transaction, so one that was cut off is simply run again.
 */
export const sessionsAndGreetings = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("session")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("room_id", "text", (c) => c.notNull())
			.addColumn("stage_id", "text")
			.addColumn("event_id", "text")
			.addColumn("occurrence_at", "bigint")
			.addColumn("host_id", "text")
			.addColumn("title", "text", (c) => c.notNull())
			.addColumn("starts_at", "bigint", (c) => c.notNull())
			.addColumn("opened_at", "bigint", (c) => c.notNull())
			.addColumn("empty_since", "bigint")
			.addColumn("closed_at", "bigint")
			.addColumn("note", "text")
			.execute();
		await db.schema
			.createIndex("session_one_open_per_room")
			.ifNotExists()
			.unique()
			.on("session")
			.column("room_id")
			.where("closed_at" as never, "is", null)
			.execute();
		await db.schema
			.createIndex("session_by_room")
			.ifNotExists()
			.on("session")
			.columns(["room_id", "opened_at"])
			.execute();
		await db.schema
			.createIndex("session_by_server")
			.ifNotExists()
			.on("session")
			.columns(["server_id", "closed_at"])
			.execute();

		await db.schema
			.createTable("attendance")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("user_id", "text", (c) => c.notNull())
			.addColumn("role", "text", (c) => c.notNull())
			.addColumn("arrived_at", "bigint", (c) => c.notNull())
			.addPrimaryKeyConstraint("attendance_once", ["session_id", "user_id"])
			.execute();
		await db.schema
			.createIndex("attendance_by_user")
			.ifNotExists()
			.on("attendance")
			.columns(["user_id", "session_id"])
			.execute();

		await db.schema
			.createTable("stay")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("user_id", "text", (c) => c.notNull())
			.addColumn("entered_at", "bigint", (c) => c.notNull())
			.addColumn("left_at", "bigint")
			.addColumn("inferred", "integer", (c) => c.notNull())
			.execute();
		await db.schema
			.createIndex("stay_one_open_per_person")
			.ifNotExists()
			.unique()
			.on("stay")
			.columns(["session_id", "user_id"])
			.where("left_at" as never, "is", null)
			.execute();

		await db.schema
			.createTable("message")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("nonce", "text", (c) => c.notNull())
			.addColumn("body", "text")
			.addColumn("mentions", "text", (c) => c.notNull())
			.addColumn("silent", "integer", (c) => c.notNull())
			.addColumn("state", "text", (c) => c.notNull())
			.addColumn("attempts", "integer", (c) => c.notNull())
			.addColumn("frozen_at", "bigint", (c) => c.notNull())
			.addColumn("posted_at", "bigint")
			.addColumn("discord_id", "text")
			.execute();
		await db.schema
			.createIndex("message_unposted")
			.ifNotExists()
			.on("message")
			.columns(["channel_id", "frozen_at"])
			.where("state" as never, "=", "frozen" as never)
			.execute();
		await db.schema
			.createIndex("message_posted")
			.ifNotExists()
			.on("message")
			.columns(["channel_id", "posted_at"])
			.where("posted_at" as never, "is not", null)
			.execute();

		await db.schema
			.createTable("greeting")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("user_id", "text", (c) => c.notNull())
			.addColumn("occasion", "text", (c) => c.notNull())
			.addColumn("kind", "text", (c) => c.notNull())
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("name", "text")
			.addColumn("minutes", "integer", (c) => c.notNull())
			.addColumn("visits", "integer", (c) => c.notNull())
			.addColumn("missed", "integer", (c) => c.notNull())
			.addColumn("arrived_at", "bigint", (c) => c.notNull())
			.addColumn("neutral", "integer", (c) => c.notNull())
			.addColumn("message_id", "text", (c) => c.references("message.id"))
			.addColumn("posted_at", "bigint")
			.addPrimaryKeyConstraint("greeting_once", ["session_id", "user_id", "occasion"])
			.execute();
		await db.schema
			.createIndex("greeting_waiting")
			.ifNotExists()
			.on("greeting")
			.columns(["channel_id", "arrived_at", "user_id"])
			.where("message_id" as never, "is", null)
			.execute();
		await db.schema
			.createIndex("greeting_unposted")
			.ifNotExists()
			.on("greeting")
			.column("arrived_at")
			.where("posted_at" as never, "is", null)
			.execute();
		await db.schema.createIndex("greeting_by_message").ifNotExists().on("greeting").column("message_id").execute();
	},
} satisfies Migration;
