import type { Logger } from "pino";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import type { Expected } from "../expected.ts";
import { isOneOccurrence } from "./dates.ts";
import {
	datesToKnow,
	type EventDate,
	expectedAmong,
	type Interest,
	type Interests,
	isExpected,
	takeInterest,
} from "./expecting.ts";
import type { Identity } from "./reason.ts";
import type { World } from "./world.ts";

/** What came of asking Discord who is interested in a date. */
export type InterestAnswer =
	| { kind: "people"; interests: Interests }
	| { kind: "count"; count: number }
	/** There is no such event (any more). */
	| { kind: "gone" }
	/** To be asked again, not before `afterMs` have gone by. */
	| { kind: "failed"; reason: string; afterMs: number };

/** Asks Discord who is interested in a date, in as many requests as it takes. Never rejects. */
export type AskInterest = (date: EventDate) => Promise<InterestAnswer>;

/** Who is expected at sessions of events. Nothing of it is stored: it can be asked at any time. */
export interface Expectations {
	/** Looks which dates of a server are on, or begin soon: Discord has shown something of it. Never throws, never waits. */
	look(serverId: string): void;
	/** A snapshot of a server was taken: what was said of its events before may have been missed. */
	snapshot(serverId: string): void;
	/** Forgets a server that is gone. */
	forget(serverId: string): void;
	/** Takes in what somebody has just said of an event. */
	hear(interest: Interest): void;
	/** Who is expected at a session; null where that is not known, or it is not held for an event. Never waits. */
	at(serverId: string, session: Dated): Expected | null;
	/**
	 * Who was expected at a session when it closed, at this time of the wall clock: who has taken that back since is not among them.
	 * Null where it was not known by then, as after a restart: what Discord tells now is not what it would have told.
	 */
	atEnd(session: Dated, closedAt: number): Expected | null;
	/** Somebody is forgotten on a server, or everywhere: at the dates that are known now, they are not among the expected. */
	leaveOut(userId: string, serverId: string | null): void;
	/** Asks nothing more. */
	stop(): void;
}

type Dated = Pick<Identity, "eventId" | "occurrenceAt">;

export interface ExpectationsContext {
	clock: Clock;
	log: Logger;
	world: Pick<World, "server">;
	ask: AskInterest;
}

const LOOK_EVERY_MS = 15_000;
/** What is not to be known any more is forgotten so much later: a date that was cancelled may be held after all. */
const FORGOTTEN_AFTER_MS = 6 * 60 * 60_000;
/** Discord gets time to recover: nothing depends on it but a few words. */
const ASKED_AGAIN = { first: LOOK_EVERY_MS, longest: 10 * 60_000 };

/** What is known of one date. Times are the steady clock's. */
interface KnownDate {
	readonly date: EventDate;
	/** Null while nothing is known. */
	known: { kind: "people"; interests: Interests } | { kind: "count"; count: number } | null;
	/** Who is expected by what is known, once somebody has asked; null since something was said. */
	userIds: ReadonlySet<string> | null;
	/** Since when it is known who they are, by the wall clock; null while it is not. */
	knownSince: number | null;
	/** Since when it is known of each that they are expected, by the wall clock. */
	since: Map<string, number>;
	/** Who is forgotten. */
	leftOut: Set<string>;
	/** It is to be asked (again). */
	isStale: boolean;
	/** What was said while it was being asked: the answer may not have it yet. Null while it is not. */
	heard: Interest[] | null;
	failures: number;
	/** It is not asked before. */
	askableAt: number;
	/** When it was last to be known. */
	wantedAt: number;
}

