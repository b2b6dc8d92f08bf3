import { expect, it } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { greetings, hasLeft, isGreeted, keepRoom, sessionsThatAre, stillClock } from "./room.ts";

const MINUTE = 60_000;

async function names(store: Store): Promise<string[]> {
	return (await greetings(store)).map(({ user_id }) => user_id);
}

/** Who came in which role, and who hosts. */
async function cast(store: Store) {
	const { host_id } = await store.selectFrom("session").select("host_id").executeTakeFirstOrThrow();
	const came = await store.selectFrom("attendance").select(["user_id", "role"]).orderBy("user_id").execute();
	return { host: host_id, came: came.map(({ user_id, role }) => `${user_id}: ${role}`) };
}

async function isOpen(store: Store): Promise<boolean> {
	return (await sessionsThatAre(store, "open")).length === 1;
}

/** A session that opened on a stage with Maya in the audience, who has been greeted. */
async function openSession(engine: Engine, { speakers }: { speakers?: string[] } = {}) {
	const store = await openTestStore(engine);
	const clock = stillClock();
	const room = keepRoom(store, clock);
	room.shows({ stage: "stage", speakers, audience: ["maya"] });
	await until(() => isOpen(store));
	clock.skip(3_000);
	await until(() => isGreeted(store, "maya"));
	return { store, clock, room };
}

describeOnBoth("a session that has just opened", (engine) => {
	it("has its host and its panel told from its guests, though a latecomer's arrival is stored first", async () => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ stage: "stage", speakers: ["henry", "anna"], audience: ["maya"] });
		await until(() => isOpen(store));
		clock.skip(3_000);
		room.enters("sunil"); // stored before anybody looks at who was there at the opening
		await until(() => isGreeted(store, "maya"));
		expect(await names(store)).toEqual(["maya", "sunil"]);
		expect(await cast(store)).toEqual({ host: "henry", came: ["anna: panel", "maya: attendee", "sunil: attendee"] });
	});

	it("has them told from its guests also by a process that did not see it open", async () => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const there = { stage: "stage", speakers: ["henry", "anna"], audience: ["maya"] };
		const before = keepRoom(store, clock);
		before.shows(there);
		await until(() => isOpen(store));
		await before.stop();
		expect(await names(store)).toEqual([]); // it ended within the two seconds that speakers have to step on stage
		const after = keepRoom(store, clock);
		after.shows(there);
		after.enters("sunil");
		expect(await after.isOn()).toBe(true);
		expect(await names(store)).toEqual([]); // nor are they over, and nobody knows yet whose guest Sunil is
		clock.skip(3_000);
		await until(() => isGreeted(store, "maya"));
		expect(await names(store)).toEqual(["maya", "sunil"]);
		expect(await cast(store)).toEqual({ host: "henry", came: ["anna: panel", "maya: attendee", "sunil: attendee"] });
	});
});

describeOnBoth("who comes while it is still to be found out whose session it is", (engine) => {
	it("is greeted a moment later, as the guest of its host that they are", async () => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ stage: "stage", speakers: ["henry"], audience: ["maya"] });
		await until(() => isOpen(store));
		clock.skip(3_000);
		await until(() => isGreeted(store, "maya"));
		room.leaves("maya");
		room.closes();
		await until(async () => !(await isOpen(store)));
		clock.skip(24 * 60 * MINUTE);
		room.opens("another stage");
		room.enters("maya");
		room.enters("sunil");
		expect(await room.isOn()).toBe(true);
		expect((await greetings(store)).length).toBe(1);
		clock.skip(3_000);
		await until(async () => (await greetings(store)).length === 3);
		const visits = await store.selectFrom("greeting").select(["user_id", "visits", "first", "missed"]).execute();
		expect(visits.toSorted((a, b) => a.user_id.localeCompare(b.user_id) || a.visits - b.visits)).toMatchObject([
			{ user_id: "maya", visits: 1, first: 1, missed: 0 },
			{ user_id: "maya", visits: 2, first: 0, missed: 0 },
			{ user_id: "sunil", visits: 1, first: 1, missed: 0 },
		]);
	});

	/** Henry's session has opened just now, and Sunil has come since. */
	async function sunilWaits() {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ stage: "stage", speakers: ["henry"] });
		await until(() => isOpen(store));
		clock.skip(500);
		room.enters("sunil");
		expect(await room.isOn()).toBe(true);
		expect(await names(store)).toEqual([]);
		clock.skip(500);
		return { store, clock, room };
	}

	it.each<[does: string, act: (room: Awaited<ReturnType<typeof sunilWaits>>) => void]>([
		["leave again before that", ({ room }) => room.leaves("sunil")],
		[
			"leave again just as it is found out",
			({ room, clock }) => {
				clock.skip(1_000);
				room.leaves("sunil");
			},
		],
		[
			"leave again before that, when somebody has said whose it is",
			({ room }) => {
				void room.rooms.handOver("server", "room", "olga");
				room.leaves("sunil");
			},
		],
		["are still there as its stage closes", ({ room }) => room.closes()],
		["are still there as its host ends it", ({ room }) => void room.end()],
	])("is greeted all the same where they come and %s", async (_does, act) => {
		const waits = await sunilWaits();
		act(waits);
		await until(() => isGreeted(waits.store, "sunil"));
		await until(() => hasLeft(waits.store, "sunil"));
		expect(await names(waits.store)).toEqual(["sunil"]);
	});
});

