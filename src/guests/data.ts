import { spotsOf } from "../store/corrections.ts";
import type { Whose } from "../store/forgetting.ts";
import { whereForgotten } from "../store/forgotten.ts";
import { readHeld } from "../store/held.ts";
import { type KindOfUsers, ofUser } from "../store/holdings.ts";
import type { Queryable } from "../store/queryable.ts";
import { whereUnused } from "../store/unused-names.ts";

/** What is stored of somebody in one table: its rows as they are, but that times are written as ISO 8601 has them. */
export interface Stored {
	kind: KindOfUsers | "forgotten" | "unusedNames" | "spots";
	table: string;
	rows: Readonly<Record<string, unknown>>[];
}

/** All that is stored of somebody. */
export async function storedOf(db: Queryable, { userId, serverId }: Whose): Promise<Stored[]> {
	const stored: Stored[] = [];
	for (const holding of ofUser(userId, serverId)) {
		const rows = await readHeld(db, holding);
		stored.push({ kind: holding.kind, table: holding.table, rows: rows.map(withTimes) });
	}
	const forgotten = await whereForgotten(db, userId);
	const rows = forgotten
		.filter((one) => serverId === null || one.serverId === serverId)
		.map((one) => ({ session_id: one.sessionId, server_id: one.serverId, room_id: one.roomId }));
	const unused = (await whereUnused(db, { userId, serverId })).map((id) => ({ server_id: id }));
	return [
		...stored,
		{ kind: "forgotten", table: "forgotten", rows },
		{ kind: "unusedNames", table: "unused_name", rows: unused },
		{ kind: "spots", table: "message", rows: await spotsOf(db, { userId, serverId }) },
	];
}

function withTimes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, withTime(column, value)]));
}

/** Columns of times are named for what happened then. */
function withTime(column: string, value: unknown): unknown {
	return column.endsWith("_at") && typeof value === "number" ? new Date(value).toISOString() : value;
}
