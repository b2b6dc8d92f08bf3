import { describe, expect, it } from "vitest";
import { LARGEST_FILE_BYTES, readText } from "../../../rehearsal/attendance/text.ts";

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

	it("names the place of bytes that are not UTF-8", () => {
		const latin1 = Uint8Array.from(Buffer.from("Name\nAnn\nZoë\n", "latin1"));
		expect(() => readText(latin1)).toThrow(
			'line 3, character 3: expected UTF-8 text, found bytes that are none: save it as "CSV UTF-8"',
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
		["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d], "looks like a PDF"],
		["NUL bytes", [0x41, 0x0a, 0x42, 0x00, 0x43], "line 2, character 2: this looks like a binary file"],
	])("refuses %s", (_kind, bytes, sentence) => {
		expect(() => readText(Uint8Array.from(bytes))).toThrow(sentence);
	});

	it("refuses an empty file, also one of a byte order mark and blank lines", () => {
		expect(() => readText(new Uint8Array())).toThrow("the file is empty");
		expect(() => readText(utf8("\ufeff\r\n \r\n"))).toThrow("the file is empty");
	});

	it("refuses a file above 20 MB by its size", () => {
		expect(() => readText(new Uint8Array(LARGEST_FILE_BYTES + 1024 * 1024))).toThrow("at most 20 MB, found 21.0 MB");
	});
});
