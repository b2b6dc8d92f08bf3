import { sql } from "kysely";
import { expect, it } from "vitest";
import { erase, extentOf, underWay } from "../../src/store/erasure.ts";
import type { Store } from "../../src/store/queryable.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { greetingRow, messageRow, sessionRow } from "./rows.ts";

/** What a column of text holds: the id of a user, ids of users, the id of a server, of a session, of a message; a name; nothing of these. */
type Holds = "user" | "users" | "server" | "session" | "message" | "name" | "nothing";

/**
 * Every column of text there is. A new one is to be added here; if it holds the id of a user or a server, `erasure.ts` is to
 * erase it.
 */
const COLUMNS: Record<string, Record<string, Holds>> = {
	session: {
		...{ id: "session", server_id: "server", room_id: "nothing", stage_id: "nothing", event_id: "nothing" },
		...{ host_id: "user", title: "nothing", language: "nothing" },
		...{ note: "nothing", recap: "nothing" },
		...{ cue_channel_id: "nothing", cue_message_id: "nothing", forgotten_key: "nothing" },
	},
	attendance: { session_id: "session", user_id: "user", role: "nothing" },
	stay: { id: "nothing", session_id: "session", user_id: "user" },
	message: {
		...{ id: "message", server_id: "server", channel_id: "nothing", nonce: "nothing", body: "nothing" },
		...{ mentions: "users", state: "nothing", discord_id: "nothing", button: "nothing" },
	},
	greeting: {
		...{ session_id: "session", user_id: "user", occasion: "nothing", kind: "nothing", channel_id: "nothing" },
		...{ name: "name", message_id: "message" },
	},
	near_miss: { session_id: "session", channel_id: "nothing", kind: "nothing", cause: "nothing" },
	untold: { session_id: "session", channel_id: "nothing", kind: "nothing" },
	server: { id: "server", post_to: "nothing" },
	host_role: { server_id: "server", role_id: "nothing" },
	room: { id: "nothing", server_id: "server", regular_host_id: "user" },
	profile: {
		...{ server_id: "server", host_id: "user", time_zone: "nothing", language: "nothing", pace: "nothing" },
		...{ ping: "nothing", cue: "nothing", cue_to: "nothing" },
	},
	variant: { server_id: "server", host_id: "user", key: "nothing", source: "nothing" },
	registration: { application_id: "nothing", hash: "nothing" },
	start: { id: "nothing" },
	probe: { id: "nothing" },
	owner: { id: "nothing", bot_id: "nothing" },
	forgotten: { session_id: "session", hash: "nothing" },
	person: { user_id: "user", server_id: "server", called: "nothing", sound: "nothing", renamed_on: "nothing" },
};

const [USER, OTHER, SERVER, ELSEWHERE] = ["81000000000000001", "81000000000000002", "91000000000000001", "92"];

/** The columns of a database, table by table. */
async function columnsOf(store: Store) {
	const tables = await store.introspection.getTables();
	return new Map(tables.map(({ name, columns }) => [name, columns]));
}

