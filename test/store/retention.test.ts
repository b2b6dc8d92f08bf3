import { expect, it } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import {
	claimLook,
	eraseOld,
	eraseRemoved,
	erasingToTell,
	knownServers,
	noteBack,
	noteRemoved,
	noteTold,
	noteUntold,
	untoldErasing,
} from "../../src/store/retention.ts";
import { saveHostRoles, saveProfile, saveServer, serverSettings } from "../../src/store/settings.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { count, countAll, held, OF_SESSIONS, sessionIds } from "./held.ts";
import { messageRow } from "./rows.ts";

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 5, 1);
/** What was told so many days ago. */
const ahead = (days: number) => ({ days: 90, from: daysAgo(days) + 7 * DAY_MS });
const daysAgo = (days: number) => NOW - days * DAY_MS;

/** A store in which Acme was told of the erasing long ago. */
async function toldStore(engine: Parameters<typeof openTestStore>[0]): Promise<Store> {
	const store = await openTestStore(engine);
	await saveServer(store, "acme", { retention_told_at: daysAgo(60) });
	return store;
}

/** Erases until there is nothing left. Returns how many rows went in each piece. */
async function piecesOf(erase: () => Promise<number>): Promise<number[]> {
	const pieces: number[] = [];
	for (let rows = await erase(); rows > 0; rows = await erase()) pieces.push(rows);
	return pieces;
}

/** Erases what is old at Acme. Returns how many rows went in each piece. */
function eraseAllOld(store: Store, now = NOW): Promise<number[]> {
	return piecesOf(() => eraseOld(store, "acme", now));
}

describeOnBoth("what is older than a server keeps it", (engine) => {
	it("is erased with all that hangs on it; nothing newer, and nothing of another server", async () => {
		const store = await toldStore(engine);
		const newer = await held(store, daysAgo(89));
		const elsewhere = await held(store, daysAgo(300), { server: "elsewhere" });
		const before = await Promise.all(OF_SESSIONS.map((table) => count(store, table)));
		await held(store, daysAgo(91));
		await held(store, daysAgo(300));
		await eraseAllOld(store);
		expect((await sessionIds(store)).sort()).toEqual([newer, elsewhere].sort());
		expect(await Promise.all(OF_SESSIONS.map((table) => count(store, table)))).toEqual(before);
	});

	it("goes in transactions of at most 500 rows, and is what they say it is", async () => {
		const store = await toldStore(engine);
		await held(store, daysAgo(100), { guests: 600 });
		await held(store, daysAgo(95), { guests: 3 });
		const stored = [await countAll(store)];
		const pieces = await piecesOf(async () => {
			const rows = await eraseOld(store, "acme", NOW);
			stored.push(await countAll(store));
			return rows;
		});
		const gone = stored.slice(1).map((left, n) => (stored[n] ?? 0) - left);
		expect(gone).toEqual([...pieces, 0]);
		expect([stored[0], stored.at(-1)]).toEqual([1821, 0]);
		expect(Math.max(...pieces)).toBeLessThanOrEqual(500);
	});

	it("is no session that is on, however long", async () => {
		const store = await toldStore(engine);
		const on = await held(store, null);
		expect(await eraseAllOld(store)).toEqual([]);
		expect(await sessionIds(store)).toEqual([on]);
	});

	it("is no session with a greeting that waits, until that is posted", async () => {
		const store = await toldStore(engine);
		const waiting = await held(store, daysAgo(100), { waiting: true });
		await held(store, daysAgo(99));
		await eraseAllOld(store);
		expect(await sessionIds(store)).toEqual([waiting]);
		expect([await count(store, "greeting"), await count(store, "message")]).toEqual([2, 1]);
		await store.updateTable("greeting").set({ name: null }).execute();
		await store.updateTable("message").set({ state: "posted" }).execute();
		await eraseAllOld(store);
		expect(await countAll(store)).toBe(0);
	});

	it("is also a message that carries nobody any more; one that is younger than that stays, and so does one to be posted", async () => {
		const store = await toldStore(engine);
		const refused = messageRow({ server_id: "acme", state: "refused", frozen_at: daysAgo(91) });
		const young = messageRow({ server_id: "acme", state: "posted", frozen_at: daysAgo(89) });
		const unposted = messageRow({ server_id: "acme", state: "frozen", frozen_at: daysAgo(91) });
		await store.insertInto("message").values([refused, young, unposted]).execute();
		await eraseAllOld(store);
		const left = await store.selectFrom("message").select("id").execute();
		expect(left.map(({ id }) => id).sort()).toEqual([young.id, unposted.id].sort());
	});

	it.each<[days: number, ended: number, isErased: boolean]>([
		[30, 31, true],
		[30, 29, false],
		[365, 300, false],
		[1, 2, true],
	])("where it is kept for %i days, %i days after its end: erased is %s", async (days, ended, isErased) => {
		const store = await toldStore(engine);
		await saveServer(store, "acme", { retention_days: days });
		await held(store, daysAgo(ended));
		expect((await eraseAllOld(store)).length > 0).toBe(isErased);
	});

	it("is what the server says at that moment: a longer time that is set in the middle holds for the rest", async () => {
		const store = await toldStore(engine);
		for (const days of [100, 101]) await held(store, daysAgo(days));
		await eraseOld(store, "acme", NOW);
		await saveServer(store, "acme", { retention_days: 365 });
		expect(await eraseAllOld(store)).toEqual([]);
		expect(await count(store, "session")).toBe(1);
	});

	it("stays until the server has been told, and for a week from then", async () => {
		const store = await openTestStore(engine);
		await held(store, daysAgo(100));
		await saveServer(store, "acme", { retention_days: null });
		expect(await eraseAllOld(store)).toEqual([]);
		await noteTold(store, "acme", ahead(6));
		expect(await eraseAllOld(store)).toEqual([]);
		await noteTold(store, "acme", ahead(0)); // told again: the first time counts
		expect(await eraseAllOld(store, NOW + DAY_MS)).toHaveLength(2);
	});
});

