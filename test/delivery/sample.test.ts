import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { SampleOutcome } from "../../src/sample.ts";
import { openStore } from "../../src/store/store.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { channelsOver, POSTED } from "./by-hand.ts";

const MINUTE = 60_000;
const SAMPLE = { serverId: "server", hostId: "henry", channelId: "room", body: "Hello, Henry!" };

/** So many milliseconds from now, to the second. */
const aboutNow = (clock: Clock, ms: number) => expect.closeTo(clock.now() + ms, -3);

/** A channel that Discord has told to wait for a minute, at the first sample. */
async function limited({ global }: { global: boolean }) {
	const [store, clock] = [await openStore("sqlite::memory:", () => undefined), stillClock()];
	onTestFinished(() => store.destroy());
	const { channels, posts, post } = channelsOver(store, clock);
	const first = channels.postSample(SAMPLE);
	(await post(1)).answer({ kind: "limited", retryAfterMs: MINUTE, global });
	expect(await first).toEqual({ is: "limited", until: aboutNow(clock, MINUTE) });
	return { clock, channels, posts, post };
}

describe("postSample", () => {
	it("does not ask Discord again before the time that it gave, and says how long that is", async () => {
		const { clock, channels, posts, post } = await limited({ global: false });
		clock.skip(MINUTE / 2);
		expect(await channels.postSample(SAMPLE)).toEqual({ is: "limited", until: aboutNow(clock, MINUTE / 2) });
		expect(posts).toHaveLength(1);
		clock.skip(MINUTE / 2);
		const last = channels.postSample(SAMPLE);
		(await post(2)).answer(POSTED);
		expect(await last).toEqual({ is: "posted", discordId: "77" });
	});

	it("has nobody wait for minutes while Discord limits all that Byname asks, and posts nothing afterwards", async () => {
		const { clock, channels, posts, post } = await limited({ global: true });
		const told: SampleOutcome[] = [];
		for (const roomId of ["other room", "third room"]) {
			void channels.postSample({ ...SAMPLE, channelId: roomId }).then((outcome) => told.push(outcome));
		}
		await until(() => {
			clock.skip(500);
			return told.length === 2;
		});
		expect(told).toEqual([{ is: "busy" }, { is: "busy" }]);
		clock.skip(MINUTE);
		const last = channels.postSample({ ...SAMPLE, channelId: "other room", body: "Hello again, Henry!" });
		expect((await post(2)).post.body).toBe("Hello again, Henry!");
		(await post(2)).answer(POSTED);
		expect(await last).toEqual({ is: "posted", discordId: "77" });
		expect(posts).toHaveLength(2);
	});
});
