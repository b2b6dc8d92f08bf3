import { sql } from "kysely";
import type { Store } from "../../src/store/queryable.ts";

/** What a column of text holds: the id of a user, ids of users, the id of a server, of a session, of a message; a name; nothing of these. */
export type Holds = "user" | "users" | "server" | "session" | "message" | "name" | "nothing";

/**
 * Every column of text there is. A new one is to be added here; if it holds the id of a user or a server, `holdings.ts` is to
 * know it.
 */
export const COLUMNS: Record<string, Record<string, Holds>> = {
	session: {
		...{ id: "session", server_id: "server", room_id: "nothing", stage_id: "nothing", event_id: "nothing" },
		...{ host_id: "user", title: "nothing", language: "nothing" },
		...{ note: "nothing", recap: "nothing" },
		...{ cue_channel_id: "nothing", cue_message_id: "nothing", forgotten_key: "nothing" },
	},
	attendance: { session_id: "session", user_id: "user", role: "nothing", hello: "nothing" },
	invitation: { session_id: "session", user_id: "user" },
	off_panel: { session_id: "session", user_id: "user" },
	stay: { id: "nothing", session_id: "session", user_id: "user" },
	message: {
		...{ id: "message", server_id: "server", channel_id: "nothing", nonce: "nothing", body: "nothing" },
		...{ mentions: "users", state: "nothing", discord_id: "nothing", button: "nothing", layout: "nothing" },
		...{ thanked_session_id: "session", recap_button: "nothing" },
	},
	greeting: {
		...{ session_id: "session", user_id: "user", occasion: "nothing", kind: "nothing", channel_id: "nothing" },
		...{ name: "name", message_id: "message" },
	},
	correction: { session_id: "session", user_id: "user", occasion: "nothing", channel_id: "nothing" },
	late_recap: { message_id: "message", channel_id: "nothing" },
	revision: { message_id: "message", token: "nothing", layout: "nothing" },
	near_miss: { session_id: "session", channel_id: "nothing", kind: "nothing", cause: "nothing" },
	untold: { session_id: "session", channel_id: "nothing", kind: "nothing" },
	server: { id: "server", post_to: "nothing", unused_key: "nothing" },
	host_role: { server_id: "server", role_id: "nothing" },
	room: { id: "nothing", server_id: "server", regular_host_id: "user", names: "nothing" },
	profile: {
		...{ server_id: "server", host_id: "user", time_zone: "nothing", language: "nothing", pace: "nothing" },
		...{ after_hours: "nothing" },
		...{ ping: "nothing", cue: "nothing", cue_to: "nothing" },
	},
	co_host: { server_id: "server", host_id: "user", co_host_id: "user" },
	variant: { server_id: "server", host_id: "user", key: "nothing", source: "nothing" },
	registration: { application_id: "nothing", hash: "nothing" },
	start: { id: "nothing" },
	probe: { id: "nothing" },
	owner: { id: "nothing", bot_id: "nothing" },
	forgotten: { session_id: "session", hash: "nothing" },
	unused_name: { server_id: "server", user_code: "nothing", name_code: "nothing" },
	person: {
		...{ user_id: "user", server_id: "server", called: "nothing", sound: "nothing", language: "nothing" },
		renamed_on: "nothing",
	},
};

/** The columns of a database, table by table. */
export async function columnsOf(store: Store) {
	const tables = await store.introspection.getTables();
	return new Map(tables.map(({ name, columns }) => [name, columns]));
}

/** Stores a row in each table, with these ids in every column that holds one; `other` stands beside the user in lists. */
export async function fill(
	store: Store,
	{ user, server, other }: { user: string; server: string; other: string },
): Promise<void> {
	const own = `of-${user}-in-${server}`;
	const texts: Record<Holds, string | null> = {
		...{ user, users: `${other} ${user}`, server, session: own, message: own, name: null, nothing: own },
	};
	const tables = await columnsOf(store);
	for (const [table, holds] of Object.entries(COLUMNS)) {
		const row = (tables.get(table) ?? []).map(({ name }) => [
			name,
			name in holds ? texts[holds[name] ?? "nothing"] : 0,
		]);
		await store
			.insertInto(table as "probe")
			.values(Object.fromEntries(row))
			.execute();
	}
	await store.updateTable("session").set({ closed_at: 1 }).execute();
}

/** Every place in the database where an id stands by itself, or in a list of ids. */
export async function placesOf(store: Store, id: string): Promise<string[]> {
	const places: string[] = [];
	for (const table of (await columnsOf(store)).keys()) {
		const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(store);
		for (const row of rows) {
			for (const [column, value] of Object.entries(row)) {
				if (String(value).split(" ").includes(id)) places.push(`${table}.${column}`);
			}
		}
	}
	return places;
}

/** The columns that hold something of a kind, as `table.column`. */
export function columnsHolding(...kinds: Holds[]): string[] {
	return Object.entries(COLUMNS).flatMap(([table, columns]) =>
		Object.entries(columns).flatMap(([column, holds]) => (kinds.includes(holds) ? [`${table}.${column}`] : [])),
	);
}
