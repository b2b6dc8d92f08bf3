import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { Membership } from "../../src/membership.ts";
import { dueFor, eraseInTime } from "../../src/store/erasing.ts";
import type { Store } from "../../src/store/queryable.ts";
import { type ErasingAhead, noteTold } from "../../src/store/retention.ts";
import { saveProfile, saveServer, serverSettings } from "../../src/store/settings.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { count, held, sessionIds } from "./held.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 5, 1);

/** A clock on which time passes only when the one who sleeps on it has gone to sleep again. */
function clockForOne() {
	let steady = 0;
	let fastByMs = 0;
	let asleep = Promise.withResolvers<{ due: number; wake(): void }>();
	const clock: Clock = {
		now: () => NOW + steady + fastByMs,
		steady: () => steady,
		sleep: (ms, signal) =>
			new Promise((wake) => {
				if (signal?.aborted) return wake();
				signal?.addEventListener("abort", () => wake(), { once: true });
				asleep.resolve({ due: steady + ms, wake });
			}),
	};
	return {
		clock,
		setBy(ms: number) {
			fastByMs = ms;
		},
		async pass(ms: number) {
			const until = steady + ms;
			for (let next = await asleep.promise; next.due <= until; next = await asleep.promise) {
				steady = next.due;
				asleep = Promise.withResolvers();
				next.wake();
			}
			steady = until;
		},
	};
}

/** A Byname as far as it erases. What it says of servers, and what can be told to them, the test decides. */
function running(store: Store) {
	const { clock, pass, setBy } = clockForOne();
	const byname = {
		membership: "in" as Membership,
		isReachable: true,
		told: [] as (ErasingAhead & { serverId: string })[],
		warnings: [] as string[],
		pass,
		setBy,
		stop: () => erasing.stop(),
	};
	const log = pino({ level: "warn" }, { write: (line: string) => void byname.warnings.push(line) });
	const erasing = eraseInTime({
		...{ store, clock, log },
		membership: () => byname.membership,
		async announce(serverId, ahead) {
			if (byname.isReachable) byname.told.push({ serverId, ...ahead });
			return byname.isReachable;
		},
	});
	onTestFinished(byname.stop);
	return byname;
}

const OLD = NOW - 100 * DAY_MS;

