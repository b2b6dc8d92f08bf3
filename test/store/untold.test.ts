import { expect, it } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { forgetUntold, keepUntold, type UntoldRow, untoldOn } from "../../src/store/untold.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { sessionRow } from "./rows.ts";

const PARKED: UntoldRow = { session_id: "s", channel_id: "room", kind: "parked" };
const CUE: UntoldRow = { session_id: "s", channel_id: "office", kind: "cue" };

/** Henry's session at Acme, of which a parked room and an unfit place for the cue are still to be told. */
async function untoldAtAcme(engine: Engine): Promise<Store> {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s", server_id: "acme", host_id: "henry" }));
	for (const untold of [PARKED, CUE, PARKED]) await keepUntold(store, untold);
	return store;
}

describeOnBoth("what is still to be told", (engine) => {
	it("is known once, on its server alone", async () => {
		const store = await untoldAtAcme(engine);
		expect(await untoldOn(store, "acme", "henry")).toEqual([CUE, PARKED]);
		expect(await untoldOn(store, "elsewhere", "henry")).toEqual([]);
	});

	it("concerns everybody who leads, and a cue its host alone", async () => {
		expect(await untoldOn(await untoldAtAcme(engine), "acme", "olga")).toEqual([PARKED]);
	});

	it("is forgotten one by one", async () => {
		const store = await untoldAtAcme(engine);
		await forgetUntold(store, PARKED);
		expect(await untoldOn(store, "acme", "henry")).toEqual([CUE]);
	});
});
