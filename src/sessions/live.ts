import { randomUUID } from "node:crypto";
import { type Profile, profileOf } from "../hosts/profile.ts";
import { whoAttended } from "../store/arrivals.ts";
import { hurryGreetings, insertGreetings, newGreeting } from "../store/greetings.ts";
import {
	insertSession,
	latestSessionsIn,
	openSessionIn,
	type SessionRow,
	sessionById,
	updateSession,
} from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import { endAllStays, openStaysOf } from "../store/stays.ts";
import type { Queryable, Store } from "../store/store.ts";
import { type Identity, isSame, type Reason, reopens } from "./reason.ts";
import { hasPeople, type Presence, type RoomView, speakersIn } from "./view.ts";

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
const OPENING_GRACE_MS = 2_000;
/** A session so young may not have settled yet who is its host and its panel. */
const YOUNG_MS = 60_000;
/** How many past sessions of a room may be the one that opens again. */
const PAST_SESSIONS = 5;

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

/**
 * The session of a stored row as it is taken up by a process that did not see it open. If that was just now, speakers may
 * still have to be told from guests: then those `present` are treated as there at the opening.
 */
export async function takeOver(
	db: Queryable,
	row: SessionRow,
	reason: Reason | null,
	present: ReadonlySet<string>,
	now: number,
): Promise<Live> {
	const live = await liveFrom(db, row);
	live.openedAt = lastOpeningOf(row, reason, now);
	if (now - live.openedAt > YOUNG_MS) return live;
	live.atOpening = present;
	live.settlesAt = Math.min(live.openedAt, now) + OPENING_GRACE_MS;
	return live;
}

/** When a stored session opened last. What is stored is the first time; when its stage did, Discord shows. */
function lastOpeningOf(row: SessionRow, reason: Reason | null, now: number): number {
	if (!reason?.stageId || reason.stageId !== row.stage_id) return row.opened_at;
	return Math.max(row.opened_at, Math.min(reason.openedAt, now));
}

/** How a session opens. */
export interface Opening {
	at: number;
	/** Who is there. */
	present: ReadonlySet<string>;
	/** Its host calls for it. */
	called: boolean;
	/** Somebody was there or has come, though they may have left again by now. */
	visited: boolean;
}

/**
 * Opens the session that a reason calls for: the one another process just opened, the one that closed a moment ago,
 * or a new one. None is opened where its host has ended it, and null is for a closed one that has nobody to open again
 * for, or a room that is to be left alone; a host who calls for it (`called`) gets it all the same.
 */
export async function openSession(
	store: Store,
	serverId: string,
	room: RoomView,
	reason: Reason,
	opening: Opening,
): Promise<Live | "ended by host" | null> {
	const empty = !hasPeople(room) && !opening.visited;
	const facts = {
		title: reason.title ?? room.name,
		starts_at: reason.startsAt,
		ended_by_host: 0,
		...identityColumns(reason),
	};
	const openedAt = Math.min(reason.openedAt, opening.at);
	let reopened = false;
	const row = await store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, room.id);
		if (settings?.ignored === 1 && !opening.called) return null;
		const hostId = reason.creatorId ?? settings?.regular_host_id ?? null;
		const hosts = hostId ? [hostId] : speakersIn(room, opening.present);
		const past = await latestSessionsIn(db, room.id, PAST_SESSIONS);
		const open = past.find((session) => session.closed_at === null);
		if (open) return open;
		const again = reopens(past.map(withIdentity), reason, hosts, opening.at);
		if (again) {
			const ended = again.row.ended_by_host === 1 && isSame(again, reason);
			if (ended && !opening.called) return "ended by host";
			if (empty && !opening.called) return null;
			const opened = { ...facts, closed_at: null, empty_since: null, ...(opening.called && { host_id: hostId }) };
			await updateSession(db, again.row.id, opened);
			reopened = true;
			return { ...again.row, ...opened };
		}
		const fresh: SessionRow = {
			id: randomUUID(),
			server_id: serverId,
			room_id: room.id,
			host_id: hostId,
			opened_at: openedAt,
			empty_since: empty ? opening.at : null,
			closed_at: null,
			note: null,
			recap: null,
			cue_channel_id: null,
			cue_message_id: null,
			...facts,
		};
		if (await insertSession(db, fresh)) return fresh;
		return (await openSessionIn(db, room.id)) ?? null;
	});
	if (row === null || row === "ended by host") return row;
	const live = await liveFrom(store, row);
	// Who has waited in the room came to this opening, not to the first.
	live.openedAt = reopened ? openedAt : lastOpeningOf(row, reason, opening.at);
	live.atOpening = opening.present;
	live.settlesAt = openedAt + OPENING_GRACE_MS;
	live.settings = await readSettings(store, live);
	return live;
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

/** How a session ends. */
export interface SessionEnd {
	at: number;
	/** Whom to thank. */
	present: ReadonlyMap<string, Presence>;
	/** It ended unseen: `at` is when that was found out. */
	away?: boolean;
	/** Its host ended it, perhaps with a recap. */
	byHost?: { recap: string | null };
}

/**
 * Closes a session, ends the stays in it, and stores a thank-you for each attendee who is among the `present`. Returns
 * how many thanks are due and where.
 */
export async function closeSession(
	store: Store,
	live: Live,
	room: RoomView,
	end: SessionEnd,
): Promise<{ count: number; channelId: string }> {
	const { at, present, away = false, byHost } = end;
	return store.transaction().execute(async (db) => {
		await endAllStays(db, { sessionId: live.id, leftAt: at, inferred: away });
		await updateSession(db, live.id, { closed_at: at, ...(byHost && { ended_by_host: 1, recap: byHost.recap }) });
		const { postTo } = await profileOf(db, live.serverId, live.hostId);
		const channelId = postTo ?? room.id;
		await hurryGreetings(db, live.id, at); // nobody is thanked for coming before they are greeted
		if (present.size === 0) return { count: 0, channelId };
		const attendees = await whoAttended(db, live.id);
		const thanks = [...present.values()]
			.filter(({ person }) => attendees.has(person.id))
			.map(({ person }) =>
				newGreeting({
					session_id: live.id,
					user_id: person.id,
					occasion: "farewell",
					kind: "thanks",
					channel_id: channelId,
					name: person.name,
					arrived_at: at,
				}),
			);
		await insertGreetings(db, thanks);
		return { count: thanks.length, channelId };
	});
}

function identityColumns(identity: Identity): Pick<SessionRow, "stage_id" | "event_id" | "occurrence_at"> {
	return { stage_id: identity.stageId, event_id: identity.eventId, occurrence_at: identity.occurrenceAt };
}

function withIdentity(row: SessionRow) {
	return {
		row,
		stageId: row.stage_id,
		eventId: row.event_id,
		occurrenceAt: row.occurrence_at,
		hostId: row.host_id,
		closedAt: row.closed_at,
	};
}
