import { REOPEN_WITHIN_MS } from "../store/outbox.ts";
import { type Identity, isSame } from "./reason.ts";

/** A session of the past, as far as it matters whether it opens again. */
export interface PastSession extends Identity {
	hostId: string | null;
	/** Who led it with its host when it ended: co-hosts, and who hosted it before. */
	leaders: ReadonlySet<string>;
	closedAt: number | null;
	/** Who was greeted in it and had not gone before it ended. */
	audience: ReadonlySet<string>;
}

/** Who is there when a session opens. */
export interface Gathering {
	/** Those who may be the host this time, as far as is known yet. */
	hosts: readonly string[];
	present: ReadonlyMap<string, unknown>;
}

/**
 * The one of a room's past sessions (newest first) that opens again for this reason, so that nobody is greeted a second
 * time: the one of the same stage instance or occurrence, or one of less than five minutes ago that its host opens or who
 * led it with them, or whose audience is still there. Null when a new session is to open.
 */
export function reopens<S extends PastSession>(
	past: S[],
	reason: Identity,
	gathering: Gathering,
	now: number,
): S | null {
	for (const session of past) if (isSame(session, reason)) return session;
	const latest = past[0];
	if (!latest || latest.closedAt === null) return null;
	if (Math.abs(now - latest.closedAt) > REOPEN_WITHIN_MS) return null; // a clock that was fast may have closed it
	if (latest.eventId && reason.eventId) return null; // another event is another session, however soon it follows
	return isLedAgain(latest, gathering) || hasItsAudience(latest, gathering) ? latest : null;
}

/** Whether one of those who led a past session does again. Where that is not known, its audience decides if there was any. */
function isLedAgain({ hostId, leaders, audience }: PastSession, { hosts }: Gathering): boolean {
	if (hostId === null || hosts.length === 0) return audience.size === 0;
	return hosts.some((userId) => userId === hostId || leaders.has(userId));
}

/** Whether at least half of a past session's audience is there. */
function hasItsAudience({ audience }: PastSession, { present }: Pick<Gathering, "present">): boolean {
	const back = [...audience].filter((userId) => present.has(userId)).length;
	return audience.size > 0 && back * 2 >= audience.size;
}
