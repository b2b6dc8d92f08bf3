import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { passOver, sayHello } from "../../src/store/hello.ts";
import { insertMessage } from "../../src/store/outbox.ts";
import { releaseGreetings, settlePosted } from "../../src/store/outcomes.ts";
import { putOnPanel } from "../../src/store/panel.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { statusOf } from "../../src/store/status.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow } from "./rows.ts";

const SUNIL = { sessionId: "s", userId: "sunil" };
const SESSION = { id: "s", forgotten_key: null };

/** Sunil and Maya have come; their greetings wait, or are in a message on its way. */
async function bothHaveCome(engine: Engine, { underWay = false } = {}): Promise<Store> {
	const store = await openTestStore(engine);
	await insertSession(store, sessionRow({ id: "s" }));
	if (underWay) await insertMessage(store, messageRow({ id: "m" }));
	for (const name of ["sunil", "maya"]) {
		await store.insertInto("attendance").values(attendanceOf("s", name)).execute();
		await insertGreetings(store, [
			greetingRow({ session_id: "s", user_id: name, name, message_id: underWay ? "m" : null }),
		]);
	}
	return store;
}

/** Whose greetings wait for a message. */
async function waiting(store: Store): Promise<string[]> {
	const rows = await store
		.selectFrom("greeting")
		.select("user_id")
		.where("message_id", "is", null)
		.orderBy("user_id")
		.execute();
	return rows.map(({ user_id }) => user_id);
}

describeOnBoth("a hello", (engine) => {
	it("is said in place of a greeting that waits, and said again changes nothing", async () => {
		const store = await bothHaveCome(engine);
		expect(await sayHello(store, SUNIL)).toBe("said");
		expect(await sayHello(store, SUNIL)).toBe("said");
		expect(await waiting(store)).toEqual(["maya"]);
		expect((await statusOf(store, "s")).byHand).toBe(1);
	});

	it("is said beside a greeting on its way, and counts where that does not come through", async () => {
		const store = await bothHaveCome(engine, { underWay: true });
		expect(await sayHello(store, SUNIL)).toBe("too");
		await store.transaction().execute((db) => releaseGreetings(db, "m"));
		expect(await waiting(store)).toEqual(["maya"]);
		expect((await statusOf(store, "s")).byHand).toBe(1);
	});

	it("does not count where Byname's own came through", async () => {
		const store = await bothHaveCome(engine, { underWay: true });
		await sayHello(store, SUNIL);
		await settlePosted(store, { messageId: "m", discordId: "77", at: 9 });
		expect(await statusOf(store, "s")).toMatchObject({ greeted: 2, byHand: 0 });
	});

	it("is said to nobody who has not come, and who was passed over can still hear it", async () => {
		const store = await bothHaveCome(engine);
		expect(await sayHello(store, { sessionId: "s", userId: "tom" })).toBe("unknown");
		await passOver(store, SUNIL);
		expect(await sayHello(store, SUNIL)).toBe("said");
	});
});

describeOnBoth("a message that is taken back", (engine) => {
	it("lets nobody wait anew who is on the panel by now", async () => {
		const store = await bothHaveCome(engine, { underWay: true });
		await store.transaction().execute((db) => putOnPanel(db, SESSION, ["sunil"], { at: 5 }));
		await store.transaction().execute((db) => releaseGreetings(db, "m"));
		expect(await waiting(store)).toEqual(["maya"]);
	});
});
