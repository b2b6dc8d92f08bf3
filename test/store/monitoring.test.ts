import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { openSessions, outbox, probe } from "../../src/store/monitoring.ts";
import { insertMessage } from "../../src/store/outbox.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { greetingRow, messageRow, sessionRow } from "./rows.ts";

describeOnBoth("the outbox", (engine) => {
	it("is read channel by channel: due, for later, frozen, and since when", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ room_id: "a" });
		await insertSession(store, session);
		const message = (id: string, state: "frozen" | "posted" | "refused", channel_id: string) =>
			messageRow({ id, state, channel_id });
		await insertMessage(store, message("frozen", "frozen", "a"));
		await insertMessage(store, message("posted", "posted", "a"));
		await insertMessage(store, message("refused", "refused", "b"));
		const row = (user_id: string, parts: object) => greetingRow({ session_id: session.id, user_id, ...parts });
		await insertGreetings(store, [
			row("1", { channel_id: "a", arrived_at: 50 }),
			row("2", { channel_id: "a", arrived_at: 10, due_at: 40 }),
			row("3", { channel_id: "a", arrived_at: 5, due_at: 400 }),
			row("4", { channel_id: "a", arrived_at: 30, message_id: "frozen" }),
			row("5", { channel_id: "a", arrived_at: 1, message_id: "posted", posted_at: 9 }),
			row("6", { channel_id: "b", arrived_at: 1, message_id: "refused" }),
			row("7", { channel_id: "c", arrived_at: 1, due_at: 400 }),
			row("8", { channel_id: "d", arrived_at: 1, ripe_at: 60 }),
			row("9", { channel_id: "d", arrived_at: 2, due_at: 3, ripe_at: 400 }),
		]);
		const waiting = (await outbox(store, 100)).sort((x, y) => x.channelId.localeCompare(y.channelId));
		expect(waiting).toEqual([
			{ channelId: "a", due: 2, later: 1, frozen: 1, since: 30 },
			{ channelId: "c", due: 0, later: 1, frozen: 0, since: null },
			{ channelId: "d", due: 1, later: 1, frozen: 0, since: 60 },
		]);
	});

	it("has for later what a clock that was wrong let the pace keep back before its time", async () => {
		const store = await openTestStore(engine);
		const session = sessionRow({ room_id: "a" });
		await insertSession(store, session);
		const closed = { session_id: session.id, user_id: "1", channel_id: "a", kind: "afterHours" as const };
		await insertGreetings(store, [greetingRow({ ...closed, arrived_at: 1_000, due_at: 300_000, ripe_at: 2_000 })]);
		const later = { channelId: "a", due: 0, later: 1, frozen: 0, since: null };
		expect(await outbox(store, 100_000)).toEqual([later]);
	});

	it("is empty where nothing waits", async () => {
		expect(await outbox(await openTestStore(engine), 100)).toEqual([]);
	});
});

describeOnBoth("the watch", (engine) => {
	it("sees the sessions that are on, in all servers", async () => {
		const store = await openTestStore(engine);
		const on = sessionRow({ room_id: "a", server_id: "one" });
		await insertSession(store, on);
		await insertSession(store, sessionRow({ room_id: "b", closed_at: 5 }));
		expect(await openSessions(store)).toEqual([{ id: on.id, server_id: "one" }]);
	});

	it("proves again and again that the store can be written, in one row", async () => {
		const store = await openTestStore(engine);
		await probe(store, 10);
		await probe(store, 20);
		expect(await store.selectFrom("probe").selectAll().execute()).toEqual([{ id: "probe", probed_at: 20 }]);
	});
});
