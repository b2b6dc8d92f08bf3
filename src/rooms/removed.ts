import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { openSessionsOf } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import { openSessions } from "../store/watch.ts";
import { closeSession } from "./closing.ts";
import { liveFrom } from "./live.ts";

/** What `closeRemoved` works with. */
export interface Removing {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Whether Byname is no longer in a server; one that merely cannot be seen for a while is none. */
	isRemoved(serverId: string): boolean;
	/** Called when a session has been closed. */
	onAttendance(sessionId: string): void;
}

const LOOK_EVERY_MS = 60_000;

/** Closes the sessions of servers that have removed Byname, now and then until it is stopped: nobody shows their end. */
export function closeRemoved({ store, clock, log, isRemoved, onAttendance }: Removing): { stop(): Promise<void> } {
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
			const room = { id: row.room_id, name: "", kind: "voice" as const, present: new Map() };
			await closeSession(store, await liveFrom(store, row), room, { at: clock.now(), present: new Map(), away: true });
			log.info(
				{ session: row.id, room: row.room_id, server: serverId },
				"session closed: Byname is no longer in its server",
			);
			onAttendance(row.id);
		}
	}

	return {
		async stop() {
			stopping.abort();
			await done;
		},
	};
}
