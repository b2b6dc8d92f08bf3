import { expect, it } from "vitest";
import { createMetrics } from "../../../src/health/metrics.ts";
import { readMetrics } from "./metrics.ts";

it("reads what Byname tells", async () => {
	const metrics = createMetrics();
	metrics.measureProcess();
	const waiting = [{ channelId: "1", due: 2, later: 1, frozen: 3, since: 8_500 }];
	const text = await metrics.text({
		now: 10_000,
		shards: [],
		waiting,
		isParked: () => false,
		refusals: 0,
		linesLost: 0,
	});
	expect(readMetrics(text)).toEqual({ heapMiB: expect.any(Number), waiting: 5, oldestS: 1.5 });
	expect(readMetrics(text)?.heapMiB).toBeGreaterThan(1);
});

it("reads nothing where something is missing", async () => {
	const text = await createMetrics().text({
		now: 0,
		shards: [],
		waiting: null,
		isParked: () => false,
		refusals: 0,
		linesLost: 0,
	});
	expect(readMetrics(text)).toBeNull();
});
