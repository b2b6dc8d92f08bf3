import { expect, it } from "vitest";
import { erase, extentOf, underWay } from "../../src/store/erasure.ts";
import { forgetIn } from "../../src/store/forgotten.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { COLUMNS, columnsHolding, columnsOf, fill, placesOf } from "./columns.ts";
import { greetingRow, messageRow, sessionRow } from "./rows.ts";

const [USER, OTHER, SERVER, ELSEWHERE] = ["81000000000000001", "81000000000000002", "91000000000000001", "92"];

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
		await fill(store, { other: OTHER, user: USER, server: SERVER });
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
		await fill(store, { other: OTHER, user: USER, server: ELSEWHERE });
		await fill(store, { other: USER, user: OTHER, server: SERVER });
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

	it("is a session in which a user is forgotten, who would be greeted again", async () => {
		const store = await openTestStore(engine);
		await store.insertInto("session").values(session).execute();
		await forgetIn(store, "s", USER);
		expect(await underWay(store, { kind: "user", id: USER })).toEqual({ rooms: ["r"], greetings: 0 });
		expect(await underWay(store, { kind: "user", id: OTHER })).toEqual({ rooms: [], greetings: 0 });
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
