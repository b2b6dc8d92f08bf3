import { sql } from "kysely";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { admit } from "../../src/delivery/free-lane.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import { savePerson } from "../../src/store/people.ts";
import type { Store } from "../../src/store/queryable.ts";
import { updateSession } from "../../src/store/sessions.ts";
import { describeOnBoth, type Engine, openTestStore, postgres } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { channelsOver, comes, greeted, newcomers, POSTED, roomIsFree, sessionIn, turns } from "./by-hand.ts";

/** A session in a room that is free, and how people come to it; `through` is the store as that way sees it. */
async function freeRoom(engine: Engine, { through = (store: Store) => store } = {}) {
	const [store, clock] = [await openTestStore(engine), stillClock()];
	for (const id of ["s1", "s2"]) await sessionIn(store, id);
	const { channels, ...discord } = channelsOver(store, clock);
	channels.look("room");
	await roomIsFree(channels);
	const observe = () => undefined;
	const admitting = {
		store: through(store),
		clock,
		log: pino({ level: "silent" }),
		picks: createPicks(() => 0),
		wishes: { version: 0 },
		namingIn: async (serverId: string, _: string, ids: readonly string[]) => ({
			wishes: await wishesIn(store, serverId, ids),
			names: null,
			isTaken: () => false,
		}),
		channels,
		observe,
	};
	const come = (names: readonly string[], parts?: Parameters<typeof newcomers>[2]) =>
		admit(newcomers(clock, names, parts), admitting);
	return { store, clock, channels, come, ...discord };
}

async function attendees(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("attendance").select("user_id").orderBy("user_id").execute();
	return rows.map((row) => row.user_id);
}

/** Answers all posts until so many have been made. */
async function postsAre(posts: { answer(outcome: typeof POSTED): void }[], number: number, clock: ScaledClock) {
	for (let answered = 0; answered < number; ) {
		const next = posts[answered];
		if (next) {
			next.answer(POSTED);
			answered++;
		}
		clock.skip(100);
		await turns();
	}
}

