import { sql } from "kysely";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { ALL_HOSTS, saveProfile } from "../../src/store/settings.ts";
import { insertStays } from "../../src/store/stays.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine, openTestStore, temporaryDatabase, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stayOf } from "../store/rows.ts";
import { departureOf, greetings, hasLeft, isGreeted, keepRoom, sessionsThatAre, settles, stillClock } from "./room.ts";

const MINUTE = 60_000;

/** How Byname is away: as a process, or as one whose connection is cut. */
type Absence = "stopped" | "cut off";

/** A webinar on a stage, Maya in the audience, as Byname goes away for a time; `returns` has it come back. */
async function awayFromWebinar(engine: Engine, absence: Absence, forMs: number) {
	const store = await openTestStore(engine);
	const clock = stillClock();
	const before = keepRoom(store, clock);
	before.shows({ stage: "stage" });
	await settles(store, clock);
	before.enters("maya");
	await until(async () => (await stays(store)) === 1);
	if (absence === "stopped") await before.stop();
	clock.skip(forMs);
	return { store, clock, returns: () => (absence === "stopped" ? keepRoom(store, clock) : before) };
}

/** A session that Henry has called for; Maya has come since, and there is nothing left to do. */
async function calledSession(engine: Engine) {
	const store = await openTestStore(engine);
	const clock = stillClock();
	const room = keepRoom(store, clock);
	room.shows({});
	expect(await room.start()).toBe(true);
	await settles(store, clock);
	room.enters("maya");
	await until(async () => (await stays(store)) === 1);
	return { store, clock, room };
}

async function stays(store: Store): Promise<number> {
	return (await store.selectFrom("stay").select("id").execute()).length;
}

function occasions(store: Store) {
	return store.selectFrom("greeting").select(["user_id", "occasion"]).orderBy("user_id").execute();
}

describeOnBoth("after Byname was away", (engine) => {
	const absences = it.each<Absence>(["stopped", "cut off"]);

	absences("(%s), who came is greeted with the apology, the stay of who left ends", async (absence) => {
		const { store, clock, returns } = await awayFromWebinar(engine, absence, 2 * MINUTE);
		const back = clock.now();
		returns().shows({ stage: "stage", audience: ["sunil"] });
		await until(() => hasLeft(store, "maya"));
		expect(await greetings(store)).toMatchObject([
			{ user_id: "maya", missed: 0 },
			{ user_id: "sunil", missed: 1 },
		]);
		const departure = await departureOf(store, "maya");
		expect(departure?.inferred).toBe(1);
		expect(departure?.at).toBeGreaterThanOrEqual(back);
	});

	absences("(%s), who came soon after the opening needs no apology, who stayed is left alone", async (absence) => {
		const { store, returns } = await awayFromWebinar(engine, absence, 20_000);
		returns().shows({ stage: "stage", audience: ["maya", "sunil"] });
		await until(() => isGreeted(store, "sunil"));
		await until(async () => (await stays(store)) === 2);
		expect(await greetings(store)).toMatchObject([{ user_id: "maya" }, { user_id: "sunil", missed: 0 }]);
		expect(await departureOf(store, "maya")).toBeNull();
	});

	absences("(%s), a session that has ended is closed: no late thanks, nobody seen leaving it", async (absence) => {
		const { store, returns } = await awayFromWebinar(engine, absence, 2 * MINUTE);
		returns().shows({ audience: ["maya"] });
		await until(async () => (await sessionsThatAre(store, "closed")).length === 1);
		expect(await departureOf(store, "maya")).toMatchObject({ inferred: 1 });
		expect(await occasions(store)).toEqual([{ user_id: "maya", occasion: "arrival" }]);
	});

	absences("(%s), who comes before that could be found out comes to no session that is over", async (absence) => {
		const { store, returns } = await awayFromWebinar(engine, absence, 2 * MINUTE);
		const room = returns();
		room.shows({});
		room.enters("sunil"); // before anybody could have looked up what is stored as open
		await until(async () => (await occasions(store)).length === 2);
		expect(await sessionsThatAre(store, "closed")).toHaveLength(1);
		expect(await occasions(store)).toEqual([
			{ user_id: "maya", occasion: "arrival" },
			{ user_id: "sunil", occasion: expect.stringContaining("after hours") },
		]);
	});
});

