import { AttendanceRefused } from "./attendance.ts";

/** The largest file that is read: an export of a hundred thousand people stays well below. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE";

const SPREADSHEET = 'save it as "CSV UTF-8" in your spreadsheet program and try again';

/** How other kinds of files begin, and what they are. */
const OTHER_KINDS: [number[], string][] = [
	[[0x50, 0x4b, 0x03, 0x04], `this looks like an XLSX or ZIP file, not a CSV: ${SPREADSHEET}`],
	[[0xd0, 0xcf, 0x11, 0xe0], `this looks like an old Excel workbook (XLS), not a CSV: ${SPREADSHEET}`],
	[[0x25, 0x50, 0x44, 0x46], "this looks like a PDF, not a CSV: export the attendance as CSV and try again"],
];

/**
 * Decodes a file into text with `\n` line ends and without a byte order mark.
 *
 * Throws `AttendanceRefused` when the file is too large, empty, binary, or holds bytes its encoding does not allow.
 */
export function readText(bytes: Uint8Array): string {
	if (bytes.length > LARGEST_FILE_BYTES) {
		const size = (bytes.length / 1024 / 1024).toFixed(1);
		throw new AttendanceRefused(`expected a file of at most 20 MB, found ${size} MB`);
	}
	for (const [start, sentence] of OTHER_KINDS) {
		if (start.every((byte, i) => bytes[i] === byte)) throw new AttendanceRefused(sentence);
	}
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, "\n");
	refuseAt(text, "\0", `this looks like a binary file, not a CSV: ${SPREADSHEET}`);
	if (!isValid(bytes, encoding)) {
		refuseAt(text, "\ufffd", `expected ${encoding} text, found bytes that are none: ${SPREADSHEET}`);
	}
	if (text.trim() === "") throw new AttendanceRefused("the file is empty: expected a list of names and join times");
	return text;
}

function encodingOf(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
	return "UTF-8";
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Refuses the text at the first `character`; the column here counts characters, since there are no cells yet. */
function refuseAt(text: string, character: string, sentence: string): void {
	const index = text.indexOf(character);
	if (index === -1) return;
	const before = text.slice(0, index).split("\n");
	throw new AttendanceRefused(`line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}: ${sentence}`);
}
