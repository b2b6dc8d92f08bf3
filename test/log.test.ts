import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { sinkOn } from "../src/log.ts";

describe("a sink", () => {
	it("keeps no more than a mebibyte for a reader that does not read, and counts the rest as lost", () => {
		const stuck = new Writable({ write: () => undefined });
		const sink = sinkOn(stuck);
		for (let n = 0; n < 2_000; n++) sink.write("x".repeat(1_024));
		expect(stuck.writableLength).toBeLessThan(1_100_000);
		expect(sink.lost()).toBeGreaterThan(900);
	});
});
