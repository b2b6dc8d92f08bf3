import type { Role } from "./attendance.ts";
import { type Ledger, placeOf } from "./ledger.ts";
import { problemAt } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Table } from "./sheet.ts";
import { isNothing, isPronouns, says, tellsOriginalName, unguarded } from "./words.ts";

/** Who a row is about. */
export interface RowNaming {
	/** The name they showed. */
	name: string;
	/** The name they registered under, where the file tells that they renamed themselves. */
	original: string | null;
	/** What a mark behind the name says they were: "Ana (Host)". */
	role: Role | null;
}

/** Reads who a row is about: the display name, or first and last name where there is none. */
export function readNaming(row: CsvRow, { columns, header }: Table, ledger: Ledger): RowNaming | null {
	const place = placeOf(row, columns.get("name") ?? columns.get("first") ?? columns.get("last") ?? 0, header);
	const part = (field: "name" | "first" | "last") => valueAt(row, columns.get(field));
	const [shown, first, last] = [part("name"), part("first"), part("last")];
	const registered = tidy(fullName(first, last));
	if ([shown, first, last].some((cell) => cell.includes("\n"))) {
		ledger.problems.push(problemAt(place, "a name on one line", shown || registered));
		return null;
	}
	if (shown === "" && registered !== "") return { name: registered, original: null, role: null };
	if (shown === "") {
		ledger.problems.push(problemAt(place, "a name", ""));
		return null;
	}
	const shownUnder = cellAt(header, columns.get("name"));
	const naming = withoutMarks(tidy(shown), shownUnder, registered);
	// A surname may stand in a column of its own beside "Nombre" or "Nom"; a full name already has it.
	if (columns.has("first") === columns.has("last") || naming.name.includes(registered)) return naming;
	if (tellsOriginalName(shownUnder)) return naming;
	return { ...naming, name: tidy(first === "" ? fullName(naming.name, last) : fullName(first, naming.name)) };
}

function valueAt(row: CsvRow, index: number | undefined): string {
	const cell = cellAt(row, index);
	return /^[-–—]+$|^n\/a$/i.test(cell) ? "" : unguarded(cell);
}

/** Chinese and Korean names put the family first, without a gap. */
function fullName(first: string, last: string): string {
	const isEastern = [first, last].every((part) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(part));
	return isEastern ? last + first : [first, last].filter(Boolean).join(" ");
}

/**
 * Zoom adds the registered name in brackets when someone renames themselves, "Sunil (Sunil Deshpande)", and some reports
 * add what somebody is, "Ana (Guest)". Brackets of people's own stay: "Kai (they/them)".
 */
function withoutMarks(shown: string, header: string, registered: string): RowNaming {
	const [, before = "", inside = ""] = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/.exec(shown) ?? [];
	// Who registered so is called so: the brackets are their own.
	if (before === "" || shown === registered || isPronouns(inside)) return { name: shown, original: null, role: null };
	if (registered && inside === registered) return { name: before, original: inside, role: null };
	const mark = markIn(inside);
	if (mark !== undefined) return { ...withoutMarks(before, header, registered), role: mark };
	if (registered || !tellsOriginalName(header) || !/^[\p{L}\p{M}\p{N} .'’@_-]+$/u.test(inside)) {
		return { name: shown, original: null, role: null };
	}
	return { name: before, original: inside, role: null };
}

/** The role that such a mark tells; null for one that tells none, nothing for words that are no mark. */
function markIn(inside: string): Role | null | undefined {
	if (says(inside, "guest")) return null;
	const words = inside.split(/\s*[,/]\s*/);
	if (words.every((word) => says(word, "host") || /^(me|ich|moi|yo)$/i.test(word))) return "host";
	return says(inside, "panelist") ? "panelist" : undefined;
}

/** Names go to a terminal: control characters, which may be escapes, become spaces. */
function tidy(name: string): string {
	return name
		.replace(/\p{Cc}/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}

/** Reads an address; what is none is nothing. */
export function readEmail(row: CsvRow, { columns }: Pick<Table, "columns">): string | null {
	const cells = [cellAt(row, columns.get("email")), cellAt(row, columns.get("account"))];
	return cells.find((cell) => cell.includes("@") && !isNothing(cell))?.toLowerCase() ?? null;
}
