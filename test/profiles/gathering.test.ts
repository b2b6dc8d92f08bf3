import { describe, expect, it } from "vitest";
import { beginGathering } from "../../src/profiles/places/gathering.ts";

describe("gathering the zones", () => {
	it("goes in hundreds of pieces, so that nobody who comes meanwhile waits long", () => {
		const gathering = beginGathering();
		let pieces = 1;
		while (!gathering.some()) pieces += 1;
		expect(pieces).toBeGreaterThan(300);
		expect(gathering.all().length).toBeGreaterThan(400);
	});

	it("is finished for whoever needs them meanwhile", () => {
		const gathering = beginGathering();
		expect([gathering.some(), gathering.some()]).toEqual([false, false]);
		expect(gathering.all().map(({ id }) => id)).toContain("Europe/Berlin");
		expect(gathering.some()).toBe(true);
	});
});