describeOnBoth("a session that another process opened just now", (engine) => {
	it("has its host and its panel told from its guests also by a process whose clock is an hour fast", async () => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const there = { stage: "stage", speakers: ["henry"], audience: ["maya"] };
		const before = keepRoom(store, clock);
		before.shows(there);
		await until(() => isOpen(store));
		await before.stop();
		clock.skip(60 * MINUTE); // so it seems to the other one
		const after = keepRoom(store, clock);
		after.shows(there);
		after.enters("sunil");
		await until(() => isGreeted(store, "maya"));
		expect(await names(store)).toEqual(["maya", "sunil"]);
		expect(await cast(store)).toEqual({ host: "henry", came: ["maya: attendee", "sunil: attendee"] });
	});
});

describeOnBoth("a session that opened a while before Byname was started anew", (engine) => {
	it("has whoever came meanwhile for a guest, on stage or not", async () => {
		const { store, clock, room } = await openSession(engine, { speakers: ["henry"] });
		await room.stop();
		clock.skip(2 * MINUTE);
		keepRoom(store, clock).shows({ stage: "stage", speakers: ["henry", "tom"], audience: ["maya"] });
		await until(() => isGreeted(store, "tom"));
		expect(await names(store)).toEqual(["maya", "tom"]);
	});
});

describeOnBoth("a session that opens again", (engine) => {
	it("has who waited in the room come at that opening: neither early for it, nor since the first one", async () => {
		const { store, clock, room } = await openSession(engine);
		room.closes();
		await until(async () => !(await isOpen(store)));
		clock.skip(MINUTE);
		room.enters("sunil");
		clock.skip(2 * MINUTE);
		const reopenedAt = clock.now();
		room.opens("another stage");
		await until(() => isOpen(store));
		clock.skip(3_000);
		await until(() => isGreeted(store, "sunil"));
		expect(await sessionsThatAre(store, "closed")).toEqual([]); // it is the same one
		const [, sunil] = await greetings(store);
		expect(sunil).toMatchObject({ user_id: "sunil", kind: "onTime", missed: 0 });
		expect(sunil?.arrived_at).toBeGreaterThanOrEqual(reopenedAt);
	});

	it("has its host and its panel told from its guests also by a process that did not see it open again", async () => {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const before = keepRoom(store, clock);
		before.shows({ stage: "stage", speakers: ["henry"] });
		await until(() => isOpen(store));
		before.closes();
		await until(async () => !(await isOpen(store)));
		clock.skip(2 * MINUTE);
		before.opens("another stage");
		await until(() => isOpen(store));
		await before.stop();
		const after = keepRoom(store, clock);
		after.shows({ stage: "another stage", speakers: ["henry", "anna"], audience: ["maya"] });
		after.enters("sunil");
		expect(await after.isOn()).toBe(true);
		expect(await names(store)).toEqual([]);
		clock.skip(3_000);
		await until(() => isGreeted(store, "maya"));
		expect(await greetings(store)).toMatchObject([{ user_id: "maya", missed: 0 }, { user_id: "sunil" }]);
		expect(await cast(store)).toEqual({ host: "henry", came: ["anna: panel", "maya: attendee", "sunil: attendee"] });
	});

	it.each([["before"], ["after"]])(
		"does so for who passed by, though all of it is heard of at once, and the last speaker left just %s it opened",
		async (when) => {
			const store = await openTestStore(engine);
			const clock = stillClock();
			const room = keepRoom(store, clock);
			room.shows({ stage: "stage", speakers: ["henry"] });
			await until(() => isOpen(store));
			room.closes();
			await until(async () => !(await isOpen(store)));
			if (when === "before") room.leaves("henry");
			room.opens("another stage");
			if (when === "after") room.leaves("henry");
			room.enters("sunil");
			room.leaves("sunil");
			room.closes();
			await until(() => isGreeted(store, "sunil"));
			expect(await names(store)).toEqual(["sunil"]);
		},
	);

	it("does so for who came just before it ended, and is still there", async () => {
		const store = await openTestStore(engine);
		const room = keepRoom(store, stillClock());
		room.shows({ stage: "stage", audience: ["maya"] });
		await until(() => isOpen(store));
		room.leaves("maya");
		room.closes();
		await until(async () => !(await isOpen(store)));
		room.opens("another stage");
		await room.end(); // by now it has been seen that nobody is there
		room.enters("sunil");
		room.closes();
		await until(() => isGreeted(store, "sunil"));
		expect(await names(store)).toEqual(["sunil"]);
	});
});

describeOnBoth("a session whose room was deserted", (engine) => {
	it("opens again for somebody who only passes by", async () => {
		const { store, clock, room } = await openSession(engine);
		room.leaves("maya");
		await until(async () => {
			clock.skip(MINUTE);
			return (await sessionsThatAre(store, "closed")).length === 1;
		});
		room.enters("sunil");
		room.leaves("sunil");
		await until(() => isGreeted(store, "sunil"));
		expect(await sessionsThatAre(store, "open")).toHaveLength(1);
	});
});
