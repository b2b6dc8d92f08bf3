import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { languageOf } from "../../src/greetings/languages.ts";
import { nearMissesOf } from "../../src/store/near-misses.ts";
import { insertMessage, type MessageRow } from "../../src/store/outbox.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { messageRow } from "../store/rows.ts";
import {
	BLOCKED,
	channelsOver,
	comes,
	FORBIDDEN,
	greeted,
	isFree,
	NO_ANSWER,
	POSTED,
	roomIsFree,
	sessionIn,
	storesMessage,
	turns,
	waiting,
} from "./by-hand.ts";

const MINUTE = 60_000;

describeOnBoth("a channel that takes no posts", (engine) => {
	it("is tried again after ten minutes, though people keep coming: nobody may have told us that it lets us in", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { channels, posts, parked, post } = channelsOver(store, clock);
		await comes(store, clock, "Maya");
		channels.look("room");
		(await post(1)).answer(FORBIDDEN);
		await until(() => parked.length === 1);
		for (let minute = 1; minute <= 10; minute++) {
			expect(posts).toHaveLength(1);
			await comes(store, clock, `person ${minute}`);
			clock.skip(MINUTE);
			channels.look("room");
			await turns();
		}
		await until(() => posts.length === 2);
		expect(heard(posts[1]?.post.body ?? "")).toMatch(/^onTime: Maya,.* \+ sorry$/m);
	});
});

