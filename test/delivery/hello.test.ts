import { expect, it } from "vitest";
import { sayHello } from "../../src/store/hello.ts";
import type { Store } from "../../src/store/queryable.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { attendanceOf } from "../store/rows.ts";
import { channelsOver, comes, POSTED, sessionIn } from "./by-hand.ts";

const ROUNDS = 20;

/** Whether somebody has been booked as greeted by a person, and whether a message greets them. */
async function greetedBy(store: Store, userId: string) {
	const [attendance] = await store.selectFrom("attendance").select("hello").where("user_id", "=", userId).execute();
	const carried = await store.selectFrom("greeting").select("message_id").where("user_id", "=", userId).execute();
	return { hello: attendance?.hello, isCarried: carried.some(({ message_id }) => message_id !== null) };
}

describeOnBoth("a host who says hello as Byname is about to", (engine) => {
	it("greets in its place, or finds that it has: always exactly one of the two", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { channels, posts } = channelsOver(store, clock);
		for (let round = 0; round < ROUNDS; round++) {
			const name = `Guest ${round}x`;
			await store.insertInto("attendance").values(attendanceOf("s1", name)).execute();
			await comes(store, clock, name);
			channels.look("room");
			// Now before the message is written, now after that, now in between.
			await new Promise((resolve) => setTimeout(resolve, round % 4));
			const said = await sayHello(store, { sessionId: "s1", userId: name });
			const found = await greetedBy(store, name);
			expect(found).toEqual({ hello: said, isCarried: said === "too" });
			await until(async () => {
				clock.skip(1_000);
				for (const { answer } of posts) answer(POSTED);
				return (
					(await store.selectFrom("greeting").select("user_id").where("posted_at", "is", null).execute()).length === 0
				);
			});
			expect(posts.filter(({ post }) => post.body.includes(`${name}!`) || post.body.includes(`${name},`))).toHaveLength(
				said === "too" ? 1 : 0,
			);
		}
	});
});
