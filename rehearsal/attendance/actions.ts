import { type Entry, readRole } from "./entries.ts";
import { nameKey } from "./identity.ts";
import { type Ledger, placeOf, readTime } from "./ledger.ts";
import { type RowNaming, readEmail, readNaming } from "./naming.ts";
import { problemAt } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Table } from "./sheet.ts";
import { says } from "./words.ts";

interface Action extends Pick<Entry, "email" | "role" | "place">, Omit<RowNaming, "role"> {
	isJoin: boolean;
	at: number;
}

/**
 * Reads a list with one row for each "Joined" and "Left" into stays.
 *
 * "Joined before" is someone who was there when the list began. Who left without having joined was there from the
 * first row on.
 */
export function readActions(table: Table, ledger: Ledger): Entry[] {
	const actions = table.rows.flatMap((row) => readAction(row, table, ledger) ?? []).toSorted((a, b) => a.at - b.at);
	const entries: Entry[] = [];
	const open = new Map<string, Entry>();
	for (const { isJoin, at, role, ...who } of actions) {
		const key = who.email ?? nameKey(who.name);
		const stay = open.get(key);
		if (!isJoin && stay) {
			stay.leftAt = at;
			open.delete(key);
			continue;
		}
		if (stay) continue;
		const enteredAt = isJoin ? at : (actions[0]?.at ?? at);
		const entry: Entry = { ...who, role: role ?? "attendee", enteredAt, leftAt: isJoin ? null : at, wasThere: true };
		entries.push(entry);
		if (isJoin) open.set(key, entry);
	}
	return entries;
}

function readAction(row: CsvRow, table: Table, ledger: Ledger): Action | null {
	const { columns, header } = table;
	const [what, when] = [columns.get("action") ?? 0, columns.get("moment") ?? 0];
	const naming = readNaming(row, table, ledger);
	const place = placeOf(row, when, header);
	const at = readTime(cellAt(row, when), place, ledger);
	const action = cellAt(row, what);
	const isJoin = begins(action, "joined");
	if (!isJoin && !begins(action, "left")) {
		ledger.problems.push(problemAt(placeOf(row, what, header), '"Joined" or "Left"', action));
		return null;
	}
	if (naming === null || at === null) return null;
	const role = naming.role ?? readRole(row, table, ledger);
	return { ...naming, email: readEmail(row, table), role, place, isJoin, at };
}

/** "Joined before" and "Vorher beigetreten" are joins as well. */
function begins(action: string, meaning: "joined" | "left"): boolean {
	const words = action.split(/\s+/);
	return says(action, meaning) || says(words.slice(0, 2).join(" "), meaning) || says(words[0] ?? "", meaning);
}