describe("a channel that takes no posts while the disk is full", () => {
	it("is told of all the same, once there is room", async () => {
		const [store, clock] = [await openStore(temporaryFile(), () => undefined), stillClock()];
		onTestFinished(() => store.destroy());
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { channels, parked, hasFailed, post } = channelsOver(store, clock);
		channels.look("room");
		await sql`CREATE TRIGGER full BEFORE INSERT ON near_miss BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(store);
		(await post(1)).answer(FORBIDDEN);
		await until(hasFailed);
		await sql`DROP TRIGGER full`.execute(store);
		await until(() => {
			clock.skip(1_000);
			return parked.length > 0;
		});
		expect(parked).toEqual(["s1"]);
		expect(await nearMissesOf(store, "s1")).toMatchObject([{ kind: "parked", times: 1, people: 1 }]);
	});
});

describeOnBoth("a post in flight as Byname stops", (engine) => {
	it("is recorded before it has stopped: the next process need not wonder what became of it", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { channels, post } = channelsOver(store, clock);
		channels.look("room");
		const { answer } = await post(1);
		const stopped = channels.stop();
		answer(POSTED);
		await stopped;
		expect(await greeted(store)).toEqual(["Maya"]);
	});
});

describeOnBoth("a post that cannot be stored", (engine) => {
	it("is not made again: what became of it is stored once that is possible", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { channels, posts, searches, hasFailed, post } = channelsOver(store, clock);
		channels.look("room");
		await post(1);
		await sql`ALTER TABLE greeting RENAME TO gone`.execute(store);
		posts[0]?.answer(POSTED);
		await until(hasFailed);
		clock.skip(25 * 60 * MINUTE);
		channels.forgetQuiet();
		await sql`ALTER TABLE gone RENAME TO greeting`.execute(store);
		await until(async () => {
			clock.skip(1_000);
			return (await greeted(store)).length === 1;
		});
		expect(posts).toHaveLength(1);
		expect(searches).toEqual([]);
	});
});

describeOnBoth("a post", (engine) => {
	/** Maya's greeting, on its way to Discord for the first time. */
	async function onItsWay() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { channels, ...discord } = channelsOver(store, clock);
		channels.look("room");
		return { store, clock, channels, ...discord, first: await discord.post(1) };
	}

	it("that may stand in a channel which then turns us away is made again with its nonce once we are let in", async () => {
		const { clock, channels, parking, first, posts, post } = await onItsWay();
		first.answer(NO_ANSWER);
		await until(() => {
			clock.skip(100);
			return posts.length === 2;
		});
		posts[1]?.answer(FORBIDDEN);
		await until(() => parking.isParked("room"));
		parking.unpark("server");
		channels.look("room");
		expect((await post(3)).post).toEqual(first.post);
	});

	it("made again, though nobody can tell whether it stands there, is kept as a near miss", async () => {
		const { store, clock, first, posts, searches } = await onItsWay();
		first.answer(NO_ANSWER);
		clock.skip(3 * MINUTE);
		await until(() => {
			clock.skip(1_000);
			return searches.length === 1;
		});
		searches[0]?.answer({ kind: "unreadable", reason: "no Read Message History" });
		await until(() => posts.length === 2);
		posts[1]?.answer(POSTED);
		await until(async () => (await greeted(store)).length === 1);
		expect(await nearMissesOf(store, "s1")).toMatchObject([
			{ kind: "late", cause: "unseen" },
			{ kind: "retried", cause: "unseen" },
		]);
	});

	it("that meets the global limit has all channels wait", async () => {
		const { clock, channels, first } = await onItsWay();
		channels.look("another room");
		await until(() => isFree(channels, "calm", "another room"));
		first.answer({ kind: "limited", retryAfterMs: 5_000, global: true });
		await until(() => !isFree(channels, "calm", "another room"));
		clock.skip(5_000);
		expect(isFree(channels, "calm", "another room")).toBe(true);
	});
});

describeOnBoth("a greeting that a mistake of ours keeps from being said", (engine) => {
	it("is left alone until the channel is looked at again, and told of", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { channels, stage, facts, post } = channelsOver(store, clock);
		channels.look("room");
		await roomIsFree(channels);
		await comes(store, clock, "Maya");
		const { sceneOf } = stage;
		stage.sceneOf = () => {
			throw new TypeError("a mistake");
		};
		channels.look("room");
		await until(() => facts.length > 0);
		await turns();
		expect(facts).toEqual([{ kind: "failing", id: "room" }]);
		expect(isFree(channels)).toBe(false); // a message may have been frozen: that one goes first
		clock.skip(60_000);
		await turns();
		expect(facts).toHaveLength(1);
		stage.sceneOf = sceneOf;
		channels.look("room");
		expect((await post(1)).post.body).toContain("Maya");
	});
});

describeOnBoth("a channel that is free", (engine) => {
	/** One that has looked, and found nothing to say. */
	async function freeRoom() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { channels, ...discord } = channelsOver(store, clock);
		channels.look("room");
		await roomIsFree(channels);
		return { store, clock, channels, ...discord };
	}

	it("is not free before it has looked", async () => {
		const { channels } = channelsOver(await openTestStore(engine), stillClock());
		expect(isFree(channels)).toBe(false);
	});

	it("is forgotten once nothing has been said in it for a day", async () => {
		const { clock, channels } = await freeRoom();
		clock.skip(23 * 60 * MINUTE);
		channels.forgetQuiet();
		expect(isFree(channels)).toBe(true);
		clock.skip(2 * 60 * MINUTE);
		channels.forgetQuiet();
		expect(isFree(channels)).toBe(false);
		channels.look("room");
		await roomIsFree(channels);
	});

	it("carries a message as soon as it is stored, and says nothing else before", async () => {
		const { store, clock, channels, posts, post } = await freeRoom();
		const stored = Promise.withResolvers<MessageRow>();
		channels.carry("room", stored.promise);
		expect(isFree(channels)).toBe(false);
		await comes(store, clock, "Sunil");
		channels.look("room");
		await turns();
		expect(posts).toEqual([]);
		stored.resolve(await storesMessage(store, clock, "Maya"));
		(await post(1)).answer(POSTED);
		(await post(2)).answer(POSTED);
		expect(posts.map(({ post }) => post.body).join(" ")).toMatch(/Maya.*Sunil/);
	});

	it("goes on when the message could not be stored", async () => {
		const { store, clock, channels, post } = await freeRoom();
		channels.carry("room", Promise.resolve(null));
		await comes(store, clock, "Sunil");
		channels.look("room");
		expect((await post(1)).post.body).toContain("Sunil");
	});

	it("is not free while its bucket is empty", async () => {
		const { store, clock, channels, posts, post } = await freeRoom();
		for (const [index, name] of ["Ann", "Bob", "Cid", "Dee"].entries()) {
			channels.carry("room", storesMessage(store, clock, name));
			(await post(index + 1)).answer(POSTED);
		}
		await until(async () => (await greeted(store)).length === 4);
		await turns();
		expect(isFree(channels)).toBe(false);
		clock.skip(1_050);
		await roomIsFree(channels);
		expect(posts).toHaveLength(4);
	});

	it("is not free while the process before this one has emptied its bucket", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		for (let post = 1; post <= 4; post++) {
			await insertMessage(store, messageRow({ state: "posted", posted_at: clock.now() - 100 }));
		}
		const { channels } = channelsOver(store, clock);
		channels.look("room");
		await turns();
		expect(isFree(channels)).toBe(false);
		clock.skip(1_050);
		await roomIsFree(channels);
	});

	it("is not free for ten minutes after Discord has refused the host's words", async () => {
		const { store, clock, channels, post } = await freeRoom();
		channels.carry("room", storesMessage(store, clock, "Maya"));
		for (const [index, outcome] of [BLOCKED, BLOCKED, POSTED].entries()) (await post(index + 1)).answer(outcome);
		await until(async () => (await greeted(store)).length === 1);
		clock.skip(9 * MINUTE);
		await turns();
		expect(isFree(channels)).toBe(false);
		clock.skip(MINUTE);
		await roomIsFree(channels);
	});

	it("is not free while it is parked", async () => {
		const { channels, parking } = await freeRoom();
		parking.park("room", "server", 50013);
		expect(isFree(channels)).toBe(false);
	});

	it("is not free while it turns us away", async () => {
		const { store, clock, channels, parking, parked, post } = await freeRoom();
		channels.carry("room", storesMessage(store, clock, "Maya"));
		(await post(1)).answer(FORBIDDEN);
		await until(() => parked.length === 1);
		await turns();
		expect(isFree(channels)).toBe(false);
		parking.unpark("server");
		channels.look("room");
		expect((await post(2)).post.body).toContain("Maya");
	});
});

describeOnBoth("somebody whose greeting Discord refuses even without the name", (engine) => {
	it("costs nobody else theirs, should they wait no longer themselves", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await sessionIn(store, "s2");
		const { channels, givenUp, posts, post } = channelsOver(store, clock);
		for (const [index, name] of ["Ann", "Bob", "Maya"].entries()) {
			await comes(store, clock, name);
			channels.look("room");
			(await post(index + 1)).answer(name === "Maya" ? BLOCKED : POSTED);
		}
		const neutral = await post(4); // the last before the channel's pace has it wait
		expect(neutral.post.body).toContain(languageOf("en").neutralName);
		neutral.answer(BLOCKED);
		await until(async () => (await waiting(store)).length === 1);
		await store.deleteFrom("greeting").where("user_id", "=", "Maya").execute(); // another process sees to her
		await until(() => {
			clock.skip(500);
			return isFree(channels);
		});
		await comes(store, clock, "Sunil", "s2");
		channels.look("room");
		const sunils = await post(5);
		expect(heard(sunils.post.body)).toBe("onTime: Sunil");
		sunils.answer(BLOCKED);
		await until(() => {
			clock.skip(500);
			return posts.length + givenUp() === 6;
		});
		expect(givenUp()).toBe(0);
		expect(posts[5]?.post.body).toContain(languageOf("en").neutralName);
	});
});