describe("who comes to a session that has ended, while something about it is still being stored", () => {
	it("comes to no session that is over", async () => {
		const url = await temporaryDatabase();
		const [store, other] = [await openStore(url, () => undefined), new pg.Client({ connectionString: url })];
		await other.connect();
		onTestFinished(async () => {
			await other.end();
			await store.destroy();
		});
		const room = keepRoom(store, stillClock());
		room.shows({ stage: "stage" });
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		await other.query("BEGIN; LOCK TABLE session IN SHARE MODE");
		room.isAbout("pottery");
		room.rooms.audit();
		const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
		await until(async () => (await other.query(waiting)).rowCount === 1);
		room.closes();
		room.enters("sunil");
		await other.query("ROLLBACK");
		await until(async () => (await occasions(store)).length === 1);
		expect(await occasions(store)).toEqual([{ user_id: "sunil", occasion: expect.stringContaining("after hours") }]);
	});
});

describeOnBoth("a session that its host has ended although its stage is live", (engine) => {
	it.each(["", ", also after a restart"])("has who comes then hear that it is over%s", async (restart) => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		let room = keepRoom(store, clock);
		room.shows({ stage: "stage", audience: ["maya"] });
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		await room.end();
		if (restart) {
			await room.stop();
			room = keepRoom(store, clock);
			room.shows({ stage: "stage", audience: ["maya"] });
		}
		room.enters("sunil");
		await until(async () => (await occasions(store)).length > 0);
		expect(await occasions(store)).toEqual([{ user_id: "sunil", occasion: expect.stringContaining("after hours") }]);
	});
});

describe("a server that removes Byname while what happened there cannot be stored", () => {
	it("is seen with fresh eyes when it invites Byname again", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ stage: "stage" });
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		clock.skip(3_000);
		await sql`CREATE TRIGGER full BEFORE INSERT ON attendance BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(store);
		room.enters("maya");
		await until(() => room.logged.some(({ msg }) => msg.includes("could not be stored")));
		room.rooms.notice({ kind: "serverGone", serverId: "server" });
		await sql`DROP TRIGGER full`.execute(store);
		clock.skip(MINUTE);
		await store.updateTable("session").set({ closed_at: clock.now() }).execute();
		room.shows({ stage: "stage", audience: ["sunil"] });
		clock.skip(3_000);
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		await until(() => isGreeted(store, "sunil"));
		expect(await isGreeted(store, "maya")).toBe(false); // nobody has tried that again
	});
});

describeOnBoth("a leaving that is seen", (engine) => {
	it("ends the stay as it was seen, also at the end of the session", async () => {
		const { store, room } = await calledSession(engine);
		room.enters("sunil");
		await until(async () => (await stays(store)) === 2);
		room.leaves("maya");
		await until(() => hasLeft(store, "maya"));
		await room.end();
		expect(await departureOf(store, "maya")).toMatchObject({ inferred: 0 });
		expect(await departureOf(store, "sunil")).toMatchObject({ inferred: 0 });
	});
});

const COMPARISONS: [when: string, compare: (session: Awaited<ReturnType<typeof calledSession>>) => void][] = [
	["twice a minute", ({ clock }) => clock.skip(30_000)],
	["when something may have been missed", ({ room }) => room.rooms.audit()],
	["when something may have been missed in the server", ({ room }) => room.rooms.audit("server")],
];

describeOnBoth("what Discord shows and what is stored", (engine) => {
	it.each(COMPARISONS)("are compared %s: the stay of somebody whom nobody saw leave ends", async (_when, compare) => {
		const session = await calledSession(engine);
		const { store } = session;
		const [sessionId = ""] = await sessionsThatAre(store, "open");
		await insertStays(store, [stayOf(sessionId, "tom")]); // another process has seen him come, and stopped
		compare(session);
		await until(() => hasLeft(store, "tom"));
		expect(await departureOf(store, "tom")).toMatchObject({ inferred: 1 });
		expect(await hasLeft(store, "maya")).toBe(false);
	});
});

/** Which greetings are put off. */
async function putOff(store: Store): Promise<Record<string, boolean>> {
	const rows = await store.selectFrom("greeting").select(["user_id", "due_at"]).execute();
	return Object.fromEntries(rows.map(({ user_id, due_at }) => [user_id, due_at !== null]));
}

describeOnBoth("what a host has set through another process", (engine) => {
	it.each(COMPARISONS)("is read anew %s", async (_when, compare) => {
		const session = await calledSession(engine);
		const { store, room } = session;
		await saveProfile(store, "server", ALL_HOSTS, { delay_seconds: 60 });
		compare(session);
		room.enters("sunil");
		await until(() => isGreeted(store, "sunil"));
		expect(await putOff(store)).toEqual({ maya: false, sunil: true });
	});

	it("need not be read anew because something was missed in another server", async () => {
		const { store, room } = await calledSession(engine);
		await saveProfile(store, "server", ALL_HOSTS, { delay_seconds: 60 });
		room.rooms.audit("another server");
		room.enters("sunil");
		await until(() => isGreeted(store, "sunil"));
		expect(await putOff(store)).toEqual({ maya: false, sunil: false });
	});
});
