import { expect, it } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { greetings, hasLeft, isGreeted, keepRoom, sessionsThatAre, settles, stillClock } from "./room.ts";

/** Everybody whose id is stored in a session, in whatever part. */
async function stored(store: Store): Promise<string[]> {
	const [hosts, came, stays, greeted] = await Promise.all([
		store.selectFrom("session").select("host_id as id").execute(),
		store.selectFrom("attendance").select("user_id as id").execute(),
		store.selectFrom("stay").select("user_id as id").execute(),
		store.selectFrom("greeting").select("user_id as id").execute(),
	]);
	return [...new Set([...hosts, ...came, ...stays, ...greeted].flatMap(({ id }) => id ?? []))].sort();
}

describeOnBoth("somebody who is forgotten while a session is on", (engine) => {
	async function opening(shown: { speakers?: string[]; audience?: string[] }) {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const room = keepRoom(store, clock);
		room.shows({ stage: "stage", ...shown });
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		return { store, clock, ...room };
	}

	it("is not stored in it when it is settled who is a guest", async () => {
		const { store, clock, rooms } = await opening({ speakers: ["henry"], audience: ["maya", "tom"] });
		expect(await rooms.forget("server", "room", "maya")).toBe(true);
		await settles(store, clock);
		await until(() => isGreeted(store, "tom"));
		expect(await stored(store)).toEqual(["henry", "tom"]);
	});

	it("does not become its host, either, nor is on its panel", async () => {
		const { store, clock, rooms } = await opening({ speakers: ["henry"], audience: ["tom"] });
		await rooms.forget("server", "room", "henry");
		await settles(store, clock);
		await until(() => isGreeted(store, "tom"));
		expect(await stored(store)).toEqual(["tom"]);
	});

	it("is not stored by entering, leaving or being there, whatever else happens; all others are", async () => {
		const { store, clock, rooms, enters, leaves, shows, logged } = await opening({ speakers: ["henry"] });
		await settles(store, clock);
		await rooms.forget("server", "room", "maya");
		enters("maya");
		enters("tom");
		await until(() => isGreeted(store, "tom"));
		leaves("maya");
		leaves("tom");
		await until(() => hasLeft(store, "tom"));
		shows({ stage: "stage", speakers: ["henry"], audience: ["maya", "sunil"] });
		await until(() => isGreeted(store, "sunil"));
		expect((await greetings(store)).map(({ user_id }) => user_id)).toEqual(["sunil", "tom"]);
		expect(await stored(store)).toEqual(["henry", "sunil", "tom"]);
		expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
	});

	it("is forgotten altogether when it ends", async () => {
		const { store, clock, rooms, closes } = await opening({ speakers: ["henry"], audience: ["maya"] });
		await rooms.forget("server", "room", "maya");
		await settles(store, clock);
		closes();
		await until(async () => (await sessionsThatAre(store, "closed")).length === 1);
		expect(await store.selectFrom("forgotten").selectAll().execute()).toEqual([]);
		expect(await store.selectFrom("session").select("forgotten_key").execute()).toEqual([{ forgotten_key: null }]);
		expect(await stored(store)).toEqual(["henry"]);
		expect(await rooms.forget("server", "room", "maya")).toBe(false);
	});
});
