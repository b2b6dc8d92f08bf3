import { expect, it } from "vitest";
import { forgetForgotten, forgetIn, forgottenAmong, whereForgotten } from "../../src/store/forgotten.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { sessionRow } from "./rows.ts";

const [MAYA, TOM] = ["81000000000000001", "81000000000000002"];

describeOnBoth("who is forgotten", (engine) => {
	async function withSessions() {
		const store = await openTestStore(engine);
		for (const id of ["s1", "s2"]) await insertSession(store, sessionRow({ id, room_id: `room of ${id}` }));
		return store;
	}

	it("is known in the session where they asked for it, and in no other", async () => {
		const store = await withSessions();
		const key = await forgetIn(store, "s1", MAYA);
		const other = await forgetIn(store, "s2", TOM);
		if (key === null || other === null) throw new Error("a session is over");
		expect(await forgottenAmong(store, { id: "s1", key }, [MAYA, TOM])).toEqual(new Set([MAYA]));
		expect(await forgottenAmong(store, { id: "s2", key: other }, [MAYA, TOM])).toEqual(new Set([TOM]));
		expect(await whereForgotten(store, MAYA)).toEqual([{ sessionId: "s1", serverId: "server", roomId: "room of s1" }]);
	});

	it("shares the session's key with others, and asks twice for the same", async () => {
		const store = await withSessions();
		const key = await forgetIn(store, "s1", MAYA);
		expect(await forgetIn(store, "s1", TOM)).toBe(key);
		expect(await forgetIn(store, "s1", MAYA)).toBe(key);
		const rows = await store.selectFrom("forgotten").selectAll().execute();
		expect(rows).toHaveLength(2);
		expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${MAYA}|${TOM}`));
	});

	it("stands under another hash in each session, so that nobody can be followed", async () => {
		const store = await withSessions();
		await forgetIn(store, "s1", MAYA);
		await forgetIn(store, "s2", MAYA);
		const rows = await store.selectFrom("forgotten").select("hash").distinct().execute();
		expect(rows).toHaveLength(2);
	});

	it("is nobody in a session that is over", async () => {
		const store = await withSessions();
		await forgetIn(store, "s1", MAYA);
		await store.updateTable("session").set({ closed_at: 1, forgotten_key: null }).where("id", "=", "s1").execute();
		await forgetForgotten(store, "s1");
		expect(await forgetIn(store, "s1", MAYA)).toBeNull();
		expect(await store.selectFrom("forgotten").selectAll().execute()).toEqual([]);
		expect(await whereForgotten(store, MAYA)).toEqual([]);
	});
});
