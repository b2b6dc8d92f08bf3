import { setImmediate } from "node:timers/promises";
import { type PartRow, partsAfter, type SpanRow, spansAfter } from "../../store/ledger.ts";
import type { Queryable } from "../../store/queryable.ts";

/** One page takes SQLite about ten milliseconds where the session has 30,000 stays, and meanwhile nothing else happens. */
const PAGE = 1_000;

/** What part everybody has in a session, by user id. */
export async function readRoles(db: Queryable, sessionId: string): Promise<Map<string, PartRow["role"]>> {
	const roles = new Map<string, PartRow["role"]>();
	for await (const page of pages((last?: PartRow) => partsAfter(db, sessionId, last?.user_id ?? "", PAGE))) {
		for (const { user_id, role } of page) roles.set(user_id, role);
	}
	return roles;
}

/** One span in the room. Times are milliseconds since the epoch. */
export interface CsvStay {
	enteredAt: number;
	/** Null while they are in. */
	leftAt: number | null;
}

/** All stays of a session by user id, each person's in order. */
export async function readStays(db: Queryable, sessionId: string): Promise<Map<string, CsvStay[]>> {
	const stays = new Map<string, CsvStay[]>();
	for await (const page of pages((last?: SpanRow) => spansAfter(db, sessionId, last?.id ?? "", PAGE))) {
		for (const { user_id, entered_at, left_at } of page) {
			const stay = { enteredAt: entered_at, leftAt: left_at };
			const others = stays.get(user_id);
			if (others) insert(others, stay);
			else stays.set(user_id, [stay]);
		}
	}
	return stays;
}

/** Reads page after page, and lets all else have its turn between two. */
async function* pages<Row>(read: (last?: Row) => Promise<Row[]>): AsyncGenerator<Row[]> {
	let page: Row[] = [];
	do {
		page = await read(page.at(-1));
		yield page;
		await setImmediate();
	} while (page.length === PAGE);
}

/** Pages come in the order of ids, which is none; most people have few stays. */
function insert(stays: CsvStay[], stay: CsvStay): void {
	const after = stays.findLastIndex(({ enteredAt }) => enteredAt <= stay.enteredAt);
	stays.splice(after + 1, 0, stay);
}
