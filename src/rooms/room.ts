import { isEarly } from "./early-speakers.ts";
import { mayGoOn } from "./evidence.ts";
import type { Move, RoomEvent, Shown } from "./happening.ts";
import { continues, type Identity, isRehearsed, isSame, type Reason } from "./reason.ts";
import { guestsAmong, speakersAmong } from "./roles.ts";
import { antedated, changeFor, openBy, SETTLES_AFTER_MS, type Session, startFor } from "./session.ts";
import type { Done, Step } from "./step.ts";
import { hasPeople, type Presence, type Present } from "./view.ts";

/**
 * When a session is on in a room, who is greeted in it, and when it ends. All of it is decided here, from plain values:
 * `decide` says what is to be done about something that has happened, `perform` does it, and `evolve` says what is true
 * once it has been stored.
 */
export type Room =
	/** Nothing is on. */
	| { is: "idle" }
	/** Something is on that sessions are held for, and nobody has come to it. */
	| { is: "awaiting"; reason: Reason }
	/**
	 * A session has opened, and it is not known yet which of those who were `atOpening` lead it: speakers often step on
	 * stage a moment after they open it. `until` is by the steady clock.
	 */
	| ({ is: "settling"; atOpening: ReadonlySet<string>; until: number } & Live)
	/** A session is on, and it is known who leads it. */
	| ({ is: "on" } & Live)
	/** Its host has ended the session, although what it was opened for goes on. */
	| { is: "ended by host"; reason: Reason };

/** What is known while a session is on. */
interface Live {
	session: Session;
	/** What keeps it open; null when only its host does. */
	reason: Reason | null;
	/** Since when nobody but bots is in the room; null while somebody is. */
	emptySince: number | null;
}

/** A session ends when its room has been empty for so long, since the latest of opening, scheduled start and last departure. */
const EMPTY_ENDS_AFTER_MS = 10 * 60_000;

const NOBODY: Present = new Map();
const NONE: ReadonlySet<string> = new Set();

/** Returns what is to be done about an event, in order. */
export function decide(room: Room, event: RoomEvent): Step[] {
	switch (event.kind) {
		case "moves":
			return decideMoves(room, event);
		case "turn":
			return isLive(room) ? decideTurnOf(room, event) : decideBeginning(room, event);
		case "gone":
			return decideGone(room, event);
		case "start":
			if (isLive(room)) return [{ do: "answer", at: event.at, yes: false }];
			return [openFor(room, event), { do: "answer", at: event.at, yes: true }];
		case "end":
			return whereOn(room, event, (live) => [...settleAtEnd(live, event), endByHost(live, event)]);
		case "speaks":
			return isLive(room) ? decideSpeaker(room, event) : [];
		case "panel":
			return whereOn(room, event, () => [{ do: "change panel", at: event.at, change: event.change }]);
		case "hand over":
			return whereOn(room, event, () => [{ do: "hand over", at: event.at, hostId: event.hostId }]);
		case "forget":
			return whereOn(room, event, () => [{ do: "forget", at: event.at, userId: event.userId }]);
		case "audit":
		case "settle":
			return isLive(room) ? decideLook(room, event) : decideLateOpening(room, event);
	}
}

type OfKind<K extends RoomEvent["kind"]> = Extract<RoomEvent, { kind: K }>;
/** A room with a session. */
export type LiveRoom = Extract<Room, { is: "settling" | "on" }>;
type SettlingRoom = Extract<Room, { is: "settling" }>;

/** Whether a session is on in a room. */
export function isLive(room: Room): room is LiveRoom {
	return room.is === "settling" || room.is === "on";
}

/** Does what somebody has asked for where a session is on, and answers them whether one is. */
function whereOn(room: Room, { at }: RoomEvent, asked: (live: LiveRoom) => Step[]): Step[] {
	return isLive(room) ? [...asked(room), { do: "answer", at, yes: true }] : [{ do: "answer", at, yes: false }];
}

/** People who come are guests of the session that is on, or open the one that awaits somebody, or come after hours. */
function decideMoves(room: Room, { at, moves, next }: OfKind<"moves">): Step[] {
	switch (room.is) {
		case "settling":
		case "on":
			return attend(room, moves, at);
		case "awaiting":
			// Who comes right before another session opens has come for that one.
			if (next && !isOneSession(room.reason, next)) return [];
			return openForFirst(room.reason, moves, at, next !== null);
		case "idle":
			// Who comes right before a session opens has come for it.
			return next ? [] : receiveAfterHours(moves, at);
		case "ended by host":
			return receiveAfterHours(moves, at);
	}
}

