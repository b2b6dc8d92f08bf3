import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
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