describeOnBoth("what a server is to be told of", (engine) => {
	it.each<[title: string, ended: number | null, days: number | null, ahead: number | null]>([
		["nothing while nothing is stored", Number.NaN, null, null],
		["nothing of a session that is on", null, null, null],
		["nothing more than a week before anything is erased", 82, null, null],
		["the first erasing, a week before", 84, null, 90],
		["that old attendance is to be erased", 400, null, 90],
		["for how long it is kept there", 30, 36, 36],
		["nothing while it is kept for longer", 300, 365, null],
		["any session where it is kept for a week or less", 0.5, 7, 7],
	])("is %s", async (_title, ended, days, ahead) => {
		const store = await openTestStore(engine);
		if (days !== null) await saveServer(store, "acme", { retention_days: days });
		if (!Number.isNaN(ended)) await held(store, ended === null ? null : daysAgo(ended));
		const told = await erasingToTell(store, "acme", NOW);
		expect(told).toEqual(ahead === null ? null : { days: ahead, from: NOW + 7 * DAY_MS });
	});

	it("waits for a command only once it could not be told otherwise, and until it has been told", async () => {
		const store = await openTestStore(engine);
		await held(store, daysAgo(100));
		await knownServers(store);
		expect(await untoldErasing(store, "acme", NOW)).toBeNull();
		await noteUntold(store, "acme");
		expect(await untoldErasing(store, "acme", NOW)).toMatchObject({ days: 90 });
		await noteTold(store, "acme", ahead(0));
		await noteUntold(store, "acme"); // by another process
		expect(await untoldErasing(store, "acme", NOW)).toBeNull();
	});

	it("is nothing once it has been told", async () => {
		const store = await openTestStore(engine);
		await held(store, daysAgo(100));
		await saveServer(store, "acme", { retention_told_at: NOW });
		expect(await erasingToTell(store, "acme", NOW)).toBeNull();
	});
});

