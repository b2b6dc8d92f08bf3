import { describe, expect, it } from "vitest";
import { readAttendance } from "../../rehearsal/attendance/read.ts";
import { inZone } from "../../rehearsal/local-times.ts";

/** When Maya came and left and when the webinar began, in UTC, for a host in a zone. */
const moments = (timeZone: string, header: string, joined: string, left: string) => {
	const file = `Name,${header},Left,Start\nMaya,${joined},${left},${joined}\n`;
	const { startsAt, people } = inZone(readAttendance(new TextEncoder().encode(file), "list.csv"), timeZone);
	const [stay] = people.flatMap(({ stays }) => stays);
	return [startsAt, stay?.enteredAt, stay?.leftAt].map((at) => new Date(at ?? 0).toISOString().slice(0, 16));
};

describe("inZone", () => {
	it.each([
		["Europe/Berlin", "2026-03-03 18:00", "2026-03-03 19:00", "2026-03-03T17:00", "2026-03-03T18:00"],
		["Europe/Berlin", "2026-07-03 18:00", "2026-07-03 19:00", "2026-07-03T16:00", "2026-07-03T17:00"],
		["America/New_York", "2026-03-03 18:00", "2026-03-03 19:00", "2026-03-03T23:00", "2026-03-04T00:00"],
		["Asia/Kolkata", "2026-03-03 18:00", "2026-03-03 19:00", "2026-03-03T12:30", "2026-03-03T13:30"],
	])("takes the times of a file for those of %s: %s", (zone, joined, left, enteredAt, leftAt) => {
		expect(moments(zone, "Joined", joined, left)).toEqual([enteredAt, enteredAt, leftAt]);
	});

	it.each([
		["Joined", "2026-03-03T18:00:00Z", "2026-03-03T19:00:00Z", "18:00"],
		["Joined", "2026-03-03T18:00:00+01:00", "2026-03-03T19:00:00+01:00", "17:00"],
		["Joined", "2026-03-03T12:30:00-05:30", "2026-03-03T13:30:00-05:30", "18:00"],
		["Joined", "1772560800", "1772564400", "18:00"],
		["Joined", '"Mar 03, 2026 06:00 PM CET"', '"Mar 03, 2026 07:00 PM CET"', "17:00"],
		["Joined", '"Jul 03, 2026 06:00 PM EDT"', '"Jul 03, 2026 07:00 PM EDT"', "22:00"],
		["Joined", "2026-03-03 18:00 (UTC+2)", "2026-03-03 19:00 (UTC+2)", "16:00"],
		["UTC Event Timestamp", "3/3/2026 6:00:00 PM", "3/3/2026 7:00:00 PM", "18:00"],
		["Joined (UTC+01:00)", "2026-03-03 18:00", "2026-03-03 19:00 +01:00", "17:00"],
	])("leaves times alone that tell their own zone: %s, %s", (header, joined, left, enteredAt) => {
		for (const zone of ["Europe/Berlin", "America/New_York"]) {
			const [startsAt, entered, leftAt] = moments(zone, header, joined, left);
			expect(entered?.slice(11)).toBe(enteredAt);
			expect(Date.parse(`${leftAt}Z`) - Date.parse(`${entered}Z`)).toBe(3_600_000);
			if (header === "Joined") expect(startsAt).toBe(entered);
		}
	});

	it("takes an abbreviation that stands for several zones for the host's", () => {
		expect(moments("Asia/Kolkata", "Joined", "2026-03-03 18:00 IST", "2026-03-03 19:00 IST")[1]).toBe(
			"2026-03-03T12:30",
		);
	});

	it.each(["2026-03-03 18:00", "2026-03-03T18:00:00+01:00", "2026-03-03 18:00 CET"])(
		"shows what the file says where no zone is told: %s",
		(joined) => {
			expect(moments("UTC", "Joined", joined, "")[1]).toBe("2026-03-03T18:00");
		},
	);

	it("puts those who came by clocks of other zones in order, on the clocks of the first", () => {
		const file =
			"Name,Joined\nMaya,2026-03-03T18:00:00+01:00\nTom,2026-03-03T18:05:00+02:00\nZoë,2026-03-03T17:10:00Z\n";
		const { people } = inZone(readAttendance(new TextEncoder().encode(file), "list.csv"), "UTC");
		expect(
			people.map(({ name, stays }) => `${name} ${new Date(stays[0]?.enteredAt ?? 0).toISOString().slice(11, 16)}`),
		).toEqual(["Tom 17:05", "Maya 18:00", "Zoë 18:10"]);
	});
});
