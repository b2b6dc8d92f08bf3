import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/greetings/local-time.ts";

describe("dayOf", () => {
	const at = Date.UTC(2026, 0, 31, 23, 30);

	it.each([
		["Europe/Berlin", "2026-02-01"],
		["America/New_York", "2026-01-31"],
		[null, "2026-01-31"],
		["Mars/Olympus", "2026-01-31"],
		["", "2026-01-31"],
	])("in %j it is %s", (timeZone, day) => {
		expect(dayOf(at, timeZone)).toBe(day);
	});
});