function attend(room: LiveRoom, moves: readonly Move[], at: number): Step[] {
	const attending = guestsAmong(dueNow(room, moves), room.session, at);
	const emptySince = moves.reduce((since, move) => emptyFrom(since, move.leavesEmpty, move.at), room.emptySince);
	return [
		...antedate(room, at),
		...(attending.some(({ enters }) => enters) ? [{ do: "admit" as const, at, moves: attending }] : []),
		...(attending.length > 0 ? [{ do: "follow" as const, at, moves: attending }] : []),
		...noteEmptiness(room, emptySince, at),
	];
}

/**
 * The moves that are seen to now. People who enter before it is settled who leads may have to wait for that: then their
 * entering is left out, and comes with their leaving if they do not stay for so long. It may have been seen to before that,
 * which does no harm.
 */
function dueNow(room: LiveRoom, moves: readonly Move[]): readonly Move[] {
	if (room.is !== "settling") return moves;
	return moves.flatMap((move) => {
		const { person, enters, at, left } = move;
		if (enters) return isSeenToLater(room, person.id, at) ? [] : [move];
		if (left === null || room.atOpening.has(person.id) || !isJustOpen(room, left.enteredAt)) return [move];
		const { enteredAt, onStage, witnessed } = left;
		return [{ ...move, enters: true, at: enteredAt, onStage, witnessed, leavesEmpty: false, left: null }, move];
	});
}

/**
 * Whether somebody who came at a time is seen to once it is settled who leads. A process that takes a session over counts
 * everybody in the room among those at its opening, and hears only then how some of them came in.
 */
function isSeenToLater(room: LiveRoom, userId: string, cameAt: number): boolean {
	return room.is === "settling" && (room.atOpening.has(userId) || isHeld(room, cameAt));
}

function seenToLater(room: LiveRoom, present: Present): ReadonlySet<string> {
	const people = present.values().filter(({ person, enteredAt }) => isSeenToLater(room, person.id, enteredAt));
	return new Set(people.map(({ person }) => person.id));
}

/**
 * Whether who came at a time waits until it is known whose session it is, to be greeted as that host's guest: just after it
 * opened on a stage, where one of those at its opening may turn out to be the host.
 */
function isHeld(room: SettlingRoom, cameAt: number): boolean {
	const { session, atOpening } = room;
	return session.hostId === null && session.stageId !== null && atOpening.size > 0 && isJustOpen(room, cameAt);
}

function isJustOpen({ session }: SettlingRoom, at: number): boolean {
	const sinceMs = at - openBy(session);
	return sinceMs >= 0 && sinceMs < SETTLES_AFTER_MS;
}

function noteEmptiness({ reason, emptySince: before }: LiveRoom, emptySince: number | null, at: number): Step[] {
	return emptySince === before ? [] : [{ do: "note", at, change: {}, reason, emptySince }];
}

function emptyFrom(since: number | null, isEmpty: boolean, at: number): number | null {
	return isEmpty ? Math.min(since ?? at, at) : null;
}

/** Who was there at the opening is seen to as it settles; who speaks later is a guest, wherever they do. */
function decideSpeaker(room: LiveRoom, { userId, at }: OfKind<"speaks">): Step[] {
	if (isSeenToLater(room, userId, at) || userId === room.session.hostId || !isEarly(room.session, at)) return [];
	return [{ do: "ask about", at, userId }];
}

/** Corrects an opening in the future, of a clock that was fast. */
function antedate({ session, reason, emptySince }: LiveRoom, at: number): Step[] {
	const change = antedated(session, reason, at);
	return change ? [{ do: "note", at, change, reason, emptySince }] : [];
}

/** Whether both reasons are for the same stage and event. */
function isOneSession(one: Identity, other: Identity): boolean {
	return one.stageId === other.stageId && one.eventId === other.eventId;
}

/**
 * The first person who comes opens the session. Those who come in the same batch and stay were there at the opening; it
 * is found out later who of them leads. Those who have left again are admitted as guests at once; so is everybody when
 * the session does not `goesOn`, because they came just before it ended.
 */
function openForFirst(reason: Reason, moves: readonly Move[], at: number, goesOn: boolean): Step[] {
	const people = moves.filter(({ person }) => !person.bot);
	const first = people.find(({ enters }) => enters);
	if (!first) return [];
	const present = new Map<string, Presence>();
	for (const { person, enters, at: enteredAt, onStage, witnessed } of people) {
		if (enters) present.set(person.id, { person, enteredAt, onStage, witnessed, unnamed: false });
		else present.delete(person.id);
	}
	const passing = people.filter(({ person }) => !(goesOn && present.has(person.id)));
	const opening: Step = {
		do: "open",
		at: first.at,
		reason,
		startsAt: startFor(reason),
		isStartSaid: false,
		keptBy: reason,
		present,
		called: false,
		language: null,
		visited: true,
		away: false,
	};
	if (passing.length === 0) return [opening];
	return [opening, { do: "admit", at, moves: passing }, { do: "follow", at, moves: passing }];
}

