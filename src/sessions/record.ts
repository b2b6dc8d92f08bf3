import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { momentOf } from "../greetings/moment.ts";
import { countVisits, endStay, insertAttendances, insertGreetings, insertStays } from "../store/arrivals.ts";
import type { FreeLine, GreetingRow } from "../store/outbox.ts";
import { updateSession } from "../store/sessions.ts";
import type { Queryable, Store } from "../store/store.ts";
import { type Admission, admit, conclude, type Move } from "./admission.ts";
import { type Live, readSettings, type Settings } from "./live.ts";
import { type RoomView, speakersIn } from "./view.ts";

/** A post that has just been handed to its line is given so long to leave before anything else is stored. */
const POST_LEAVES_WITHIN_MS = 10;
/** Who came in unseen, longer than this after the opening, is told that we are sorry. */
const MISSED_AFTER_MS = 60_000;

/** Greetings that were stored and wait: how many, for which channel, and how long from now they are due. */
export interface Due {
	count: number;
	channelId: string;
	delayMs: number;
}

/** Comings and goings to store, and what they are stored with. */
interface Recording {
	seen: readonly Move[];
	/** Conclude from who is in the room what nobody saw. */
	audit: boolean;
	now: number;
	/** Keeps a channel's line free, if it is. */
	reserve(channelId: string): FreeLine | null;
}

/**
 * Stores comings and goings: each arrival together with its greeting in one transaction, then the stays. Returns the
 * greetings that wait for their line, if any do. When it fails, all of it can be done again: keys keep things single.
 */
export async function recordMoves(store: Store, live: Live, room: RoomView, moves: Recording): Promise<Due | null> {
	const { seen, audit, now, reserve } = moves;
	const settled = now >= live.settlesAt;
	const panel = new Set(settled ? speakersIn(room, live.atOpening) : []);
	const hostId = live.hostId ?? [...panel][0] ?? null;
	const later = settled ? new Set<string>() : live.atOpening;
	const inside = admit(seen, live.inside, hostId).inside;
	const unseen = audit ? conclude(room.present, inside, later, now) : [];
	const admission = admit([...seen, ...unseen], live.inside, hostId);
	if (hostId !== live.hostId) {
		await updateSession(store, live.id, { host_id: hostId });
		Object.assign(live, { hostId, settings: null });
	}
	const due = await recordArrivals(store, live, admission.arrivals, { panel, now, reserve });
	if (admission.stays.length + admission.endings.length > 0) {
		if (due && due.count === 0) await setTimeout(POST_LEAVES_WITHIN_MS);
		await store.transaction().execute((db) => recordStays(db, live, admission));
	}
	live.inside = admission.inside;
	if (settled && audit) live.atOpening = new Set(); // until an audit has seen to them, they are nobody's to greet
	return due;
}

async function recordStays(db: Queryable, live: Live, { stays, endings }: Admission): Promise<void> {
	for (const { userId, leftAt, witnessed } of endings) {
		await endStay(db, { sessionId: live.id, userId, leftAt, inferred: !witnessed });
	}
	const rows = stays.map((stay) => ({
		id: randomUUID(),
		session_id: live.id,
		user_id: stay.userId,
		entered_at: Math.max(stay.enteredAt, live.openedAt),
		left_at: stay.leftAt,
		inferred: stay.witnessed ? 0 : 1,
	}));
	await insertStays(db, rows);
}

async function recordArrivals(
	store: Store,
	live: Live,
	arrivals: Admission["arrivals"],
	{ panel, now, reserve }: Pick<Recording, "now" | "reserve"> & { panel: ReadonlySet<string> },
): Promise<Due | null> {
	if (arrivals.length === 0) return null;
	live.settings ??= await readSettings(store, live);
	const settings = live.settings; // as it is now: it may be dropped at any await
	const { delayMs, postTo } = settings.profile;
	const channelId = postTo ?? live.roomId;
	const line = delayMs === 0 ? reserve(channelId) : null;
	// Asked for before the transaction begins: PostgreSQL answers meanwhile, SQLite at once.
	const visits = visitsOf(store, live, arrivals);
	visits.catch(() => undefined); // whoever awaits it below hears of a failure
	try {
		const waiting = await store.transaction().execute(async (db) => {
			const due = await insertArrivals(db, live, arrivals, panel);
			const before = await visits;
			const greetings = due.map((arrival) =>
				greetingFor(arrival, live, settings, (before.get(arrival.person.id) ?? 0) + 1, now),
			);
			return greetings.length === 0 ? 0 : storeGreetings(db, live, settings, greetings, line);
		});
		line?.send();
		return { count: waiting, channelId, delayMs };
	} catch (error) {
		line?.release();
		throw error;
	}
}

/** How many of this host's sessions each of them attended before. */
function visitsOf(store: Store, live: Live, arrivals: Admission["arrivals"]): Promise<Map<string, number>> {
	const { id: sessionId, serverId, hostId } = live;
	return countVisits(store, { serverId, hostId, sessionId, userIds: arrivals.map(({ person }) => person.id) });
}

/** Stores who came and returns those who are due a greeting: they had not come before, and are no panel. */
async function insertArrivals(
	db: Queryable,
	live: Live,
	arrivals: Admission["arrivals"],
	panel: ReadonlySet<string>,
): Promise<Admission["arrivals"]> {
	const rows = arrivals.map(({ person, arrivedAt }) => ({
		session_id: live.id,
		user_id: person.id,
		role: panel.has(person.id) ? ("panel" as const) : ("attendee" as const),
		arrived_at: Math.max(arrivedAt, live.openedAt),
	}));
	const fresh = await insertAttendances(db, rows);
	return arrivals.filter(({ person }) => fresh.has(person.id) && !panel.has(person.id));
}

/** Stores greetings, on a free line together with the message that carries them; returns how many have none yet. */
async function storeGreetings(
	db: Queryable,
	live: Live,
	{ profile, note, recap }: Settings,
	greetings: DueGreeting[],
	line: FreeLine | null,
): Promise<number> {
	const session = {
		server_id: live.serverId,
		room_id: live.roomId,
		host_id: live.hostId,
		title: live.title,
		starts_at: live.startsAt,
		note,
		recap,
	};
	const carried = await line?.freeze(db, greetings, session, profile.voice);
	const count = carried?.count ?? 0;
	await insertGreetings(
		db,
		greetings.map((greeting, index) => ({ ...greeting, message_id: index < count ? carried?.messageId : null })),
	);
	return greetings.length - count;
}

type DueGreeting = Omit<GreetingRow, "message_id">;

/** Which words an arrival calls for. Who came in unseen came at a time nobody knows, so is not called late. */
function greetingFor(
	{ person, arrivedAt, witnessed }: Admission["arrivals"][number],
	live: Live,
	{ profile: { voice, delayMs, postTo } }: Settings,
	visits: number,
	now: number,
): DueGreeting {
	const at = Math.max(arrivedAt, live.openedAt);
	const missed = !witnessed && now - live.openedAt > MISSED_AFTER_MS;
	const { moment, minutes } = momentOf(at, live.startsAt, voice.lateAfterMinutes);
	return {
		session_id: live.id,
		user_id: person.id,
		occasion: "arrival",
		kind: missed && moment === "late" ? "onTime" : moment,
		channel_id: postTo ?? live.roomId,
		name: person.name,
		minutes,
		visits,
		missed: missed ? 1 : 0,
		arrived_at: at,
		due_at: delayMs > 0 ? now + delayMs : null,
		neutral: 0,
		posted_at: null,
	};
}