describeOnBoth("a server that has removed Byname", (engine) => {
	/** Acme, which has removed Byname so many days ago, and of which much is stored. */
	async function removed(days: number): Promise<Store> {
		const store = await openTestStore(engine);
		await held(store, daysAgo(1), { guests: 600 });
		await held(store, daysAgo(50));
		await saveProfile(store, "acme", "henry", { language: "de" });
		await saveHostRoles(store, "acme", ["role"]);
		await knownServers(store);
		await noteRemoved(store, "acme", daysAgo(days));
		return store;
	}

	it("is erased whole after 30 days, in transactions of at most 500 rows, and no other is", async () => {
		const store = await removed(30);
		const elsewhere = await held(store, daysAgo(300), { server: "elsewhere" });
		await knownServers(store);
		const pieces = await piecesOf(() => eraseRemoved(store, "acme", NOW));
		expect(pieces.reduce((sum, rows) => sum + rows)).toBe(1821);
		expect(Math.max(...pieces)).toBeLessThanOrEqual(500);
		expect(await knownServers(store)).toEqual(["elsewhere"]);
		expect(await sessionIds(store)).toEqual([elsewhere]);
		for (const table of ["profile", "host_role"] as const) expect(await count(store, table)).toBe(0);
		expect(await count(store, "attendance")).toBe(2);
	});

	it("stays until then", async () => {
		const store = await removed(29.9);
		expect(await eraseRemoved(store, "acme", NOW)).toBe(0);
	});

	it("stays when it is back, also in the middle", async () => {
		const store = await removed(30);
		expect(await eraseRemoved(store, "acme", NOW)).toBeGreaterThan(0);
		await noteBack(store, "acme");
		expect(await eraseRemoved(store, "acme", NOW)).toBe(0);
		expect(await knownServers(store)).toEqual(["acme"]);
	});

	it("is removed since that was noticed first", async () => {
		const store = await removed(30);
		await noteRemoved(store, "acme", NOW);
		expect((await serverSettings(store, "acme"))?.removed_at).toBe(daysAgo(30));
	});
});

describeOnBoth("the daily look at a server", (engine) => {
	it("is one process's, of those that would begin it at once", async () => {
		const store = await openTestStore(engine);
		await saveServer(store, "acme", { retention_days: null });
		const look = { id: "acme", looked_at: null };
		const claims = await Promise.all([1, 2, 3].map((ms) => claimLook(store, look, { at: NOW + ms, now: NOW + ms })));
		expect(claims.filter(Boolean)).toHaveLength(1);
	});

	it("takes what a fast clock has stored for what happened now", async () => {
		const store = await openTestStore(engine);
		const later = NOW + 400 * DAY_MS;
		await saveServer(store, "acme", { retention_told_at: later, removed_at: later });
		await claimLook(store, { id: "acme", looked_at: null }, { at: NOW, now: NOW });
		expect(await serverSettings(store, "acme")).toMatchObject({ retention_told_at: NOW, removed_at: NOW });
	});
});

describeOnBoth("the servers of which anything is stored", (engine) => {
	it("are those with sessions, settings or texts, each with a row of its own", async () => {
		const store = await openTestStore(engine);
		expect(await knownServers(store)).toEqual([]);
		await held(store, daysAgo(1), { server: "sessions" });
		await saveProfile(store, "settings", "henry", { language: "de" });
		await saveServer(store, "told", { retention_days: 30 });
		expect(await knownServers(store)).toEqual(["sessions", "settings", "told"]);
		expect(await serverSettings(store, "told")).toMatchObject({ retention_days: 30 });
		expect(await serverSettings(store, "sessions")).toMatchObject({ retention_days: null, removed_at: null });
	});
});
