import { isLedBy } from "./panel.ts";
import type { Queryable } from "./queryable.ts";
import type { SessionRow } from "./sessions.ts";

/** Whose sessions: those on a server that somebody hosts or leads with its host, or has; with null, all of them. */
export interface Led {
	serverId: string;
	userId: string | null;
	/** Only those of this room. */
	roomId?: string | null;
}

/** The sessions on a server that somebody may see the reports of: those that are on first, then the latest. */
export function sessionsLed(
	db: Queryable,
	{ serverId, userId, roomId = null }: Led,
	limit: number,
): Promise<SessionRow[]> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("server_id", "=", serverId)
		.$if(roomId !== null, (session) => session.where("room_id", "=", roomId ?? ""))
		.$if(userId !== null, (session) => session.where(isLedBy(userId ?? "", ["leads"])))
		.orderBy((e) => e.case().when("closed_at", "is", null).then(0).else(1).end())
		.orderBy("opened_at", "desc")
		.orderBy("id")
		.limit(limit)
		.execute();
}
