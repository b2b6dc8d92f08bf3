import type { Moment } from "../greetings/moment.ts";
import { lengthOf, mostAtOnce, type Span } from "./presence.ts";

/** Somebody who came to a session, as its report has them. */
export interface Attendee {
	userId: string;
	arrivedAt: number;
	/** When they came, seen from the start of the session. */
	moment: Moment;
	/** They had been here before. */
	isReturning: boolean;
	/** They had marked Interested in the session's event; null where nobody knows. */
	isExpected: boolean | null;
	/** They are to be named nowhere in public. */
	isQuiet: boolean;
	/** A person has said hello to them. */
	isGreetedByHand: boolean;
	/** What Byname has said to them on arrival; `unnamed`: not their name. */
	heard: "name" | "unnamed" | "not yet" | "nothing";
	/** When they were in the room, each time once, the earliest first. */
	spans: readonly Span[];
}

/** What a session comes to in numbers. */
export interface SessionNumbers {
	came: number;
	moments: Readonly<Record<Moment, number>>;
	returning: number;
	/** How many of them had marked Interested in the event; null where nobody knows. */
	expected: number | null;
	/** How many heard their name; and how many of these from a person. */
	heard: number;
	byHand: number;
	/** How many were greeted without their name alone, and how many wait to be greeted. */
	unnamed: number;
	waiting: number;
	/** How many were in the room at the same time, at most. */
	mostAtOnce: number;
	/** At least half of them stayed for so long, all their times in the room together; null where nobody was seen to. */
	medianStayMs: number | null;
}

/** Counts a session's attendees. */
export function numbersOf(attendees: readonly Attendee[]): SessionNumbers {
	const moments = { early: 0, onTime: 0, late: 0 };
	let [returning, heard, byHand, unnamed, waiting] = [0, 0, 0, 0, 0];
	let expected: number | null = null;
	for (const one of attendees) {
		moments[one.moment]++;
		if (one.isReturning) returning++;
		if (one.isExpected !== null) expected = (expected ?? 0) + Number(one.isExpected);
		if (one.isGreetedByHand) byHand++;
		if (one.isGreetedByHand || one.heard === "name") heard++;
		else if (one.heard === "unnamed") unnamed++;
		else if (one.heard === "not yet") waiting++;
	}
	const rest = { mostAtOnce: mostAtOnce(attendees.flatMap(({ spans }) => spans)), medianStayMs: medianStay(attendees) };
	return { came: attendees.length, moments, returning, expected, heard, byHand, unnamed, waiting, ...rest };
}

function medianStay(attendees: readonly Attendee[]): number | null {
	const seen = attendees.filter(({ spans }) => spans.length > 0);
	const stays = new Float64Array(seen.length);
	for (const [n, { spans }] of seen.entries()) stays[n] = lengthOf(spans);
	return stays.sort()[Math.floor(stays.length / 2)] ?? null;
}
