import { randomUUID } from "node:crypto";
import { momentOf } from "../greetings/moment.ts";
import { type Profile, profileOf } from "../hosts/profile.ts";
import { countVisits, endStay, insertAttendances, insertGreetings, insertStays } from "../store/arrivals.ts";
import { updateSession } from "../store/sessions.ts";
import type { Queryable, Store } from "../store/store.ts";
import { type Admission, admit, conclude, type Move } from "./admission.ts";
import type { Live } from "./live.ts";
import { type RoomView, speakersIn } from "./view.ts";

/** Who came in unseen, longer than this after the opening, is told that we are sorry. */
const MISSED_AFTER_MS = 60_000;

/** Greetings that were stored: how many, for which channel, and how long from now they are due. */
export interface Due {
	count: number;
	channelId: string;
	delayMs: number;
}

/**
 * Stores comings and goings, each arrival together with its greeting, in one transaction, and returns the greetings that
 * are due for them. With `audit`, moves nobody saw are concluded from who is in the room.
 */
export async function recordMoves(
	store: Store,
	live: Live,
	room: RoomView,
	moves: { seen: readonly Move[]; audit: boolean; now: number },
): Promise<Due | null> {
	const { seen, audit, now } = moves;
	const settled = now >= live.settlesAt;
	const panel = settled ? speakersIn(room, live.atOpening) : [];
	const hostId = live.hostId ?? panel[0] ?? null;
	const later = settled ? new Set<string>() : live.atOpening;
	const inside = admit(seen, live.inside, hostId).inside;
	const unseen = audit ? conclude(room.present, inside, later, now) : [];
	const admission = admit([...seen, ...unseen], live.inside, hostId);
	if (admission.stays.length + admission.endings.length > 0 || hostId !== live.hostId) {
		const due = await store.transaction().execute(async (db) => {
			if (hostId !== live.hostId) await updateSession(db, live.id, { host_id: hostId });
			await recordStays(db, live, admission);
			return recordArrivals(db, { ...live, hostId }, room, admission, new Set(panel), now);
		});
		live.inside = admission.inside;
		live.hostId = hostId;
		if (settled) live.atOpening = new Set();
		return due;
	}
	if (settled) live.atOpening = new Set();
	return null;
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
	db: Queryable,
	live: Live,
	room: RoomView,
	{ arrivals }: Admission,
	panel: ReadonlySet<string>,
	now: number,
): Promise<Due | null> {
	if (arrivals.length === 0) return null;
	const fresh = await insertAttendances(
		db,
		arrivals.map(({ person, arrivedAt }) => ({
			session_id: live.id,
			user_id: person.id,
			role: panel.has(person.id) ? ("panel" as const) : ("attendee" as const),
			arrived_at: Math.max(arrivedAt, live.openedAt),
		})),
	);
	const due = arrivals.filter(({ person }) => fresh.has(person.id) && !panel.has(person.id));
	if (due.length === 0) return null;
	const profile = await profileOf(db, live.serverId, live.hostId);
	const channelId = profile.postTo ?? room.id;
	const visits = await countVisits(db, {
		serverId: live.serverId,
		hostId: live.hostId,
		sessionId: live.id,
		userIds: due.map(({ person }) => person.id),
	});
	await insertGreetings(
		db,
		due.map((arrival) => ({
			...greetingFor(arrival, live, profile, now),
			channel_id: channelId,
			visits: (visits.get(arrival.person.id) ?? 0) + 1,
		})),
	);
	return { count: due.length, channelId, delayMs: profile.delayMs };
}

/** Which words an arrival calls for. Who came in unseen came at a time nobody knows, so is not called late. */
function greetingFor(
	{ person, arrivedAt, witnessed }: Admission["arrivals"][number],
	live: Live,
	{ voice, delayMs }: Profile,
	now: number,
) {
	const at = Math.max(arrivedAt, live.openedAt);
	const missed = !witnessed && now - live.openedAt > MISSED_AFTER_MS;
	const { moment, minutes } = momentOf(at, live.startsAt, voice.lateAfterMinutes);
	return {
		session_id: live.id,
		user_id: person.id,
		occasion: "arrival" as const,
		kind: missed && moment === "late" ? ("onTime" as const) : moment,
		name: person.name,
		minutes,
		missed: missed ? 1 : 0,
		arrived_at: at,
		due_at: delayMs > 0 ? now + delayMs : null,
		neutral: 0,
		message_id: null,
		posted_at: null,
	};
}
