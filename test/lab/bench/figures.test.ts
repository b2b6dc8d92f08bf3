import { describe, expect, it } from "vitest";
import { keepsGrowing, lineLength } from "./line-length.ts";
import { delaysOf, spreadOf } from "./spread.ts";
import { type Trace, traceAll } from "./trace.ts";

function trace(packetAt: number, acceptedAt: number | null): Trace {
	return { name: "", packetAt, requestedAt: null, acceptedAt, timesNamed: acceptedAt === null ? 0 : 1 };
}

describe("traceAll", () => {
	it("follows people to the first request and the first post that name them", () => {
		const arrivals = [
			{ name: "Maya", packetAt: 0 },
			{ name: "Tom", packetAt: 1 },
			{ name: "Sunil", packetAt: 2 },
		];
		const requests = [{ content: "Hello, Maya! Welcome!", at: 4 }];
		const posts = [
			{ content: "Hello, Maya! Welcome!", at: 5 },
			{ content: "Hello, Maya and Tom! Welcome!", at: 9 },
		];
		expect(traceAll(arrivals, requests, posts)).toEqual([
			{ name: "Maya", packetAt: 0, requestedAt: 4, acceptedAt: 5, timesNamed: 2 },
			{ name: "Tom", packetAt: 1, requestedAt: null, acceptedAt: 9, timesNamed: 1 },
			{ name: "Sunil", packetAt: 2, requestedAt: null, acceptedAt: null, timesNamed: 0 },
		]);
	});
});

describe("spreadOf", () => {
	it("takes the nearest rank", () => {
		const values = Array.from({ length: 100 }, (_, index) => 100 - index);
		expect(spreadOf(values)).toEqual({ median: 50, p95: 95, worst: 100 });
		expect(spreadOf([7])).toEqual({ median: 7, p95: 7, worst: 7 });
	});
});

describe("delaysOf", () => {
	it("has no lower bounds when everyone is named", () => {
		expect(delaysOf([trace(0, 10), trace(5, 25)], 100)).toEqual({ median: 10, p95: 20, worst: 20, atLeast: [] });
	});

	it("lets who is not named have waited until the end at least", () => {
		const traces = [trace(0, 10), trace(0, 20), trace(0, null)];
		expect(delaysOf(traces, 100)).toEqual({ median: 20, p95: 100, worst: 100, atLeast: ["p95", "worst"] });
	});

	it("marks a figure that a person not named yet may still raise", () => {
		const traces = [trace(0, 80), trace(90, null), trace(0, 70)];
		expect(delaysOf(traces, 100)).toEqual({ median: 70, p95: 80, worst: 80, atLeast: ["median", "p95", "worst"] });
	});
});

describe("lineLength", () => {
	it("counts who waits, at most and as time goes by", () => {
		const traces = [trace(0, 5), trace(1, 5), trace(10, 15), trace(25, 39), trace(30, 39), trace(35, 39)];
		expect(lineLength(traces, 0, 40)).toEqual({ most: 3, mostByQuarter: [2, 1, 1, 3], atQuarters: [0, 0, 1, 0] });
	});
});

describe("keepsGrowing", () => {
	it("tells a line that grows from one that sways", () => {
		expect(keepsGrowing({ most: 120, mostByQuarter: [90, 100, 95, 120], atQuarters: [] })).toBe(false);
		expect(keepsGrowing({ most: 400, mostByQuarter: [100, 200, 300, 400], atQuarters: [] })).toBe(true);
	});
});
