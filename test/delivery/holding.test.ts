import { describe, expect, it, onTestFinished } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { outbox } from "../../src/store/monitoring.ts";
import { nearMissesOf } from "../../src/store/near-misses.ts";
import { insertMessage } from "../../src/store/outbox.ts";
import type { Pace } from "../../src/store/schema.ts";
import { ALL_HOSTS, saveProfile } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine, openTestStore, temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow, messageRow } from "../store/rows.ts";
import {
	BLOCKED,
	channelsOver,
	comes,
	greeted,
	isFree,
	NO_ANSWER,
	POSTED,
	postedMessages,
	sessionIn,
	turns,
} from "./by-hand.ts";

const SECOND = 1_000;

/** A room, in which two sessions are on, that was posted to six times five seconds ago: a calm one holds for 15 s more. */
async function exhaustedRoom(engine: Engine, pace: Pace = "calm") {
	const [store, clock] = [await openTestStore(engine), stillClock()];
	await sessionIn(store, "s1");
	await sessionIn(store, "s2");
	await saveProfile(store, "server", ALL_HOSTS, { pace });
	for (let post = 1; post <= 6; post++) {
		await insertMessage(store, messageRow({ state: "posted", posted_at: clock.now() - 5 * SECOND }));
	}
	const { channels, posts, post, ...discord } = channelsOver(store, clock);
	channels.look("room");
	await until(() => isFree(channels, "swift"));
	return {
		...{ store, clock, channels, posts, post, ...discord },
		/** People come, and the room hears of it. */
		async come(names: readonly string[], sessionId?: string): Promise<void> {
			for (const name of names) await comes(store, clock, name, sessionId);
			channels.look("room");
		},
		/** The post with that number, which then stands there; nobody waits any more, so who comes next does not follow it. */
		async said(number: number): Promise<string> {
			const { post: words, answer } = await post(number);
			answer(POSTED);
			await until(async () => (await postedMessages(store)) === 6 + number);
			await until(() => isFree(channels, "swift"));
			return words.body;
		},
		/** Resolves once all who wait are kept waiting. */
		holds: () => until(async () => (await outbox(store, clock.now())).every(({ due, frozen }) => due + frozen === 0)),
	};
}