/** Greets those who have come and not left again; what has not been said yet to those who leave is left unsaid. */
function receiveAfterHours(moves: readonly Move[], at: number): Step[] {
	const last = new Map(moves.map((move) => [move.person.id, move]));
	const people = [...last.values()].filter(({ person }) => !person.bot);
	const coming = people.filter(({ enters }) => enters);
	const leaving = people.filter(({ enters }) => !enters);
	return [
		...(leaving.length > 0 ? [{ do: "let go after hours" as const, at, moves: leaving }] : []),
		...(coming.length > 0 ? [{ do: "welcome after hours" as const, at, moves: coming }] : []),
	];
}

/** The reason for the open session has changed: the session ends, or goes on for the new reason. */
function decideTurnOf(room: LiveRoom, event: OfKind<"turn">): Step[] {
	const { at, present, away } = event;
	const isUnclear = event.reason === null && mayGoOn(room.session, openBy(room.session), at, event.evidence);
	const reason = isUnclear ? room.reason : event.reason;
	if (!isUnclear && hasEnded(room.session, reason)) {
		const thanked = away ? NOBODY : present;
		const closing: Step = { do: "close", at, present: thanked, away, byHost: null, next: reason };
		const ending = [...(away ? [] : settleAtEnd(room, event)), closing];
		return reason ? [...ending, openingFor(reason, event)] : ending;
	}
	const change = event.reason ? changeFor(room.session, event.reason, at, event.evidence) : {};
	const noting: Step = { do: "note", at, change, reason, emptySince: emptinessAfter(room, event) };
	return away ? [noting, ...compare(room, event)] : [noting];
}

/**
 * An end that is heard of before it has settled who leads. Who was there at the opening is seen to first if there was time
 * enough to tell who leads, for all of it may have been told late and at once. So is in any case who has come since and waits.
 */
function settleAtEnd(room: LiveRoom, event: OfKind<"turn" | "end">): Step[] {
	if (room.is !== "settling") return [];
	const { at, present, partial } = event;
	if (at - openBy(room.session) >= SETTLES_AFTER_MS) return settle(room, event);
	const waits = present
		.values()
		.some(({ person, enteredAt }) => !room.atOpening.has(person.id) && isJustOpen(room, enteredAt));
	return waits ? [{ do: "compare", at, present, partial, later: room.atOpening, panel: NONE, settles: false }] : [];
}

/** The room is no more: its session ends, and nothing is said there any more. */
function decideGone(room: Room, { at, away }: OfKind<"gone">): Step[] {
	const leaving: Step = { do: "fall silent", at };
	if (isLive(room)) return [{ do: "close", at, present: NOBODY, away, byHost: null, next: null }, leaving];
	return [{ do: "note", at, change: {}, reason: null, emptySince: null }, leaving];
}

/** Since when the room is empty, as far as is shown. */
function emptinessAfter(room: LiveRoom, { at, present, partial }: Shown & { at: number }): number | null {
	return emptyFrom(room.emptySince, !partial && !hasPeople({ present }), at);
}

/** Whether the reason for a session is gone, or is now another session's. */
function hasEnded(session: Session, reason: Reason | null): boolean {
	if (session.stageId === null && session.eventId === null) return false; // it lasts until its host ends it
	return reason === null || !continues(session, reason);
}

/** When something began at the latest, as far as is shown. */
function openingOf({ openedAt, foundAt }: Reason): number {
	return openBy({ reopenedAt: openedAt, foundAt });
}

/** No session is open: one opens for the present reason, unless its host has ended that very session. */
function decideBeginning(room: Exclude<Room, LiveRoom>, event: OfKind<"turn">): Step[] {
	const { at, reason, evidence } = event;
	if (reason === null) {
		if (room.is !== "idle" && mayGoOn(room.reason, openingOf(room.reason), at, evidence)) return [];
		return room.is === "idle" ? [] : [{ do: "note", at, change: {}, reason: null, emptySince: null }];
	}
	if (room.is === "ended by host" && isOverFor(room.reason, reason)) {
		return [{ do: "note", at, change: {}, reason, emptySince: null }];
	}
	return [openingFor(reason, event)];
}

/** Whether what a host has ended is what is on now: a rehearsal is not the event that it was held ahead of. */
function isOverFor(ended: Reason, reason: Reason): boolean {
	return isSame(ended, reason) && !(ended.isAhead && isRehearsed(ended, reason));
}

function openingFor(reason: Reason, { at, present, away }: Pick<OfKind<"turn">, "at" | "present" | "away">): Step {
	const visited = hasPeople({ present });
	const start = { startsAt: startFor(reason), isStartSaid: false };
	return { do: "open", at, reason, ...start, keptBy: reason, present, called: false, language: null, visited, away };
}

