import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow } from "../store/rows.ts";
import { channelsOver, greeted, POSTED, sessionIn } from "./by-hand.ts";

describeOnBoth("words after hours", (engine) => {
	it("are for nobody who is seen to have left, before that could be stored", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { channels, stage, post } = channelsOver(store, clock);
		const rows = ["Maya", "Tom"].map((name) => {
			const of = { session_id: "s1", user_id: name, name, arrived_at: clock.now() };
			return greetingRow({ ...of, occasion: "after hours 2026-11-27", kind: "afterHours" });
		});
		await insertGreetings(store, rows);
		stage.left.add("Maya");
		channels.look("room");
		const { post: first, answer } = await post(1);
		expect(heard(first.body)).toBe("afterHours: Tom");
		answer(POSTED);
		await until(async () => (await greeted(store)).length > 0);
		expect(await greeted(store)).toEqual(["Tom"]);
	});
});
