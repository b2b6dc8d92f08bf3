import { expect, it, onTestFinished } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { ALL_HOSTS, saveProfile } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { seeded } from "../lab/bench/random.ts";
import { spreadOf } from "../lab/bench/spread.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow } from "../store/rows.ts";
import { channelsOver, POSTED, sessionIn } from "./by-hand.ts";

const ROOMS = 150;
const PEOPLE = 1_500;
const COME_WITHIN_MS = 5_000;
const STEP_MS = 20;
const ANSWER_MS = 100;
/** What is under way is done after so many turns of the event loop without a post. */
const RESTFUL_TURNS = 12;

it("150 swift rooms, to which people come at the same time, are posted to in turn: nobody waits much longer than others", async () => {
	const [store, clock] = [await openStore("sqlite::memory:", () => undefined), stillClock()];
	onTestFinished(() => store.destroy());
	await sessionIn(store, "s1");
	await saveProfile(store, "server", ALL_HOSTS, { pace: "swift" });
	const { channels, posts } = channelsOver(store, clock);
	const random = seeded(PEOPLE);
	const comings = Array.from({ length: PEOPLE }, (_, n) => ({
		name: `p${n}q`,
		room: `room ${n % ROOMS}`,
		at: random() * COME_WITHIN_MS,
	})).toSorted((a, b) => a.at - b.at);
	const startsAt = clock.steady();
	const postedAt: number[] = [];
	const waited: number[] = [];

	async function rest(): Promise<void> {
		for (let quiet = 0, before = -1; quiet < RESTFUL_TURNS; quiet++) {
			await new Promise((resolve) => setImmediate(resolve));
			if (posts.length !== before) quiet = 0;
			before = posts.length;
		}
	}

	for (let come = 0, answered = 0; waited.length < PEOPLE; clock.skip(STEP_MS)) {
		const now = clock.steady() - startsAt;
		const here = comings.filter(({ at }, index) => index >= come && at <= now);
		come += here.length;
		await insertGreetings(
			store,
			here.map(({ name, room, at }) => {
				const guest = { session_id: "s1", user_id: name, name, channel_id: room };
				return greetingRow({ ...guest, arrived_at: Math.round(clock.now() - (now - at)) });
			}),
		);
		for (const { room } of here) channels.look(room);
		await rest();
		for (const { post } of posts.slice(postedAt.length)) {
			postedAt.push(now);
			for (const { name, at } of comings) if (post.body.includes(name)) waited.push(now - at);
		}
		for (; (postedAt[answered] ?? now) + ANSWER_MS <= now; answered++) posts[answered]?.answer(POSTED);
	}

	const lap = (ROOMS / 45) * 1_000;
	const { p95, worst } = spreadOf(waited);
	expect(p95).toBeLessThan(lap + 200);
	expect(worst).toBeLessThan(lap + 1_000);
	const inAnySecond = postedAt.map((at) => postedAt.filter((other) => other > at - 1_000 && other <= at).length);
	expect(Math.max(...inAnySecond)).toBeLessThanOrEqual(45);
});
