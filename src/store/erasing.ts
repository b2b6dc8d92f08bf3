import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Membership } from "../membership.ts";
import { underWay } from "./erasure.ts";
import { isOvertaken } from "./failures.ts";
import type { Store } from "./queryable.ts";
import {
	claimLook,
	type ErasingAhead,
	eraseLayouts,
	eraseOld,
	eraseRemoved,
	erasingToTell,
	isLongRemoved,
	knownServers,
	noteBack,
	noteRemoved,
	noteTold,
	noteUntold,
} from "./retention.ts";
import { type ServerRow, serverSettings } from "./settings.ts";

export interface ErasingContext {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Whether Byname is in a server; unknown for those that another process is shown. */
	membership(serverId: string): Membership;
	/** Tells a server, in private, what is going to be erased. False when there is no place for that. */
	announce(serverId: string, ahead: ErasingAhead): Promise<boolean>;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** By then Discord has shown the servers, as a rule; those that it has not are looked at an hour later. */
const FIRST_LOOK_AFTER_MS = 60_000;
/** Who was removed and who is back is noticed this often; each server's day may begin at any hour. */
const LOOK_EVERY_MS = HOUR_MS;
/** Between two pieces, and two announcements, so that whoever comes and whoever is greeted goes first. */
const PAUSE_MS = 50;

/**
 * Erases what servers have kept for long enough, once a day each, and servers that removed Byname a month ago. The first time
 * that anything of a server is going to be erased it is told a week ahead; where nobody can be told yet, it waits for that.
 */
export function eraseInTime({ store, clock, log, membership, announce }: ErasingContext): { stop(): Promise<void> } {
	const stopping = new AbortController();
	const { signal } = stopping;
	const done = look();

	async function look(): Promise<void> {
		await clock.sleep(FIRST_LOOK_AFTER_MS, signal);
		while (!signal.aborted) {
			try {
				for (const serverId of await knownServers(store)) await see(serverId);
			} catch (err) {
				log.warn({ err }, "the servers of which something is stored could not be read; trying again in an hour");
			}
			await clock.sleep(LOOK_EVERY_MS, signal);
		}
	}

	async function see(serverId: string): Promise<void> {
		const found = membership(serverId);
		if (found === "unknown" || signal.aborted) return;
		try {
			const server = await serverSettings(store, serverId);
			if (!server) return;
			await noteMembership(server, found);
			await inPieces(() => eraseLayouts(store, serverId, clock.now()));
			if (await beginsLook(server)) await eraseFrom(server);
		} catch (err) {
			log.warn({ err, server: serverId }, "what is old on a server could not be erased; trying again tomorrow");
		}
	}

	async function noteMembership({ id, removed_at }: ServerRow, found: Membership): Promise<void> {
		if (found === "removed" && removed_at === null) {
			await noteRemoved(store, id, clock.now());
			log.info(
				{ server: id },
				"Byname has been removed from a server, which is erased in 30 days unless it comes back",
			);
		}
		if (found === "in" && removed_at !== null) {
			await noteBack(store, id);
			log.info({ server: id }, "Byname is back in a server, which is not erased");
		}
	}

	/** Whether it is this process that looks at a server now. */
	async function beginsLook(server: ServerRow): Promise<boolean> {
		const now = clock.now();
		const due = dueFor(server.looked_at, now);
		if (due === "not yet") return false;
		const at = due === "now" ? now : now - DAY_MS + HOUR_MS;
		return (await claimLook(store, server, { at, now })) && due === "now";
	}

	async function eraseFrom(server: ServerRow): Promise<void> {
		const { id } = server;
		if (isLongRemoved(server, clock.now())) return eraseAll(id);
		const ahead = await erasingToTell(store, id, clock.now());
		if (ahead) return tell(id, ahead);
		const rows = await inPieces(() => eraseOld(store, id, clock.now()));
		if (rows > 0) log.info({ server: id, rows }, "erased what a server has kept for long enough");
	}

	async function tell(serverId: string, ahead: ErasingAhead): Promise<void> {
		if (await announce(serverId, ahead)) await noteTold(store, serverId, ahead);
		else await noteUntold(store, serverId);
		await clock.sleep(PAUSE_MS, signal);
	}

	async function eraseAll(serverId: string): Promise<void> {
		const { rooms, greetings } = await underWay(store, { kind: "server", id: serverId });
		if (rooms.length > 0 || greetings > 0) return; // it is over within minutes, on each process that is shown the server
		const isRemoved = () => membership(serverId) === "removed";
		const rows = await inPieces(async () => (isRemoved() ? eraseRemoved(store, serverId, clock.now()) : 0));
		if (rows > 0) log.info({ server: serverId, rows }, "erased a server that removed Byname 30 days ago");
	}

	/** Erases piece after piece until there is nothing left, or Byname stops; the rest goes another day. */
	async function inPieces(erase: () => Promise<number>): Promise<number> {
		let rows = 0;
		while (!signal.aborted) {
			const erased = await erase().catch((error: unknown) => {
				if (!isOvertaken(error)) throw error;
				return null; // somebody has changed what was to be erased, or erases it as well: see what is left
			});
			if (erased === 0) break;
			rows += erased ?? 0;
			await clock.sleep(PAUSE_MS, signal);
		}
		return rows;
	}

	return {
		async stop() {
			stopping.abort();
			await done;
		},
	};
}

/**
 * Whether a server's daily look is due. When the last one lies in the future, or days back, the clock may have been set, or
 * Byname has been away: then it is looked at an hour later, and until then somebody can put the clock right.
 */
export function dueFor(lookedAt: number | null, now: number): "not yet" | "now" | "in an hour" {
	if (lookedAt === null || lookedAt > now || now - lookedAt >= 2 * DAY_MS) return "in an hour";
	return now - lookedAt < DAY_MS ? "not yet" : "now";
}
