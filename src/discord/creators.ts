import type { Logger } from "pino";
import { NO_EXCEPTIONS } from "../rooms/dates.ts";
import type { Sighting } from "../rooms/sighting.ts";
import type { EventView, Person } from "../rooms/view.ts";
import { isNameless, type People } from "./people.ts";

/** An event of which it is not known whether a bot has made it. */
interface UnclearEvent {
	serverId: string;
	/** Who made it. */
	userId: string;
	event: EventView;
}

/** Who made scheduled events. The gateway says only their ids, and a bot that makes events hosts none of them. */
export interface Creators {
	/** The event as far as it is known by now whether a bot has made it; a person has, until it is known. */
	vet<E extends EventView>(serverId: string, event: E): E;
	/** Takes in who somebody is. */
	learn(person: Person): void;
	/** Takes in that an event, or with null all events of a server, are no more. */
	forget(serverId: string, eventId: string | null): void;
}

export interface CreatorsContext {
	log: Logger;
	people: Pick<People, "whoIs" | "askAgain">;
	/** Called with an event of which it has become known that a bot has made it. */
	notice(sighting: Sighting): void;
}

/** Asks who the creators of events are, and shows the events of bots anew. */
export function followCreators({ log, people, notice }: CreatorsContext): Creators {
	/** Whether they are bots, by user id. */
	const known = new Map<string, boolean>();
	/** By event id. */
	const unclear = new Map<string, UnclearEvent>();
	/** Whom Discord is being asked for. */
	const asked = new Set<string>();
	/** Who is asked for again, because nobody could name them. */
	const askedAgain = new Set<string>();

	async function ask(serverId: string, userId: string): Promise<void> {
		asked.add(userId);
		const person = await people.whoIs(serverId, userId, false);
		asked.delete(userId);
		learn(person);
		if (isNameless(person) && !askedAgain.has(userId)) await askAgain(serverId, userId);
	}

	async function askAgain(serverId: string, userId: string): Promise<void> {
		askedAgain.add(userId);
		const isUnclear = () => unclear.values().some((one) => one.userId === userId);
		const person = await people.askAgain(serverId, userId, isUnclear);
		askedAgain.delete(userId);
		if (person) learn(person);
	}

	/** Who has no name may be anybody: Discord could not tell. */
	function learn(person: Person): void {
		if (isNameless(person)) return;
		const { id, bot } = person;
		for (const [eventId, { serverId, userId, event }] of unclear) {
			if (userId !== id) continue;
			known.set(id, bot);
			unclear.delete(eventId);
			if (!bot) continue;
			log.info(
				{ server: serverId, event: eventId, bot: id },
				"a bot has made this event; it is not taken for the host",
			);
			const shown = { ...event, madeByBot: true, exceptions: NO_EXCEPTIONS, lacksDates: true };
			notice({ kind: "event", serverId, event: shown });
		}
	}

	return {
		vet(serverId, event) {
			const { id, creatorId: userId, madeByBot } = event;
			const isBot = madeByBot || userId === null ? madeByBot : known.get(userId);
			if (userId === null || isBot !== undefined) {
				unclear.delete(id);
				return { ...event, madeByBot: isBot ?? false };
			}
			unclear.set(id, { serverId, userId, event });
			if (!asked.has(userId)) void ask(serverId, userId);
			return event;
		},
		learn,
		forget(serverId, eventId) {
			for (const [id, one] of unclear) {
				if (eventId === null ? one.serverId === serverId : id === eventId) unclear.delete(id);
			}
		},
	};
}