/** Stores a row in each table, with these ids in every column that holds one. */
async function fill(store: Store, { user, server }: { user: string; server: string }): Promise<void> {
	const own = `of-${user}-in-${server}`;
	const texts: Record<Holds, string | null> = {
		...{ user, users: `${OTHER} ${user}`, server, session: own, message: own, name: null, nothing: own },
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
async function placesOf(store: Store, id: string): Promise<string[]> {
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
function columnsHolding(...kinds: Holds[]): string[] {
	return Object.entries(COLUMNS).flatMap(([table, columns]) =>
		Object.entries(columns).flatMap(([column, holds]) => (kinds.includes(holds) ? [`${table}.${column}`] : [])),
	);
}

describeOnBoth("what is erased", (engine) => {
	it("is decided for every column of text that there is", async () => {
		const tables = await columnsOf(await openTestStore(engine));
		const texts = [...tables].map(([table, columns]) => [
			table,
			columns
				.filter(({ dataType }) => /text/i.test(dataType))
				.map(({ name }) => name)
				.sort(),
		]);
		const decided = Object.entries(COLUMNS).map(([table, columns]) => [table, Object.keys(columns).sort()]);
		expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(decided));
	});

	it("of a user is everything with their id in it, and nothing of others", async () => {
		const store = await openTestStore(engine);
		await fill(store, { user: USER, server: SERVER });
		expect(new Set(await placesOf(store, USER))).toEqual(new Set(columnsHolding("user", "users")));
		const extent = await extentOf(store, { kind: "user", id: USER });
		expect(await store.transaction().execute((db) => erase(db, { kind: "user", id: USER }))).toEqual(extent);
		expect(await placesOf(store, USER)).toEqual([]);
		expect(await extentOf(store, { kind: "user", id: USER })).toEqual(new Map());
		expect(await placesOf(store, SERVER)).toEqual(
			expect.arrayContaining(["session.server_id", "message.server_id", "room.server_id", "server.id"]),
		);
		expect(await store.selectFrom("session").select(["host_id", "note", "recap"]).execute()).toEqual([
			{ host_id: null, note: null, recap: null },
		]);
	});

	it("of a server is everything with its id in it and all that hangs on it, and nothing of others", async () => {
		const store = await openTestStore(engine);
		await fill(store, { user: USER, server: ELSEWHERE });
		await fill(store, { user: OTHER, server: SERVER });
		const elsewhere = await placesOf(store, ELSEWHERE);
		expect(new Set(await placesOf(store, SERVER))).toEqual(new Set(columnsHolding("server")));
		const extent = await extentOf(store, { kind: "server", id: SERVER });
		expect(await store.transaction().execute((db) => erase(db, { kind: "server", id: SERVER }))).toEqual(extent);
		expect(await placesOf(store, SERVER)).toEqual([]);
		expect(await placesOf(store, ELSEWHERE)).toEqual(elsewhere);
		for (const table of ["attendance", "stay", "greeting"] as const) {
			expect(await store.selectFrom(table).select("user_id").execute()).toEqual([{ user_id: USER }]);
		}
	});

	it("of one user is not what is of another whose id contains theirs", async () => {
		const store = await openTestStore(engine);
		await store
			.insertInto("message")
			.values(messageRow({ state: "posted", mentions: `1${USER} ${USER}1` }))
			.execute();
		expect(await extentOf(store, { kind: "user", id: USER })).toEqual(new Map());
	});
});

describeOnBoth("what is under way", (engine) => {
	const session = sessionRow({ id: "s", server_id: SERVER, room_id: "r" });

	it("is a session that is on in a server, or that a user leads or has come to", async () => {
		const store = await openTestStore(engine);
		await store
			.insertInto("session")
			.values({ ...session, host_id: OTHER })
			.execute();
		await store
			.insertInto("attendance")
			.values({ session_id: "s", user_id: USER, role: "attendee", arrived_at: 0 })
			.execute();
		const on = { rooms: ["r"], greetings: 0 };
		const over = { rooms: [], greetings: 0 };
		expect(await underWay(store, { kind: "server", id: SERVER })).toEqual(on);
		expect(await underWay(store, { kind: "user", id: USER })).toEqual(on);
		expect(await underWay(store, { kind: "user", id: OTHER })).toEqual(on);
		expect(await underWay(store, { kind: "user", id: "3" })).toEqual(over);
		expect(await underWay(store, { kind: "server", id: ELSEWHERE })).toEqual(over);
		await store.updateTable("session").set({ closed_at: 1 }).execute();
		expect(await underWay(store, { kind: "server", id: SERVER })).toEqual(over);
		expect(await underWay(store, { kind: "user", id: USER })).toEqual(over);
	});

	it("is a greeting that still has a name to say", async () => {
		const store = await openTestStore(engine);
		await store
			.insertInto("session")
			.values({ ...session, closed_at: 1 })
			.execute();
		await store
			.insertInto("greeting")
			.values(greetingRow({ session_id: "s", user_id: USER, name: "Maya" }))
			.execute();
		for (const erasee of [{ kind: "user", id: USER } as const, { kind: "server", id: SERVER } as const]) {
			expect(await underWay(store, erasee)).toEqual({ rooms: [], greetings: 1 });
		}
		await store.updateTable("greeting").set({ name: null }).execute();
		expect(await underWay(store, { kind: "user", id: USER })).toEqual({ rooms: [], greetings: 0 });
	});
});
