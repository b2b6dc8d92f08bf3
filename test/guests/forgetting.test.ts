import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { expect, it } from "vitest";
import { forget } from "../../src/guests/forgetting.ts";
import { askForCorrections } from "../../src/store/corrections.ts";
import { eraseUser } from "../../src/store/forgetting.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertMessage } from "../../src/store/outbox.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { stillClock } from "../rooms/room.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow } from "../store/rows.ts";

describeOnBoth("two processes that are told by somebody who has left that they want to be forgotten", (engine) => {
	it("both store nothing more of them in the session, although the first has erased them when the second begins", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await insertSession(store, sessionRow({ id: "s", server_id: "server", room_id: "stage" }));
		await store.insertInto("attendance").values(attendanceOf("s", "maya")).execute();
		const told: string[] = [];
		const whose = { userId: "maya", serverId: "server", staysQuiet: false };
		for (const name of ["first", "second"]) {
			await forget(whose, {
				...{ store, clock, log: pino({ level: "silent" }), changed: () => undefined },
				roomOf: () => undefined,
				forgetInRoom: async (_, roomId) => told.push(`${name}: ${roomId}`),
			});
		}
		expect(told).toEqual(["first: stage", "second: stage"]);
	});
});

describeOnBoth("somebody who is forgotten just as it is looked where they are called otherwise", (engine) => {
	it("is asked for in no greeting that goes", async () => {
		const store = await openTestStore(engine);
		const asked = { userIds: ["maya"], serverId: "server", at: 1_000, sorry: false, mustGo: false };
		await insertSession(store, sessionRow({ id: "s", server_id: "server" }));
		const message = messageRow({ server_id: "server", state: "posted", posted_at: 900, frozen_at: 900, layout: "{}" });
		await insertMessage(store, message);
		const greeted = { session_id: "s", user_id: "maya", message_id: message.id, posted_at: 900 };
		await insertGreetings(store, [greetingRow(greeted)]);
		let looking: Promise<string[]> = Promise.resolve([]);
		await store.transaction().execute(async (db) => {
			await eraseUser(db, { userId: "maya", serverId: null, at: 1_000, staysQuiet: false });
			looking = askForCorrections(store, asked);
			await setTimeout(200); // long enough to have read what is stored before this is
		});
		expect(await looking).toEqual([]);
		expect(await store.selectFrom("correction").selectAll().execute()).toEqual([]);
	});
});
