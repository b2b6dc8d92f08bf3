import { DatabaseSync } from "node:sqlite";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { ConfigError } from "../../src/config.ts";
import { Rejected } from "../../src/discord/connect.ts";
import { exitCodeOf } from "../../src/ending.ts";
import { createActivity } from "../../src/health/activity.ts";
import { patiently } from "../../src/health/asking.ts";
import { probing } from "../../src/health/readiness.ts";
import { Stalled, startWatchdog } from "../../src/health/watchdog.ts";
import type { Outcome } from "../../src/outcome.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, temporaryFile } from "../engines.ts";
import { type Journey, setOut, until } from "../journeys/journey.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";

/** A watchdog over a store in which a session is on and somebody waits to be greeted. */
async function guard(store: Store, { isParked = false, sees = true } = {}) {
	const clock = new ScaledClock();
	const activity = createActivity(clock);
	const session = sessionRow({});
	await insertSession(store, session);
	await insertGreetings(store, [greetingRow({ session_id: session.id, user_id: "maya", arrived_at: clock.now() })]);
	const stalls: Error[] = [];
	let waits = 0;
	const watchdog = startWatchdog({
		store,
		clock: {
			now: () => clock.now(),
			steady: () => clock.steady(),
			sleep(ms, signal) {
				waits++;
				return clock.sleep(ms, signal);
			},
		},
		log: pino({ level: "silent" }),
		activity,
		storeState: probing({ store, clock, fileState: () => "in place" }),
		shards: () => ["ready"],
		isParked: () => isParked,
		sees: () => sees,
		onStalled: (error) => void stalls.push(error),
	});
	onTestFinished(() => watchdog.stop());

	/** Lets the watchdog look so often, doing something before each one; ends early when it has given up. */
	async function look(times: number, meanwhile: () => void | Promise<void> = () => undefined): Promise<void> {
		for (let look = 0; look < times && stalls.length === 0; look++) {
			await meanwhile();
			const before = waits;
			clock.skip(10_000);
			await until(() => waits > before || stalls.length > 0); // it has looked, and waits for the next time
		}
	}
	return { clock, activity, session, stalls, look };
}

describeOnBoth("the watchdog", (engine) => {
	it("gives up on a channel where somebody waits and no post comes to an end for two minutes", async () => {
		const { activity, stalls, look } = await guard(await openTestStore(engine));
		activity.note({ kind: "due", channelId: "room" });
		await look(11);
		expect(stalls).toEqual([]);
		await look(1);
		expect(stalls).toEqual([expect.any(Stalled)]);
		expect(String(stalls[0])).toMatch(/greetings wait in channel room and nothing has happened there/);
	});

	it("gives up on a session that nobody looks after any more", async () => {
		const { activity, session, stalls, look } = await guard(await openTestStore(engine));
		await look(20, () => activity.note({ kind: "compared", sessionId: session.id }));
		expect(stalls).toEqual([]);
		await look(13);
		expect(String(stalls[0])).toMatch(/session [\w-]+ is on and nobody has looked after it/);
	});
});

