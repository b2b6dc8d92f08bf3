import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { erasePieceOfSession } from "../../src/store/session-erasure.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { greetingRow, messageRow, sessionRow } from "./rows.ts";

const HOUR = 3_600_000;

describeOnBoth("erasing a session piece by piece", (engine) => {
	it("leaves, wherever it is cut, no message behind that carries greetings of that session alone", async () => {
		const store = await openTestStore(engine);
		for (const id of ["old", "other"]) await insertSession(store, sessionRow({ id, room_id: id, closed_at: HOUR }));
		for (const id of ["1", "2", "shared"])
			await store
				.insertInto("message")
				.values(messageRow({ id, state: "posted" }))
				.execute();
		const said = (session_id: string, user_id: string, message_id: string) =>
			greetingRow({ session_id, user_id, message_id, name: null, posted_at: 1 });
		const many = (message: string) => Array.from({ length: 150 }, (_, n) => said("old", `${message} ${n}`, message));
		await insertGreetings(store, [
			...many("1"),
			...many("2"),
			said("old", "x", "shared"),
			said("other", "y", "shared"),
		]);
		for (;;) {
			const erased = await erasePieceOfSession(store, "old", 3 * HOUR);
			const messages = await store.selectFrom("message").select("id").execute();
			for (const { id } of messages) {
				const carried = store.selectFrom("greeting").select("user_id").where("message_id", "=", id);
				expect(await carried.execute()).not.toEqual([]);
			}
			if (erased === 0) break;
		}
		expect(await store.selectFrom("message").select("id").execute()).toEqual([{ id: "shared" }]);
		expect(await store.selectFrom("session").select("id").execute()).toEqual([{ id: "other" }]);
	});
});
