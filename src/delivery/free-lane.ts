import type { Clock } from "../clock.ts";
import type { Observe } from "../fact.ts";
import type { Picks } from "../greetings/pick.ts";
import {
	type Arrivals,
	type Greeted,
	insertArrivals,
	insertStranger,
	type Known,
	type Newcomers,
	whatIsKnown,
} from "../store/arrivals.ts";
import { isConflict } from "../store/failures.ts";
import type { MessageRow } from "../store/outbox.ts";
import type { Store } from "../store/queryable.ts";
import type { Channels } from "./channels.ts";
import { draft } from "./freeze.ts";

/** What newcomers are stored and greeted with. */
interface Admitting {
	store: Store;
	clock: Clock;
	picks: Picks;
	channels: Pick<Channels, "look" | "isFree" | "carry" | "signal">;
	observe: Observe;
}

/**
 * Stores newcomers with their greetings, all or nothing, and has those said. On a channel that is free, the message that
 * carries them is stored with them and leaves at once: nothing needs to be read for it. Resolves once all is stored, with
 * the greetings of those who had not come before. When it rejects, all of it can be done again: keys keep things single.
 */
export async function admit(newcomers: Newcomers, admitting: Admitting): Promise<Greeted[]> {
	const { channelId, delayMs, arrivals } = newcomers;
	const { clock, picks, channels } = admitting;
	const isFree = delayMs === 0 && arrivals.some(({ greeting }) => greeting !== null) && channels.isFree(channelId);
	const carried = Promise.withResolvers<MessageRow | null>();
	if (isFree) channels.carry(channelId, carried.promise);
	let tried = picks.try();
	let inDoubt = false;

	function plan(fresh: Newcomers["arrivals"], known: ReadonlyMap<string, Known>): Planned {
		const planned = planFor(fresh, known);
		if (!isFree || planned.greetings.length === 0) return planned;
		tried = picks.try(); // a draft before this one has come to nothing
		const how = { now: clock.now(), pick: tried.pick };
		const { message, count } = draft(planned.greetings, newcomers, channelId, how);
		const carry = (greeting: Greeted, index: number) => ({
			...greeting,
			message_id: index < count ? message.id : null,
		});
		return { ...planned, greetings: planned.greetings.map(carry), messages: [message] };
	}

	let message: MessageRow | null = null;
	try {
		const stored = await storeOnce(newcomers, plan, admitting.store, (error) => {
			inDoubt ||= !isConflict(error);
		});
		message = stored.messages[0] ?? null;
		if (message) tried.keep();
		if (stored.greetings.some((greeting) => greeting.message_id === null)) lookAfter(delayMs, channelId, admitting);
		return stored.greetings;
	} finally {
		carried.resolve(message);
		if (inDoubt) channels.look(channelId, true); // what failed may be stored all the same
	}
}

/** What is stored of newcomers. */
type Planned = Arrivals & { greetings: Greeted[]; messages: MessageRow[] };

function planFor(fresh: Newcomers["arrivals"], known: ReadonlyMap<string, Known>): Planned {
	const greetings = fresh.flatMap(({ greeting }) => {
		if (!greeting) return [];
		const visits = (known.get(greeting.user_id)?.visits ?? 0) + 1;
		return { ...greeting, visits, message_id: null };
	});
	return { attendances: fresh.map(({ attendance }) => attendance), greetings, messages: [] };
}

/**
 * Stores what `plan` makes of those who had not come before. Another process may store one of them between our look and
 * our storing; nothing of ours is stored then, and we look again. `note` hears of each failure.
 */
async function storeOnce(
	newcomers: Newcomers,
	plan: (fresh: Newcomers["arrivals"], known: ReadonlyMap<string, Known>) => Planned,
	store: Store,
	note: (error: unknown) => void,
): Promise<Planned> {
	const stranger = await storeStranger(newcomers, plan, store).catch(note);
	if (stranger) return stranger;
	let known = await knownAmong(newcomers, newcomers.arrivals, store);
	for (let fresh = newcomers.arrivals; ; ) {
		fresh = fresh.filter(({ attendance }) => !known.get(attendance.user_id)?.came);
		const planned = plan(fresh, known);
		try {
			if (fresh.length > 0) await insertArrivals(store, planned);
			return planned;
		} catch (error) {
			note(error);
			known = await knownAmong(newcomers, fresh, store);
			if (![...known.values()].some(({ came }) => came)) throw error; // nobody came between: it is something else
		}
	}
}

/** The way for who comes alone and was never here; null when it is not theirs. */
async function storeStranger(
	{ serverId, hostId, sessionId, arrivals }: Newcomers,
	plan: (fresh: Newcomers["arrivals"], known: ReadonlyMap<string, Known>) => Planned,
	store: Store,
): Promise<Planned | null> {
	const [arrival, ...others] = arrivals;
	if (!arrival || others.length > 0) return null;
	let planned: Planned | null = null;
	const guest = { userId: arrival.attendance.user_id, sessionId, serverId, hostId };
	const stored = await insertStranger(store, guest, () => {
		planned = plan(arrivals, new Map());
		return planned;
	});
	return stored ? planned : null;
}

function knownAmong(
	{ serverId, hostId, sessionId }: Newcomers,
	arrivals: Newcomers["arrivals"],
	store: Store,
): Promise<Map<string, Known>> {
	const userIds = arrivals.map(({ attendance }) => attendance.user_id);
	return whatIsKnown(store, { serverId, hostId, sessionId, userIds });
}

/** Has greetings said that wait for their channel: now, or when their host wants it. */
function lookAfter(delayMs: number, channelId: string, { clock, channels, observe }: Admitting): void {
	function look(): void {
		observe({ kind: "due", channelId });
		channels.look(channelId);
	}
	if (delayMs === 0) look();
	else void clock.sleep(delayMs, channels.signal).then(look);
}
