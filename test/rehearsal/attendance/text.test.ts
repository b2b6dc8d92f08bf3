import { describe, expect, it } from "vitest";
import { LARGEST_FILE_BYTES, readText as read } from "../../../rehearsal/attendance/text.ts";

const readText = (bytes: Uint8Array) => read(bytes).text;
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));

describe("readText", () => {
	it("reads UTF-8 with and without a byte order mark", () => {
		expect(readText(utf8("\ufeffName\nनूर"))).toBe("Name\nनूर");
		expect(readText(utf8("Name\nनूर"))).toBe("Name\nनूर");
	});

	it("reads UTF-16 of both byte orders", () => {
		const little = utf16le("Name\nZoë");
		expect(readText(little)).toBe("Name\nZoë");
		expect(readText(Uint8Array.from(Buffer.from(little).swap16()))).toBe("Name\nZoë");
	});

	it("takes the line ends of every system", () => {
		expect(readText(utf8("a\r\nb\rc\nd"))).toBe("a\nb\nc\nd");
	});

	it.each([
		["UTF-16LE", "Name\tEmail\nZoë\tz@example.org\n", "utf16le"],
		["UTF-16LE of another script", "Имя\tВремя входа\nЗоя\t10:02\n", "utf16le"],
	] as const)("reads %s without a byte order mark", (_what, text, encoding) => {
		const little = Buffer.from(text, encoding);
		expect(read(Uint8Array.from(little))).toEqual({ text, encoding: "utf-16le", isGuess: false });
		expect(readText(Uint8Array.from(little.swap16()))).toBe(text);
	});

	it("reads what a spreadsheet program saves without Unicode, and says that it is a guess", () => {
		const latin1 = Uint8Array.from(Buffer.from("Name\nAnn\nZoë\n", "latin1"));
		expect(read(latin1)).toEqual({ text: "Name\nAnn\nZoë\n", encoding: "windows-1252", isGuess: true });
	});

	it.each([
		[
			"windows-1250",
			"Imię i nazwisko;Godzina dołączenia",
			[
				0x49,
				0x6d,
				0x69,
				0xea,
				0x20,
				0x69,
				0x20,
				...Buffer.from("nazwisko;Godzina do"),
				0xb3,
				0xb9,
				...Buffer.from("czenia"),
			],
		],
		["windows-1251", "Имя;Время", [0xc8, 0xec, 0xff, 0x3b, 0xc2, 0xf0, 0xe5, 0xec, 0xff]],
	])("tells %s by the headers that make sense in it", (encoding, text, bytes) => {
		expect(read(Uint8Array.from(bytes))).toEqual({ text, encoding, isGuess: true });
	});

	it("names the place of bytes that are not UTF-8 where the rest is", () => {
		const mixed = Uint8Array.from([...utf8("Name\nZoë\n"), ...Buffer.from("Zoë", "latin1")]);
		expect(() => readText(mixed)).toThrow(
			"line 3, character 3: expected UTF-8 text, found bytes that are none: save it as CSV",
		);
	});

	it("refuses half a UTF-16 character", () => {
		expect(() => readText(utf16le("Name").subarray(0, -1))).toThrow("line 1, character 4: expected UTF-16LE text");
	});

	it("keeps a replacement character that the file really holds", () => {
		expect(readText(utf8("Zo\ufffd"))).toBe("Zo\ufffd");
	});

	it.each([
		["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], "looks like an XLSX or ZIP file"],
		["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "looks like an old Excel workbook"],
		[
			"a web page that a spreadsheet program would open",
			[...Buffer.from("\ufeff <html><table>")],
			"looks like a web page",
		],
		["JSON", [...Buffer.from('[{"name":"Ann"}]')], "looks like JSON"],
		["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d], "looks like a PDF"],
		["NUL bytes", [0x41, 0x0a, 0x42, 0x00, 0x43], "line 2, character 2: this looks like a binary file"],
	])("refuses %s", (_kind, bytes, sentence) => {
		expect(() => readText(Uint8Array.from(bytes))).toThrow(sentence);
	});

	it("says where to click for a CSV when it is a workbook, whatever it is called", () => {
		const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]);
		expect(() => readText(workbook)).toThrow(/Excel: File > Save As > "CSV UTF-8 .*Google Sheets: File > Download/);
	});

	it("refuses an empty file, also one of a byte order mark and blank lines", () => {
		expect(() => readText(new Uint8Array())).toThrow("the file is empty");
		expect(() => readText(utf8("\ufeff\r\n \r\n"))).toThrow("the file is empty");
	});

	it("refuses a file above 64 MB by its size", () => {
		expect(() => readText(new Uint8Array(LARGEST_FILE_BYTES + 1024 * 1024))).toThrow("at most 64 MB, found 65.0 MB");
	});
});
