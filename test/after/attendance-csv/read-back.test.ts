import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";
import { planReplay } from "../../../rehearsal/replay-plan.ts";
import type { AttendanceFile, Listed } from "../../../src/after/attendance-csv/csv.ts";
import { chooseName } from "../../../src/greetings/names.ts";
import { crowdRuns } from "../../greetings/runs.ts";
import { attendance, bytesOf, listed, MINUTE, NOON } from "./attendance.ts";

/** What the rehearsal makes of the file. */
function readBack(of: AttendanceFile) {
	return readAttendance(bytesOf(of), "attendees.csv");
}

/** The course of a session as the ledger has it. */
function planOf({ openedAt: _, startsAt, closedAt, attendees }: AttendanceFile) {
	return planReplay({
		source: "Zoom",
		title: null,
		host: null,
		startsAt,
		endsAt: closedAt ?? Number.NaN,
		people: attendees.map(({ name, stays }) => ({ name: name ?? "", role: "attendee", stays: [...stays] })),
		noShows: [],
		staff: [],
	});
}

/** The clock of a file is the host's. */
function onHostsClock(plan: ReturnType<typeof planOf>, offset: number) {
	const shown = ({ name }: { name: string }) => name;
	return {
		opensAt: plan.opensAt + offset,
		startsAt: plan.startsAt + offset,
		closesAt: plan.closesAt + offset,
		instants: plan.instants.map(({ at, enter, leave }) => ({
			at: at + offset,
			enter: enter.map(shown).sort(),
			leave: leave.map(shown).sort(),
		})),
	};
}

const BERLIN = 60 * MINUTE;

describe("the rehearsal", () => {
	it("reads the file as it was: who was what, who came when, who did not come", () => {
		const of = attendance({
			title: "Names, and why",
			panel: [listed("175928847299117002", "Rafael", [-9, 60]), listed("175928847299117003", "Ines")],
			attendees: [
				listed("175928847299117010", "Maya", [-2, 14], [20, 60]),
				listed("175928847299117011", "Tom", [12, 58]),
			],
			noShows: [listed("175928847299117012", "Pia")],
		});
		const read = readBack(of);
		expect(read).toMatchObject({
			source: "Zoom",
			title: "Names, and why",
			host: "Henry",
			startsAt: NOON + BERLIN,
			endsAt: NOON + 60 * MINUTE + BERLIN,
			noShows: ["Pia"],
			staff: ["Henry", "Rafael", "Ines"],
			assumptions: [],
		});
		expect(onHostsClock(planReplay(read), 0)).toEqual(onHostsClock(planOf(of), BERLIN));
	});

	it("keeps people of one name apart, and those who are known by their ids alone", () => {
		const of = attendance({
			attendees: [
				listed("175928847299117010", "Tom", [0, 60]),
				listed("175928847299117011", "Tom", [1, 60]),
				listed("175928847299117013", null, [2, 60]),
			],
			noShows: [listed("175928847299117012", "Tom")],
		});
		expect(readBack(of)).toMatchObject({
			people: [{ name: "Tom" }, { name: "Tom" }, { name: "ID 175928847299117013" }],
			noShows: ["Tom"],
		});
	});

	it.each([
		"Maya (Acme)",
		"Kai (they/them)",
		"Ana (Guest)",
		"Ben (Host)",
		"Smith, John",
		'Dwayne "The Rock" Johnson',
		'"Ace"',
		"=1+1",
		"'=1+1",
		"-",
		"—",
		"--",
		"n/a",
		"@everyone",
		"Attendee Details",
		"Total",
		"Name",
		"https://example.org/?a=1,b",
		"مايا (ضيف)",
		"09:57",
	])("reads the name %s back", (name) => {
		const of = attendance({
			host: listed("175928847299117001", name),
			attendees: [listed("175928847299117010", name, [0, 60]), listed("175928847299117011", "Maya", [1, 60])],
			noShows: [listed("175928847299117012", name)],
		});
		const read = readBack(of);
		expect([read.host, ...read.people.map((one) => one.name), ...read.noShows]).toEqual([name, name, "Maya", name]);
		expect(read.people.map(({ role }) => role)).toEqual(["attendee", "attendee"]);
	});

	it.each(["# start: 10:00", "Join Time", '"Quoted", =1+1', "--", "Attendee Details", "ورشة الخزف", "=1+1"])(
		"reads the title %s back",
		(title) => {
			const read = readBack(attendance({ title }));
			expect(read).toMatchObject({ title, startsAt: NOON + BERLIN, people: [{ name: "Maya" }] });
		},
	);

	it("plays a session over midnight and a change of clocks", () => {
		const at = (minute: number) => Date.UTC(2026, 9, 24, 21, 30) + minute * MINUTE; // 23:30 in Berlin
		const stays = [{ enteredAt: at(20), leftAt: at(200) }]; // from 23:50 to 01:50 by the clocks, an hour longer than that
		const maya: Listed = { ...listed("175928847299117010", "Maya"), stays };
		const of = attendance({ openedAt: at(0), startsAt: at(10), closedAt: at(240), attendees: [maya] });
		const read = readBack(of);
		expect(onHostsClock(planReplay(read), 0)).toEqual(onHostsClock(planOf(of), 2 * BERLIN));
	});

	it("plays one that went on for three days", () => {
		const day = 24 * 60;
		const of = attendance({
			closedAt: NOON + 3 * day * MINUTE,
			attendees: [
				listed("175928847299117010", "Maya", [-2, 60], [day, day + 60], [3 * day - 90, 3 * day]),
				listed("175928847299117011", "Tom", [2 * day, 3 * day - 30]),
			],
		});
		expect(onHostsClock(planReplay(readBack(of)), 0)).toEqual(onHostsClock(planOf(of), BERLIN));
	});

	it("plays the same session, whatever people are called", () => {
		const word = fc.oneof(
			fc.string({ unit: "grapheme", maxLength: 12 }),
			fc.constantFrom(
				"=",
				"+",
				"-",
				"@",
				"'",
				'"',
				",",
				"\n",
				"\u202e",
				"(Host)",
				"(x)",
				"--",
				"Yes",
				"Total",
				";",
				"\t",
			),
		);
		const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => chooseName({ nick: words.join(" ") }));
		const stay = fc
			.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 }))
			.map(([from, length]): [number, number] => [from, from + length]);
		const guests = fc.array(fc.tuple(name, stay), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(guests, fc.string({ maxLength: 30 }), (people, title) => {
				const attendees = people.map(([called, times], n) =>
					listed(String(175928847299117010n + BigInt(n)), called || null, times),
				);
				const of = attendance({ title, attendees });
				const shown = { ...of, attendees: attendees.map((one) => ({ ...one, name: one.name ?? `ID ${one.userId}` })) };
				expect(onHostsClock(planReplay(readBack(of)), 0)).toEqual(onHostsClock(planOf(shown), BERLIN));
			}),
			{ numRuns: crowdRuns(30) },
		);
	});
});
