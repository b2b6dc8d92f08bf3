import { describe, expect, it } from "vitest";
import { storedOf } from "../../src/guests/data.ts";
import { eraseUser } from "../../src/store/forgetting.ts";
import { forgetIn } from "../../src/store/forgotten.ts";
import { ofUser } from "../../src/store/holdings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { storeUnused } from "../../src/store/unused-names.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { columnsHolding, fill, placesOf } from "../store/columns.ts";
import { greetingRow, messageRow, sessionRow } from "../store/rows.ts";

const [MAYA, TOM] = ["81000000000000001", "81000000000000002"];
const [ACME, ELSEWHERE] = ["91000000000000001", "91000000000000002"];

/** The columns in which somebody's id is shown to them, as `table.column`. */
async function shownTo(store: Store, userId: string, serverId: string | null): Promise<string[]> {
	const stored = await storedOf(store, { userId, serverId });
	const places = stored.flatMap(({ table, rows }) =>
		rows.flatMap((row) =>
			Object.entries(row).flatMap(([column, value]) => (value === userId ? [`${table}.${column}`] : [])),
		),
	);
	return places.sort();
}

function eraseOf(store: Store, userId: string, serverId: string | null, staysQuiet = false) {
	return store.transaction().execute((db) => eraseUser(db, { userId, serverId, at: 7, staysQuiet }));
}

describeOnBoth("what is stored of somebody", (engine) => {
	it("is every column of every table that holds their id, and nothing of others", async () => {
		const store = await openTestStore(engine);
		await fill(store, { user: MAYA, server: ACME, other: TOM });
		await fill(store, { user: TOM, server: ACME.replace("1", "2"), other: MAYA.replace("1", "2") });
		expect(await shownTo(store, MAYA, null)).toEqual(columnsHolding("user", "users").sort());
		expect(JSON.stringify(await storedOf(store, { userId: MAYA, serverId: null }))).not.toContain(TOM);
	});

	it("is on one server what has that server's id, or its session's", async () => {
		const store = await openTestStore(engine);
		await fill(store, { user: MAYA, server: ACME, other: TOM });
		await fill(store, { user: MAYA, server: ELSEWHERE, other: TOM });
		expect(await shownTo(store, MAYA, ACME)).toEqual(columnsHolding("user", "users").sort());
		expect(JSON.stringify(await storedOf(store, { userId: MAYA, serverId: ACME }))).not.toContain(ELSEWHERE);
	});

	it("is gone once they are forgotten, on that server alone, and but for their wish to be quiet", async () => {
		const store = await openTestStore(engine);
		await fill(store, { user: MAYA, server: ACME, other: TOM });
		const here = await placesOf(store, MAYA);
		await fill(store, { user: MAYA, server: ELSEWHERE, other: TOM });
		await eraseOf(store, MAYA, ACME);
		expect(await shownTo(store, MAYA, ACME)).toEqual([]);
		expect((await placesOf(store, MAYA)).sort()).toEqual(here.sort());
		await eraseOf(store, MAYA, null, true);
		expect(await store.selectFrom("person").selectAll().execute()).toEqual([
			{
				...{ user_id: MAYA, server_id: "", quiet: 1, changed_at: 7 },
				...{ called: null, sound: null, language: null, renamed_on: null, renamed_times: 0 },
			},
		]);
		expect(await placesOf(store, MAYA)).toEqual(["person.user_id"]);
	});

	it("is that they are forgotten, while that session is on", async () => {
		const store = await openTestStore(engine);
		await insertSession(store, sessionRow({ id: "s", server_id: ACME }));
		const key = await forgetIn(store, "s", MAYA);
		const stored = await storedOf(store, { userId: MAYA, serverId: ACME });
		expect(stored.find(({ kind }) => kind === "forgotten")?.rows).toEqual([
			{ session_id: "s", server_id: ACME, room_id: "room" },
		]);
		expect(JSON.stringify(stored)).not.toContain(key);
	});

	it("is that a name of theirs is out of use, without the name, also once they are forgotten", async () => {
		const store = await openTestStore(engine);
		await storeUnused(store, ACME, { userId: MAYA, looks: "kim" });
		const unused = async (userId: string, serverId: string | null) =>
			(await storedOf(store, { userId, serverId })).find(({ kind }) => kind === "unusedNames")?.rows;
		await eraseOf(store, MAYA, null);
		expect(await unused(MAYA, ACME)).toEqual([{ server_id: ACME }]);
		expect(await unused(MAYA, ELSEWHERE)).toEqual([]);
		expect(await unused(TOM, null)).toEqual([]);
		expect(await placesOf(store, MAYA)).toEqual([]);
	});

	it("has times as people write them", async () => {
		const store = await openTestStore(engine);
		await insertSession(store, sessionRow({ id: "s", server_id: ACME }));
		const arrived_at = Date.parse("2026-11-21T12:00:00Z");
		await store
			.insertInto("attendance")
			.values({ session_id: "s", user_id: MAYA, role: "attendee", arrived_at })
			.execute();
		const stored = await storedOf(store, { userId: MAYA, serverId: null });
		expect(stored.find(({ kind }) => kind === "attendances")?.rows).toEqual([
			{
				...{ server_id: ACME, room_id: "room", title: "Pottery", session_id: "s", user_id: MAYA },
				...{ role: "attendee", arrived_at: "2026-11-21T12:00:00.000Z", leads: null },
				...{ greets: null, hosted: null, hello: null },
			},
		]);
	});
});

describeOnBoth("a message that may be on its way", (engine) => {
	async function withMessage(guests: readonly string[]) {
		const store = await openTestStore(engine);
		await insertSession(store, sessionRow({ id: "s", server_id: ACME }));
		await store
			.insertInto("message")
			.values(messageRow({ id: "m", server_id: ACME, mentions: guests.join(" ") }))
			.execute();
		for (const user_id of guests) {
			await store
				.insertInto("greeting")
				.values(greetingRow({ session_id: "s", user_id, message_id: "m" }))
				.execute();
		}
		await eraseOf(store, MAYA, ACME);
		const [message] = await store.selectFrom("message").select(["state", "body", "mentions"]).execute();
		const left = await store.selectFrom("greeting").select("user_id").execute();
		return { message, left };
	}

	it("is given up when it is for somebody alone who is forgotten", async () => {
		const { message, left } = await withMessage([MAYA]);
		expect(message).toEqual({ state: "refused", body: null, mentions: "" });
		expect(left).toEqual([]);
	});

	it("goes on for others who are in it, and pings them alone", async () => {
		const { message, left } = await withMessage([MAYA, TOM]);
		expect(message).toEqual({ state: "frozen", body: "Hello, Maya!", mentions: TOM });
		expect(left).toEqual([{ user_id: TOM }]);
	});
});

describe("what rows are", () => {
	it("is told apart by one word for each table and column with an id", () => {
		const kinds = ofUser(MAYA).map(({ kind }) => kind);
		expect(new Set(kinds).size).toBe(columnsHolding("user", "users").length);
	});
});
