import { momentOf } from "../greetings/moment.ts";
import { type Arrivals, insertArrivals, insertStranger, type Known, whatIsKnown } from "../store/arrivals.ts";
import type { FreeLine, GreetingRow, MessageRow } from "../store/outbox.ts";
import type { SessionFacts } from "../store/sessions.ts";
import { isConflict, type Store } from "../store/store.ts";
import type { Admission } from "./admission.ts";
import { type Live, readSettings, type Settings } from "./live.ts";

type Arrival = Admission["arrivals"][number];

/** Greetings that were stored and wait: how many, for which channel, and how long from now they are due. */
export interface Due {
	count: number;
	channelId: string;
	delayMs: number;
}

/** How arrivals are stored. */
export interface Receiving {
	/** Speakers who were there at the opening: they came, but are no guests. */
	panel: ReadonlySet<string>;
	now: number;
	/** Keeps a channel's line free, if it is. */
	reserve(channelId: string): FreeLine | null;
	/** Hears of those who have come for the first time, once that is stored. */
	onArrivals(arrived: readonly Arrived[]): void;
}

/** What is told of somebody who has come: which words that called for, and whether they came in unseen (1). */
export type Arrived = Pick<GreetingRow, "kind" | "missed">;

/**
 * Stores arrivals and their greetings together, on a free line with the message that carries them; that one leaves at
 * once. Returns the greetings that wait for their line, null when nobody arrived.
 */
export async function recordArrivals(
	store: Store,
	live: Live,
	arrivals: readonly Arrival[],
	{ panel, now, reserve, onArrivals }: Receiving,
): Promise<Due | null> {
	if (arrivals.length === 0) return null;
	live.settings ??= await readSettings(store, live);
	const settings = live.settings; // as it is now: it may be dropped at any await
	const { delayMs, postTo } = settings.profile;
	const channelId = postTo ?? live.roomId;
	const line = delayMs === 0 ? reserve(channelId) : null;
	let stored: Stored | null = null;
	try {
		stored = await storeOnce(store, live, arrivals, (fresh, known) => {
			const greetings = fresh
				.filter(({ person }) => !panel.has(person.id))
				.map((arrival) => greetingFor(arrival, live, settings, visitOf(arrival, known), now));
			return {
				attendances: fresh.map((arrival) => attendanceOf(arrival, live, panel)),
				...carry(greetings, live, settings, line),
			};
		});
	} finally {
		const message = stored?.messages[0];
		if (message) line?.send(message);
		else line?.release();
	}
	onArrivals(stored.greetings);
	const waiting = stored.greetings.filter((greeting) => !greeting.message_id).length;
	return { count: waiting + (stored.inDoubt ? 1 : 0), channelId, delayMs };
}

type Planned = Arrivals & { messages: MessageRow[] };
/** In doubt: storing failed, and yet it may have been done; then a message may wait that this process has not handed on. */
type Stored = Planned & { inDoubt: boolean };

/**
 * Stores what `plan` makes of those who had not come before. Another process may store one of them between our look and
 * our storing; nothing of ours is stored then, and we look again.
 */
async function storeOnce(
	store: Store,
	live: Live,
	arrivals: readonly Arrival[],
	plan: (fresh: readonly Arrival[], known: ReadonlyMap<string, Known>) => Planned,
): Promise<Stored> {
	let inDoubt = false;
	const note = (error: unknown) => {
		inDoubt ||= !isConflict(error);
		return null;
	};
	const stranger = await storeStranger(store, live, arrivals, () => plan(arrivals, new Map())).catch(note);
	if (stranger) return { ...stranger, inDoubt };
	let known = await knownOf(store, live, arrivals);
	for (let fresh = arrivals; ; ) {
		fresh = fresh.filter(({ person }) => !known.get(person.id)?.came);
		const planned = plan(fresh, known);
		try {
			if (fresh.length > 0) await insertArrivals(store, planned);
			return { ...planned, inDoubt };
		} catch (error) {
			note(error);
			known = await knownOf(store, live, fresh);
			if (![...known.values()].some(({ came }) => came)) throw error; // nobody came between: it is something else
		}
	}
}

/** The way for who comes alone and was never here; null when it is not theirs. */
async function storeStranger(
	store: Store,
	live: Live,
	[arrival, ...others]: readonly Arrival[],
	plan: () => Planned,
): Promise<Planned | null> {
	if (!arrival || others.length > 0) return null;
	let planned: Planned | null = null;
	const guest = { userId: arrival.person.id, sessionId: live.id, serverId: live.serverId, hostId: live.hostId };
	const stored = await insertStranger(store, guest, () => {
		planned = plan();
		return planned;
	});
	return stored ? planned : null;
}

function knownOf(store: Store, live: Live, arrivals: readonly Arrival[]): Promise<Map<string, Known>> {
	const { id: sessionId, serverId, hostId } = live;
	return whatIsKnown(store, { serverId, hostId, sessionId, userIds: arrivals.map(({ person }) => person.id) });
}

/** This is their first visit if nothing is known of them. */
function visitOf({ person }: Arrival, known: ReadonlyMap<string, Known>): number {
	return (known.get(person.id)?.visits ?? 0) + 1;
}

function attendanceOf({ person, arrivedAt }: Arrival, live: Live, panel: ReadonlySet<string>) {
	return {
		session_id: live.id,
		user_id: person.id,
		role: panel.has(person.id) ? ("panel" as const) : ("attendee" as const),
		arrived_at: arrivedAt,
	};
}

type DueGreeting = Omit<GreetingRow, "message_id">;

/** Greetings and, on a free line, the message for as many of them as it holds. */
function carry(
	greetings: DueGreeting[],
	live: Live,
	settings: Settings,
	line: FreeLine | null,
): Pick<Planned, "greetings" | "messages"> {
	const carried = greetings.length > 0 ? line?.draft(greetings, factsOf(live, settings), settings.profile.voice) : null;
	const { message, count } = carried ?? { message: null, count: 0 };
	return {
		messages: message ? [message] : [],
		greetings: greetings.map((greeting, index) => ({
			...greeting,
			message_id: message && index < count ? message.id : null,
		})),
	};
}

function factsOf(live: Live, { note, recap }: Settings): SessionFacts {
	return {
		server_id: live.serverId,
		room_id: live.roomId,
		host_id: live.hostId,
		title: live.title,
		starts_at: live.startsAt,
		note,
		recap,
	};
}

/** Who came in unseen, longer than this after the opening, is told that we are sorry. */
const MISSED_AFTER_MS = 60_000;

/** Which words an arrival calls for. Who came in unseen came at a time nobody knows, so is not called late. */
function greetingFor(
	{ person, arrivedAt, witnessed }: Arrival,
	live: Live,
	{ profile: { voice, delayMs, postTo } }: Settings,
	visits: number,
	now: number,
): DueGreeting {
	const missed = !witnessed && now - live.openedAt > MISSED_AFTER_MS;
	const { moment, minutes } = momentOf(arrivedAt, live.startsAt, voice.lateAfterMinutes);
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
		arrived_at: arrivedAt,
		due_at: delayMs > 0 ? now + delayMs : null,
		neutral: 0,
		posted_at: null,
	};
}
