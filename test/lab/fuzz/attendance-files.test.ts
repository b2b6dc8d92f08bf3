import fc from "fast-check";
import { describe, it } from "vitest";
import { AttendanceRefused } from "../../../rehearsal/attendance/attendance.ts";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

const RUNS = Math.max(300, Math.min(Number(process.env.FUZZ_RUNS ?? 0), 20_000));
/** Longer than any such file should take, on a busy machine too. */
const LONGEST_MS = 20_000;

const HEADERS = [
	...[
		"Name",
		"Name (Original Name)",
		"First Name",
		"Last Name",
		"Email",
		"Join Time",
		"Leave Time",
		"Role",
		"Attended",
	],
	...[
		"User Action",
		"Timestamp",
		"In Waiting Room",
		"Hora de entrada",
		"Rolle",
		"氏名",
		"Topic",
		"Host",
		"",
		"Überraschung",
	],
];
const CELLS = [
	...[
		"Ana",
		"Bo (Bo Lindahl)",
		'"Okafor, Ngozi"',
		"王小明",
		"",
		"-",
		"n/a",
		"x@example.org",
		"Joined",
		"Left",
		"Yes",
		"No",
	],
	...[
		"2026-03-03 17:52",
		"03/03/2026 05:52 PM",
		"17:52",
		"-3",
		"3. März 2026 um 17:52",
		"Still in meeting",
		"Host",
		'"',
	],
	...['="1"', "4. Meeting Engagement", "Attendee Details", "Total: 3", "\u0000", "(((((", "# start: 10:00", "99:99"],
];
const row = (cells: readonly string[]) => fc.array(fc.constantFrom(...cells), { maxLength: 8 });
const table = fc.record({
	header: row(HEADERS),
	rows: fc.array(fc.oneof({ weight: 5, arbitrary: row(CELLS) }, { weight: 1, arbitrary: row(HEADERS) }), {
		maxLength: 30,
	}),
	delimiter: fc.constantFrom(",", ";", "\t"),
	end: fc.constantFrom("\n", "\r\n", "\r"),
});
const encoding = fc.constantFrom("utf8", "utf16le", "latin1" as const);

/** Reads a file, which may only refuse it with a sentence. */
function survives(bytes: Uint8Array): void {
	const began = performance.now();
	try {
		readAttendance(bytes, "some.csv");
	} catch (error) {
		if (!(error instanceof AttendanceRefused)) throw error;
		if (!/^some\.csv: [^\p{Cc}]+$/u.test(error.message)) throw new Error(`No sentence: ${error.message}`);
	}
	if (performance.now() - began > LONGEST_MS) throw new Error("It took too long");
}

describe("any list", () => {
	it("is read or refused with a sentence, with its columns in any order", () => {
		fc.assert(
			fc.property(table, encoding, ({ header, rows, delimiter, end }, encoding) => {
				const text = [header, ...rows].map((cells) => cells.join(delimiter)).join(end);
				survives(Uint8Array.from(Buffer.from(text, encoding)));
			}),
			{ numRuns: RUNS },
		);
	});

	it("is read or refused with a sentence when it is cut, doubled or pieced together of two encodings", () => {
		fc.assert(
			fc.property(table, encoding, encoding, fc.double({ min: 0, max: 1, noNaN: true }), (list, one, other, share) => {
				const text = [list.header, ...list.rows].map((cells) => cells.join(list.delimiter)).join(list.end);
				const [first, second] = [Buffer.from(text, one), Buffer.from(text, other)];
				survives(Uint8Array.from(first.subarray(0, Math.floor(first.length * share))));
				survives(Uint8Array.from(Buffer.concat([first, first])));
				survives(Uint8Array.from(Buffer.concat([first, second])));
			}),
			{ numRuns: RUNS },
		);
	});

	it.each(["(", " ", ",", '"', "\n", "a", "1", "\u0301", '="', "@", "-"])(
		"made of one character is no hang: %j",
		(character) => {
			survives(new TextEncoder().encode(character.repeat(60_000)));
			survives(new TextEncoder().encode(`Name,Joined\nAnn,10:02\n${character.repeat(60_000)}`));
		},
	);
});
