import { describe, expect, it } from "vitest";
import { readStart } from "../../commands/session/start-time.ts";
import { UserError } from "../../src/user-error.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 22, 30); // 23:30 in Berlin

describe("readStart", () => {
	it.each([
		["now", 0],
		["in 10 minutes", 10],
		["10 min ago", -10],
		["1h", 60],
		["in an hour", 60],
		["2 hours ago", -120],
		["23:45", 15],
		["11:45 pm", 15],
		["at 11:45 p.m.", 15],
		["0:10", 40],
		["11pm", -30],
		["1 AM", 90],
		["22.30", -60],
		[`<t:${(NOW + 5 * MINUTE) / 1_000}:R>`, 5],
	])("understands “%s”", (said, minutes) => {
		expect(readStart(said, NOW, "Europe/Berlin")).toBe(NOW + minutes * MINUTE);
	});

	it.each(["soon", "", "25:00", "12:60", "13 pm", "15", "am", "in 900 hours", "<t:1>"])(
		"refuses “%s” with a sentence",
		(said) => {
			expect(() => readStart(said, NOW, "Europe/Berlin")).toThrow(UserError);
		},
	);

	it("quotes what it does not understand in whole characters, and harmlessly", () => {
		const quoted = (said: string) => {
			try {
				return readStart(said, NOW, null);
			} catch (error) {
				return error instanceof UserError ? error.message : error;
			}
		};
		expect(quoted(`a${"🌷".repeat(60)}`)).toMatch(/^I do not understand “a(🌷)+” as a start/u);
		expect(quoted("<@1> **now**")).toContain("“\\<@\u200B1\\> \\*\\*now\\*\\*”");
	});

	it("says where a start on another day belongs", () => {
		expect(() => readStart("tomorrow 15:30", NOW, "Europe/Berlin")).toThrow(/for another day, make a scheduled event/);
	});

	it("cannot tell a time of day without a time zone, and says how to set one", () => {
		expect(() => readStart("15:30", NOW, null)).toThrow(/host set time-zone/);
	});

	it("asks for another time zone when this machine does not know the one that is set", () => {
		expect(() => readStart("15:30", NOW, "Mars/Olympus")).toThrow(/that I do not know here.*host set time-zone/);
		expect(readStart("in 10 minutes", NOW, "Mars/Olympus")).toBe(NOW + 10 * MINUTE);
	});
});
