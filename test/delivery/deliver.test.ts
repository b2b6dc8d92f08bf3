import { sql } from "kysely";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDelivery } from "../../src/delivery/deliver.ts";
import type { Finding, Outcome, Post } from "../../src/delivery/outcome.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { nearMissesOf } from "../../src/store/near-misses.ts";
import { type FreeLine, insertMessage } from "../../src/store/outbox.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import type { ScaledClock } from "../scaled-clock.ts";
import { stillClock } from "../sessions/room.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";

const MINUTE = 60_000;
const NO_ANSWER: Outcome = { kind: "unknown", reason: "no answer" };
const FORBIDDEN: Outcome = { kind: "refused", status: 403, code: 50013, reason: "Missing Permissions" };
const BLOCKED: Outcome = { kind: "refused", status: 400, code: 200000, reason: "blocked by AutoMod" };
const POSTED: Outcome = { kind: "posted", discordId: "77", bucketOpensInMs: 0 };

/** A question that waits until the test answers it. */
interface Asked<T> {
	post: Post;
	answer(answer: T): void;
}

/** Delivery as one process does it, to a Discord that is played by hand: each post, and each search for one, waits. */
function deliverOver(store: Store, clock: ScaledClock) {
	const posts: Asked<Outcome>[] = [];
	const searches: Asked<Finding>[] = [];
	const parked: string[] = [];
	const givenUp: string[] = [];
	let over = false;
	const asking =
		<T>(asked: Asked<T>[], atTheEnd: T) =>
		(post: Post) =>
			new Promise<T>((answer) => {
				asked.push({ post, answer });
				if (over) answer(atTheEnd);
			});
	const delivery = startDelivery({
		store,
		clock,
		log: pino({ level: "silent" }),
		send: asking(posts, POSTED),
		find: asking(searches, { kind: "missing" }),
		picks: createPicks(() => 0),
		scenery: { serverNameOf: () => "Acme", nameOf: () => null, nextSessionAt: () => null },
		onSettled: ({ state, greetings }) => {
			if (state === "given up") givenUp.push(...greetings.map((greeting) => greeting.session_id));
		},
		onParked: ({ sessionId }) => void parked.push(sessionId),
		onFailing: () => undefined,
		onTokenRefused: () => undefined,
	});
	onTestFinished(async () => {
		over = true;
		const stopped = delivery.stop();
		for (const { answer } of posts) answer(POSTED);
		for (const { answer } of searches) answer({ kind: "missing" });
		await stopped;
	});

	/** The how-manieth thing that is asked, as soon as it is. */
	async function nth<T>(asked: Asked<T>[], number: number): Promise<Asked<T>> {
		await until(() => asked.length >= number);
		return asked[number - 1] as Asked<T>;
	}

	return {
		delivery,
		posts,
		searches,
		parked,
		givenUp,
		post: (number: number) => nth(posts, number),
		search: (number: number) => nth(searches, number),
	};
}

async function sessionIn(store: Store, id: string): Promise<void> {
	await insertSession(store, sessionRow({ id, room_id: id, title: "Pottery" }));
}

/** Somebody has come and waits for their greeting. */
async function comes(store: Store, clock: ScaledClock, name: string, session_id = "s1"): Promise<void> {
	await insertGreetings(store, [greetingRow({ session_id, user_id: name, name, arrived_at: clock.now() })]);
}

/** Whose greeting is known to have been said. */
async function greeted(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("greeting").select("user_id").where("posted_at", "is not", null).execute();
	return rows.map((row) => row.user_id);
}

