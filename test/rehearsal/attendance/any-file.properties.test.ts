import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { AttendanceRefused } from "../../../rehearsal/attendance/attendance.ts";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";
import { readRows } from "../../../rehearsal/attendance/rows.ts";
import { inZone } from "../../../rehearsal/local-times.ts";
import { planReplay } from "../../../rehearsal/replay-plan.ts";
import { crowdRuns, runs, tried } from "../../greetings/runs.ts";

const SAMPLE = readFileSync(new URL("../../../rehearsal/sample.csv", import.meta.url));
/** Longer than any such file should take, on a busy machine too. */
const LONGEST_MS = 20_000;
const DAY_MS = 24 * 60 * 60_000;

// biome-ignore format: words in rows
const HEADERS = [
	"Name", "Name (Original Name)", "First Name", "Last Name", "Email", "Join Time", "Leave Time", "Role", "Attended",
	"User Action", "Timestamp", "In Waiting Room", "Hora de entrada", "Rolle", "氏名", "Topic", "Host", "", "Überraschung",
];
// biome-ignore format: words in rows
const CELLS = [
	"Ana", "Bo (Bo Lindahl)", '"Okafor, Ngozi"', "王小明", "", "-", "n/a", "x@example.org", "Joined", "Left", "Yes", "No",
	"2026-03-03 17:52", "03/03/2026 05:52 PM", "17:52", "-3", "3. März 2026 um 17:52", "Still in meeting", "Host", '"',
	'="1"', "4. Meeting Engagement", "Attendee Details", "Total: 3", "\u0000", "(((((", "# start: 10:00", "99:99",
	"__proto__", "2026-03-03T17:52:00+14:00", "1772560320", "01/01/1970 00:00", "31.12.9999 23:59",
];
const row = (cells: readonly string[]) => fc.array(fc.constantFrom(...cells), { maxLength: 8 });
const list = fc
	.record({
		header: row(HEADERS),
		rows: fc.array(fc.oneof({ weight: 5, arbitrary: row(CELLS) }, { weight: 1, arbitrary: row(HEADERS) }), {
			maxLength: 30,
		}),
		delimiter: fc.constantFrom(",", ";", "\t"),
		end: fc.constantFrom("\n", "\r\n", "\r"),
	})
	.map(({ header, rows, delimiter, end }) => [header, ...rows].map((cells) => cells.join(delimiter)).join(end));
const encoding = fc.constantFrom("utf8", "utf16le", "latin1" as const);

const endings = new Map<string, number>();
afterAll(() => tried("Attendance files", endings));

/** Reads a file: it ends in a replay, or is refused with a sentence on one line. */
function survives(bytes: Uint8Array): void {
	const began = performance.now();
	let ending = "played";
	try {
		const attendance = readAttendance(bytes, "some.csv");
		const { opensAt, startsAt, closesAt, instants } = planReplay(inZone(attendance, "Europe/Berlin"));
		expect(attendance.people.length).toBeGreaterThan(0);
		expect([opensAt, startsAt, closesAt, ...instants.map(({ at }) => at)].every(Number.isFinite)).toBe(true);
		expect(closesAt - opensAt).toBeLessThan(10 * DAY_MS);
	} catch (error) {
		if (!(error instanceof AttendanceRefused)) throw error;
		expect(error.message).toMatch(/^some\.csv: [^\p{Cc}]+$/u);
		ending = "refused";
	}
	endings.set(ending, (endings.get(ending) ?? 0) + 1);
	expect(performance.now() - began).toBeLessThan(LONGEST_MS);
}

describe("any file is played or refused with a sentence", () => {
	it("when it is a list of anything, with its columns in any order", () => {
		fc.assert(
			fc.property(list, encoding, (text, encoding) => survives(Buffer.from(text, encoding))),
			{ numRuns: runs(300) },
		);
	});

	it("when it is cut, doubled or pieced together of two encodings", () => {
		fc.assert(
			fc.property(list, encoding, encoding, fc.double({ min: 0, max: 1, noNaN: true }), (text, one, other, share) => {
				const [first, second] = [Buffer.from(text, one), Buffer.from(text, other)];
				survives(first.subarray(0, Math.floor(first.length * share)));
				survives(Buffer.concat([first, first]));
				survives(Buffer.concat([first, second]));
			}),
			{ numRuns: runs(300) },
		);
	});

	it("when it is an export with its columns shuffled", () => {
		const [before = "", attendees = ""] = SAMPLE.toString().split(/(?<=^Attendee Details,*\r?\n)/m);
		const rows = readRows(attendees, ",").map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`));
		const columns = fc.shuffledSubarray([...(rows[0] ?? []).keys()], { minLength: 5 });
		fc.assert(
			fc.property(columns, (order) => {
				const shuffled = rows.map((cells) => order.map((index) => cells[index]).join(","));
				survives(Buffer.from(before + shuffled.join("\n")));
			}),
			{ numRuns: crowdRuns(100) },
		);
	});

	it("when it is an export with a piece replaced", () => {
		const piece = fc.oneof(fc.constantFrom('"', ",", "\n", "--", "\0", "99", "Yes"), fc.string());
		fc.assert(
			fc.property(fc.nat(SAMPLE.length), fc.nat(40), piece, (from, length, text) => {
				survives(Buffer.concat([SAMPLE.subarray(0, from), Buffer.from(text), SAMPLE.subarray(from + length)]));
			}),
			{ numRuns: crowdRuns(200) },
		);
	});

	it("when it is a list of any names and times", () => {
		const name = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("__proto__", "Ana", "-", "Total: 3"));
		const time = fc.constantFrom("17:52", "10:02", "23:59", "0:05", "--", "");
		fc.assert(
			fc.property(fc.array(fc.tuple(name, time, time)), (rows) => {
				survives(Buffer.from(["Name,Joined,Left", ...rows.map((row) => row.join(","))].join("\n")));
			}),
			{ numRuns: runs(100) },
		);
	});

	it("when it is any bytes", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survives), { numRuns: runs(100) });
	});

	it.each(["(", " ", ",", '"', "\n", "a", "1", "\u0301", '="', "@", "-"])(
		"when it is made of one character: %j",
		(character) => {
			survives(new TextEncoder().encode(character.repeat(60_000)));
			survives(new TextEncoder().encode(`Name,Joined\nAnn,10:02\n${character.repeat(60_000)}`));
		},
	);
});
