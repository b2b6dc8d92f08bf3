import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import {
	channelsWithWork,
	countWaiting,
	type GreetingRow,
	holdBack,
	insertMessage,
	type MessageRow,
	postsSince,
	tieGreetings,
	unpostedMessage,
	waitingGreetings,
} from "../../src/store/outbox.ts";
import { abandonMessage, releaseGreetings, settlePosted } from "../../src/store/outcomes.ts";
import type { Queryable, Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, type Engine, openTestStore, postgres } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { greetingRow, messageRow, sessionRow } from "./rows.ts";

async function freezeMessage(db: Queryable, message: MessageRow, greetings: GreetingRow[]): Promise<void> {
	await insertMessage(db, message);
	await tieGreetings(
		db,
		greetings.map((greeting) => ({ ...greeting, message_id: message.id, named: 1 })),
	);
}

/** Freezes all greetings that wait into one message. */
async function freezeWaiting(store: Store): Promise<MessageRow> {
	const { greetings = [] } = (await waitingGreetings(store, "room", 100)) ?? {};
	const message = messageRow({});
	await freezeMessage(store, message, greetings);
	return message;
}

async function storeWith(engine: Engine, ...userIds: string[]): Promise<Store> {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s1" }));
	await insertGreetings(
		store,
		userIds.map((user_id, index) => greetingRow({ session_id: "s1", user_id, arrived_at: index })),
	);
	return store;
}

async function waiting(store: Store): Promise<string[]> {
	return (await waitingGreetings(store, "room", 100))?.greetings.map((greeting) => greeting.user_id) ?? [];
}

describeOnBoth("a greeting", (engine) => {
	it("waits in order of arrival until a message carries it", async () => {
		const store = await storeWith(engine, "maya", "sunil", "tom");
		const { greetings = [] } = (await waitingGreetings(store, "room", 100)) ?? {};
		expect(greetings.map((greeting) => greeting.user_id)).toEqual(["maya", "sunil", "tom"]);
		await freezeMessage(store, messageRow({}), greetings.slice(0, 2));
		expect(await waiting(store)).toEqual(["tom"]);
	});

	it("waits until it is due, unless a clock that has been set back since has said when", async () => {
		const store = await storeWith(engine);
		const due = { maya: 130, sunil: 99, tom: 60 * 60_000 };
		const rows = Object.entries(due).map(([user_id, due_at]) => greetingRow({ session_id: "s1", user_id, due_at }));
		await insertGreetings(store, rows);
		expect(await waiting(store)).toEqual(["sunil", "tom"]);
	});

	it("is counted while it waits, session by session, with those who were let out before", async () => {
		const store = await storeWith(engine, "maya", "sunil", "tom");
		await insertSession(store, sessionRow({ id: "s2", room_id: "another", host_id: "anna" }));
		await insertGreetings(store, [
			greetingRow({ session_id: "s2", user_id: "ann", arrived_at: 30 }),
			greetingRow({ session_id: "s2", user_id: "bob", arrived_at: 5, due_at: 40 }),
			greetingRow({ session_id: "s2", user_id: "cid", arrived_at: 6, due_at: 130 }),
			greetingRow({ session_id: "s2", user_id: "dee", arrived_at: 1, channel_id: "elsewhere" }),
		]);
		const counted = await countWaiting(store, "room", { now: 100, letOutAt: 30 });
		expect(counted.toSorted((a, b) => a.since - b.since)).toEqual([
			{ server_id: "server", host_id: null, people: 3, followers: 3, since: 0 },
			{ server_id: "server", host_id: "anna", people: 2, followers: 1, since: 30 },
		]);
		await store.updateTable("greeting").set({ ripe_at: 70 }).where("session_id", "=", "s1").execute();
		const held = await countWaiting(store, "room", { now: 100, letOutAt: 30 });
		expect(held.find(({ host_id }) => host_id === null)).toMatchObject({ people: 3, followers: 3, since: 70 });
		const nobodyLetOut = await countWaiting(store, "room", { now: 100, letOutAt: null });
		expect(nobodyLetOut.map(({ followers }) => followers)).toEqual([0, 0]);
		expect(await countWaiting(store, "nowhere", { now: 100, letOutAt: 30 })).toEqual([]);
	});

	it("keeps it in mind until when the pace first kept it waiting", async () => {
		const store = await storeWith(engine, "maya");
		await holdBack(store, "room", { now: 100, until: 20_000.5 });
		await insertGreetings(store, [
			greetingRow({ session_id: "s1", user_id: "sunil" }),
			greetingRow({ session_id: "s1", user_id: "tom", due_at: 130 }),
		]);
		await holdBack(store, "room", { now: 100, until: 30_000 });
		const rows = await store.selectFrom("greeting").select(["user_id", "ripe_at"]).orderBy("user_id").execute();
		expect(rows).toEqual([
			{ user_id: "maya", ripe_at: 20_001 },
			{ user_id: "sunil", ripe_at: 30_000 },
			{ user_id: "tom", ripe_at: null },
		]);
	});

	it("is stored once per occasion, whatever comes again", async () => {
		const store = await storeWith(engine, "maya");
		await insertGreetings(store, [greetingRow({ session_id: "s1", user_id: "maya", name: "Somebody else" })]);
		await insertGreetings(store, [
			greetingRow({ session_id: "s1", user_id: "maya", occasion: "farewell", kind: "thanks", arrived_at: 5 }),
		]);
		expect(await waiting(store)).toEqual(["maya", "maya"]);
	});

	it("is part of one message only", async () => {
		const store = await storeWith(engine, "maya");
		const { greetings = [] } = (await waitingGreetings(store, "room", 100)) ?? {};
		await freezeMessage(store, messageRow({}), greetings);
		const again = store.transaction().execute((db) => freezeMessage(db, messageRow({}), greetings));
		await expect(again).rejects.toThrow(/does not wait any more/);
		expect(await store.selectFrom("message").select("id").execute()).toHaveLength(1);
	});

	it("loses its name once it is posted, and so does the message", async () => {
		const store = await storeWith(engine, "maya");
		const message = await freezeWaiting(store);
		expect(await settlePosted(store, { messageId: message.id, discordId: "77", at: 20 })).toEqual([
			{ session_id: "s1", occasion: "arrival", missed: 0, neutral: 0, arrived_at: 0, due_at: null, ripe_at: null },
		]);
		expect(await settlePosted(store, { messageId: message.id, discordId: "77", at: 20 })).toEqual([]);
		const greeting = await store.selectFrom("greeting").select(["name", "posted_at"]).executeTakeFirstOrThrow();
		expect(greeting).toEqual({ name: null, posted_at: 20 });
		const stored = await store.selectFrom("message").selectAll().executeTakeFirstOrThrow();
		expect(stored).toMatchObject({ body: null, state: "posted", discord_id: "77" });
	});

	it("waits again when its message was turned away", async () => {
		const store = await storeWith(engine, "maya");
		const message = await freezeWaiting(store);
		await releaseGreetings(store, message.id);
		expect(await waiting(store)).toEqual(["maya"]);
		expect(await unpostedMessage(store, "room")).toBeUndefined();
	});
});

