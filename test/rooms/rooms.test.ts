import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import { emptyServer, roomIn } from "../../src/rooms/view.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine, openTestStore, sqlite, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { sessionRow } from "../store/rows.ts";
import { hasLeft, isGreeted, keepRoom, keepRooms, stillClock } from "./room.ts";

/** Rooms over a store; `wrong.byMs` is by how much their clock is. */
function roomsOver(store: Store) {
	const clock = new ScaledClock();
	const wrong = { byMs: 0 };
	const kept = keepRooms(store, {
		now: () => clock.now() + wrong.byMs,
		steady: () => clock.steady(),
		sleep: (ms, signal) => clock.sleep(ms, signal),
	});
	const { rooms } = kept;
	const server = emptyServer("server");
	Object.assign(roomIn(server, "room", "stage"), { name: "Main stage", isListed: true });
	const move = (id: string, roomId: string | null, name = id) =>
		rooms.notice({
			kind: "voice",
			serverId: "server",
			person: { id, name, bot: false },
			roomId,
			onStage: false,
			witnessed: true,
		});
	const opened = () => until(() => rooms.changePanel("server", "room", { removes: "nobody" })); // false where none is on
	return { ...kept, clock, wrong, server, move, opened };
}

/** The same with a live stage nobody is in yet. */
async function liveStage(store: Store) {
	const { rooms, server, opened, ...kept } = roomsOver(store);
	const openedAt = kept.clock.now();
	server.stages.set("room", { id: "stage", roomId: "room", topic: "", eventId: null, openedAt });
	rooms.notice({ kind: "server", server });
	await opened();
	kept.clock.skip(3_000);
	return kept;
}

async function greeted(store: Store): Promise<string[]> {
	return (await store.selectFrom("greeting").select("user_id").orderBy("user_id").execute()).map((row) => row.user_id);
}

describe("what is asked of rooms that are being stopped", () => {
	it("is refused with a word to ask again, rather than answered as if nothing were on", async () => {
		const store = await openTestStore(sqlite);
		const { rooms, server } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		await rooms.stop();
		const again = "I am being restarted. Please try again in a moment.";
		await expect(rooms.end("server", "room", null)).rejects.toThrow(again);
		await expect(rooms.forget("server", "room", "maya")).rejects.toThrow(again);
	});
});

describe("a disk that is full", () => {
	it("loses nobody: who came, even who has left again, is stored once there is room", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { clock, logged, facts, move } = await liveStage(store);
		await sql`PRAGMA max_page_count = 1`.execute(store); // SQLite takes it as: not a page more than there is
		const names = Array.from({ length: 300 }, (_, index) => `person ${String(index).padStart(3, "0")}`);
		for (const name of names) move(name, "room");
		move("person 000", null);
		await until(() => logged.some(({ msg }) => msg.includes("could not be stored")));
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		expect(facts).toContainEqual({ kind: "failing", id });
		await sql`PRAGMA max_page_count = 1000000`.execute(store);
		await until(async () => {
			clock.skip(1_000);
			return (await greeted(store)).length === names.length;
		});
		expect(await greeted(store)).toEqual(names);
		const left = () => store.selectFrom("stay").select("user_id").where("left_at", "is not", null).execute();
		await until(async () => (await left()).length > 0); // stays are stored once the posts have left
		expect(await left()).toEqual([{ user_id: "person 000" }]);
		expect(logged.filter(({ level }) => level >= 50)).toHaveLength(1);
	});
});

/** The stores of two processes that share a database. */
async function storesOfTwo(engine: Engine): Promise<[Store, Store]> {
	const url = await engine.databaseUrl();
	const stores: [Store, Store] = [await openStore(url, () => undefined), await openStore(url, () => undefined)];
	onTestFinished(async () => {
		for (const store of stores) await store.destroy();
	});
	return stores;
}

describe("a stage that opens while nothing can be stored", () => {
	it("loses nobody who came and left again before that", async () => {
		const store = await openTestStore(sqlite);
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ speakers: ["henry"] });
		await sql`PRAGMA query_only = ON`.execute(store);
		room.opens("stage");
		await until(() => room.logged.some(({ msg }) => msg.includes("could not be stored")));
		clock.skip(20_000);
		room.enters("sunil");
		room.isAbout("Sails");
		clock.skip(20_000);
		room.leaves("sunil");
		await sql`PRAGMA query_only = OFF`.execute(store);
		await until(async () => {
			clock.skip(1_000);
			return (await greeted(store)).includes("sunil");
		});
		await until(() => hasLeft(store, "sunil"));
	});
});