/** Opens a session by hand. If there is a stage or event in the room, the session belongs to it. */
function openFor(room: Exclude<Room, LiveRoom>, { at, called, present }: OfKind<"start">): Step {
	const on = room.is === "idle" ? null : room.reason;
	const reason = {
		...(on ?? { stageId: null, eventId: null, occurrenceAt: null, scheduledAt: null, isAhead: false, botId: null }),
		title: on?.title ?? called.title,
		creatorId: called.hostId,
		openedAt: at,
		foundAt: null,
	};
	const start = { startsAt: called.startsAt ?? startFor(reason), isStartSaid: called.startsAt !== null };
	const visited = hasPeople({ present });
	const { language } = called;
	return { do: "open", at, reason, ...start, keptBy: on, present, called: true, language, visited, away: false };
}

function endByHost({ reason }: LiveRoom, { at, recap, present }: OfKind<"end">): Step {
	return { do: "close", at, present, away: false, byHost: { recap }, next: reason };
}

/** Ends a session whose room has been empty for too long; else compares the room with what is stored. */
function decideLook(room: LiveRoom, event: OfKind<"audit" | "settle">): Step[] {
	const { at } = event;
	const emptySince = emptinessAfter(room, event);
	if (hasStoodEmpty(room.session, emptySince, at)) {
		return [{ do: "close", at, present: NOBODY, away: false, byHost: null, next: room.reason }];
	}
	const now: LiveRoom = { ...room, emptySince };
	const looking = event.kind === "settle" && now.is === "settling" ? settle(now, event) : compare(now, event);
	return [...noteEmptiness(room, emptySince, at), ...antedate(now, at), ...looking];
}

/** Whether a room has been empty for too long. */
function hasStoodEmpty({ startsAt, reopenedAt }: Session, emptySince: number | null, at: number): boolean {
	return emptySince !== null && at - Math.max(emptySince, startsAt, reopenedAt) >= EMPTY_ENDS_AFTER_MS;
}

function compare(room: LiveRoom, { at, present, partial }: Shown & { at: number }): Step[] {
	const later = room.is === "settling" ? seenToLater(room, present) : NONE;
	return [{ do: "compare", at, present, partial, later, panel: NONE, settles: false }];
}

/** Those who speak by now are the panel, and the first of them is the host unless there is one. All others are guests. */
function settle(room: SettlingRoom, { at, present, partial }: Shown & { at: number }): Step[] {
	const { session, reason, emptySince, atOpening } = room;
	const panel = speakersAmong(present, atOpening);
	const hostId = session.hostId ?? panel[0] ?? null;
	const looking: Step = { do: "compare", at, present, partial, later: NONE, panel: new Set(panel), settles: true };
	if (hostId === session.hostId) return [looking];
	return [{ do: "note", at, change: { hostId }, reason, emptySince }, looking];
}

/** Opens the session that awaits somebody, once somebody is there. */
function decideLateOpening(room: Exclude<Room, LiveRoom>, event: OfKind<"audit" | "settle">): Step[] {
	return room.is === "awaiting" && hasPeople(event) ? [openingFor(room.reason, { ...event, away: true })] : [];
}

/** Returns the state of a room after something has been done. */
export function evolve(room: Room, done: Done): Room {
	switch (done.did) {
		case "open": {
			const { session, keptBy: reason, emptySince, atOpening, settlesAt: until } = done;
			return { is: "settling", session, reason, emptySince, atOpening, until };
		}
		case "leave closed":
			return withoutSession(done.reason, done.endedByHost);
		case "close":
			return withoutSession(done.next, done.byHost);
		case "note": {
			const { change, reason, emptySince } = done;
			if (!isLive(room)) return withoutSession(reason, room.is === "ended by host");
			return { ...room, session: { ...room.session, ...change }, reason, emptySince };
		}
		case "compare":
			return isLive(room) ? settleIn({ ...room, session: { ...room.session, ...done.change } }, done.unnamed) : room;
		case "nothing of note":
			return room;
	}
}

/** Settling is over, except for those who were there at the opening and whose names are not known yet. */
function settleIn(room: LiveRoom, unnamed: ReadonlySet<string> | null): Room {
	if (room.is === "on" || unnamed === null) return room;
	const atOpening = room.atOpening.intersection(unnamed);
	if (atOpening.size > 0) return { ...room, atOpening };
	const { session, reason, emptySince } = room;
	return { is: "on", session, reason, emptySince };
}

function withoutSession(reason: Reason | null, endedByHost: boolean): Room {
	if (reason === null) return { is: "idle" };
	return endedByHost ? { is: "ended by host", reason } : { is: "awaiting", reason };
}
