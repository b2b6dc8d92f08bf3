import { type RawBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** Some rows of one table. */
export interface Rows {
	table: keyof Schema;
	where: RawBuilder<boolean>;
}

/** Rows that hold something of somebody, and what becomes of them: deleted, or with other values instead. */
export interface Holding extends Rows {
	/** What those rows are, in words for whoever runs Byname. */
	what: string;
	set?: RawBuilder<unknown>;
}

/** What rows that hold something of a user are; phrases go by it. */
export type KindOfUsers =
	| "greetings"
	| "stays"
	| "attendances"
	| "invitations"
	| "takenOff"
	| "pings"
	| "corrections"
	| "wishes"
	| "settings"
	| "coHosts"
	| "coHosting"
	| "texts"
	| "rooms"
	| "sessions";

/** Rows that hold something of a user. */
export interface UsersHolding extends Holding {
	kind: KindOfUsers;
	/** The columns that the user is shown of them; nothing in those is of others. */
	shown: RawBuilder<unknown>;
}

const IN_WHICH_SESSION = sql`
	(SELECT server_id FROM session WHERE session.id = session_id) AS server_id,
	(SELECT room_id FROM session WHERE session.id = session_id) AS room_id,
	(SELECT title FROM session WHERE session.id = session_id) AS title`;

/**
 * What is stored of a user, on one server or with null on all. What others wrote or did stays, without this user's id in it.
 * The rows of a server are those with its id; what somebody says of themselves everywhere has none.
 */
export function ofUser(id: string, serverId: string | null = null): UsersHolding[] {
	const here = serverId === null ? sql`` : sql`AND server_id = ${serverId}`;
	const inSessionsHere =
		serverId === null ? sql`` : sql`AND session_id IN (SELECT id FROM session WHERE server_id = ${serverId})`;
	return [
		// First, as when a message is settled: two transactions that take rows in one order never wait for each other.
		{
			kind: "pings",
			what: "messages that may ping them (the ids are taken out)",
			table: "message",
			where: sql`' ' || mentions || ' ' LIKE ${`% ${id} %`} ${here}`,
			set: sql`mentions = ''`, // they are posted: whom they pinged matters to nobody any more
			shown: sql`id, server_id, channel_id, discord_id, CAST(${id} AS text) AS mentions, posted_at`,
		},
		{
			kind: "greetings",
			what: "greetings",
			table: "greeting",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, greeting.*`,
		},
		{
			kind: "stays",
			what: "stays",
			table: "stay",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, stay.*`,
		},
		{
			kind: "attendances",
			what: "attendances",
			table: "attendance",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, attendance.*`,
		},
		{
			kind: "invitations",
			what: "sessions that they are asked to greet in",
			table: "invitation",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, invitation.*`,
		},
		{
			kind: "takenOff",
			what: "sessions whose panel they were taken off",
			table: "off_panel",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, off_panel.*`,
		},
		{
			kind: "wishes",
			what: "what they have said of themselves (/me)",
			table: "person",
			where: sql`user_id = ${id} ${here}`,
			shown: sql`person.*`,
		},
		{
			kind: "corrections",
			what: "greetings in which they are about to be called otherwise",
			table: "correction",
			where: sql`user_id = ${id} ${inSessionsHere}`,
			shown: sql`${IN_WHICH_SESSION}, correction.*`,
		},
		{
			kind: "settings",
			what: "settings as a host",
			table: "profile",
			where: sql`host_id = ${id} ${here}`,
			shown: sql`profile.*`,
		},
		{
			kind: "coHosts",
			what: "regular co-hosts of theirs",
			table: "co_host",
			where: sql`host_id = ${id} ${here}`,
			shown: sql`server_id, host_id, CASE co_host_id WHEN ${id} THEN co_host_id END AS co_host_id`,
		},
		{
			kind: "coHosting",
			what: "hosts whose regular co-host they are",
			table: "co_host",
			where: sql`co_host_id = ${id} AND host_id <> ${id} ${here}`,
			shown: sql`server_id, co_host_id`,
		},
		{
			kind: "texts",
			what: "texts as a host",
			table: "variant",
			where: sql`host_id = ${id} ${here}`,
			shown: sql`variant.*`,
		},
		{
			kind: "rooms",
			what: "rooms that they regularly host (which then have no regular host)",
			table: "room",
			where: sql`regular_host_id = ${id} ${here}`,
			set: sql`regular_host_id = NULL`,
			shown: sql`id, server_id, regular_host_id`,
		},
		{
			kind: "sessions",
			what: "sessions that they hosted (which stay, without host, note, recap and cue)",
			table: "session",
			where: sql`host_id = ${id} ${here}`,
			set: sql`host_id = NULL, note = NULL, recap = NULL, cue_channel_id = NULL, cue_message_id = NULL`,
			shown: sql`id, server_id, room_id, event_id, host_id, title, starts_at, opened_at, closed_at, language, note, recap,
				cue_channel_id, cue_message_id`,
		},
	];
}

/** What is stored of a server; what refers to other rows comes before those. */
export function ofServer(id: string): Holding[] {
	const inItsSessions = sql<boolean>`session_id IN (SELECT id FROM session WHERE server_id = ${id})`;
	const itsOwn = sql<boolean>`server_id = ${id}`;
	return [
		{ what: "greetings", table: "greeting", where: inItsSessions },
		{ what: "greetings in which somebody is about to be called otherwise", table: "correction", where: inItsSessions },
		{ what: "stays", table: "stay", where: inItsSessions },
		{ what: "attendances", table: "attendance", where: inItsSessions },
		{ what: "people who are asked to greet", table: "invitation", where: inItsSessions },
		{ what: "people who were taken off panels", table: "off_panel", where: inItsSessions },
		{ what: "people who are not greeted again (nobody can tell who)", table: "forgotten", where: inItsSessions },
		{ what: "notes on what nearly went wrong", table: "near_miss", where: inItsSessions },
		{ what: "notes on what hosts are still to be told", table: "untold", where: inItsSessions },
		{
			what: "messages that are being changed",
			table: "revision",
			where: sql`message_id IN (SELECT id FROM message WHERE server_id = ${id})`,
		},
		{
			what: "messages into which a recap is to be put",
			table: "late_recap",
			where: sql`message_id IN (SELECT id FROM message WHERE server_id = ${id})`,
		},
		{ what: "messages", table: "message", where: itsOwn },
		{ what: "sessions", table: "session", where: itsOwn },
		{ what: "settings of the server and its hosts", table: "profile", where: itsOwn },
		{ what: "regular co-hosts of its hosts", table: "co_host", where: itsOwn },
		{ what: "texts of the server and its hosts", table: "variant", where: itsOwn },
		{ what: "what people have said of themselves there (/me)", table: "person", where: itsOwn },
		{ what: "chosen names that are out of use (codes)", table: "unused_name", where: itsOwn },
		{ what: "host roles", table: "host_role", where: itsOwn },
		{ what: "rooms with settings", table: "room", where: itsOwn },
		{ what: "settings of the whole server", table: "server", where: sql`id = ${id}` },
	];
}
