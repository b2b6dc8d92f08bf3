import { expect, it } from "vitest";
import { whatIsKnown, whoAttended } from "../../../src/store/arrivals.ts";
import { channelsWithWork } from "../../../src/store/outbox.ts";
import { openSessionsOf } from "../../../src/store/sessions.ts";
import { openStaysOf } from "../../../src/store/stays.ts";
import { openStore } from "../../../src/store/store.ts";
import { describeOnBoth } from "../../engines.ts";
import { storePast } from "./past.ts";

const cast = { serverId: "1", roomId: "2", hostId: "3", stageId: "4", present: ["10", "11"], regulars: ["20", "21"] };

describeOnBoth("a year of webinars", (engine) => {
	it("leaves a session on, with its people greeted, and nothing to say", async () => {
		const url = await engine.databaseUrl();
		await storePast(url, cast, 20);
		const store = await openStore(url, () => undefined);
		try {
			const { count } = await store
				.selectFrom("attendance")
				.select((e) => e.fn.countAll<number>().as("count"))
				.executeTakeFirstOrThrow();
			expect(Number(count)).toBe(20 * 200 + cast.present.length);
			const [open] = await openSessionsOf(store, "1");
			expect(open).toMatchObject({ id: "open", stage_id: "4", host_id: "3" });
			expect((await openStaysOf(store, "open")).map((stay) => stay.user_id).sort()).toEqual(cast.present);
			expect(await whoAttended(store, "open")).toEqual(new Set(cast.present));
			expect(await channelsWithWork(store)).toEqual([]);
			const asked = {
				serverId: "1",
				roomId: "2",
				hostId: "3",
				sessionId: "open",
				openedAt: open?.opened_at ?? 0,
				userIds: ["20"],
			};
			expect(await whatIsKnown(store, asked)).toEqual(new Map([["20", { came: false, visits: 20, greeted: true }]]));
		} finally {
			await store.destroy();
		}
	});
});