/** Finds out who is expected, from shortly before an event begins, and keeps that up to date by what the gateway tells. */
export function keepExpectations({ clock, log, world, ask }: ExpectationsContext): Expectations {
	const servers = new Set<string>();
	/** By event, then by the original start of the date. */
	const events = new Map<string, Map<number | null, KnownDate>>();
	const stopping = new AbortController();

	function want(date: EventDate): void {
		const dates = events.get(date.eventId) ?? new Map<number | null, KnownDate>();
		events.set(date.eventId, dates);
		const before = dates.get(date.occurrenceAt);
		const one = before ?? newDate(date, clock.steady());
		dates.delete(date.occurrenceAt); // so that the one that was wanted last comes last
		dates.set(date.occurrenceAt, one);
		one.wantedAt = clock.steady();
		if (one.isStale && one.heard === null && clock.steady() >= one.askableAt) void askWho(one);
	}

	async function askWho(one: KnownDate): Promise<void> {
		const heard: Interest[] = [];
		one.heard = heard;
		one.isStale = false;
		const answer = await ask(one.date);
		one.heard = null;
		one.userIds = null;
		if (stopping.signal.aborted) return;
		switch (answer.kind) {
			case "people":
				for (const interest of heard) takeInterest(answer.interests, one.date, interest);
				one.known = answer;
				noteAll(one, answer.interests);
				break;
			case "count":
				one.known = answer;
				one.isStale ||= heard.length > 0;
				break;
			case "gone":
				break; // what is known of it stands; a snapshot may show it again
			case "failed":
				one.failures += 1;
				one.isStale = true;
				one.askableAt = clock.steady() + Math.max(answer.afterMs, backoff(one.failures, ASKED_AGAIN));
				if (one.failures === 1) {
					const { serverId: server, eventId: event } = one.date;
					log.warn({ server, event, reason: answer.reason }, "who is expected is not known; asking again until it is");
				}
				return;
		}
		one.failures = 0;
	}

	function noteAll(one: KnownDate, interests: Interests): void {
		const before = one.since;
		one.knownSince ??= clock.now();
		one.since = new Map([...expectedAmong(interests)].map((userId) => [userId, before.get(userId) ?? clock.now()]));
	}

	function take({ date, since }: KnownDate, interests: Interests, interest: Interest): void {
		takeInterest(interests, date, interest);
		const { userId } = interest;
		if (!isExpected(interests, userId)) since.delete(userId);
		else if (!since.has(userId)) since.set(userId, clock.now());
	}

	function find({ eventId, occurrenceAt }: Dated): KnownDate | undefined {
		const dates = eventId === null ? undefined : events.get(eventId);
		return (
			dates?.get(occurrenceAt) ??
			[...(dates?.values() ?? [])].findLast(({ date }) => isOneOccurrence(date.occurrenceAt, occurrenceAt))
		);
	}

	function* datesOf(serverId: string): Generator<KnownDate> {
		for (const dates of events.values()) {
			for (const one of dates.values()) if (one.date.serverId === serverId) yield one;
		}
	}

	function look(serverId: string): void {
		if (stopping.signal.aborted) return;
		servers.add(serverId);
		const server = world.server(serverId);
		for (const date of server ? datesToKnow(server, clock.now()) : []) want(date);
	}

	function forgetUnwanted(): void {
		for (const [eventId, dates] of events) {
			for (const [occurrenceAt, one] of dates) {
				if (clock.steady() - one.wantedAt > FORGOTTEN_AFTER_MS) dates.delete(occurrenceAt);
			}
			if (dates.size === 0) events.delete(eventId);
		}
	}

	async function lookNowAndThen(): Promise<void> {
		while (!stopping.signal.aborted) {
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
			for (const serverId of servers) look(serverId);
			forgetUnwanted();
		}
	}
	void lookNowAndThen();

	return {
		look,
		snapshot(serverId) {
			for (const one of datesOf(serverId)) Object.assign(one, { isStale: true, askableAt: Number.NEGATIVE_INFINITY });
			look(serverId);
		},
		forget(serverId) {
			servers.delete(serverId);
			for (const { date } of [...datesOf(serverId)]) events.get(date.eventId)?.delete(date.occurrenceAt);
		},
		hear(interest) {
			for (const one of events.get(interest.eventId)?.values() ?? []) {
				one.heard?.push(interest);
				one.userIds = null;
				if (one.known?.kind === "people") take(one, one.known.interests, interest);
				if (one.known?.kind === "count") one.isStale = true;
			}
		},
		at(serverId, session) {
			const { eventId, occurrenceAt } = session;
			if (eventId === null) return null;
			const one = find(session);
			// After a restart, nothing may show the date any more that a session was opened for.
			want(one?.date ?? { serverId, eventId, occurrenceAt });
			if (!one?.known) return null;
			if (one.known.kind === "count") return one.known;
			one.userIds ??= expectedAmong(one.known.interests).difference(one.leftOut); // asked for each arrival, also of a crowd
			return { kind: "people", userIds: one.userIds };
		},
		atEnd(session, closedAt) {
			const one = find(session);
			if (one?.known?.kind !== "people" || one.knownSince === null || one.knownSince > closedAt) return null;
			const known = [...one.since].filter(([userId, since]) => since <= closedAt && !one.leftOut.has(userId));
			return { kind: "people", userIds: new Set(known.map(([userId]) => userId)) };
		},
		leaveOut(userId, serverId) {
			for (const dates of events.values()) {
				for (const one of dates.values()) {
					if (serverId !== null && one.date.serverId !== serverId) continue;
					one.leftOut.add(userId);
					one.userIds = null;
				}
			}
		},
		stop: () => stopping.abort(),
	};
}

function newDate(date: EventDate, wantedAt: number): KnownDate {
	const unasked = {
		known: null,
		userIds: null,
		knownSince: null,
		since: new Map<string, number>(),
		leftOut: new Set<string>(),
		isStale: true,
		heard: null,
		failures: 0,
		askableAt: Number.NEGATIVE_INFINITY,
	};
	return { date, ...unasked, wantedAt };
}
