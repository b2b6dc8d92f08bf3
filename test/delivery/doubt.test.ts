import { expect, it } from "vitest";
import type { Finding } from "../../src/outcome.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import {
	channelsOver,
	comes,
	greeted,
	POSTED,
	postedMessages,
	type Question,
	sessionIn,
	storesMessage,
	turns,
} from "./by-hand.ts";

const SECOND = 1_000;
const MINUTE = 60_000;

/** Nobody may look for half a minute. */
const LIMITED: Finding = { kind: "limited", retryAfterMs: 30 * SECOND };
const there = (discordId: string): Finding => ({ kind: "there", discordId, at: 0 });

/** Who is named in a post that is made or looked for. */
const namedIn = ({ post }: Question<unknown>) => /Maya|Sunil|Tom|Zoe/.exec(post.body)?.[0];

describeOnBoth("several posts that may stand in one channel, of which nobody may look at any", (engine) => {
	/** Maya's, Sunil's and Tom's greetings may have been posted; Discord has forgotten by now whether they were. */
	async function inDoubt() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		for (const name of ["Maya", "Sunil", "Tom"]) {
			await storesMessage(store, clock, name);
			clock.skip(SECOND);
		}
		clock.skip(3 * MINUTE);
		const process = channelsOver(store, clock);
		process.channels.look("room");
		(await process.search(1)).answer(LIMITED);
		return { store, clock, ...process };
	}

	it("keep nobody else waiting", async () => {
		const { store, clock, channels, searches, post } = await inDoubt();
		await comes(store, clock, "Zoe");
		channels.look("room");
		const zoes = await post(1);
		expect(namedIn(zoes)).toBe("Zoe");
		zoes.answer(POSTED);
		await until(async () => (await greeted(store)).includes("Zoe"));
		expect(searches).toHaveLength(1);
	});

	it("are looked for one by one, each time that the wait is over", async () => {
		const { clock, posts, searches, search } = await inDoubt();
		for (const number of [2, 3, 4]) {
			await turns();
			expect(searches).toHaveLength(number - 1);
			clock.skip(30 * SECOND);
			(await search(number)).answer(LIMITED);
		}
		expect(searches.map(namedIn)).toEqual(["Maya", "Sunil", "Tom", "Maya"]);
		expect(posts).toEqual([]);
	});

	it("are all found once somebody may look", async () => {
		const { store, clock, posts, searches, search } = await inDoubt();
		await turns();
		clock.skip(30 * SECOND);
		for (const number of [2, 3, 4]) (await search(number)).answer(there(`${number}`));
		await until(async () => (await postedMessages(store)) === 3);
		expect(searches.map(namedIn)).toEqual(["Maya", "Sunil", "Maya", "Tom"]);
		expect(posts).toEqual([]);
	});

	it("are looked for by the next process", async () => {
		const { store, clock, channels } = await inDoubt();
		await channels.stop();
		const next = channelsOver(store, clock);
		next.channels.look("room");
		for (const number of [1, 2, 3]) (await next.search(number)).answer(there(`${number}`));
		await until(async () => (await postedMessages(store)) === 3);
		expect(next.posts).toEqual([]);
	});

	it("keep none of those back of which Discord surely remembers whether they were made", async () => {
		const { store, clock, channels, posts, post } = await inDoubt();
		await storesMessage(store, clock, "Zoe");
		channels.look("room", true);
		(await post(1)).answer(POSTED);
		await until(async () => (await greeted(store)).includes("Zoe"));
		expect(posts.map(namedIn)).toEqual(["Zoe"]);
	});
});