describeOnBoth("a calm room that has had its messages", (engine) => {
	/** It opened for Maya 4 s ago, and Sunil, who waited for another session, followed a second ago. */
	async function followedRoom() {
		const room = await exhaustedRoom(engine);
		const { clock, come, holds, said, post } = room;
		await come(["Maya"]);
		clock.skip(SECOND);
		await come(["Sunil"], "s2");
		await holds();
		clock.skip(14 * SECOND);
		const first = await post(1);
		clock.skip(3 * SECOND);
		first.answer(POSTED);
		expect(await said(2)).toContain("Sunil");
		clock.skip(SECOND);
		return room;
	}

	it("keeps who comes waiting, and says their names together when it opens", async () => {
		const { clock, posts, come, holds, said } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		clock.skip(10 * SECOND);
		await come(["Sunil"]);
		await holds();
		expect(posts).toEqual([]);
		clock.skip(5 * SECOND);
		expect(heard(await said(1))).toBe("onTime: Maya, Sunil");
	});

	it("opens as soon as twenty wait", async () => {
		const { posts, come, holds, post } = await exhaustedRoom(engine);
		await come(Array.from({ length: 19 }, (_, n) => `guest ${n}`));
		await holds();
		expect(posts).toEqual([]);
		await come(["Maya"]);
		expect((await post(1)).post.body).toContain("Maya");
	});

	it("lets out all who wait then: another session's people follow, and who comes later does not", async () => {
		const { posts, come, holds } = await followedRoom();
		await come(["Ann"]);
		await holds();
		expect(posts).toHaveLength(2);
	});

	it("opens twenty seconds after the last who followed, in this process and in the next", async () => {
		const { store, clock, channels, come, holds } = await followedRoom();
		const opensAt = clock.now() + 19 * SECOND;
		const ripeAt = async (name: string) => {
			const row = store.selectFrom("greeting").select("ripe_at").where("user_id", "=", name);
			return (await row.executeTakeFirstOrThrow()).ripe_at ?? 0;
		};
		await come(["Ann"]);
		await holds();
		expect(Math.abs((await ripeAt("Ann")) - opensAt)).toBeLessThan(200);
		await channels.stop();
		await store.deleteFrom("greeting").where("user_id", "=", "Ann").execute();
		const { channels: after } = channelsOver(store, clock);
		after.look("room");
		await until(() => isFree(after, "swift"));
		await comes(store, clock, "Bob");
		after.look("room");
		await holds();
		expect(Math.abs((await ripeAt("Bob")) - opensAt)).toBeLessThan(200);
	});

	it("counts a post that is found to stand there, too", async () => {
		const { clock, posts, searches, come, holds, post } = await exhaustedRoom(engine, "60");
		clock.skip(55 * SECOND);
		await come(["Maya"]);
		(await post(1)).answer(NO_ANSWER);
		clock.skip(180 * SECOND);
		await until(() => {
			clock.skip(SECOND);
			return searches.length === 1;
		});
		searches[0]?.answer({ kind: "there", discordId: "77", at: clock.now() - 10 * SECOND });
		await come(["Sunil"]);
		await holds();
		expect(posts).toHaveLength(1);
	});

	it("is not free for who comes alone, and is for twenty who come at once", async () => {
		const { channels } = await exhaustedRoom(engine);
		expect([isFree(channels), isFree(channels, "15"), isFree(channels, "swift")]).toEqual([false, false, true]);
		expect(channels.isFree("room", { pace: "calm", people: 20 })).toBe(true);
	});

	it("is not free while somebody waits: who comes as it opens is named with them", async () => {
		const { channels, clock, come, holds } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		clock.skip(15 * SECOND);
		expect(isFree(channels)).toBe(false);
	});

	it("counts them as being for later, until it opens", async () => {
		const { store, clock, come, holds } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		const [waiting] = await outbox(store, clock.now());
		expect(waiting).toEqual({ channelId: "room", due: 0, later: 1, frozen: 0, since: null });
		const maya = await store.selectFrom("greeting").select("ripe_at").executeTakeFirstOrThrow();
		expect(Math.abs((maya.ripe_at ?? 0) - clock.now() - 15 * SECOND)).toBeLessThan(100);
	});

	it("goes on as it was after a restart, and lets out who has waited through it", async () => {
		const { store, clock, channels, come, holds } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		await channels.stop();
		const { channels: after, posts, post } = channelsOver(store, clock);
		after.look("room");
		(await post(1)).answer(POSTED);
		await until(async () => (await greeted(store)).includes("Maya"));
		clock.skip(SECOND);
		await comes(store, clock, "Sunil");
		after.look("room");
		await holds();
		expect(posts).toHaveLength(1);
	});

	it("says at once what waits when its host becomes swift", async () => {
		const { store, channels, come, holds, post, profiles } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		await saveProfile(store, "server", ALL_HOSTS, { pace: "swift" });
		profiles.changed("server");
		channels.look("room");
		expect((await post(1)).post.body).toContain("Maya");
	});
});

describeOnBoth("who waits because of the pace", (engine) => {
	it("is owed no apology for it, were it a minute, and no near miss is kept", async () => {
		const { store, clock, come, holds, said } = await exhaustedRoom(engine, "60");
		clock.skip(54 * SECOND);
		await come(["Ann"]);
		await holds();
		clock.skip(SECOND);
		await said(1);
		await come(["Maya"]);
		await holds();
		clock.skip(60 * SECOND);
		expect(heard(await said(2))).toBe("onTime: Maya");
		await until(async () => (await greeted(store)).length === 2);
		expect(await nearMissesOf(store, "s1")).toEqual([]);
	});

	it("is owed one when it takes us a minute more", async () => {
		const { store, clock, come, holds, parking, channels, post } = await exhaustedRoom(engine);
		await come(["Maya"]);
		await holds();
		parking.park("room", "server", 50013);
		clock.skip(74 * SECOND);
		await come(["Sunil"]);
		parking.unpark("server");
		channels.look("room");
		const first = await post(1);
		expect(heard(first.post.body)).toBe("onTime: Maya, Sunil"); // 59 s after she could have heard it
		first.answer(BLOCKED);
		clock.skip(2 * SECOND);
		expect(heard((await post(2)).post.body)).toBe("onTime: Maya + sorry");
		expect(await nearMissesOf(store, "s1")).toEqual([]);
	});

	it("could have heard their name when both delay and pace let it be", async () => {
		const { store, clock, channels, come } = await exhaustedRoom(engine);
		const arrived = clock.now();
		await come(["Maya"]);
		await store
			.updateTable("greeting")
			.set({ due_at: arrived + 10 * SECOND, ripe_at: null })
			.execute();
		clock.skip(10 * SECOND);
		channels.look("room");
		const ripeAt = async () =>
			(await store.selectFrom("greeting").select("ripe_at").executeTakeFirst())?.ripe_at ?? null;
		await until(async () => (await ripeAt()) !== null);
		expect(Math.abs(((await ripeAt()) ?? 0) - arrived - 15 * SECOND)).toBeLessThan(100);
	});
});

