import { describe, expect, it, onTestFinished } from "vitest";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { temporaryDatabase } from "../engines.ts";
import { proxyTo } from "./proxy.ts";
import { sessionRow } from "./rows.ts";

/** More than a statement on a few rows takes on a busy machine. */
const STATEMENT_MS = 1_500;

/** A store over a line that can swallow, with several connections open. */
async function storeOverProxy() {
	const proxy = await proxyTo(await temporaryDatabase());
	const broken: Error[] = [];
	const store = await openStore(proxy.url, (error) => broken.push(error), { statementMs: STATEMENT_MS });
	onTestFinished(() => store.destroy());
	const ids = () => store.selectFrom("session").select("id").orderBy("id").execute();
	await Promise.all([ids(), ids(), ids()]);
	return { proxy, store, ids, broken };
}

describe("a PostgreSQL connection that swallows what is sent", () => {
	it("is given up, with all others that nobody uses, and the next statement has a new one", async () => {
		const { proxy, ids } = await storeOverProxy();
		proxy.swallow();
		const before = proxy.connections;
		await expect(ids()).rejects.toThrow(/timeout/);
		expect(await ids()).toEqual([]); // over one of the others it would have failed like the first
		expect(proxy.connections).toBe(before + 1);
	});

	it("keeps nothing locked that its transaction has stored", async () => {
		const { proxy, store, ids } = await storeOverProxy();
		const cut = store.transaction().execute(async (db) => {
			await insertSession(db, sessionRow({ id: "cut off", room_id: "1" }));
			proxy.swallow();
			await insertSession(db, sessionRow({ id: "never heard", room_id: "2" }));
		});
		await expect(cut).rejects.toThrow(/timeout/);
		expect(await insertSession(store, sessionRow({ id: "again", room_id: "1" }))).toBe(true);
		expect(await ids()).toEqual([{ id: "again" }]);
	});

	it("fails whoever wants a new one meanwhile, in a while", async () => {
		const { proxy, ids } = await storeOverProxy();
		proxy.swallow();
		proxy.swallowsNew = true;
		await expect(ids()).rejects.toThrow(/timeout/);
		await expect(ids()).rejects.toThrow(/timeout/); // without a limit it would wait until the test's own time is over
		proxy.swallowsNew = false;
		expect(await ids()).toEqual([]);
	});
});
