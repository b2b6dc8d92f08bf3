import { expect, it } from "vitest";
import { askForRecap, channelsForRecaps, dropOldRecaps, endRecap, recapsIn } from "../../src/store/late-recaps.ts";
import { insertMessage } from "../../src/store/outbox.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { messageRow, sessionRow } from "./rows.ts";

const SLIDES = "https://example.com/slides";
const ASKED = { sessionId: "s", serverId: "server", at: 5 };

/** A session is over whose guests were thanked in two messages; it is known of the first what stands where in it. */
async function over(engine: Engine) {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s", recap: SLIDES }));
	await insertSession(store, sessionRow({ id: "another", room_id: "another room" }));
	const thanks = { thanked_session_id: "s", layout: "{}" };
	await insertMessage(store, messageRow({ id: "fresh", ...thanks }));
	await insertMessage(store, messageRow({ id: "old", ...thanks, layout: null }));
	await insertMessage(store, messageRow({ id: "another's", ...thanks, thanked_session_id: "another" }));
	await insertMessage(store, messageRow({ id: "greeting", ...thanks, thanked_session_id: null }));
	return store;
}

describeOnBoth("a recap that comes later", (engine) => {
	it("is to stand in the thanks of its session of which it is known what stands where", async () => {
		const store = await over(engine);
		expect(await askForRecap(store, ASKED)).toEqual(["room"]);
		expect(await channelsForRecaps(store)).toEqual(["room"]);
		expect(await recapsIn(store, "room")).toMatchObject([{ message_id: "fresh", recap: SLIDES, asked_at: 5 }]);
	});

	it("is still to be put there when it is asked for anew while that is done, also in the same millisecond", async () => {
		const store = await over(engine);
		await askForRecap(store, ASKED);
		const [first] = await recapsIn(store, "room");
		await askForRecap(store, ASKED);
		if (first) await endRecap(store, first);
		const [again] = await recapsIn(store, "room");
		expect(again?.asked_at).toBe(6);
		if (again) await endRecap(store, again);
		expect(await recapsIn(store, "room")).toEqual([]);
	});

	it("is dropped once nobody knows any more what stands where", async () => {
		const store = await over(engine);
		await askForRecap(store, ASKED);
		await dropOldRecaps(store);
		expect(await channelsForRecaps(store)).toEqual(["room"]);
		await store.updateTable("message").set({ layout: null }).execute();
		expect(await recapsIn(store, "room")).toEqual([]);
		await dropOldRecaps(store);
		expect(await channelsForRecaps(store)).toEqual([]);
	});
});
