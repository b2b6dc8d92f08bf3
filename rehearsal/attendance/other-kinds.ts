import { AttendanceRefused } from "./attendance.ts";

/** Where to click for a CSV. */
export const SAVE_AS_CSV =
	'save it as CSV and try again. Excel: File > Save As > "CSV UTF-8 (Comma delimited) (*.csv)"; Google Sheets: File > Download > Comma Separated Values (.csv); LibreOffice: File > Save As > Text CSV (.csv), character set Unicode (UTF-8); Numbers: File > Export To > CSV';

const EXPORT_AS_CSV = "export the attendance as CSV and try again";

/** How other kinds of files begin, and what they are, whatever they are called. */
const BEGINNINGS: [number[], string][] = [
	[[0x50, 0x4b, 0x03, 0x04], `this looks like an XLSX or ZIP file, not a CSV: ${SAVE_AS_CSV}`],
	[[0x50, 0x4b, 0x05, 0x06], "this looks like an empty XLSX or ZIP file, not a CSV"],
	[[0xd0, 0xcf, 0x11, 0xe0], `this looks like an old Excel workbook (XLS), not a CSV: ${SAVE_AS_CSV}`],
	[[0x1f, 0x8b], `this looks like a compressed file (GZ), not a CSV: unpack it and try again`],
	[[0x25, 0x50, 0x44, 0x46], `this looks like a PDF, not a CSV: ${EXPORT_AS_CSV}`],
];

/** The same of files that are text, behind blanks and a byte order mark. */
const TEXTS: [RegExp, string][] = [
	[
		/^<\?xml|^<!doctype html|^<html|^<table/i,
		`this looks like a web page or XML, not a CSV: open it in a spreadsheet program and ${SAVE_AS_CSV}`,
	],
	[/^\{\s*"|^\[\s*[{["]/, `this looks like JSON, not a CSV: ${EXPORT_AS_CSV}`],
	[/^\{\\rtf/, `this looks like a text document (RTF), not a CSV: ${EXPORT_AS_CSV}`],
];

/** Throws `AttendanceRefused` for a file that is known to be no list, by what it begins with. */
export function refuseOtherKinds(bytes: Uint8Array): void {
	for (const [start, sentence] of BEGINNINGS) {
		if (start.every((byte, i) => bytes[i] === byte)) throw new AttendanceRefused(sentence);
	}
	const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
	for (const [beginning, sentence] of TEXTS) if (beginning.test(start)) throw new AttendanceRefused(sentence);
}
