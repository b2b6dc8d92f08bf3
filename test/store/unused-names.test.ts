import { expect, it } from "vitest";
import { serverSettings } from "../../src/store/settings.ts";
import { dropUnused, NAME_CODE, storeUnused, unusedAmong, whereUnused } from "../../src/store/unused-names.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";

const [MAYA, TOM] = ["81000000000000001", "81000000000000002"];
const [ACME, ELSEWHERE] = ["91000000000000001", "91000000000000002"];
const [MAYAS, TOMS] = [
	{ userId: MAYA, looks: "kim" },
	{ userId: TOM, looks: "kim" },
];

describeOnBoth("a name that is out of use", (engine) => {
	it("is that of one person, on one server", async () => {
		const store = await openTestStore(engine);
		await storeUnused(store, ACME, MAYAS);
		await storeUnused(store, ELSEWHERE, { ...MAYAS, looks: "sam" });
		expect(await unusedAmong(store, ACME, [MAYAS, TOMS])).toEqual(new Set([MAYA]));
		expect(await unusedAmong(store, ACME, [{ ...MAYAS, looks: "sam" }])).toEqual(new Set());
		expect(await unusedAmong(store, ELSEWHERE, [MAYAS, TOMS])).toEqual(new Set());
	});

	it("is stored once, and without saying whose it is or which", async () => {
		const store = await openTestStore(engine);
		const code = await storeUnused(store, ACME, MAYAS);
		expect(await storeUnused(store, ACME, MAYAS)).toBe(code);
		expect(code).toMatch(NAME_CODE);
		const rows = await store.selectFrom("unused_name").selectAll().execute();
		expect(rows).toEqual([{ server_id: ACME, user_code: expect.stringMatching(NAME_CODE), name_code: code }]);
		expect(JSON.stringify([rows, await serverSettings(store, ACME)])).not.toMatch(new RegExp(`${MAYA}|kim`));
	});

	it("has other codes on each server, so that nobody can be followed", async () => {
		const store = await openTestStore(engine);
		for (const server of [ACME, ELSEWHERE]) await storeUnused(store, server, MAYAS);
		const rows = await store.selectFrom("unused_name").selectAll().execute();
		expect(new Set(rows.flatMap(({ user_code, name_code }) => [user_code, name_code])).size).toBe(4);
	});

	it("is known to whom it concerns, and to nobody else", async () => {
		const store = await openTestStore(engine);
		await storeUnused(store, ACME, MAYAS);
		await storeUnused(store, ACME, { ...MAYAS, looks: "sam" });
		await storeUnused(store, ELSEWHERE, MAYAS);
		expect(await whereUnused(store, { userId: MAYA, serverId: ACME })).toEqual([ACME, ACME]);
		expect((await whereUnused(store, { userId: MAYA, serverId: null })).sort()).toEqual([ACME, ACME, ELSEWHERE]);
		expect(await whereUnused(store, { userId: TOM, serverId: null })).toEqual([]);
	});

	it("is used again, once that is wanted for that very one", async () => {
		const store = await openTestStore(engine);
		const code = await storeUnused(store, ACME, MAYAS);
		for (const [server, userId, of] of [
			[ELSEWHERE, MAYA, code],
			[ACME, TOM, code],
			[ACME, MAYA, code.replace(/./g, "x")],
		] as const) {
			await dropUnused(store, server, { userId, code: of });
			expect(await unusedAmong(store, ACME, [MAYAS])).toEqual(new Set([MAYA]));
		}
		await dropUnused(store, ACME, { userId: MAYA, code });
		expect(await unusedAmong(store, ACME, [MAYAS])).toEqual(new Set());
	});
});
