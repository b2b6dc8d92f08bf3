import type { Queryable } from "./queryable.ts";
import type { SessionRow } from "./sessions.ts";

/** Whose sessions: those on a server that somebody hosts or leads with its host, or has; with null, all of them. */
export interface Led {
	serverId: string;
	userId: string | null;
}

/** The sessions on a server that somebody may see the reports of: those that are on first, then the latest. */
export function sessionsLed(db: Queryable, { serverId, userId }: Led, limit: number): Promise<SessionRow[]> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("server_id", "=", serverId)
		.$if(userId !== null, (session) =>
			session.where((e) =>
				e.or([
					e("host_id", "=", userId),
					e.exists(
						e
							.selectFrom("attendance")
							.select("user_id")
							.whereRef("session_id", "=", "session.id")
							.where("user_id", "=", userId ?? "")
							.where("role", "=", "panel")
							.where("leads", "=", 1),
					),
				]),
			),
		)
		.orderBy((e) => e.case().when("closed_at", "is", null).then(0).else(1).end())
		.orderBy("opened_at", "desc")
		.orderBy("id")
		.limit(limit)
		.execute();
}
