import { expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow } from "../store/rows.ts";
import {
	comes,
	deliverOver,
	FORBIDDEN,
	greeted,
	newcomers,
	POSTED,
	sessionIn,
	storesMessage,
	turns,
} from "./by-hand.ts";

describeOnBoth("delivery", (engine) => {
	/** A session, and a process that delivers what is to be said in it. */
	async function delivering() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		return { store, clock, ...deliverOver(store, clock) };
	}

	it("leaves what another process has left until it may take it up, and looks again every half minute", async () => {
		const { store, clock, delivery, posts, post } = await delivering();
		await comes(store, clock, "Maya");
		clock.skip(40_000);
		await turns();
		expect(posts).toEqual([]);
		delivery.takeUp();
		(await post(1)).answer(POSTED);
		await until(async () => (await greeted(store)).length === 1);
		for (let look = 0; look < 10; look++) await turns(); // it looks once more by itself whether anything waits
		await storesMessage(store, clock, "Sunil");
		await turns();
		expect(posts).toHaveLength(1);
		clock.skip(30_000);
		expect((await post(2)).post.body).toContain("Sunil");
	});

	it("says when it is due what waited on purpose as another process ended", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const of = { session_id: "s1", channel_id: "room", user_id: "Sunil", name: "Sunil" };
		await insertGreetings(store, [greetingRow({ ...of, arrived_at: clock.now(), due_at: clock.now() + 20_000 })]);
		const { delivery, posts, post } = deliverOver(store, clock);
		delivery.takeUp();
		for (let look = 0; look < 10; look++) await turns();
		clock.skip(19_000);
		await turns();
		expect(posts).toEqual([]);
		clock.skip(1_000);
		const { post: said, answer } = await post(1);
		expect(said.body).toContain("Sunil");
		answer(POSTED);
	});

	it("says what waits in a channel that let us in again", async () => {
		const { clock, delivery, parking, post } = await delivering();
		await delivery.admit(newcomers(clock, ["Maya"]));
		(await post(1)).answer(FORBIDDEN);
		await until(() => parking.isParked("room"));
		delivery.unpark("server");
		expect((await post(2)).post.body).toContain("Maya");
	});

	it("tells what it has to do, what it tries and what comes of it", async () => {
		const { store, clock, delivery, facts, post } = await delivering();
		await delivery.admit(newcomers(clock, ["Maya"]));
		(await post(1)).answer(POSTED);
		await until(async () => (await greeted(store)).length === 1);
		await turns();
		expect(facts).toMatchObject([
			{ kind: "due", channelId: "room" },
			{ kind: "attempting", channelId: "room" },
			{ kind: "attempted", channelId: "room", outcome: POSTED },
			{ kind: "settled", state: "posted", greetings: [{ occasion: "arrival" }] },
		]);
	});

	it("gives up ten minutes after the session what could not be said", async () => {
		const { store, clock, facts } = await delivering();
		await comes(store, clock, "Maya");
		await store.updateTable("session").set({ closed_at: clock.now() }).execute();
		clock.skip(9 * 60_000);
		await turns();
		expect(facts).toEqual([]);
		await until(() => {
			clock.skip(60_000);
			return facts.length > 0;
		});
		expect(facts).toMatchObject([{ kind: "settled", state: "overdue", greetings: [{ occasion: "arrival" }] }]);
	});
});
