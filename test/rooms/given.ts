import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import type { Evidence } from "../../src/rooms/evidence.ts";
import type { Move } from "../../src/rooms/happening.ts";
import type { Reason } from "../../src/rooms/reason.ts";
import type { Room } from "../../src/rooms/room.ts";
import type { Session } from "../../src/rooms/session.ts";
import type { EventView, Presence, Present } from "../../src/rooms/view.ts";

/** Plain values to tell of rooms with: a town hall on a stage, hosted by nobody in particular, that opened at noon. */

export const NOON = Date.parse("2026-11-21T12:00:00Z");
export const MINUTE = 60_000;

export const townHall: Reason = {
	stageId: "stage",
	eventId: null,
	occurrenceAt: null,
	title: "Town hall",
	creatorId: null,
	botId: null,
	scheduledAt: null,
	isAhead: false,
	openedAt: NOON,
	foundAt: null,
};

export const pottery: Reason = { ...townHall, stageId: "another stage", title: "Pottery", creatorId: "henry" };

export function session(parts: Partial<Session> = {}): Session {
	return {
		id: "s1",
		serverId: "server",
		roomId: "room",
		stageId: "stage",
		eventId: null,
		occurrenceAt: null,
		hostId: null,
		title: "Town hall",
		startsAt: NOON,
		isStartSaid: false,
		openedAt: NOON,
		reopenedAt: parts.openedAt ?? NOON,
		foundAt: null,
		seenAt: null,
		note: null,
		recap: null,
		language: null,
		forgottenKey: null,
		...parts,
	};
}

/** A session that only its host keeps open. */
export const called = (parts: Partial<Session> = {}) => session({ stageId: null, hostId: "henry", ...parts });

export type OnRoom = Extract<Room, { is: "on" }>;
export type SettlingRoom = Extract<Room, { is: "settling" }>;

export function on(parts: Partial<OnRoom> = {}): OnRoom {
	return { is: "on", session: session(), reason: townHall, emptySince: null, ...parts };
}

export function settling(atOpening: string[], parts: Partial<SettlingRoom> = {}): SettlingRoom {
	return { ...on(), is: "settling", atOpening: new Set(atOpening), until: 2_000, ...parts };
}

export const idle: Room = { is: "idle" };
export const awaiting: Room = { is: "awaiting", reason: townHall };
export const endedByHost: Room = { is: "ended by host", reason: townHall };

export const person = (id: string, bot = false) => ({ id, name: id, bot });

export function enters(id: string, at: number, parts: Partial<Move> = {}): Move {
	const seen = { witnessed: true, onStage: false, leavesEmpty: false, findsEmpty: false, left: null };
	return { person: person(id), enters: true, at, ...seen, ...parts };
}

export function leaves(id: string, at: number, parts: Partial<Move> = {}): Move {
	return enters(id, at, { enters: false, ...parts });
}

export const jukebox = (at: number) => enters("jukebox", at, { person: person("jukebox", true), leavesEmpty: true });

export function presence(id: string, enteredAt: number): Presence {
	return { person: person(id), enteredAt, onStage: false, witnessed: true, unnamed: false };
}

/** Who is in the room; a star marks a speaker, a question mark somebody of whom it is not known who they are. */
export function present(...names: string[]): Present {
	return new Map(
		names.map((name, index): [string, Presence] => {
			const id = name.replace(/[*?]$/, "");
			const shown = { person: person(id, id === "jukebox"), onStage: name.endsWith("*"), unnamed: name.endsWith("?") };
			return [id, { ...presence(id, NOON + index), ...shown }];
		}),
	);
}

/** The same, as shown whole. */
export const shown = (...names: string[]) => ({ present: present(...names), partial: false });

/** All that is on is shown, in a snapshot that was taken after what is told of here. */
export const wholly: Evidence = {
	shownAt: NOON + 24 * 60 * MINUTE,
	lacksStages: false,
	lacksEvents: false,
	isStageOver: false,
	eventsOver: new Map(),
	starts: new Map(),
};

/** An event that recurs, and runs. */
export const running: EventView = {
	id: "ev1",
	roomId: "room",
	name: "Event",
	creatorId: "henry",
	madeByBot: false,
	activeSince: 110,
	foundAt: null,
	shownAt: 110,
	scheduledAt: 120,
	occurrenceAt: 120,
	exceptions: NO_EXCEPTIONS,
};

/** A reason for a session that is held for nothing else. */
export const reason = (parts: Partial<Reason>): Reason => ({
	stageId: null,
	eventId: null,
	occurrenceAt: null,
	title: "",
	creatorId: null,
	botId: null,
	scheduledAt: null,
	isAhead: false,
	openedAt: 0,
	foundAt: null,
	...parts,
});
