import type { Scene } from "../greetings/greeting.ts";
import type { SessionFacts } from "../store/sessions.ts";

/** What texts may mention that is not stored but shown by Discord. */
export interface Scenery {
	serverNameOf(serverId: string): string;
	/** What somebody goes by, if they are in a room. */
	nameOf(serverId: string, userId: string): string | null;
	/** When the next session is scheduled, first in this room, else anywhere in the server. */
	nextSessionAt(serverId: string, roomId: string, now: number): number | null;
}

/** A session and its surroundings, as texts may mention them. */
export function sceneOf(session: SessionFacts, scenery: Scenery, now: number): Scene {
	return {
		title: session.title,
		host: session.host_id ? scenery.nameOf(session.server_id, session.host_id) : null,
		server: scenery.serverNameOf(session.server_id),
		startsAt: session.starts_at,
		note: session.note,
		recap: session.recap,
		next: scenery.nextSessionAt(session.server_id, session.room_id, now),
		now,
	};
}
