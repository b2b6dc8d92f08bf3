import type { Naming } from "../guests/calling.ts";
import {
	type Arrivals,
	type Guests,
	insertArrivals,
	insertStrangers,
	type KnownGuest,
	type Newcomers,
	whatIsKnown,
} from "../store/arrivals.ts";
import { isConflict } from "../store/failures.ts";
import type { GreetingRow, MessageRow } from "../store/outbox.ts";
import type { Store } from "../store/queryable.ts";
import type { Channels } from "./channels.ts";
import type { DeliveryContext } from "./context.ts";
import { draft, whoIsCalled } from "./freeze.ts";

interface AdmitContext
	extends Pick<DeliveryContext, "store" | "clock" | "log" | "picks" | "wishes" | "namingIn" | "observe"> {
	channels: Pick<Channels, "look" | "isFree" | "carry" | "signal">;
}

/**
 * Stores newcomers with their greetings, all or nothing, and posts these. When the channel is free, the message that
 * carries them is stored with them and leaves at once, without another look at the store. Resolves once all is stored,
 * with the greetings of those who had not come before. When it rejects, it can be called again: unique keys keep
 * anything from being stored twice.
 */
export async function admit(newcomers: Newcomers, context: AdmitContext): Promise<GreetingRow[]> {
	const { serverId, hostId, channelId, pace, arrivals } = newcomers;
	const { store, clock, log, picks, channels } = context;
	const due = arrivals.flatMap(({ greeting }) => (greeting ? [greeting.due_at] : []));
	const people = due.length;
	const isFree = people > 0 && due.every((at) => at === null) && channels.isFree(channelId, { pace, people });
	const carried = Promise.withResolvers<MessageRow | null>();
	if (isFree) channels.carry(channelId, carried.promise);
	const { version } = context.wishes;
	const naming = isFree ? await namingOf(newcomers, context) : null;
	let tried = picks.of(serverId, hostId).try();
	let inDoubt = false;
	let message: MessageRow | null = null;

	function plan(fresh: Newcomers["arrivals"], known: ReadonlyMap<string, KnownGuest>): Planned {
		const planned = plannedFor(fresh, known);
		// Who has said just now how they want to be greeted is greeted with what is known by then.
		if (naming === null || context.wishes.version !== version) return planned;
		tried = picks.of(serverId, hostId).try(); // what was drafted before has come to nothing
		try {
			return withMessage(planned, { ...newcomers, ...naming }, { now: clock.now(), turns: tried });
		} catch (err) {
			log.error(
				{ err, channel: channelId },
				"a greeting could not be written as somebody came; it waits to be written anew",
			);
			return planned; // a mistake of ours in the words must not keep anybody from being stored
		}
	}

	try {
		const { greetings, messages } = await storeOnce(newcomers, plan, store, (error) => {
			inDoubt ||= !isConflict(error);
		});
		message = messages[0] ?? null;
		if (message) tried.keep();
		lookWhenDue(greetings, channelId, context);
		return greetings;
	} finally {
		carried.resolve(message);
		if (inDoubt) channels.look(channelId, true); // it may be stored in spite of the error
	}
}

/** How newcomers and their host want to be named; null when that cannot be read now: then their greetings wait until it can. */
async function namingOf(
	{ serverId, roomId, hostId, arrivals }: Newcomers,
	{ namingIn, log }: AdmitContext,
): Promise<Naming | null> {
	try {
		const greetings = arrivals.flatMap(({ greeting }) => greeting ?? []);
		return await namingIn(serverId, roomId, whoIsCalled(greetings, hostId));
	} catch (err) {
		log.warn({ err, server: serverId }, "how somebody who came wants to be greeted could not be read; they wait");
		return null;
	}
}

/** The rows to store for newcomers. */
type Planned = Pick<Arrivals, "attendances"> & { greetings: GreetingRow[]; messages: MessageRow[] };
type Plan = (fresh: Newcomers["arrivals"], known: ReadonlyMap<string, KnownGuest>) => Planned;

const plannedFor: Plan = (fresh, known) => ({
	attendances: fresh.map(({ attendance }) => attendance),
	greetings: fresh.flatMap(({ greeting }) => {
		if (!greeting) return [];
		const guest = known.get(greeting.user_id);
		const visits = (guest?.visits ?? 0) + 1;
		return { ...greeting, visits, first: guest?.greeted ? 0 : 1, ...{ ripe_at: null, message_id: null, named: null } };
	}),
	messages: [],
});

/** Adds the message that carries as many of the greetings as it holds. */
function withMessage(planned: Planned, newcomers: Newcomers & Naming, at: Parameters<typeof draft>[3]): Planned {
	if (planned.greetings.length === 0) return planned;
	const { message, greetings: tied } = draft(planned.greetings, newcomers, newcomers.channelId, at);
	return { ...planned, greetings: [...tied, ...planned.greetings.slice(tied.length)], messages: [message] };
}

/**
 * Stores what `plan` makes of those who had not come before. Another process may store one of them between our look and
 * our storing; nothing of ours is stored then, and we look again. `note` is called with each failure.
 */
async function storeOnce(
	newcomers: Newcomers,
	plan: Plan,
	store: Store,
	note: (error: unknown) => void,
): Promise<Planned> {
	const { arrivals } = newcomers;
	const asStrangers = () => plan(arrivals, new Map());
	const first = await insertStrangers(store, guestsOf(newcomers, arrivals), asStrangers).catch((error: unknown) => {
		note(error);
		return whatIsKnown(store, guestsOf(newcomers, arrivals));
	});
	if (!(first instanceof Map)) return first;
	let known = first;
	for (let fresh = arrivals; ; ) {
		fresh = fresh.filter(({ attendance }) => !known.get(attendance.user_id)?.came);
		const planned = plan(fresh, known);
		try {
			if (fresh.length > 0) await insertArrivals(store, planned);
			return planned;
		} catch (error) {
			note(error);
			known = await whatIsKnown(store, guestsOf(newcomers, fresh));
			if (![...known.values()].some(({ came }) => came)) throw error; // nobody came between: it is something else
		}
	}
}

function guestsOf(
	{ serverId, roomId, hostId, sessionId, openedAt }: Newcomers,
	arrivals: Newcomers["arrivals"],
): Guests {
	const userIds = arrivals.map(({ attendance }) => attendance.user_id);
	return { serverId, roomId, hostId, sessionId, openedAt, userIds };
}

/** Asks a channel to post the greetings that wait for it, as soon as each is due. */
function lookWhenDue(greetings: readonly GreetingRow[], channelId: string, context: AdmitContext): void {
	const { clock, channels, observe } = context;
	const now = clock.now();
	const waiting = greetings.filter(({ message_id }) => message_id === null);
	for (const afterMs of new Set(waiting.map(({ due_at }) => (due_at === null ? 0 : due_at - now)))) {
		if (afterMs <= 0) look();
		else void clock.sleep(afterMs, channels.signal).then(look);
	}

	function look(): void {
		observe({ kind: "due", channelId });
		channels.look(channelId);
	}
}
