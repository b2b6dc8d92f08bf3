import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { keepNearMiss, keepParking, lastMendingOf, mendParking, nearMissesOf } from "../../src/store/near-misses.ts";
import { forgetGreetings } from "../../src/store/outcomes.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { untoldOn } from "../../src/store/untold.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { greetingRow, sessionRow } from "./rows.ts";

const ROOM = { sessionId: "s", channelId: "room" };

async function storeWithSession(engine: Engine) {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s", closed_at: 10 }));
	return store;
}

describeOnBoth("near misses", (engine) => {
	it("of the same kind are counted together", async () => {
		const store = await storeWithSession(engine);
		const miss = { kind: "retried", cause: "error", people: 2 } as const;
		await keepNearMiss(store, ROOM, miss, 1);
		await keepNearMiss(store, ROOM, { ...miss, people: 3 }, 7);
		await keepNearMiss(store, ROOM, { ...miss, cause: "limited" }, 5);
		expect(await nearMissesOf(store, "s")).toMatchObject([
			{ cause: "error", times: 2, people: 5, first_at: 1, last_at: 7 },
			{ cause: "limited", times: 1, people: 2, first_at: 5, last_at: 5 },
		]);
	});

	it("of a channel that turns us away begin anew only once it has let us in", async () => {
		const store = await storeWithSession(engine);
		const chat = { ...ROOM, channelId: "chat" };
		expect(await keepParking(store, ROOM, 1, 1)).toBe(1);
		expect(await keepParking(store, ROOM, 1, 2)).toBeNull();
		await mendParking(store, chat, 3);
		expect(await lastMendingOf(store, ROOM.sessionId)).toBeNull();
		expect(await nearMissesOf(store, "s")).toMatchObject([{ times: 1, mended_at: null }]);
		await mendParking(store, ROOM, 4);
		expect(await lastMendingOf(store, ROOM.sessionId)).toBe(4);
		expect(await keepParking(store, ROOM, 1, 5)).toBe(2);
		expect(await nearMissesOf(store, "s")).toMatchObject([{ times: 2, mended_at: null, last_at: 5 }]);
		expect(await keepParking(store, chat, 1, 6)).toBe(1);
	});

	it("tell of those who were never greeted", async () => {
		const store = await storeWithSession(engine);
		await insertGreetings(store, [
			greetingRow({ session_id: "s", user_id: "maya" }),
			greetingRow({ session_id: "s", user_id: "sunil" }),
			greetingRow({ session_id: "s", user_id: "sunil", occasion: "farewell" }),
		]);
		const { greetings, unsaid } = await forgetGreetings(store, 20, 30);
		expect(greetings).toHaveLength(3);
		expect(unsaid).toEqual([{ ...ROOM, serverId: "server" }]);
		expect(await nearMissesOf(store, "s")).toMatchObject([{ kind: "unsaid", people: 2, first_at: 30 }]);
		expect(await untoldOn(store, "server", "manager")).toMatchObject([{ kind: "unsaid", channel_id: "room" }]);
	});

	it("tell nobody of them anew who has been told that the channel takes no posts", async () => {
		const store = await storeWithSession(engine);
		await insertGreetings(store, [greetingRow({ session_id: "s", user_id: "maya" })]);
		await keepParking(store, ROOM, 1, 5);
		expect(await forgetGreetings(store, 20, 30)).toMatchObject({ greetings: [{}], unsaid: [] });
	});

	it("tell of them once, though two processes give them up at the same moment", async () => {
		const store = await storeWithSession(engine);
		const names = Array.from({ length: 100 }, (_, index) => `person ${index}`);
		await insertGreetings(
			store,
			names.map((user_id) => greetingRow({ session_id: "s", user_id })),
		);
		const both = await Promise.all([forgetGreetings(store, 20, 30), forgetGreetings(store, 20, 30)]);
		expect(both.flatMap(({ greetings }) => greetings)).toHaveLength(100);
		expect(both.flatMap(({ unsaid }) => unsaid)).not.toEqual([]);
		expect(await nearMissesOf(store, "s")).toMatchObject([{ kind: "unsaid", people: 100 }]);
	});
});