describeOnBoth("two processes that post the same message", (engine) => {
	/** Maya's greeting, on its way to Discord from both. */
	async function bothSend() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const one = deliverOver(store, clock);
		one.delivery.wake("room");
		const first = await one.post(1);
		const other = deliverOver(store, clock);
		other.delivery.wake("room");
		const second = await other.post(1);
		expect(second.post).toEqual(first.post);
		const said = (name: string) => [...one.posts, ...other.posts].filter(({ post }) => post.body.includes(name));
		return { store, clock, one, other, first, second, said };
	}

	it("both go on when Discord will not have its words", async () => {
		const { store, clock, one, other, first, second } = await bothSend();
		first.answer(BLOCKED);
		const neutral = await one.post(2);
		expect(neutral.post.body).toContain("dear guest");
		neutral.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		await one.delivery.stop();
		second.answer(BLOCKED);
		await comes(store, clock, "Sunil");
		other.delivery.wake("room");
		await until(() => {
			clock.skip(1_000);
			return other.posts.length >= 2;
		});
		expect(other.posts.at(-1)?.post.body).toContain("Sunil");
	});

	it("do not say anew what one got through while the other was turned away", async () => {
		const { store, clock, one, first, second, said } = await bothSend();
		first.answer(FORBIDDEN);
		await until(() => one.parked.length === 1);
		second.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		expect(await greeted(store)).toEqual(["Maya"]);
		one.delivery.unpark("server");
		await comes(store, clock, "Sunil");
		one.delivery.wake("room");
		await until(() => said("Sunil").length === 1);
		expect(said("Maya")).toEqual([first, second]);
	});

	it("do not both say what one of them has looked for and said anew", async () => {
		const { store, clock, one, other, first, second, said } = await bothSend();
		first.answer(NO_ANSWER);
		second.answer(NO_ANSWER);
		clock.skip(3 * MINUTE); // Discord may have forgotten the nonce
		await until(() => {
			clock.skip(1_000);
			return one.searches.length + other.searches.length === 2;
		});
		const [mine, theirs] = [await one.search(1), await other.search(1)];
		theirs.answer({ kind: "missing" });
		const anew = await other.post(2);
		expect(anew.post.body).toMatch(/^Sorry.*Maya/);
		anew.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		mine.answer({ kind: "unreadable", reason: "no answer" });
		await comes(store, clock, "Sunil");
		one.delivery.wake("room");
		await until(() => said("Sunil").length === 1);
		expect(said("Maya")).toEqual([first, second, anew]);
	});

	it("do not say anew what one of them has on its way", async () => {
		const { store, clock, one, other, first, second, said } = await bothSend();
		first.answer(NO_ANSWER);
		second.answer(NO_ANSWER);
		clock.skip(3 * MINUTE); // Discord may have forgotten the nonce
		await until(() => {
			clock.skip(1_000);
			return one.searches.length + other.searches.length === 2;
		});
		const [mine, theirs] = [await one.search(1), await other.search(1)];
		mine.answer({ kind: "unreadable", reason: "no answer" });
		const onItsWay = await one.post(2);
		theirs.answer({ kind: "missing" });
		await turns();
		onItsWay.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		clock.skip(MINUTE);
		await comes(store, clock, "Sunil");
		other.delivery.wake("room");
		await until(() => said("Sunil").length === 1);
		expect(said("Maya")).toEqual([first, onItsWay, second]);
	});
});

describeOnBoth("a channel that takes no posts", (engine) => {
	it("is tried again after ten minutes, though people keep coming: nobody may have told us that it lets us in", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const { delivery, posts, parked, post } = deliverOver(store, clock);
		await comes(store, clock, "Maya");
		delivery.wake("room");
		(await post(1)).answer(FORBIDDEN);
		await until(() => parked.length === 1);
		for (let minute = 1; posts.length < 2 && minute <= 30; minute++) {
			clock.skip(MINUTE);
			await comes(store, clock, `person ${minute}`);
			delivery.wake("room");
			await turns();
			if (minute < 10) expect(posts).toHaveLength(1);
		}
		expect(posts[1]?.post.body).toMatch(/^Sorry.*Maya/);
	});
});

describe("a channel that takes no posts while the disk is full", () => {
	it("is told of all the same, once there is room", async () => {
		const [store, clock] = [await openStore(temporaryFile(), () => undefined), stillClock()];
		onTestFinished(() => store.destroy());
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const { delivery, parked, post } = deliverOver(store, clock);
		delivery.wake("room");
		await sql`CREATE TRIGGER full BEFORE INSERT ON near_miss BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(store);
		(await post(1)).answer(FORBIDDEN);
		await turns();
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
		/** Stores an arrival, on a free line with its message, and sends that. */
		async function arrives(name: string, line: FreeLine | null): Promise<void> {
			const greeting = greetingRow({ session_id: "s1", user_id: name, name, arrived_at: clock.now() });
			const message = line?.draft([greeting], sessionRow({ id: "s1" }), DEFAULT_VOICE).message;
			if (message) await insertMessage(store, message);
			await insertGreetings(store, [{ ...greeting, message_id: message?.id ?? null }]);
			if (message) line?.send(message);
			else delivery.wake("room");
		}
		const lines: FreeLine[] = [];
		await until(() => lines.push(...[delivery.reserve("room")].filter((line) => line !== null)) > 0);
		const first = lines[0] as FreeLine;
		let second: FreeLine | null = null;
		await arrives("Maya", {
			...first,
			send(message) {
				first.send(message);
				second = delivery.reserve("room"); // for somebody in another room, whose greetings go to the same channel
			},
		});
		await arrives("Sunil", second);
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

/** Who has no message yet that carries their greeting. */
async function waiting(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("greeting").select("user_id").where("message_id", "is", null).execute();
	return rows.map((row) => row.user_id);
}

/** Lets the event loop turn, so that whoever has been woken has looked. */
async function turns(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function postedMessages(store: Store): Promise<number> {
	return (await store.selectFrom("message").select("id").where("state", "=", "posted").execute()).length;
}
