import { AttendanceRefused } from "./attendance.ts";
import { knownHeaders } from "./columns.ts";
import { refuseOtherKinds, SAVE_AS_CSV } from "./other-kinds.ts";

/** The largest file that is read: an export of a hundred thousand people stays well below. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** A file as text. */
export interface FileText {
	/** With `\n` line ends and without a byte order mark. */
	text: string;
	encoding: string;
	/** Whether nothing in the file says so, and it was guessed from the words. */
	isGuess: boolean;
}

/** Encodings of spreadsheet programs that are not set to Unicode, by how common they are. */
const OLDER = [
	"windows-1252",
	"windows-1250",
	"windows-1251",
	"windows-1254",
	"windows-1253",
	"shift_jis",
	"gb18030",
	"big5",
	"euc-kr",
];

/**
 * Decodes a file into text.
 *
 * Throws `AttendanceRefused` when the file is too large, empty, of another kind, or holds bytes its encoding does not
 * allow.
 */
export function readText(bytes: Uint8Array): FileText {
	if (bytes.length > LARGEST_FILE_BYTES) {
		const size = (bytes.length / 1024 / 1024).toFixed(1);
		throw new AttendanceRefused(`expected a file of at most 64 MB, found ${size} MB`);
	}
	refuseOtherKinds(bytes);
	const encoding = encodingOf(bytes);
	const valid = decodeStrictly(bytes, encoding);
	const text = valid ?? decode(bytes, encoding);
	refuseAt(text, "\0", `this looks like a binary file, not a CSV: ${SAVE_AS_CSV}`);
	if (text.trim() === "") throw new AttendanceRefused("the file is empty: expected a list of names and join times");
	if (valid !== null) return { text, encoding, isGuess: false };
	// Where some of it is UTF-8 all the same, another encoding would spoil that.
	const isPureUtf8 = encoding !== "utf-8" || /[^\p{ASCII}\ufffd]/u.test(text);
	if (isPureUtf8) {
		refuseAt(text, "\ufffd", `expected ${encoding.toUpperCase()} text, found bytes that are none: ${SAVE_AS_CSV}`);
	}
	return older(bytes);
}

/** Takes the older encoding under which most headers make sense. */
function older(bytes: Uint8Array): FileText {
	const start = bytes.subarray(0, 64 * 1024);
	const scored = OLDER.filter((encoding) => decodeStrictly(bytes, encoding) !== null).map((encoding) => {
		const lines = decode(start, encoding).split("\n", 50);
		return { encoding, known: Math.max(...lines.map((line) => knownHeaders(line.slice(0, 5_000).split(/[\t;,]/)))) };
	});
	const [best = { encoding: "windows-1252" }] = scored.toSorted((a, b) => b.known - a.known);
	return { text: decode(bytes, best.encoding), encoding: best.encoding, isGuess: true };
}

function decode(bytes: Uint8Array, encoding: string): string {
	return withPlainLineEnds(new TextDecoder(encoding).decode(bytes));
}

/** The same; null where the bytes hold something that the encoding does not allow. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
	try {
		return withPlainLineEnds(new TextDecoder(encoding, { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}

function withPlainLineEnds(text: string): string {
	return text.includes("\r") ? text.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : text;
}

/** Which Unicode a file is in, by its byte order mark or by which of its bytes are empty. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	return withoutMark(bytes);
}

/** Latin letters, digits and line ends leave every other byte of UTF-16 empty; nothing else does in a text. */
function withoutMark(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
	const empty = [0, 0];
	const looked = Math.min(bytes.length, 64 * 1024);
	for (let i = 0; i < looked; i++) if (bytes[i] === 0) empty[i % 2] = (empty[i % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = empty;
	if (odd > 2 && odd > looked / 20 && even < odd / 10) return "utf-16le";
	return even > 2 && even > looked / 20 && odd < even / 10 ? "utf-16be" : "utf-8";
}

/** Refuses the text at the first `character`; the column here counts characters, since there are no cells yet. */
function refuseAt(text: string, character: string, sentence: string): void {
	const index = text.indexOf(character);
	if (index === -1) return;
	const before = text.slice(0, index).split("\n");
	throw new AttendanceRefused(`line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}: ${sentence}`);
}
