import { pino } from "pino";
import { expect, it } from "vitest";
import { forget } from "../../src/guests/forgetting.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { stillClock } from "../rooms/room.ts";
import { attendanceOf, sessionRow } from "../store/rows.ts";

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
