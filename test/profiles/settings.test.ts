import { describe, expect, it } from "vitest";
import { readChange, readRetention } from "../../src/profiles/setting-rules.ts";
import { UserError } from "../../src/user-error.ts";

const AT = Date.parse("2026-01-15T22:10:00Z");

describe("readChange", () => {
	it("reads what was given and leaves out what was not", () => {
		expect(readChange({ "time-zone": "berlin", "late-after": 0, delay: 30 }, AT)).toEqual({
			time_zone: "Europe/Berlin",
			late_after_minutes: 0,
			delay_seconds: 30,
		});
		expect(readChange({ language: "es-ES", pace: "30", ping: "quiet", "after-hours": "off", cue: "off" }, AT)).toEqual({
			language: "es-ES",
			pace: "30",
			ping: "quiet",
			after_hours: "off",
			cue: "off",
		});
	});

	it.each(["pt-BR", "pt-br", "Português do Brasil", "portuguese"])(
		"takes the language by any of its names: %j",
		(language) => {
			expect(readChange({ language }, AT)).toEqual({ language: "pt-BR" });
		},
	);

	it("takes a direct message for the place of a cue", () => {
		expect(readChange({ cue: "dm" }, AT)).toEqual({ cue: "on", cue_to: "dm" });
	});

	it.each([
		[{ delay: 31 }, "*Delay* is a number of seconds from 0 to 30, for example `3`."],
		[{ delay: 1.5 }, "*Delay* is a number of seconds from 0 to 30, for example `3`."],
		[{ "late-after": -1 }, "*Late after* is a number of minutes from 0 to 240, for example `5`."],
		[{ pace: "20" }, "*Pace* is `calm`, `swift`, or one message each `15`, `30` or `60` seconds, for example `30`."],
		[{ ping: "loud" }, "*Ping* is `off`, `quiet` or `on`."],
		[{ "after-hours": "sometimes" }, "*After hours* is `on` or `off`."],
		[{ cue: "maybe" }, "*Cue* is `off` or `on`."],
		[
			{ language: "tlh" },
			/^I do not know the language “tlh”.* `German` or `Deutsch`.*I speak English, .*, and 繁體中文\.$/,
		],
		[
			{ "time-zone": "ber" },
			/Did you mean Berlin \(Europe\/Berlin, now 23:10, UTC\+1\), .*, or .*for example `Berlin`/,
		],
	])("refuses %j in a sentence with an example", (given, message) => {
		expect(() => readChange(given, AT)).toThrow(UserError);
		expect(() => readChange(given, AT)).toThrow(message);
	});

	it("says all that is wrong at once", () => {
		expect(() => readChange({ delay: 99, "late-after": 999 }, AT)).toThrow(/\*Late after\*.*\n\*Delay\*/);
	});

	it("repeats what was typed so that it formats and pings nobody", () => {
		expect(() => readChange({ "time-zone": "@everyone **x**" }, AT)).toThrow("“@\u200Beveryone \\*\\*x\\*\\*”");
	});
});

describe("readRetention", () => {
	it("takes a day up to ten years, and nothing else", () => {
		expect([readRetention(1), readRetention(3650)]).toEqual([1, 3650]);
		for (const days of [0, 3651, 1.5]) expect(() => readRetention(days)).toThrow(/from 1 to 3,650, for example `90`/);
	});
});
