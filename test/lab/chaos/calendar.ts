import type { SimEvent } from "../../../rehearsal/simulator/event.ts";
import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import type { SimServer } from "../../../rehearsal/simulator/server.ts";
import type { Cast } from "./plan.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What is scheduled in the room of one webinar. */
export class Calendar {
	/** Those to come, and the one that is on first. */
	readonly #events: SimEvent[];
	readonly #now: () => number;

	constructor(server: SimServer, room: SimRoom, cast: Cast, maker: SimMember | undefined) {
		this.#now = () => server.world.clock.now();
		const recurring = cast.kind === "weekly" || (cast.kind === "ahead" && cast.recurs);
		this.#events = startsOf(cast).map((minutes, index) =>
			server.schedule({
				name: `Webinar ${index + 1}`,
				room,
				// No two in the same second: by that it is known to which of them a post invites.
				startsAt: this.#now() + minutes * MINUTE_MS + index * SECOND_MS + (cast.kind === "weekly" ? DAY_MS : 0),
				creator: maker,
				showsCreator: cast.showsMaker,
				recurring,
			}),
		);
	}

	/** When what is on, or else comes next, is to start; null when nothing is scheduled. */
	get startsAt(): number | null {
		const event = this.#events[0];
		if (!event) return null;
		const exception = event.exceptions.get(event.startsAt);
		return exception?.isCanceled ? null : (exception?.startsAt ?? event.startsAt);
	}

	/** The event that comes next begins. */
	begin(): Promise<void> {
		return this.#next.starts();
	}

	/** The event that is on is over. */
	async end(): Promise<void> {
		const event = this.#next;
		if (!event.recurring) this.#events.shift();
		await event.ends();
	}

	/** What is on, or comes next, is to start so many minutes from now. */
	async move(inMinutes: number): Promise<void> {
		const event = this.#events[0];
		const startsAt = this.#now() + inMinutes * MINUTE_MS;
		await (event?.recurring ? event.movesDate(startsAt) : event?.changes({ startsAt }));
	}

	/** What comes next is cancelled. */
	async cancel(): Promise<void> {
		const event = this.#events[0];
		if (event?.recurring) return event.cancelsDate();
		this.#events.shift();
		await event?.cancels();
	}

	get #next(): SimEvent {
		const event = this.#events[0];
		if (!event) throw new Error("the plan has more openings than events");
		return event;
	}
}

/** The scheduled starts, in minutes: one for each event that is made. */
function startsOf({ kind, startsInMinutes }: Cast): readonly number[] {
	if (kind === "stage") return [];
	return kind === "weekly" || kind === "ahead" ? startsInMinutes.slice(0, 1) : startsInMinutes;
}