describeOnBoth("people who come to a channel that is free", (engine) => {
	it("are stored with the message that carries their greetings, which leaves at once", async () => {
		const { store, come, post } = await freeRoom(engine);
		const all = await come(["Maya", "Sunil"]);
		const { post: said } = await post(1);
		expect(said.body).toMatch(/Maya.*Sunil/);
		const { id } = await store
			.selectFrom("message")
			.select("id")
			.where("nonce", "=", said.nonce)
			.executeTakeFirstOrThrow();
		expect(all.map(({ user_id, message_id }) => [user_id, message_id])).toEqual([
			["Maya", id],
			["Sunil", id],
		]);
		expect(await attendees(store)).toEqual(["Maya", "Sunil"]);
	});

	it("are all named, those who do not fit into the message in the next ones", async () => {
		const { store, clock, come, posts } = await freeRoom(engine);
		const names = Array.from({ length: 200 }, (_, index) => `somebody ${index}`);
		const all = await come(names);
		expect(new Set(all.map(({ message_id }) => message_id === null))).toEqual(new Set([true, false]));
		await until(async () => {
			posts.at(-1)?.answer(POSTED);
			clock.skip(100);
			return (await greeted(store)).length === 200;
		});
	});

	it("are noted down as named or not, whether they are greeted at once or wait for it", async () => {
		const { store, clock, come, posts } = await freeRoom(engine);
		for (const userId of ["Tom", "Ada"]) {
			await savePerson(store, { userId, serverId: "server", at: clock.now() }, { quiet: 1 });
		}
		await come(["Maya", "Tom"]);
		await come(["Sunil", "Ada"]);
		await postsAre(posts, 2, clock);
		const rows = await store.selectFrom("greeting").select(["user_id", "named"]).orderBy("user_id").execute();
		expect(rows.map(({ user_id, named }) => [user_id, named])).toEqual([
			["Ada", 0],
			["Maya", 1],
			["Sunil", 1],
			["Tom", 0],
		]);
	});

	it("are greeted once: who had come before is left out, and where they were is counted", async () => {
		const { store, clock, come, posts } = await freeRoom(engine);
		await come(["Maya"]);
		await postsAre(posts, 1, clock);
		expect(await come(["Maya"])).toEqual([]);
		expect((await come(["Maya", "Sunil"])).map((greeting) => greeting.user_id)).toEqual(["Sunil"]);
		await updateSession(store, "s1", { closed_at: clock.now() });
		const again = await come(["Maya", "Sunil", "Tom"], { sessionId: "s2", roomId: "s1" });
		expect(again.map(({ visits }) => visits)).toEqual([2, 2, 1]);
	});

	it("and are on the panel are stored, and not greeted", async () => {
		const { store, channels, clock, come, posts } = await freeRoom(engine);
		const [anna] = newcomers(clock, ["Anna"]).arrivals;
		if (anna) expect(await come([], { arrivals: [{ ...anna, greeting: null }] })).toEqual([]);
		expect(await attendees(store)).toEqual(["Anna"]);
		await roomIsFree(channels);
		expect(posts).toEqual([]);
	});

	it("are greeted later when their host wants it", async () => {
		const { clock, channels, come, posts, post } = await freeRoom(engine);
		await come(["Maya"], { dueInMs: 5_000 });
		clock.skip(4_000);
		await turns();
		await roomIsFree(channels);
		expect(posts).toEqual([]);
		clock.skip(1_000);
		expect((await post(1)).post.body).toContain("Maya");
	});

	it("from two rooms at once are all greeted", async () => {
		const { clock, come, posts } = await freeRoom(engine);
		await Promise.all([come(["Maya"]), come(["Sunil"], { sessionId: "s2" })]);
		await postsAre(posts, 2, clock);
		expect(posts.map(({ post }) => post.body).join(" ")).toMatch(/Maya.*Sunil/);
	});
});

describeOnBoth("people who come to a channel that is busy", (engine) => {
	it("wait for it together", async () => {
		const { store, clock, channels, come, posts, post } = await freeRoom(engine);
		await comes(store, clock, "Ann");
		channels.look("room");
		const anns = await post(1);
		expect((await come(["Maya"])).map(({ message_id }) => message_id)).toEqual([null]);
		await come(["Sunil"]);
		expect(posts).toHaveLength(1);
		anns.answer(POSTED);
		expect((await post(2)).post.body).toMatch(/Maya.*Sunil/);
	});
});

describeOnBoth("people who cannot be stored", (engine) => {
	it("keep nobody else from being greeted, and are greeted once they can", async () => {
		const { store, come, channels, clock, posts } = await freeRoom(engine);
		await sql`ALTER TABLE attendance RENAME TO gone`.execute(store);
		await expect(come(["Maya"])).rejects.toThrow();
		await sql`ALTER TABLE gone RENAME TO attendance`.execute(store);
		await roomIsFree(channels);
		await come(["Sunil"]);
		await come(["Maya"]);
		await postsAre(posts, 2, clock);
		expect(posts.map(({ post }) => post.body).join(" ")).toMatch(/Sunil.*Maya/);
	});
});

describe("people of whom nobody knows whether they could be stored, on PostgreSQL", () => {
	it("are greeted once", async () => {
		const lost = { answers: 1 };
		const through = (store: Store) =>
			store.withPlugin({
				transformQuery: ({ node }) => node,
				async transformResult({ result }) {
					if (lost.answers-- > 0) throw new Error("Connection terminated unexpectedly");
					return result;
				},
			});
		const { store, clock, come, posts, post } = await freeRoom(postgres, { through });
		expect(await come(["Maya"])).toEqual([]);
		expect(await attendees(store)).toEqual(["Maya"]);
		expect((await post(1)).post.body).toContain("Maya");
		await postsAre(posts, 1, clock);
		await until(async () => (await greeted(store)).length === 1);
	});
});
