import { describe, expect, it } from "vitest";
import { ticksOf } from "../../../src/after/picture/ticks.ts";

/** The ticks between two times in UTC, as clocks show them; `|` stands before a second line, with what it says. */
function written(from: string, to: string, hostZone: string | null): string[] {
	const { ticks, daily, timeZone } = ticksOf(Date.parse(from), Date.parse(to), hostZone);
	return ticks.map(({ at, day, zone }) => {
		const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
		const said = [...(day ? ["day"] : []), ...(zone ? [`${timeZone}${local.offset}`] : [])].join(" ");
		const time = daily ? local.toPlainDate().toString() : local.toPlainTime().toString({ smallestUnit: "minute" });
		return said ? `${time} | ${said}` : time;
	});
}

describe("the times below the axis", () => {
	it.each([
		{
			title: "are at full quarters of an hour",
			span: ["2026-11-27T17:50Z", "2026-11-27T19:00Z", "Europe/Berlin"],
			ticks: ["19:00", "19:15", "19:30", "19:45", "20:00"],
		},
		{
			title: "are a minute or two apart in a short session",
			span: ["2026-11-27T17:55:30Z", "2026-11-27T18:05:30Z", "Europe/Berlin"],
			ticks: ["18:56", "18:58", "19:00", "19:02", "19:04"],
		},
		{
			title: "are full ones of a zone that is three quarters of an hour off",
			span: ["2026-11-27T17:50Z", "2026-11-27T18:45Z", "Asia/Kathmandu"],
			ticks: ["23:40 | day", "23:50", "00:00 | day", "00:10", "00:20", "00:30"],
		},
		{
			title: "tell the day over midnight",
			span: ["2026-11-27T21:50Z", "2026-11-28T01:00Z", "Europe/Berlin"],
			ticks: ["23:00 | day", "00:00 | day", "01:00", "02:00"],
		},
		{
			title: "have an hour twice when clocks are put back",
			span: ["2026-10-24T22:50Z", "2026-10-25T03:00Z", "Europe/Berlin"],
			ticks: ["01:00 | Europe/Berlin+02:00", "02:00", "02:00 | Europe/Berlin+01:00", "03:00", "04:00"],
		},
		{
			title: "lack an hour when clocks are put forward",
			span: ["2026-03-29T00:00Z", "2026-03-29T02:30Z", "Europe/Berlin"],
			ticks: ["01:00 | Europe/Berlin+01:00", "01:30", "03:00 | Europe/Berlin+02:00", "03:30", "04:00", "04:30"],
		},
		{
			title: "are days in a session of three days",
			span: ["2026-11-27T17:00Z", "2026-11-30T18:00Z", "Europe/Berlin"],
			ticks: ["2026-11-28 | day", "2026-11-29 | day", "2026-11-30 | day"],
		},
		{
			title: "are every fifth day in a session of a month",
			span: ["2026-11-01T12:00Z", "2026-12-01T12:00Z", "Europe/Berlin"],
			ticks: [
				"2026-11-02 | day",
				"2026-11-07 | day",
				"2026-11-12 | day",
				"2026-11-17 | day",
				"2026-11-22 | day",
				"2026-11-27 | day",
			],
		},
		{
			title: "are in UTC and say so while the host has set no zone",
			span: ["2026-11-27T17:50Z", "2026-11-27T19:00Z", null],
			ticks: ["18:00 | UTC+00:00", "18:15", "18:30", "18:45", "19:00"],
		},
		{
			title: "are in UTC and say so when this machine does not know the zone",
			span: ["2026-11-27T17:50Z", "2026-11-27T18:35Z", "Mars/Olympus"],
			ticks: ["17:50 | UTC+00:00", "18:00", "18:10", "18:20", "18:30"],
		},
	] as { title: string; span: [string, string, string | null]; ticks: string[] }[])("$title", ({ span, ticks }) => {
		expect(written(...span)).toEqual(ticks);
	});
});