describeOnBoth("a message that another process has posted meanwhile", (engine) => {
	/** Maya's message is refused to us, just as somebody else gets it through. */
	async function postedMeanwhile() {
		const store = await storeWith(engine, "maya");
		const message = await freezeWaiting(store);
		await settlePosted(store, { messageId: message.id, discordId: "77", at: 20 });
		return { store, message };
	}

	it("is not taken back: nobody is greeted a second time", async () => {
		const { store, message } = await postedMeanwhile();
		await releaseGreetings(store, message.id);
		expect(await waiting(store)).toEqual([]);
		expect(await store.selectFrom("greeting").select(["message_id", "posted_at"]).execute()).toEqual([
			{ message_id: message.id, posted_at: 20 },
		]);
	});

	it("stays posted, whether we would take it back or give it up", async () => {
		for (const undo of [releaseGreetings, abandonMessage]) {
			const { store, message } = await postedMeanwhile();
			await undo(store, message.id);
			const stored = await store.selectFrom("message").selectAll().executeTakeFirstOrThrow();
			expect(stored).toMatchObject({ state: "posted", discord_id: "77" });
		}
	});
});

describeOnBoth("a greeting that is given up", (engine) => {
	it("loses its name and waits no longer", async () => {
		const store = await storeWith(engine, "maya");
		const message = await freezeWaiting(store);
		await abandonMessage(store, message.id);
		expect(await store.selectFrom("greeting").select("name").execute()).toEqual([{ name: null }]);
		expect(await channelsWithWork(store)).toEqual([]);
	});
});

describeOnBoth("a channel", (engine) => {
	it("has work while a greeting waits or a message is not posted", async () => {
		const store = await storeWith(engine, "maya");
		expect(await channelsWithWork(store)).toEqual(["room"]);
		const message = await freezeWaiting(store);
		expect(await channelsWithWork(store)).toEqual(["room"]);
		expect((await unpostedMessage(store, "room"))?.body).toBe("Hello, Maya!");
		await settlePosted(store, { messageId: message.id, discordId: null, at: 20 });
		expect(await channelsWithWork(store)).toEqual([]);
	});

	it("remembers when it was posted to, and how many people that greeted", async () => {
		const store = await storeWith(engine, "maya", "sunil", "tom");
		const { greetings = [] } = (await waitingGreetings(store, "room", 100)) ?? {};
		for (const [posted_at, carried] of [
			[10, greetings.slice(0, 1)],
			[20, greetings.slice(1)],
			[30, []],
		] as const) {
			await freezeMessage(store, messageRow({ state: "posted", posted_at }), [...carried]);
		}
		expect((await postsSince(store, "room", 20)).toSorted((a, b) => a.at - b.at)).toEqual([
			{ at: 20, people: 2 },
			{ at: 30, people: 0 },
		]);
	});
});

describe("a message that is settled on PostgreSQL", () => {
	it("is taken before its greetings, as others take them, so that no two wait for each other", async () => {
		const store = await storeWith(postgres, "maya");
		const { id: messageId } = await freezeWaiting(store);
		let settling: Promise<unknown> = Promise.resolve();
		await store.transaction().execute(async (db) => {
			await db.updateTable("message").set({ tried_at: 1 }).where("id", "=", messageId).execute();
			settling = settlePosted(store, { messageId, discordId: "1", at: 200 });
			await until(async () => (await lockWaits(store)) > 0);
			await db.updateTable("greeting").set({ neutral: 1 }).where("message_id", "=", messageId).execute();
		});
		expect(await settling).toMatchObject([{ session_id: "s1", neutral: 1 }]);
	});
});

/** How many locks are waited for in a store's database. */
async function lockWaits(store: Store): Promise<number> {
	const { rows } = await sql<{ waits: number }>`
		select count(*)::int as waits from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
	`.execute(store);
	return rows[0]?.waits ?? 0;
}
