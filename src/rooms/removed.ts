import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Profiles } from "../profiles/profiles.ts";
import { openSessions } from "../store/monitoring.ts";
import type { Store } from "../store/queryable.ts";
import { openSessionsOf } from "../store/sessions.ts";
import { closeSession } from "./closing.ts";
import { sessionOf } from "./restoring.ts";

export interface RemovalContext {
	store: Store;
	clock: Clock;
	log: Logger;
	profiles: Profiles;
	/** Whether Byname has been removed from a server; false for one that merely cannot be seen for a while. */
	isRemoved(serverId: string): boolean;
	/** Tells that the cue of a session may have to change. */
	cue(sessionId: string): void;
}

const LOOK_EVERY_MS = 60_000;

/** Closes the sessions of servers that have removed Byname, once a minute until it is stopped: Discord does not show their end. */
export function closeRemoved({ store, clock, log, profiles, isRemoved, cue }: RemovalContext): {
	stop(): Promise<void>;
} {
	const stopping = new AbortController();
	const done = look();

	async function look(): Promise<void> {
		while (!stopping.signal.aborted) {
			try {
				const servers = new Set((await openSessions(store)).map((session) => session.server_id));
				for (const serverId of servers) if (isRemoved(serverId)) await closeAll(serverId);
			} catch (err) {
				log.error({ err }, "sessions of servers that Byname is no longer in could not be closed yet");
			}
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
		}
	}

	async function closeAll(serverId: string): Promise<void> {
		for (const row of await openSessionsOf(store, serverId)) {
			const session = sessionOf(row, row.reopened_at ?? row.opened_at);
			await closeSession(store, profiles, session, {
				at: clock.now(),
				present: new Map(),
				away: true,
				byHost: null,
				next: null,
			});
			log.info(
				{ session: row.id, room: row.room_id, server: serverId },
				"session closed: Byname is no longer in its server",
			);
			cue(row.id);
		}
	}

	return {
		async stop() {
			stopping.abort();
			await done;
		},
	};
}
