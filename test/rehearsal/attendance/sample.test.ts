import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AttendanceRefused } from "../../../rehearsal/attendance/attendance.ts";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

const SAMPLE = readFileSync(new URL("../../../rehearsal/sample.csv", import.meta.url));

describe("the sample export", () => {
	const attendance = readAttendance(SAMPLE, "sample.csv");
	const attendees = attendance.people.filter(({ role }) => role === "attendee");
	const minutesIn = attendees.map(({ stays }) => ((stays[0]?.enteredAt ?? 0) - attendance.startsAt) / 60_000);

	it("is an hour's webinar with a host and two panelists", () => {
		expect(attendance).toMatchObject({ source: "Zoom", title: "The Good Host: Welcoming People by Name" });
		expect(attendance.staff).toEqual(["Hannah Lindqvist", "Dr. Amara Diallo", "Rafael Ortiz"]);
		expect(new Date(attendance.startsAt).toISOString()).toBe("2026-03-03T10:00:00.000Z");
		expect(new Date(attendance.endsAt).toISOString()).toBe("2026-03-03T11:02:03.000Z");
	});

	it("has early, punctual, late and very late people, and some who stayed away", () => {
		expect(attendees).toHaveLength(54);
		expect(minutesIn.filter((minutes) => minutes < -1)).toHaveLength(10);
		expect(minutesIn.filter((minutes) => Math.abs(minutes) <= 0.25)).toHaveLength(25);
		expect(minutesIn.filter((minutes) => minutes > 5)).toHaveLength(12);
		expect(attendance.noShows).toHaveLength(6);
	});

	it("has Sunil coming in 25 minutes late", () => {
		const sunil = attendees.findIndex(({ name }) => name === "Sunil");
		expect(Math.floor(minutesIn[sunil] ?? 0)).toBe(25);
	});

	it("has people who drop out and come back", () => {
		expect(attendees.filter(({ stays }) => stays.length > 1).map(({ name, stays }) => [name, stays.length])).toEqual([
			["Łukasz Wójcik", 2],
			["김민준", 2],
			["Maya Patel", 3],
			["D'Angelo Brown", 2],
			["Mehmet Öztürk", 2],
		]);
	});

	it("has names of many scripts, a comma, an emoji, markdown and great length", () => {
		const names = attendees.map(({ name }) => name);
		const scripts = ["Devanagari", "Arabic", "Hebrew", "Han", "Hiragana", "Hangul", "Cyrillic", "Greek", "Thai"];
		const missing = scripts.filter((script) => !names.some((name) => new RegExp(`\\p{scx=${script}}`, "u").test(name)));
		expect(missing).toEqual([]);
		expect(names).toEqual(
			expect.arrayContaining(["Okafor, Ngozi", "🌻 Ingrid 🌻", "**Max** _Power_ ||spoiler||", "Lê Văn Đức"]),
		);
		expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(90);
	});

	it("holds addresses of example.com only", () => {
		const addresses = SAMPLE.toString().match(/[^\s,"]+@[^\s,"]+/g) ?? [];
		expect(addresses.filter((address) => !address.endsWith("@example.com"))).toEqual([]);
	});
});

describe("any file at all", () => {
	/** Reads or refuses with a sentence on one line; anything else is thrown. */
	function survive(bytes: Uint8Array): void {
		try {
			const { people, startsAt, endsAt } = readAttendance(bytes, "some.csv");
			expect(people.length).toBeGreaterThan(0);
			expect(endsAt).toBeGreaterThanOrEqual(startsAt);
		} catch (error) {
			if (!(error instanceof AttendanceRefused)) throw error;
			expect(error.message).toMatch(/^some\.csv: [^\p{Cc}]+$/u);
		}
	}

	it("is read or refused when it is the sample with a piece replaced", () => {
		const piece = fc.oneof(fc.constantFrom('"', ",", "\n", "--", "\0", "99", "Yes"), fc.string());
		fc.assert(
			fc.property(fc.nat(SAMPLE.length), fc.nat(40), piece, (from, length, text) => {
				survive(Buffer.concat([SAMPLE.subarray(0, from), Buffer.from(text), SAMPLE.subarray(from + length)]));
			}),
			{ numRuns: 200 },
		);
	});

	it("is read or refused when it is a list of any names and times", () => {
		const cell = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.constantFrom("10:02", "--", "__proto__", "2026-03-03 10:02"),
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
				survive(Buffer.from(["Name,Joined,Left", ...rows.map((row) => row.join(","))].join("\n")));
			}),
		);
	});

	it("is read or refused when it is any bytes", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survive));
	});
});
