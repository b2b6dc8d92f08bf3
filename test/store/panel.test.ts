import { expect, it } from "vitest";
import { hasCome } from "../../src/store/cue-facts.ts";
import { offPanel } from "../../src/store/migrations/0028-off-panel.ts";
import { leadersOf, putOnPanel, saveCoHosts, takeOffPanel } from "../../src/store/panel.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow, stayOf } from "./rows.ts";

async function withSession(engine: Engine) {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s", host_id: "henry" }));
	return store;
}

/** Stores that people have come, each with a greeting, in a message that is on its way if there is one. */
async function come(store: Store, users: readonly string[], messageId: string | null = null): Promise<void> {
	if (messageId !== null)
		await store
			.insertInto("message")
			.values(messageRow({ id: messageId }))
			.execute();
	for (const user_id of users) {
		await store.insertInto("attendance").values(attendanceOf("s", user_id)).execute();
		await store.insertInto("stay").values(stayOf("s", user_id)).execute();
		const greeting = greetingRow({ session_id: "s", user_id, message_id: messageId });
		await store.insertInto("greeting").values(greeting).execute();
	}
}

const put = (store: Store, ...named: string[]) =>
	store.transaction().execute((db) => putOnPanel(db, { id: "s", forgotten_key: null }, named, { at: 7 }));
const takeOff = (store: Store, userId: string) => store.transaction().execute((db) => takeOffPanel(db, "s", userId));
const roles = async (store: Store) =>
	(await store.selectFrom("attendance").select(["user_id", "role"]).orderBy("user_id").execute()).map(
		({ user_id, role }) => `${user_id}: ${role}`,
	);
const waiting = async (store: Store) =>
	(await store.selectFrom("greeting").select("user_id").orderBy("user_id").execute()).map(({ user_id }) => user_id);
const messages = async (store: Store) =>
	(await store.selectFrom("message").select(["id", "state"]).orderBy("id").execute()).map(
		({ id, state }) => `${id} ${state}`,
	);

describeOnBoth("who is taken off the panel", (engine) => {
	it("is no newcomer when they have hosted the session, though none of their stays is stored", async () => {
		const store = await withSession(engine);
		const hosted = { leads: true, hosted: true, at: 7 };
		await store.transaction().execute((db) => putOnPanel(db, { id: "s", forgotten_key: null }, ["henry"], hosted));
		await put(store, "lena");
		expect([await takeOff(store, "henry"), await takeOff(store, "lena")]).toEqual([true, true]);
		expect(await roles(store)).toEqual(["henry: attendee"]);
	});
});

describeOnBoth("who is put on the panel", (engine) => {
	it("is on it, come or not, and what waits for them is withdrawn, and nothing of others", async () => {
		const store = await withSession(engine);
		await come(store, ["ana", "maya"]);
		await put(store, "ana", "lena");
		expect(await roles(store)).toEqual(["ana: panel", "lena: panel", "maya: attendee"]);
		expect(await waiting(store)).toEqual(["maya"]);
	});

	it("has a message for them alone given up; one with others in it goes as it is", async () => {
		const store = await withSession(engine);
		await come(store, ["ana"], "alone");
		await come(store, ["lena", "maya"], "together");
		await put(store, "ana", "lena");
		expect(await messages(store)).toEqual(["alone refused", "together frozen"]);
		const named = await store.selectFrom("greeting").select("user_id").where("name", "is not", null).execute();
		expect(named.map(({ user_id }) => user_id).sort()).toEqual(["lena", "maya"]);
	});

	it("keeps that they were greeted", async () => {
		const store = await withSession(engine);
		await come(store, ["ana"], "posted");
		await store.updateTable("message").set({ state: "posted" }).execute();
		await store.updateTable("greeting").set({ posted_at: 5, name: null }).execute();
		await put(store, "ana");
		expect(await waiting(store)).toEqual(["ana"]);
	});
});

describeOnBoth("who is taken off the panel", (engine) => {
	it("is a guest from then on, or as if never named where they have not come", async () => {
		const store = await withSession(engine);
		await come(store, ["ana"]);
		await put(store, "ana", "lena");
		expect([await takeOff(store, "ana"), await takeOff(store, "lena"), await takeOff(store, "maya")]).toEqual([
			true,
			true,
			false,
		]);
		expect(await roles(store)).toEqual(["ana: attendee"]);
		expect(await waiting(store)).toEqual([]);
	});
});

describeOnBoth("a regular co-host who is taken off the panel before they came", (engine) => {
	it("is nowhere stored as having come, and stays off it until somebody adds them", async () => {
		const store = await withSession(engine);
		const choose = (...coHosts: string[]) =>
			store.transaction().execute((db) => saveCoHosts(db, { serverId: "server", hostId: "henry" }, coHosts, 7));
		await choose("ana");
		expect(await takeOff(store, "ana")).toBe(true);
		expect([await roles(store), await hasCome(store, "s", "ana")]).toEqual([[], false]);
		await choose("ana", "maya");
		expect(await roles(store)).toEqual(["maya: panel"]);
		await put(store, "ana");
		await choose("ana");
		expect(await roles(store)).toEqual(["ana: panel", "maya: panel"]);
		expect(await leadersOf(store, "s")).toEqual(new Set(["ana", "maya"]));
	});

	it("is told from one who has hosted the session, whom the present host leads with regularly", async () => {
		const store = await withSession(engine);
		await store
			.transaction()
			.execute((db) =>
				putOnPanel(db, { id: "s", forgotten_key: null }, ["olga"], { leads: true, hosted: true, at: 7 }),
			);
		await store
			.transaction()
			.execute((db) => saveCoHosts(db, { serverId: "server", hostId: "henry" }, ["olga", "ana"], 7));
		expect([await takeOff(store, "olga"), await takeOff(store, "ana")]).toEqual([true, true]);
		expect(await roles(store)).toEqual(["olga: attendee"]);
	});
});

describeOnBoth("who an earlier Byname took off the panel", (engine) => {
	it("stays off it after the update, and nobody else is", async () => {
		const store = await withSession(engine);
		await come(store, ["ana", "maya"]);
		await store.updateTable("attendance").set({ leads: 0 }).where("user_id", "=", "ana").execute();
		await offPanel.up(store as never);
		await store
			.transaction()
			.execute((db) => saveCoHosts(db, { serverId: "server", hostId: "henry" }, ["ana", "maya"], 7));
		expect(await roles(store)).toEqual(["ana: attendee", "maya: panel"]);
	});
});

describeOnBoth("regular co-hosts", (engine) => {
	it("are put on the panels of their host's sessions that are on, and of no others", async () => {
		const store = await withSession(engine);
		await insertSession(store, sessionRow({ id: "over", room_id: "b", host_id: "henry", closed_at: 1 }));
		await insertSession(store, sessionRow({ id: "hers", room_id: "c", host_id: "olga" }));
		await insertSession(store, sessionRow({ id: "there", room_id: "d", host_id: "henry", server_id: "other" }));
		const named = await store
			.transaction()
			.execute((db) => saveCoHosts(db, { serverId: "server", hostId: "henry" }, ["ana"], 7));
		expect(named).toEqual(["s"]);
		expect(await store.selectFrom("attendance").selectAll().execute()).toEqual([
			{
				...{ session_id: "s", user_id: "ana", role: "panel", arrived_at: 7 },
				...{ leads: 1, greets: null, hosted: null, hello: null },
			},
		]);
	});
});
