import { expect, it } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { greetings, isGreeted, keepRoom, sessionsThatAre, settles, stillClock } from "./room.ts";

describeOnBoth("who is named while two processes see the same room", (engine) => {
	async function twoProcesses() {
		const store = await openTestStore(engine);
		const clock = stillClock();
		const [one, other] = [keepRoom(store, clock), keepRoom(store, clock)];
		one.shows({ stage: "stage", speakers: ["henry"] });
		await until(async () => (await sessionsThatAre(store, "open")).length === 1);
		other.shows({ stage: "stage", speakers: ["henry"] });
		await settles(store, clock);
		return { store, one, other };
	}

	const hostIn = async (store: Store) =>
		(await store.selectFrom("session").select("host_id").executeTakeFirst())?.host_id;

	it("for the panel by one, is greeted by neither", async () => {
		const { store, one, other } = await twoProcesses();
		expect(await one.rooms.changePanel("server", "room", { adds: "ana", greets: false })).toBe(true);
		for (const process of [other, one]) {
			process.enters("ana");
			process.enters("maya");
		}
		await until(() => isGreeted(store, "maya"));
		await Promise.all([one.stop(), other.stop()]);
		expect((await greetings(store)).map(({ user_id }) => user_id)).toEqual(["maya"]);
	});

	it("to host by one, is greeted by neither, nor is who hosted before", async () => {
		const { store, one, other } = await twoProcesses();
		expect(await hostIn(store)).toBe("henry");
		expect(await one.rooms.handOver("server", "room", "ana")).toBe(true);
		for (const process of [other, one]) {
			for (const id of ["henry", "ana", "maya"]) {
				process.leaves(id);
				process.enters(id);
			}
		}
		await until(() => isGreeted(store, "maya"));
		await Promise.all([one.stop(), other.stop()]);
		expect((await greetings(store)).map(({ user_id }) => user_id)).toEqual(["maya"]);
		expect(await hostIn(store)).toBe("ana");
	});
});
