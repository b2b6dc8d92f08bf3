import { pino } from "pino";
import { expect, it } from "vitest";
import { keepWishes } from "../../src/guests/wishes.ts";
import { savePerson } from "../../src/store/people.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";

const HOUR_MS = 3_600_000;

describeOnBoth("who has said something of themselves in the last hour", (engine) => {
	it("is made known where a process begins only then, and again where that has failed", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		for (const [userId, agoMs] of [
			["Maya", 10 * 60_000],
			["Tom", 2 * HOUR_MS],
		] as const) {
			await savePerson(store, { userId, serverId: "server", at: clock.now() - agoMs }, { quiet: 1 });
		}
		const wishes = keepWishes({ store, clock, log: pino({ level: "silent" }) });
		const told: string[][] = [];
		wishes.follow(async (said) => {
			told.push(said.map(({ userId }) => userId));
			if (told.length === 1) throw new Error("the database is locked");
		});
		await until(() => {
			clock.skip(100);
			return told.length === 2;
		});
		await savePerson(store, { userId: "Ada", serverId: "server", at: clock.now() }, { quiet: 1 });
		await until(() => {
			clock.skip(100);
			return told.length === 3;
		});
		expect(told).toEqual([["Maya"], ["Maya"], ["Ada"]]);
		await wishes.stop();
	});
});
