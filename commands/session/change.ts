import type { Context } from "../../src/command.ts";
import { type SessionRow, updateSession } from "../../src/store/sessions.ts";

/** Changes what a session's texts mention; whoever comes next hears it. */
export async function changeSession(
	{ store, changed }: Context,
	session: SessionRow,
	to: Partial<Pick<SessionRow, "note">>,
): Promise<void> {
	await updateSession(store, session.id, to);
	changed(session.server_id);
}

/** What somebody typed, on one line; null for nothing. */
export function oneLine(typed: string | null): string | null {
	return typed?.replace(/\s+/g, " ").trim() || null;
}
