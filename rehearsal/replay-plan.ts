import type { Attendance, Participant } from "./attendance/attendance.ts";

/** By default a replay lasts about this long. */
const USUAL_LENGTH_MS = 25_000;
/** The fastest a replay goes unless told otherwise. */
const MOST_SPEED = 1_000;
/** The stage opens so long before the first person comes. */
const OPENS_BEFORE_MS = 30_000;
/** A report may end somewhat after the last person has gone; the webinar ended with that person. */
const CLOSING_MS = 60_000;

/** The course of a replay, in the file's time. */
export interface ReplayPlan {
	opensAt: number;
	startsAt: number;
	closesAt: number;
	/** What happens at each instant, in order. */
	instants: Instant[];
}

interface Instant {
	at: number;
	enter: Participant[];
	leave: Participant[];
}

/**
 * Plans a replay: when the stage opens, who comes and goes when, when it closes. Who goes with the last of all is there
 * for the closing; host and panel are there from the opening to the end.
 */
export function planReplay({ startsAt, endsAt, people }: Attendance): ReplayPlan {
	const guests = people.filter(({ role }) => role === "attendee");
	const entries = guests.flatMap(({ stays }) => stays.map(({ enteredAt }) => enteredAt));
	const exits = people.flatMap(({ stays }) => stays.flatMap(({ leftAt }) => leftAt ?? []));
	const last = [...entries, ...exits].reduce((a, b) => Math.max(a, b), startsAt);
	const closesAt = endsAt - last < CLOSING_MS ? last : endsAt;
	const instants = new Map<number, Instant>();
	const instantAt = (at: number) => {
		const instant = instants.get(at) ?? { at, enter: [], leave: [] };
		instants.set(at, instant);
		return instant;
	};
	for (const person of guests) {
		for (const { enteredAt, leftAt } of person.stays) {
			instantAt(enteredAt).enter.push(person);
			if (leftAt !== null && leftAt < closesAt) instantAt(leftAt).leave.push(person);
		}
	}
	const first = entries.reduce((a, b) => Math.min(a, b), startsAt);
	return {
		opensAt: first - OPENS_BEFORE_MS,
		startsAt,
		closesAt,
		instants: [...instants.values()].sort((a, b) => a.at - b.at),
	};
}

/** How fast a replay goes unless told otherwise: so that it is over in about half a minute. */
export function usualSpeed({ opensAt, closesAt }: ReplayPlan): number {
	return Math.round(Math.min(Math.max((closesAt - opensAt) / USUAL_LENGTH_MS, 1), MOST_SPEED));
}