describe("a host's wish in a server that has removed Byname meanwhile", () => {
	it("comes to nothing rather than to no answer, when it could not be stored yet", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		const { logged, rooms, server } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		await store.destroy();
		const ended = rooms.end("server", "room", null);
		await until(() => logged.some(({ msg }) => msg.includes("could not be stored")));
		rooms.notice({ kind: "serverGone", serverId: "server" });
		expect(await ended).toBe(false);
	});
});

describe("a host who calls for a session in a server that has come back, while its room still waits to try again", () => {
	it("is answered, and has it", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { clock, logged, rooms, server } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		await sql`ALTER TABLE session RENAME TO gone`.execute(store);
		const ended = rooms.end("server", "room", null);
		await until(() => logged.some(({ msg }) => msg.includes("could not be stored")));
		rooms.notice({ kind: "serverGone", serverId: "server" });
		expect(await ended).toBe(false);
		await sql`ALTER TABLE gone RENAME TO session`.execute(store);
		rooms.notice({ kind: "server", server });
		const started = rooms.start("server", "room", { hostId: "henry", title: null, startsAt: null, language: null });
		clock.skip(60_000);
		expect(await started).toBe(true);
	});
});

describe("somebody whom the database will never take", () => {
	it("keeps none of the others from being greeted, and is told of in the log", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { logged, move } = await liveStage(store);
		for (const name of ["maya", "sunil", "tom"]) move(name, "room", name === "sunil" ? ({} as never) : name);
		await until(async () => (await greeted(store)).length === 2);
		expect(await greeted(store)).toEqual(["maya", "tom"]);
		expect(logged.filter(({ msg }) => msg.includes("can never be stored"))).toMatchObject([{ user: "sunil" }]);
		move("anna", "room");
		await until(async () => (await greeted(store)).includes("anna"));
	});
});

describe("a stage that opens and is over in the same breath", () => {
	it("leaves no session open", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { clock, logged, rooms, server } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		const stage = { id: "stage", roomId: "room", topic: "", eventId: null, openedAt: clock.now() };
		rooms.notice({ kind: "stage", serverId: "server", stage });
		rooms.notice({ kind: "stageGone", serverId: "server", roomId: "room" });
		await until(() => logged.some(({ msg }) => msg === "session closed"));
	});
});