describe("many rooms at once", () => {
	/** A session whose people can be greeted in any room. */
	async function manyRooms() {
		const [store, clock] = [await openStore(temporaryFile(), () => undefined), stillClock()];
		onTestFinished(() => store.destroy());
		await sessionIn(store, "s1");
		const { channels, posts, post } = channelsOver(store, clock);
		/** Somebody who has waited so long is to be greeted in a room; for a part of it because the host's pace wanted it so. */
		async function waitsIn(room: string, waitedMs = 0, heldForMs: number | null = null): Promise<void> {
			const arrived_at = clock.now() - waitedMs;
			const ripe_at = heldForMs === null ? null : arrived_at + heldForMs;
			const guest = { session_id: "s1", user_id: room, channel_id: room, arrived_at, ripe_at };
			await insertGreetings(store, [greetingRow(guest)]);
			channels.look(room);
		}
		return { store, clock, posts, post, waitsIn };
	}

	it("share 45 posts a second, which go to those who have waited longest", async () => {
		const { clock, posts, waitsIn } = await manyRooms();
		const waitedMs = (room: number) => ((7 * room) % 100) * 100;
		for (let room = 0; room < 100; room++) await waitsIn(`${room}`, waitedMs(room));
		await until(() => posts.length === 45);
		await turns();
		expect(posts).toHaveLength(45);
		await until(() => {
			clock.skip(5);
			posts.at(-1)?.answer(POSTED);
			return posts.length === 100;
		});
		const later = posts.slice(45).map(({ post }) => waitedMs(Number(post.channelId)));
		expect(later).toEqual(later.toSorted((a, b) => b - a));
	});

	it("do not count for it how long a host's pace has kept somebody waiting", async () => {
		const { clock, posts, post, waitsIn } = await manyRooms();
		for (let room = 0; room < 45; room++) await waitsIn(`${room}`);
		await until(() => posts.length === 45);
		await waitsIn("calm", 20 * SECOND, 19 * SECOND);
		await waitsIn("swift", 2 * SECOND);
		await turns();
		clock.skip(SECOND);
		expect((await post(46)).post.channelId).toBe("swift");
	});

	it("keep no turn from each other while they wait for their own", async () => {
		const { store, clock, posts, post, waitsIn } = await manyRooms();
		for (let room = 0; room < 45; room++) {
			const channel_id = `${room}`;
			for (let nth = 0; nth < 4; nth++) {
				await insertMessage(store, messageRow({ channel_id, state: "posted", posted_at: clock.now() }));
			}
			await waitsIn(channel_id, SECOND);
		}
		await waitsIn("another");
		expect((await post(1)).post.channelId).toBe("another");
		await turns();
		expect(posts).toHaveLength(1);
	});

	it("take turns for posts that are made again as for any other", async () => {
		const { clock, posts, post, waitsIn } = await manyRooms();
		await waitsIn("first");
		(await post(1)).answer(NO_ANSWER);
		await turns();
		for (let room = 0; room < 44; room++) await waitsIn(`${room}`);
		await until(() => posts.length === 45);
		for (let ms = 0; ms < 900; ms += 100) {
			clock.skip(100);
			await turns();
		}
		expect(posts).toHaveLength(45);
		clock.skip(SECOND);
		expect((await post(46)).post.channelId).toBe("first");
	});
});
