import { type Profile, profileOf } from "../profiles/profile.ts";
import { type SessionRow, sessionById, updateSession } from "../store/sessions.ts";
import { openStaysOf } from "../store/stays.ts";
import type { Queryable, Store } from "../store/store.ts";
import type { Identity, Reason } from "./reason.ts";

/** An open session as this process knows it; always behind what is stored, never ahead. */
export interface Live extends Identity {
	id: string;
	serverId: string;
	roomId: string;
	hostId: string | null;
	title: string;
	startsAt: number;
	openedAt: number;
	emptySince: number | null;
	/** Whose stay is stored as open. */
	inside: Set<string>;
	/** Who was there at the opening and is neither greeted nor counted as host or panel before it `isSettled`. */
	atOpening: ReadonlySet<string>;
	settlesAt: number;
	/** What its host has set, as last read; null once it may have changed. */
	settings: Settings | null;
}

/** How a session's host leads it, and what they have said in it so far. */
export interface Settings {
	profile: Profile;
	note: string | null;
	recap: string | null;
}

/** Reads what a session's host has set. */
export async function readSettings(db: Queryable, live: Live): Promise<Settings> {
	const session = await sessionById(db, live.id);
	const profile = await profileOf(db, live.serverId, live.hostId);
	return { profile, note: session?.note ?? null, recap: session?.recap ?? null };
}

/** Speakers often step on stage a moment after they open it; who is there at the opening waits this long. */
export const OPENING_GRACE_MS = 2_000;

/**
 * Whether it is known who is host and panel of a session. It never takes longer than the grace: what seems to lie further
 * ahead was written by a clock that has been set back since.
 */
export function isSettled({ settlesAt }: Live, now: number): boolean {
	return now >= settlesAt || settlesAt - now > OPENING_GRACE_MS;
}

/** The session of a stored row, with who is inside. */
export async function liveFrom(db: Queryable, row: SessionRow): Promise<Live> {
	const stays = await openStaysOf(db, row.id);
	return {
		id: row.id,
		serverId: row.server_id,
		roomId: row.room_id,
		stageId: row.stage_id,
		eventId: row.event_id,
		occurrenceAt: row.occurrence_at,
		hostId: row.host_id,
		title: row.title,
		startsAt: row.starts_at,
		openedAt: row.opened_at,
		emptySince: row.empty_since,
		inside: new Set(stays.map((stay) => stay.user_id)),
		atOpening: new Set(),
		settlesAt: 0,
		settings: null,
	};
}

/** Stores what has changed about a session: who hosts it, what it is called, since when its room is empty. */
export async function updateFacts(
	store: Store,
	live: Live,
	reason: Reason | null,
	emptySince: number | null,
): Promise<void> {
	const change = {
		...(reason ? { stageId: reason.stageId ?? live.stageId } : {}),
		// Once known, an occurrence stays: a recurring event may show next week's before this week's stage has closed.
		...(reason?.eventId && reason.eventId !== live.eventId
			? { eventId: reason.eventId, occurrenceAt: reason.occurrenceAt, startsAt: reason.startsAt }
			: {}),
		title: reason?.title ?? live.title,
		hostId: live.hostId ?? reason?.creatorId ?? null,
		emptySince: emptySince === null ? null : Math.min(live.emptySince ?? emptySince, emptySince),
	};
	const next = { ...live, ...change };
	if ((Object.keys(change) as (keyof typeof change)[]).every((key) => live[key] === next[key])) return;
	await updateSession(store, live.id, {
		...identityColumns(next),
		starts_at: next.startsAt,
		title: next.title,
		host_id: next.hostId,
		empty_since: next.emptySince,
	});
	if (next.hostId !== live.hostId) live.settings = null;
	Object.assign(live, change);
}

/** The columns that say what a session is held for. */
export function identityColumns(identity: Identity): Pick<SessionRow, "stage_id" | "event_id" | "occurrence_at"> {
	return { stage_id: identity.stageId, event_id: identity.eventId, occurrence_at: identity.occurrenceAt };
}