describe("a room that is due to settle while nothing can be stored", () => {
	it("goes on as soon as it can, however many have come meanwhile, and knows its host", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const { clock, logged, rooms, server, move, opened } = roomsOver(store);
		server.stages.set("room", { id: "stage", roomId: "room", topic: "", eventId: null, openedAt: clock.now() });
		const seen = { enteredAt: clock.now(), onStage: true, witnessed: false, unnamed: false };
		roomIn(server, "room").present.set("henry", { person: { id: "henry", name: "henry", bot: false }, ...seen });
		server.whereabouts.set("henry", "room");
		rooms.notice({ kind: "server", server });
		await opened();
		await sql`CREATE TRIGGER full BEFORE INSERT ON attendance BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(store);
		clock.skip(3_000);
		const names = Array.from({ length: 300 }, (_, index) => `person ${String(index).padStart(3, "0")}`);
		for (const name of names) move(name, "room");
		await until(() => logged.some(({ msg }) => msg.includes("could not be stored")));
		await sql`DROP TRIGGER full`.execute(store);
		await until(async () => {
			clock.skip(1_000);
			return (await greeted(store)).length === names.length;
		});
		expect(await store.selectFrom("session").select("host_id").execute()).toEqual([{ host_id: "henry" }]);
	});
});

describe("a process that can store nothing, while another sees its session end and the next one open", () => {
	it("greets in the next one nobody who had left before it", async () => {
		const [stuck, free] = await storesOfTwo(sqlite);
		const clock = stillClock();
		const [one, other] = [keepRoom(stuck, clock), keepRoom(free, clock)];
		const both = [one, other];
		const hears = async (occasion: string, ...names: string[]) => {
			await until(async () => {
				clock.skip(500);
				return (await greeted(free)).length === names.length;
			});
			expect([occasion, await greeted(free)]).toEqual([occasion, names]);
		};
		for (const room of both) room.shows({ stage: "first", speakers: ["henry"], audience: ["maya", "sunil"] });
		await hears("as the first is on", "maya", "sunil");
		one.enters("anna"); // of whom it hears once it has settled who leads the first
		await hears("before the disk is full", "anna", "maya", "sunil");
		await sql`PRAGMA query_only = ON`.execute(stuck);
		one.closes();
		await until(() => one.logged.some(({ msg }) => msg.includes("could not be stored")));
		one.rooms.audit("server"); // it goes on looking who is there
		for (const name of ["anna", "maya", "sunil", "henry"]) one.leaves(name);
		for (const name of ["maya", "sunil", "henry"]) other.leaves(name);
		other.closes();
		await until(() => other.logged.some(({ msg }) => msg === "session closed"));
		clock.skip(6 * 60_000); // so that it is another session
		for (const room of [other, one]) {
			room.opens("second");
			room.enters("olga");
		}
		await hears("as the second is on", "anna", "maya", "olga", "sunil");
		clock.skip(3_000);
		for (const room of both) room.enters("zoe"); // of whom the other one hears once it has settled who leads the second
		await hears("when that has settled", "anna", "maya", "olga", "sunil", "zoe");
		await sql`PRAGMA query_only = OFF`.execute(stuck);
		await until(() => {
			clock.skip(1_000);
			return one.logged.some(({ msg }) => msg.includes("stored again"));
		});
		one.enters("tom"); // of whom it hears after all that it could not store
		await hears("in the end", "anna", "maya", "olga", "sunil", "tom", "zoe");
	});

	it("leaves the next one alone, whatever it has heard of the one before", async () => {
		const [stuck, free] = await storesOfTwo(sqlite);
		const clock = stillClock();
		const [one, other] = [keepRoom(stuck, clock), keepRoom(free, clock)];
		for (const room of [one, other]) room.shows({ stage: "stage", speakers: ["henry"], audience: ["maya"] });
		expect(await one.isOn()).toBe(true);
		expect(await other.isOn()).toBe(true);
		clock.skip(3_000);
		await until(() => isGreeted(free, "maya"));

		await sql`PRAGMA query_only = ON`.execute(stuck);
		one.enters("sunil");
		await until(() => one.logged.some(({ msg }) => msg.includes("could not be stored")));
		one.rooms.audit();
		one.isAbout("Sails");
		one.rooms.audit();
		for (const room of [one, other]) room.closes();
		for (const room of [one, other]) room.leaves("henry");
		clock.skip(10 * 60_000); // so that it is another session
		other.opens("another stage");
		other.enters("olga");
		const next = () => free.selectFrom("session").selectAll().where("stage_id", "=", "another stage");
		await until(async () => (await next().execute()).length === 1);
		one.opens("another stage");

		await sql`PRAGMA query_only = OFF`.execute(stuck);
		const isOn = one.isOn();
		await until(() => {
			clock.skip(1_000);
			return one.logged.some(({ msg }) => msg === "attendance is stored again");
		});
		expect(await isOn).toBe(true);
		expect(await next().execute()).toMatchObject([{ closed_at: null, reopened_at: null }]);
		expect(one.logged.filter(({ msg }) => msg === "session closed")).toHaveLength(1);
	});
});

describe("a session that ended while Byname was away, in a room where another opens at once", () => {
	it("closes without thanks that come too late", async () => {
		const store = await openStore(temporaryFile(), () => undefined);
		onTestFinished(() => store.destroy());
		const stale = sessionRow({ id: "yesterday", server_id: "server", room_id: "room", stage_id: "old stage" });
		await insertSession(store, stale);
		await store
			.insertInto("attendance")
			.values({ session_id: "yesterday", user_id: "maya", role: "attendee", arrived_at: 1 })
			.execute();
		const { clock, rooms, server, move } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		move("maya", "room");
		const stage = { id: "new stage", roomId: "room", topic: "", eventId: null, openedAt: clock.now() };
		rooms.notice({ kind: "stage", serverId: "server", stage });
		await until(async () => {
			clock.skip(1_000);
			return (await store.selectFrom("session").select("stage_id").executeTakeFirst())?.stage_id === "new stage";
		});
		const thanks = await store.selectFrom("greeting").select("user_id").where("occasion", "=", "farewell").execute();
		expect(thanks).toEqual([]);
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

	it("keeps at a session that opens where another has just closed", async () => {
		const store = await openTestStore(engine);
		const { clock, logged, rooms, server, move } = roomsOver(store);
		const happened = (what: string, times: number) =>
			until(() => logged.filter(({ msg }) => msg === what).length === times);
		rooms.notice({ kind: "server", server });
		for (const times of [1, 2]) {
			const stage = { id: `stage ${times}`, roomId: "room", topic: "", eventId: null, openedAt: clock.now() };
			rooms.notice({ kind: "stage", serverId: "server", stage });
			move(`person ${times}`, "room");
			await happened("session opened", times);
			if (times === 2) break;
			move("person 1", null);
			rooms.notice({ kind: "stageGone", serverId: "server", roomId: "room" });
			await happened("session closed", times);
		}
		clock.skip(3_000); // by now it is settled who hosted either of them
		for (const name of ["maya", "sunil", "tom"]) {
			move(name, "room");
			await until(async () => (await greeted(store)).includes(name));
		}
	});

	it("shares a room with another process: both see everything, each person is greeted once", async () => {
		const [ours, theirs] = await storesOfTwo(engine);
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

describeOnBoth("a clock that was an hour fast and has been set right", (engine) => {
	const HOUR_MS = 60 * 60_000;
	const OPENING_MS = 3_000;

	/** Sessions whose clock is an hour fast, on a server that they know. */
	async function anHourFast() {
		const store = await openTestStore(engine);
		const { rooms, server, wrong, ...kept } = roomsOver(store);
		rooms.notice({ kind: "server", server });
		wrong.byMs = HOUR_MS;
		return { store, rooms, wrong, ...kept };
	}

	const greetings = (store: Store) =>
		store.selectFrom("greeting").select(["user_id", "kind"]).orderBy("user_id").execute();

	it("keeps nobody waiting who was there when an event began", async () => {
		const { store, clock, wrong, rooms, move, opened } = await anHourFast();
		move("maya", "room");
		const times = {
			activeSince: clock.now() + HOUR_MS,
			foundAt: null,
			scheduledAt: clock.now(),
			shownAt: clock.now(),
			occurrenceAt: null,
			exceptions: NO_EXCEPTIONS,
		};
		const event = { id: "event", roomId: "room", name: "Tea", creatorId: "host", madeByBot: false, ...times };
		rooms.notice({ kind: "event", serverId: "server", event });
		await opened();
		wrong.byMs = 0;
		let waitedMs = 0;
		await until(async () => {
			if (waitedMs < HOUR_MS / 2) clock.skip(AUDIT_MS);
			waitedMs += AUDIT_MS;
			return (await greetings(store)).length === 1;
		});
		expect(await greetings(store)).toEqual([{ user_id: "maya", kind: "onTime" }]);
	});

	it("takes nobody for late who came by that clock, before the session opened", async () => {
		const { store, clock, wrong, rooms, move, opened } = await anHourFast();
		move("maya", "room");
		wrong.byMs = 0;
		const stage = { id: "stage", roomId: "room", topic: "", eventId: null, openedAt: clock.now() };
		rooms.notice({ kind: "stage", serverId: "server", stage });
		await opened();
		clock.skip(OPENING_MS);
		await until(async () => (await greetings(store)).length === 1);
		expect(await greetings(store)).toEqual([{ user_id: "maya", kind: "onTime" }]);
	});

	it("lets a session have opened and begun by now", async () => {
		const { store, clock, wrong, rooms, move } = await anHourFast();
		await rooms.start("server", "room", { hostId: "host", title: null, startsAt: null, language: null });
		wrong.byMs = 0;
		move("maya", "room");
		await until(async () => (await greetings(store)).length === 1);
		expect(await greetings(store)).toEqual([{ user_id: "maya", kind: "onTime" }]);
		const session = await store.selectFrom("session").select(["opened_at", "starts_at"]).executeTakeFirstOrThrow();
		expect(Math.max(session.opened_at, session.starts_at)).toBeLessThanOrEqual(clock.now());
	});
});

/** By then a room with a session has been looked at anew. */
const AUDIT_MS = 31_000;
