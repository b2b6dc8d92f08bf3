import { type Entry, readName } from "./entries.ts";
import { type Ledger, placeOf, readTime } from "./ledger.ts";
import { personKey } from "./people.ts";
import { type CellPlace, problemAt } from "./problems.ts";
import { cellAt } from "./rows.ts";
import type { Table } from "./sheet.ts";

interface TeamsAction {
	name: string;
	email: string | null;
	isJoin: boolean;
	at: number;
	place: CellPlace;
}

/**
 * Reads Teams' older list, one row for each "Joined" and "Left", into stays.
 *
 * "Joined before" is someone who was there when the list began. Who left without having joined was there from the
 * first row on.
 */
export function readActions(table: Table, ledger: Ledger): Entry[] {
	const actions = readAll(table, ledger).toSorted((a, b) => a.at - b.at);
	const entries: Entry[] = [];
	const open = new Map<string, Entry>();
	for (const { name, email, isJoin, at, place } of actions) {
		const key = personKey({ name, email });
		const stay = open.get(key);
		if (!isJoin && stay) {
			stay.leftAt = at;
			open.delete(key);
			continue;
		}
		if (stay) continue;
		const enteredAt = isJoin ? at : (actions[0]?.at ?? at);
		const entry: Entry = { name, email, role: "attendee", enteredAt, leftAt: isJoin ? null : at, place };
		entries.push(entry);
		if (isJoin) open.set(key, entry);
	}
	return entries;
}

function readAll(table: Table, ledger: Ledger): TeamsAction[] {
	const { columns, header } = table;
	const [what, when] = [columns.get("action") ?? 0, columns.get("join") ?? 0];
	return table.rows.flatMap((row) => {
		const name = readName(row, table, ledger);
		const at = readTime(cellAt(row, when), placeOf(row, when, header), ledger);
		const action = /^(joined|left)\b/i.exec(cellAt(row, what))?.[1]?.toLowerCase();
		if (!action) ledger.problems.push(problemAt(placeOf(row, what, header), '"Joined" or "Left"', cellAt(row, what)));
		if (name === null || at === null || !action) return [];
		return [{ name, email: null, isJoin: action === "joined", at, place: placeOf(row, when, header) }];
	});
}
