import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { nearMissesOf } from "../../src/store/near-misses.ts";
import type { FreeLine } from "../../src/store/outbox.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import {
	BLOCKED,
	comes,
	comesOn,
	deliverOver,
	FORBIDDEN,
	freeLine,
	POSTED,
	sessionIn,
	turns,
	waiting,
} from "./by-hand.ts";

const MINUTE = 60_000;

describeOnBoth("a channel that takes no posts", (engine) => {
	it("is tried again after ten minutes, though people keep coming: nobody may have told us that it lets us in", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { delivery, posts, parked, post } = deliverOver(store, clock);
		await comes(store, clock, "Maya");
		delivery.wake("room");
		(await post(1)).answer(FORBIDDEN);
		await until(() => parked.length === 1);
		for (let minute = 1; minute <= 10; minute++) {
			expect(posts).toHaveLength(1);
			await comes(store, clock, `person ${minute}`);
			clock.skip(MINUTE);
			delivery.wake("room");
			await turns();
		}
		await until(() => posts.length === 2);
		expect(posts[1]?.post.body).toMatch(/^Sorry.*Maya/);
	});
});

describe("a channel that takes no posts while the disk is full", () => {
	it("is told of all the same, once there is room", async () => {
		const [store, clock] = [await openStore(temporaryFile(), () => undefined), stillClock()];
		onTestFinished(() => store.destroy());
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { delivery, parked, failing, post } = deliverOver(store, clock);
		delivery.wake("room");
		await sql`CREATE TRIGGER full BEFORE INSERT ON near_miss BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(store);
		(await post(1)).answer(FORBIDDEN);
		await until(() => failing.length > 0);
		await sql`DROP TRIGGER full`.execute(store);
		await until(() => {
			clock.skip(1_000);
			return parked.length > 0;
		});
		expect(parked).toEqual(["s1"]);
		expect(await nearMissesOf(store, "s1")).toMatchObject([{ kind: "parked", times: 1, people: 1 }]);
	});
});

describeOnBoth("a line that is free", (engine) => {
	it("is not handed a second message before it has taken the first: both leave", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { delivery, posts, post } = deliverOver(store, clock);
		delivery.wake("room");
		const first = await freeLine(delivery);
		first.send(await comesOn(first, store, clock, "Maya"));
		// Somebody comes to another room, whose greetings go to the same channel.
		const second: FreeLine | null = delivery.reserve("room");
		if (second) second.send(await comesOn(second, store, clock, "Sunil"));
		else {
			await comes(store, clock, "Sunil");
			delivery.wake("room");
		}
		(await post(1)).answer(POSTED);
		(await post(2)).answer(POSTED);
		expect(posts.map(({ post }) => post.body).join(" ")).toMatch(/Maya.*Sunil/);
	});
});

describeOnBoth("somebody whose greeting Discord refuses even without the name", (engine) => {
	it("costs nobody else theirs, should they wait no longer themselves", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await sessionIn(store, "s2");
		const { delivery, givenUp, posts, post } = deliverOver(store, clock);
		for (const [index, name] of ["Ann", "Bob", "Maya"].entries()) {
			await comes(store, clock, name);
			delivery.wake("room");
			(await post(index + 1)).answer(name === "Maya" ? BLOCKED : POSTED);
		}
		const neutral = await post(4); // the last before the channel's pace has the line wait
		expect(neutral.post.body).toContain("dear guest");
		neutral.answer(BLOCKED);
		await until(async () => (await waiting(store)).length === 1);
		await store.deleteFrom("greeting").where("user_id", "=", "Maya").execute(); // another process sees to her
		await until(() => {
			clock.skip(500);
			const line = delivery.reserve("room");
			line?.release();
			return line !== null;
		});
		await comes(store, clock, "Sunil", "s2");
		delivery.wake("room");
		const sunils = await post(5);
		expect(sunils.post.body).toBe("Hello, Sunil! Thanks for joining us!");
		sunils.answer(BLOCKED);
		await until(() => {
			clock.skip(500);
			return posts.length + givenUp.length === 6;
		});
		expect(givenUp).toEqual([]);
		expect(posts[5]?.post.body).toContain("dear guest");
	});
});
