import { expect, it } from "vitest";
import { insertSession, latestSessionsIn } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { sessionRow } from "./rows.ts";

describeOnBoth("the sessions last held in a room", (engine) => {
	it("come by when they opened last: one that has opened again since comes before what was held in between", async () => {
		const store = await openTestStore(engine);
		for (const session of [
			{ id: "between", opened_at: 5, closed_at: 6 },
			{ id: "again", opened_at: 3, reopened_at: 9, closed_at: 10 },
			{ id: "long ago", opened_at: 1, reopened_at: 2, closed_at: 3 },
			{ id: "elsewhere", opened_at: 20, room_id: "another" },
		]) {
			await insertSession(store, sessionRow(session));
		}
		const latest = async (limit: number) => (await latestSessionsIn(store, "room", limit)).map(({ id }) => id);
		expect(await latest(5)).toEqual(["again", "between", "long ago"]);
		expect(await latest(1)).toEqual(["again"]);
	});
});
