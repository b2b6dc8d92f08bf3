import { describe, expect, it } from "vitest";
import { bucketAfter, emptyFor, spendAt, waitFor } from "../src/bucket.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);

/** The bucket of a channel that nothing was posted to lately. */
function fullBucket(steady = 0) {
	return bucketAfter([], { now: NOON, steady });
}

describe("a channel's bucket", () => {
	it("lets four posts through at once and the fifth after a good second", () => {
		let bucket = fullBucket();
		for (let post = 1; post <= 4; post++) {
			expect(waitFor(bucket, 0)).toBe(0);
			bucket = spendAt(bucket, 0);
		}
		expect(waitFor(bucket, 0)).toBe(1_050);
		expect(waitFor(bucket, 1_000)).toBeGreaterThanOrEqual(50);
		expect(waitFor(bucket, 1_050)).toBe(0);
	});

	it("fills up to four and no further, however long nothing is said", () => {
		let bucket = fullBucket();
		for (let post = 1; post <= 4; post++) bucket = spendAt(bucket, HOUR);
		expect(waitFor(bucket, HOUR)).toBeGreaterThan(0);
	});

	it("counts what was posted before the process started", () => {
		const started = { now: NOON, steady: 7 };
		const justBefore = [NOON - 100, NOON - 300, NOON - 200, NOON - 400];
		expect(waitFor(bucketAfter(justBefore, started), 7)).toBe(650);
		expect(waitFor(bucketAfter(justBefore, started), 657)).toBe(0);
		expect(waitFor(bucketAfter([1, 2, 3, 4], started), 7)).toBe(0);
	});

	it("opens when Discord says so, for one post at a time", () => {
		const bucket = emptyFor(4_000, 1_000);
		expect(waitFor(bucket, 1_000)).toBe(4_000);
		expect(waitFor(bucket, 5_000)).toBe(0);
		expect(waitFor(spendAt(bucket, 5_000), 5_000)).toBe(1_050);
	});

	it("never overflows Discord's own bucket, which holds five and loses one a second", () => {
		let bucket = fullBucket();
		let level = 0;
		let last = 0;
		for (let now = 0, posts = 0; posts < 500; ) {
			now += waitFor(bucket, now);
			bucket = spendAt(bucket, now);
			posts++;
			level = Math.max(0, level - (now - last) / 1_000) + 1;
			last = now;
			expect(level).toBeLessThanOrEqual(4.01);
		}
	});

	it("stays shut for as long as Discord asks, were it an hour", () => {
		const bucket = emptyFor(HOUR, 0);
		expect(waitFor(bucket, HOUR / 2)).toBe(HOUR / 2);
		expect(waitFor(spendAt(bucket, HOUR), HOUR)).toBe(1_050); // and gains nothing meanwhile
	});

	it("counts the posts of a process before this one although its clock was an hour ahead, and waits no longer", () => {
		const ahead = NOON + HOUR;
		expect(waitFor(bucketAfter([ahead, ahead, ahead, ahead], { now: NOON, steady: 7 }), 7)).toBe(1_050);
	});
});