describe("the watchdog", () => {
	const open = async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		return store;
	};

	it.each<[string, Outcome]>([
		["fail", { kind: "unknown", reason: "502" }],
		["are refused", { kind: "refused", status: 400, code: 50_035, reason: "" }],
	])("is patient while posts end, though they %s", async (_title, outcome) => {
		const { activity, stalls, look } = await guard(await open());
		activity.note({ kind: "due", channelId: "room" });
		await look(40, () => activity.note({ kind: "attempted", channelId: "room", outcome: outcome }));
		expect(stalls).toEqual([]);
	});

	it.each([false, true])("is patient while Discord says to wait (all channels: %s), and no longer", async (global) => {
		const { activity, stalls, look } = await guard(await open());
		const limited: Outcome = { kind: "limited", retryAfterMs: 300_000, global };
		activity.note({ kind: "due", channelId: "room" });
		activity.note({ kind: "attempted", channelId: global ? "other" : "room", outcome: limited });
		await look(30);
		expect(stalls).toEqual([]);
		await look(14);
		expect(stalls).toHaveLength(1);
	});

	it("leaves alone a channel that takes no posts", async () => {
		const { activity, stalls, look } = await guard(await open(), { isParked: true });
		activity.note({ kind: "due", channelId: "room" });
		await look(40);
		expect(stalls).toEqual([]);
	});

	it("leaves alone what is another process's business", async () => {
		const { stalls, look } = await guard(await open());
		await look(40);
		expect(stalls).toEqual([]);
	});

	it("leaves alone a session in a server that Byname is no longer in", async () => {
		const { activity, session, stalls, look } = await guard(await open(), { sees: false });
		activity.note({ kind: "compared", sessionId: session.id });
		await look(40);
		expect(stalls).toEqual([]);
	});

	it("stays while the store cannot be written: what is not stored yet is kept in memory", async () => {
		const url = temporaryFile();
		const store = await openStore(url, () => undefined);
		onTestFinished(() => store.destroy());
		const { activity, stalls, look } = await guard(store);
		activity.note({ kind: "due", channelId: "room" });
		const other = new DatabaseSync(url.replace("sqlite:", ""));
		other.exec("CREATE TRIGGER stop BEFORE INSERT ON probe BEGIN SELECT RAISE(ABORT, 'stop'); END");
		await look(14);
		other.exec("DROP TRIGGER stop");
		other.close();
		expect(stalls).toEqual([]);
		await look(12);
		expect(stalls).toHaveLength(1);
	});

	it("stays while the store fails a room, though it can be written otherwise", async () => {
		const { activity, session, stalls, look } = await guard(await open());
		activity.note({ kind: "due", channelId: "room" });
		activity.note({ kind: "compared", sessionId: session.id });
		await look(24, () => {
			activity.note({ kind: "failing", id: "room" });
			activity.note({ kind: "failing", id: session.id });
		});
		expect(stalls).toEqual([]);
		await look(12);
		expect(stalls).toEqual([expect.any(Stalled)]);
	});

	it("does not take a machine that has slept for one that has stalled", async () => {
		const { clock, activity, stalls, look } = await guard(await open());
		activity.note({ kind: "due", channelId: "room" });
		clock.skip(8 * 60 * 60_000);
		await look(10);
		expect(stalls).toEqual([]);
	});
});

describe("whether the store can be written", () => {
	it("is asked anew after a second, whatever the wall clock says meanwhile", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		const clock = new ScaledClock();
		let slowByMs = 0;
		const wrong = {
			now: () => clock.now() - slowByMs,
			steady: () => clock.steady(),
			sleep: clock.sleep.bind(clock),
		};
		const ask = probing({ store, clock: wrong, fileState: () => "in place" });
		expect(await ask()).toBe("writable");
		await store.destroy();
		slowByMs = 60 * 60_000;
		expect(await ask()).toBe("writable"); // as it was a moment ago
		clock.skip(1_000);
		expect(await ask()).toBe("not writable");
	});
});

describe("patiently", () => {
	it("says silent when no answer comes in time, and asks one question at a time", async () => {
		const { promise, resolve } = Promise.withResolvers<string>();
		let asked = 0;
		const ask = patiently(() => {
			asked++;
			return promise;
		}, 20);
		expect(await Promise.all([ask(), ask()])).toEqual(["silent", "silent"]);
		const late = ask();
		resolve("here");
		expect(await late).toBe("here");
		expect(asked).toBe(1);
		expect(await ask()).toBe("here");
		expect(asked).toBe(2);
	});
});

/** Lets ten seconds pass whenever nothing else happens, `times` times. */
async function passing({ clock }: Journey, times: number): Promise<void> {
	for (let time = 0; time < times; time++) {
		clock.skip(10_000);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

describe("a Byname whose gateway stays down", () => {
	it("ends after five minutes with a sentence that says why", async () => {
		const journey = await setOut();
		await until(() => journey.log.some(({ msg }) => /^Byname is ready/.test(String(msg))));
		await journey.discord.fail.refuse();
		journey.discord.fail.dropSockets();
		await passing(journey, 25);
		expect(journey.log.filter(({ level }) => level === 60)).toEqual([]);
		const ended = expect(journey.running).rejects.toThrow(/connection to Discord has been down for five minutes/);
		await passing(journey, 15);
		await ended;
		await expect(journey.running).rejects.toThrow(Stalled);
	});

	it("goes on when the gateway comes back within that time", async () => {
		const journey = await setOut();
		const server = journey.discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		await until(() => journey.log.some(({ msg }) => /^Byname is ready/.test(String(msg))));
		await journey.discord.fail.refuse();
		journey.discord.fail.dropSockets();
		await passing(journey, 20);
		await journey.discord.fail.accept();
		await until(() => journey.discord.identifies + journey.discord.resumes === 2);
		await passing(journey, 40);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
	});
});

describe("exitCodeOf", () => {
	it.each([
		[new Stalled("x"), 4],
		[new Rejected("x"), 3],
		[new ConfigError("x"), 2],
		[new Error("x"), 1],
	])("tells %s from the others", (error, code) => {
		expect(exitCodeOf(error)).toBe(code);
	});
});