describeOnBoth("what servers have kept for long enough", (engine) => {
	it("is announced once, and erased a week later, in whatever order servers come", async () => {
		const store = await openTestStore(engine);
		await held(store, OLD);
		await held(store, OLD, { server: "elsewhere" });
		const young = await held(store, NOW);
		const byname = running(store);
		await byname.pass(2 * HOUR_MS);
		expect(byname.told.map(({ serverId, days }) => [serverId, days])).toEqual([
			["acme", 90],
			["elsewhere", 90],
		]);
		await byname.pass(6.9 * DAY_MS);
		expect(await count(store, "session")).toBe(3);
		await byname.pass(2 * DAY_MS);
		expect(await sessionIds(store)).toEqual([young]);
		expect([byname.told.length, byname.warnings]).toEqual([2, []]);
	});

	it("is announced a week before the first of it is old enough", async () => {
		const store = await openTestStore(engine);
		await saveServer(store, "acme", { retention_days: 10 });
		await held(store, NOW);
		const byname = running(store);
		await byname.pass(2.9 * DAY_MS);
		expect(byname.told).toEqual([]);
		await byname.pass(1.3 * DAY_MS);
		expect(byname.told).toHaveLength(1);
		expect(byname.told[0]?.from).toBeGreaterThan(NOW + 10 * DAY_MS);
		await byname.pass(5.7 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
		await byname.pass(2.5 * DAY_MS);
		expect(await count(store, "session")).toBe(0);
	});

	it("waits for as long as nobody can be told, and for a week from when somebody was", async () => {
		const store = await openTestStore(engine);
		await held(store, OLD);
		const byname = running(store);
		byname.isReachable = false;
		await byname.pass(9 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
		await noteTold(store, "acme", { days: 90, from: NOW + 16 * DAY_MS }); // with the answer to a command
		await byname.pass(6 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
		await byname.pass(2 * DAY_MS);
		expect(await count(store, "session")).toBe(0);
	});

	it("is looked at once a day", async () => {
		const store = await openTestStore(engine);
		await saveServer(store, "acme", { retention_told_at: OLD });
		const byname = running(store);
		await byname.pass(2 * HOUR_MS);
		await held(store, OLD);
		await byname.pass(20 * HOUR_MS);
		expect(await count(store, "session")).toBe(1);
		await byname.pass(5 * HOUR_MS);
		expect(await count(store, "session")).toBe(0);
	});

	it("is erased soon after a start that follows within a day or two, and within two hours after a longer absence", async () => {
		const store = await openTestStore(engine);
		await saveServer(store, "acme", { retention_told_at: OLD });
		await saveServer(store, "acme", { looked_at: NOW - 30 * HOUR_MS });
		await held(store, OLD);
		await running(store).pass(2 * 60_000);
		expect(await count(store, "session")).toBe(0);
		await held(store, OLD);
		await saveServer(store, "acme", { looked_at: NOW - 10 * DAY_MS });
		await running(store).pass(2 * HOUR_MS);
		expect(await count(store, "session")).toBe(0);
	});

	it("is not what a clock says that is set wrong and put right within the hour", async () => {
		const store = await openTestStore(engine);
		await saveServer(store, "acme", { retention_told_at: OLD });
		await held(store, NOW);
		const byname = running(store);
		await byname.pass(12.4 * HOUR_MS);
		byname.setBy(400 * DAY_MS);
		await byname.pass(HOUR_MS);
		byname.setBy(0);
		await byname.pass(10 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
	});

	it("is erased in time also after the clock was set back", async () => {
		const store = await openTestStore(engine);
		await held(store, OLD);
		const byname = running(store);
		byname.setBy(400 * DAY_MS);
		await byname.pass(3 * DAY_MS);
		byname.setBy(0);
		await byname.pass(9 * DAY_MS);
		expect(await count(store, "session")).toBe(0);
	});

	it("is announced once and erased by two processes as by one", async () => {
		const store = await openTestStore(engine);
		for (let n = 0; n < 10; n++) await held(store, OLD, { guests: 20 });
		const both = [running(store), running(store)];
		const pass = (ms: number) => Promise.all(both.map((byname) => byname.pass(ms)));
		await pass(2 * HOUR_MS);
		await pass(9 * DAY_MS);
		expect(both.flatMap(({ told }) => told)).toHaveLength(1);
		expect(both.flatMap(({ warnings }) => warnings)).toEqual([]);
		expect([await count(store, "session"), await count(store, "greeting")]).toEqual([0, 0]);
	});
});

describeOnBoth("a server from which Byname has been removed", (engine) => {
	/** Acme, with a session of late and a host's settings, where it was noticed 27 days ago that Byname was removed. */
	async function acme() {
		const store = await openTestStore(engine);
		await held(store, NOW);
		await saveProfile(store, "acme", "henry", { language: "de" });
		const byname = running(store);
		byname.membership = "removed";
		await byname.pass(2 * HOUR_MS);
		const noticedAt = (await serverSettings(store, "acme"))?.removed_at ?? 0;
		expect([noticedAt >= NOW, noticedAt <= NOW + 2 * HOUR_MS]).toEqual([true, true]);
		await saveServer(store, "acme", { removed_at: noticedAt - 27 * DAY_MS });
		return { store, byname };
	}

	it("is erased 30 days after that was noticed", async () => {
		const { store, byname } = await acme();
		await byname.pass(2.9 * DAY_MS);
		expect([await count(store, "session"), await count(store, "profile")]).toEqual([1, 1]);
		await byname.pass(1.2 * DAY_MS);
		for (const table of ["session", "attendance", "profile", "server"] as const)
			expect(await count(store, table)).toBe(0);
		expect(byname.told).toEqual([]);
	});

	it("is not when it comes back, and has 30 days again the next time", async () => {
		const { store, byname } = await acme();
		byname.membership = "in";
		await byname.pass(2 * HOUR_MS);
		expect(await serverSettings(store, "acme")).toMatchObject({ removed_at: null });
		byname.membership = "removed";
		await byname.pass(6 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
	});

	it("is not by a process that does not know, such as one that is shown other servers", async () => {
		const { store, byname } = await acme();
		byname.membership = "unknown";
		await byname.pass(6 * DAY_MS);
		expect(await count(store, "session")).toBe(1);
	});

	it("is not while a session is open there", async () => {
		const { store, byname } = await acme();
		const on = await held(store, null);
		await byname.pass(6 * DAY_MS);
		expect(await sessionIds(store)).toContain(on);
	});
});

describe("a server's daily look", () => {
	it.each<[lookedAt: number | null, due: ReturnType<typeof dueFor>]>([
		[null, "in an hour"],
		[NOW, "not yet"],
		[NOW - DAY_MS + 1, "not yet"],
		[NOW - DAY_MS, "now"],
		[NOW - 2 * DAY_MS + 1, "now"],
		[NOW - 2 * DAY_MS, "in an hour"],
		[NOW + 1, "in an hour"],
	])("when it was looked at last at %s is due %s", (lookedAt, due) => {
		expect(dueFor(lookedAt, NOW)).toBe(due);
	});
});
