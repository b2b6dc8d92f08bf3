import { describe, expect, it } from "vitest";
import { momentOf } from "../../src/greetings/moment.ts";
import { MINUTE_MS, START } from "./scene.ts";

describe("momentOf", () => {
	it.each([
		["a moment before the start", -1, { moment: "early", minutes: 0 }],
		["at the start", 0, { moment: "onTime", minutes: 0 }],
		["within the grace", 4 * MINUTE_MS, { moment: "onTime", minutes: 0 }],
		["when the grace ends", 5 * MINUTE_MS, { moment: "onTime", minutes: 0 }],
		["just after", 5 * MINUTE_MS + 1, { moment: "late", minutes: 5 }],
		["25 minutes in", 25 * MINUTE_MS + 59_999, { moment: "late", minutes: 25 }],
	])("places somebody who comes %s", (_, after, expected) => {
		expect(momentOf(START + after, START, 5)).toEqual(expected);
	});
});
