import { sql } from "kysely";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepSessions } from "../../src/sessions/keep.ts";
import { emptyServer, roomIn } from "../../src/sessions/view.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { ScaledClock } from "../scaled-clock.ts";

/** Sessions over a store, with a live stage nobody is in yet, and what was logged. */
async function liveStage(store: Store) {
	const clock = new ScaledClock();
	const log: { level: number; msg: string }[] = [];
	const sessions = keepSessions({
		store,
		clock,
		log: pino({ level: "debug" }, { write: (line: string) => void log.push(JSON.parse(line)) }),
		onGreetings: () => undefined,
		reserve: () => null,
		onAttendance: () => undefined,
		onArrivals: () => undefined,
	});
	onTestFinished(() => sessions.stop());
	const server = emptyServer("server");
	roomIn(server, "room", "stage").name = "Main stage";
	server.stages.set("room", { id: "stage", roomId: "room", topic: "", eventId: null, openedAt: clock.now() });
	sessions.notice({ kind: "server", server });
	await until(async () => (await store.selectFrom("session").select("id").execute()).length === 1);
	clock.skip(3_000);
	const move = (id: string, roomId: string | null) =>
		sessions.notice({
			kind: "voice",
			serverId: "server",
			person: { id, name: id, bot: false },
			roomId,
			onStage: false,
		});
	return { clock, log, move };
}

async function greeted(store: Store): Promise<string[]> {
	return (await store.selectFrom("greeting").select("user_id").orderBy("user_id").execute()).map((row) => row.user_id);
}

describe("a disk that is full", () => {
	it("loses nobody: who came, even who has left again, is stored once there is room", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { clock, log, move } = await liveStage(store);
		await sql`PRAGMA max_page_count = 1`.execute(store); // SQLite takes it as: not a page more than there is
		const names = Array.from({ length: 300 }, (_, index) => `person ${String(index).padStart(3, "0")}`);
		for (const name of names) move(name, "room");
		move("person 000", null);
		await until(() => log.some(({ msg }) => msg.includes("could not be stored")));
		await sql`PRAGMA max_page_count = 1000000`.execute(store);
		await until(async () => {
			clock.skip(1_000);
			return (await greeted(store)).length === names.length;
		});
		expect(await greeted(store)).toEqual(names);
		const left = await store.selectFrom("stay").select("user_id").where("left_at", "is not", null).execute();
		expect(left).toEqual([{ user_id: "person 000" }]);
		expect(log.filter(({ level }) => level >= 50)).toHaveLength(1);
	});
});

describeOnBoth("keeping sessions", (engine) => {
	it("stores an arrival and its greeting together, a stay for each coming, and no greeting for a second one", async () => {
		const store = await openTestStore(engine);
		const { move } = await liveStage(store);
		move("maya", "room");
		move("maya", null);
		move("maya", "room");
		await until(async () => (await store.selectFrom("stay").select("id").execute()).length === 2);
		expect(await greeted(store)).toEqual(["maya"]);
		expect(await store.selectFrom("attendance").select(["user_id", "role"]).execute()).toEqual([
			{ user_id: "maya", role: "attendee" },
		]);
	});

	it("shares a room with another process: both see everything, each person is greeted once", async () => {
		const url = await engine.databaseUrl();
		const [ours, theirs] = [await openStore(url, () => undefined), await openStore(url, () => undefined)];
		onTestFinished(async () => {
			await ours.destroy();
			await theirs.destroy();
		});
		const [one, other] = [await liveStage(ours), await liveStage(theirs)];
		const names = Array.from({ length: 50 }, (_, index) => `person ${String(index).padStart(2, "0")}`);
		for (const name of names) {
			one.move(name, "room");
			other.move(name, "room");
		}
		await until(async () => {
			one.clock.skip(500);
			other.clock.skip(500);
			return (await greeted(ours)).length === names.length;
		});
		expect(await greeted(theirs)).toEqual(names);
		expect(await ours.selectFrom("session").select("id").execute()).toHaveLength(1);
	});
});
