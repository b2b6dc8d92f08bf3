import type { BlindSpots } from "./blind-spots.ts";
import { inRoom } from "./company.ts";
import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import type { View } from "./views.ts";

/** Nobody is told that a room has closed before it is certain that it does not open again. */
const CLOSED_FOR_MS = 5 * 60_000;
/** When that time is over, the bot has noticed so much later. */
const NOTICED_MS = 35_000;

/** Somebody who has come to a room that is closed, as somebody believes. */
interface Caller {
	who: string;
	cameAt: number;
	closedAt: number;
	/** When it closed for who has not heard of the openings since of which nobody is certain. */
	closedAtLeast: number;
	/** They were seen to come. */
	seen: boolean;
}

/** Somebody who is certain to be told. */
interface Due {
	/** Since when that is certain. */
	at: number;
	cameAt: number;
	/** From when on they may be told. */
	sayableAt: number;
}

/** What somebody last believed, and those who have come since the room closed. */
interface Belief {
	inRoom: ReadonlySet<string>;
	callers: ReadonlyMap<string, Caller>;
}

/** When a room has closed. */
type Closing = Pick<Caller, "closedAt" | "closedAtLeast">;

const NOBODY: ReadonlyMap<string, Caller> = new Map();

/** Those who come to a room after hours: they are told once it has been closed for five minutes, if they are still there. */
export class Callers {
	readonly #blindSpots: BlindSpots;
	#beliefs = new Map<object, Belief>();
	/** Whoever was still there when it was time. */
	readonly #told: Caller[] = [];
	/** Who is certain to be told. */
	readonly #due = new Map<string, Due>();

	constructor(blindSpots: BlindSpots) {
		this.#blindSpots = blindSpots;
	}

	/** Takes note of what is believed now: the truth first, then what each process takes for it. */
	look(beliefs: readonly (readonly [of: object, view: View])[], epochs: readonly Epoch[], at: number): void {
		const closed = closingOf(epochs);
		for (const caller of [...this.#beliefs.values()].flatMap(({ callers }) => [...callers.values()])) {
			if (this.#isTimeFor(caller, at) && !this.#told.includes(caller)) this.#told.push(caller);
		}
		this.#beliefs = new Map(
			beliefs.map(([of, { places, epoch }]) => {
				const isClosed = epoch === null && closed !== null;
				const callers = isClosed ? callersIn(places, this.#beliefs.get(of), { ...closed, at }) : NOBODY;
				return [of, { inRoom: inRoom(places), callers }];
			}),
		);
	}

	/**
	 * Everything so far has been taken in and stored. If the bot is certain to know of the end, whoever is there by
	 * everybody's belief has been told, or is about to be.
	 */
	settle(at: number, isEndKnown: boolean): void {
		if (!isEndKnown) return;
		const [first, ...others] = [...this.#beliefs.values()].map(({ callers }) => callers);
		if (others.length === 0) return;
		for (const who of first?.keys() ?? []) {
			if (this.#due.has(who)) continue;
			const all = [first, ...others].flatMap((callers) => callers?.get(who) ?? []);
			const isKnownToAll = all.length === 1 + others.length;
			if (isKnownToAll && all.every((one) => one.seen && this.#isTimeFor(one, at - this.#noticeOf(one)))) {
				const cameAt = Math.min(...all.map((one) => one.cameAt));
				const sayableAt = Math.max(...all.map((one) => Math.max(one.cameAt, one.closedAt + CLOSED_FOR_MS)));
				this.#due.set(who, { at, cameAt, sayableAt });
			}
		}
	}

	/** Whether somebody may have been told at a time, or by then. */
	mayBeTold(who: string, at: number): boolean {
		const waiting = [...this.#beliefs.values()].flatMap(({ callers }) => callers.get(who) ?? []);
		const all = [...this.#told.filter((caller) => caller.who === who), ...waiting];
		return all.some((caller) => this.#isTimeFor(caller, at));
	}

	/** What makes somebody certain to be told; null while they are not. */
	dueOf(who: string): Due | null {
		return this.#due.get(who) ?? null;
	}

	/** How long it takes the bot, at most, to hear of the end and to notice that the time is over. */
	#noticeOf({ closedAt }: Caller): number {
		return this.#blindSpots.heardBy(closedAt) - closedAt + NOTICED_MS;
	}

	/** Whoever goes by a wrong clock cannot tell how long the room has been closed. */
	#isTimeFor({ cameAt, closedAtLeast }: Caller, at: number, closedAt = closedAtLeast): boolean {
		const from = this.#blindSpots.wasClockWrong(closedAt, at) ? cameAt : Math.max(cameAt, closedAt + CLOSED_FOR_MS);
		return at >= from - TOLERANCE_MS;
	}
}

/** Those who are in a room that is closed and were not there when somebody last looked; all, if nobody has. */
function callersIn(
	places: View["places"],
	before: Belief | undefined,
	{ at, ...closed }: Closing & { at: number },
): ReadonlyMap<string, Caller> {
	const came = [...inRoom(places)].filter((who) => before?.callers.has(who) || !before?.inRoom.has(who));
	const newcomer = (who: string) => ({ who, cameAt: at, ...closed, seen: before !== undefined });
	return new Map(came.map((who) => [who, before?.callers.get(who) ?? newcomer(who)]));
}

/** When the last session closed, and when it did for who knows of none that nobody is certain to have heard of; null for never. */
function closingOf(epochs: readonly Epoch[]): Closing | null {
	const over = epochs.filter((epoch) => epoch.closedAt !== null);
	const closedAt = over.at(-1)?.closedAt ?? null;
	if (closedAt === null) return null;
	const known = over.findLast(({ sure }) => sure) ?? over[0];
	// What stood empty for ten minutes may have closed at any time since it opened.
	const closedAtLeast = known && known.lapses > 0 ? known.openedAt : known?.closedAt;
	return { closedAt, closedAtLeast: closedAtLeast ?? closedAt };
}
