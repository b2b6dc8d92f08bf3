import { pino } from "pino";
import { expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { namingFrom } from "../../src/guests/calling.ts";
import { keepCorrections } from "../../src/guests/corrections.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import type { StandingPosts } from "../../src/standing-posts.ts";
import { askForCorrections } from "../../src/store/corrections.ts";
import { eraseUser } from "../../src/store/forgetting.ts";
import { askForRecap } from "../../src/store/late-recaps.ts";
import { digestOf, layoutOf, markOf } from "../../src/store/layout.ts";
import { savePerson } from "../../src/store/people.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession, updateSession } from "../../src/store/sessions.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { first, guest, scene } from "../greetings/scene.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow, messageRow, sessionRow } from "../store/rows.ts";

const NAMES = ["Maya", "Tom", "Ada"];

/** A message for three people that stands in a channel, and processes that may change it; Discord is played by hand. */
async function standing(engine: Engine) {
	const [shared, clock] = [await openTestStore(engine), stillClock()];
	const people = NAMES.map((name) => guest(name, { userId: name, kind: "thanks" }));
	const composed = compose(
		people,
		{ ...DEFAULT_VOICE, texts: { ...DEFAULT_VOICE.texts, thanks: ["Hi {name}!"] } },
		scene,
		first,
	);
	const layout = JSON.stringify(layoutOf("m", composed));
	await insertSession(shared, sessionRow({ id: "s", server_id: "server" }));
	const at = clock.now();
	const stands = { channel_id: "room", state: "posted", frozen_at: at, layout, thanked_session_id: "s" } as const;
	const row = messageRow({ id: "m", server_id: "server", ...stands });
	await shared
		.insertInto("message")
		.values({ ...row, posted_at: at, discord_id: "77", body: null })
		.execute();
	for (const { userId } of people) {
		const greeting = greetingRow({
			session_id: "s",
			user_id: userId,
			channel_id: "room",
			message_id: "m",
			posted_at: at,
		});
		await shared
			.insertInto("greeting")
			.values({ ...greeting, name: null })
			.execute();
	}
	const discord = { body: composed.body };
	const edits: { body: string; land(): void; answer(): void }[] = [];

	/** A process, whose changes land only when the test says so; its store may be slower than that of others. */
	function startProcess(store: Store = shared) {
		const posts: StandingPosts = {
			read: async () => ({ kind: "read", body: discord.body }),
			edit: (_, { body }) =>
				new Promise((resolve) => {
					const land = () => {
						discord.body = body;
					};
					edits.push({ body, land, answer: () => resolve({ kind: "edited" }) });
				}),
		};
		const corrections = keepCorrections({
			...{ store, clock, posts, log: pino({ level: "silent" }), shownOn: () => null },
			namingIn: namingFrom({
				wishes: { of: (serverId, ids) => wishesIn(store, serverId, ids) },
				namesIn: async () => null,
				peopleIn: () => [],
			}),
			turn: async () => ({ use: async () => undefined, end: () => undefined, giveBack: () => undefined }),
		});
		return corrections;
	}

	/** The how-manieth change that is asked for, as soon as it is. */
	async function edit(number: number) {
		await until(() => {
			clock.skip(20);
			return edits.length >= number;
		});
		return edits[number - 1] as (typeof edits)[0];
	}

	return { store: shared, clock, discord, edits, edit, startProcess };
}

/** A store whose answer about what is to be corrected is on its way until the test says so. */
function slowStore(store: Store) {
	let hasAsked = false;
	const answers = Promise.withResolvers<void>();
	const late = new WeakSet<object>();
	const slow = store.withPlugin({
		transformQuery({ node, queryId }) {
			const from = node.kind === "SelectQueryNode" ? JSON.stringify(node.from) : "";
			if (from.includes('"correction"')) late.add(queryId);
			return node;
		},
		async transformResult({ result, queryId }) {
			if (late.has(queryId)) {
				hasAsked = true;
				await answers.promise;
			}
			return result;
		},
	});
	return { slow, hasAsked: () => hasAsked, answer: () => answers.resolve() };
}

/** Somebody becomes quiet, and says so to a process. */
async function becomesQuiet(store: Store, userId: string, at: number): Promise<string[]> {
	return store.transaction().execute(async (db) => {
		await savePerson(db, { userId, serverId: "server", at }, { quiet: 1 });
		return askForCorrections(db, { userIds: [userId], serverId: "server", at, sorry: false, mustGo: true });
	});
}

/** So much time goes by, in steps in which what waits is done. */
async function passes(clock: { skip(ms: number): void }, ms: number): Promise<void> {
	for (let left = ms; left > 0; left -= 250) {
		clock.skip(Math.min(250, left));
		await new Promise((resolve) => setTimeout(resolve, 4));
	}
}

/** The host leaves a recap. */
async function leavesRecap(store: Store, recap: string, at: number): Promise<string[]> {
	return store.transaction().execute(async (db) => {
		await updateSession(db, "s", { recap });
		return askForRecap(db, { sessionId: "s", serverId: "server", at });
	});
}

async function isOver(store: Store): Promise<boolean> {
	const corrections = await store.selectFrom("correction").selectAll().execute();
	const recaps = await store.selectFrom("late_recap").selectAll().execute();
	return corrections.length + recaps.length === 0;
}

describeOnBoth("two processes that are told by people of one message that they are quiet", (engine) => {
	it("change it one after the other, so that neither brings a name back", async () => {
		const { store, clock, discord, edits, edit, startProcess } = await standing(engine);
		const [one, other] = [startProcess(), startProcess()];
		one.look(await becomesQuiet(store, "Maya", clock.now()));
		const first = await edit(1);
		other.look(await becomesQuiet(store, "Tom", clock.now()));
		await passes(clock, 2_000);
		expect(edits).toHaveLength(1);
		first.land();
		first.answer();
		const second = await edit(2);
		second.land();
		second.answer();
		await until(() => isOver(store));
		expect(discord.body).toBe("Hi dear guest, one more guest and Ada!");
		await Promise.all([one.stop(), other.stop()]);
	});

	it("wait for each change anew, however often one process has changed it before", async () => {
		const { store, clock, discord, edits, edit, startProcess } = await standing(engine);
		const [one, other] = [startProcess(), startProcess()];
		one.look(await becomesQuiet(store, "Maya", clock.now()));
		const first = await edit(1);
		other.look(["room"]); // it sees that the message is being changed
		await passes(clock, 1_000);
		first.land();
		first.answer();
		await until(() => isOver(store));
		await passes(clock, 15_000);
		one.look(await becomesQuiet(store, "Tom", clock.now()));
		const second = await edit(2);
		other.look(await becomesQuiet(store, "Ada", clock.now()));
		await passes(clock, 3_000);
		expect(edits).toHaveLength(2);
		second.land();
		second.answer();
		const third = await edit(3);
		third.land();
		third.answer();
		await until(() => isOver(store));
		expect(discord.body).toBe("Hi dear guest, one more guest and one more guest!");
		await Promise.all([one.stop(), other.stop()]);
	});

	it("leave nobody out, though one reads what is to be done just before the other has done its part", async () => {
		const { store, clock, discord, edits, edit, startProcess } = await standing(engine);
		const { slow, hasAsked, answer } = slowStore(store);
		const [one, other] = [startProcess(), startProcess(slow)];
		one.look(await becomesQuiet(store, "Maya", clock.now()));
		const first = await edit(1);
		other.look(await becomesQuiet(store, "Tom", clock.now()));
		await until(() => {
			clock.skip(20);
			return hasAsked();
		});
		first.land();
		first.answer();
		await until(async () => (await store.selectFrom("correction").selectAll().execute()).length === 1);
		await one.stop();
		answer();
		await until(async () => {
			clock.skip(20);
			return edits.length > 1 || (await isOver(store));
		});
		expect(edits).toHaveLength(2);
		const second = await edit(2);
		second.land();
		second.answer();
		await until(() => isOver(store));
		expect(discord.body).toBe("Hi dear guest, one more guest and Ada!");
		await other.stop();
	});

	it("keep nothing of where somebody stands who is forgotten while it is changed", async () => {
		const { store, clock, edit, startProcess } = await standing(engine);
		const one = startProcess();
		one.look(await becomesQuiet(store, "Maya", clock.now()));
		const first = await edit(1);
		const whose = { userId: "Tom", serverId: "server", at: clock.now(), staysQuiet: false };
		await store.transaction().execute((db) => eraseUser(db, whose));
		first.land();
		first.answer();
		await until(() => isOver(store));
		await one.stop();
		const { layout } = await store.selectFrom("message").select("layout").executeTakeFirstOrThrow();
		expect(layout).toContain(markOf("m", "Ada"));
		expect(layout).not.toContain(markOf("m", "Tom"));
	});

	it("go on where one has ended, whether its change has reached Discord or not", async () => {
		for (const hasLanded of [true, false]) {
			const { store, clock, discord, edit, startProcess } = await standing(engine);
			const one = startProcess();
			one.look(await becomesQuiet(store, "Maya", clock.now()));
			const first = await edit(1); // and then nothing is heard of this process any more
			if (hasLanded) first.land();
			const other = startProcess();
			other.look(await becomesQuiet(store, "Ada", clock.now()));
			const second = await edit(2);
			second.land();
			second.answer();
			await until(() => isOver(store));
			expect(discord.body).toBe("Hi dear guest, Tom and one more guest!");
			first.answer(); // it finds that another has taken over, and stores nothing
			await Promise.all([one.stop(), other.stop()]);
			const { layout } = await store.selectFrom("message").select("layout").executeTakeFirstOrThrow();
			expect(JSON.parse(layout ?? "{}").digest).toBe(digestOf(discord.body));
		}
	});

	it("say a recap once where one has ended in the middle of it, though that had reached Discord", async () => {
		const { store, clock, discord, edits, edit, startProcess } = await standing(engine);
		const one = startProcess();
		one.look(await leavesRecap(store, "https://example.com/1", clock.now()));
		const first = await edit(1); // and then nothing is heard of this process any more
		first.land();
		const other = startProcess();
		other.look(await leavesRecap(store, "https://example.com/2", clock.now()));
		other.look(await becomesQuiet(store, "Ada", clock.now()));
		const second = await edit(2);
		second.land();
		second.answer();
		await until(() => isOver(store));
		expect(discord.body).toBe("Hi Maya, Tom and one more guest!\nhttps://example.com/2");
		first.answer();
		await Promise.all([one.stop(), other.stop()]);
		expect(edits).toHaveLength(2);
	});
});
