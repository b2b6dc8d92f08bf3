import { AttendanceRefused } from "./attendance.ts";

/** One cell of the file; lines and columns count from 1. */
export interface CellPlace {
	line: number;
	column: number;
	header: string;
}

/** Something in the file that is not what it has to be. */
export interface FileProblem {
	line: number;
	sentence: string;
}

const LONGEST_QUOTE = 60;

/**
 * Quotes a piece of the file so that it can be shown.
 *
 * Control and format characters become spaces: a cell may hold terminal escapes.
 */
export function quoted(text: string): string {
	const shown = text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
		.replace(/ {2,}/g, " ")
		.trim();
	const characters = [...shown];
	return characters.length > LONGEST_QUOTE ? `"${characters.slice(0, LONGEST_QUOTE).join("")}…"` : `"${shown}"`;
}

/** Names a cell that is not what was expected. */
export function problemAt(place: CellPlace, expected: string, found: string): FileProblem {
	const header = place.header ? ` (${quoted(place.header)})` : "";
	const what = found.trim() ? quoted(found) : "nothing";
	return {
		line: place.line,
		sentence: `line ${place.line}, column ${place.column}${header}: expected ${expected}, found ${what}`,
	};
}

/** Turns problems into one refusal that tells the first of the file and how many follow. */
export function refusal(problems: FileProblem[]): AttendanceRefused {
	const [first, ...more] = problems.toSorted((a, b) => a.line - b.line);
	const rest =
		more.length === 0 ? "" : more.length === 1 ? " (and 1 more problem)" : ` (and ${more.length} more problems)`;
	return new AttendanceRefused(`${first?.sentence ?? "the file could not be read"}${rest}`);
}
