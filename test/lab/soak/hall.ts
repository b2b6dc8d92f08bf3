import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import type { SimServer } from "../../../rehearsal/simulator/server.ts";
import { systemClock } from "../../../src/clock.ts";

/** How things go in a hall, in milliseconds. */
export interface HallRhythm {
	/** On average between two people who come to a session for the first time. */
	arrivalMs: number;
	/** About how long a session lasts, and the break before it. */
	sessionMs: number;
	breakMs: number;
	/** So long before the opening the first ones wait at the door. */
	earlyMs: number;
	/**
	 * So long everybody stays at least, and so long before the end nobody comes any more: a bot that is just reconnecting
	 * must have a chance to see them.
	 */
	seenMs: number;
	/** How long people stay on average beyond that, and how long those who come back are away. */
	stayMs: number;
	awayMs: number;
}

/** Somebody has come to a session for the first time; times as `performance.now()` counts. */
export interface Coming {
	who: string;
	session: number;
	at: number;
	/** From when on a greeting can be expected: who waits at the door comes in with the opening. */
	dueAt: number;
}

/** A room in which one session follows another. */
export interface Hall {
	/** Nobody else's number: it is in the names of its people. */
	readonly number: number;
	readonly server: SimServer;
	readonly room: SimRoom;
	/** Its sessions belong to scheduled events; otherwise to a stage. */
	readonly withEvents: boolean;
	readonly comings: Coming[];
	/** How many people are in it now. */
	inside(): number;
}

/** Two who take turns, for the same host's session that opens again soon would be the same session. */
const HOSTS = 2;
/** So many wait at the door when a session opens. */
const EARLY_BIRDS = 3;
/** Out of those who can, so many come again to a later session; the others are strangers. */
const REGULARS = 0.5;
/** Out of those who leave early, so many come back: they must not be greeted again. */
const COME_BACK = 0.3;

/** Makes a hall in a server. */
export function buildHall(server: SimServer, number: number, { withEvents }: { withEvents: boolean }): Hall {
	const name = `Hall ${number}`;
	const room = withEvents ? server.addVoiceRoom(name) : server.addStage(name);
	return { number, server, room, withEvents, comings: [], inside: () => room.occupants.size };
}

/** Holds one session after another, with people who come, leave and come back, until `signal` aborts. Never rejects. */
export async function holdSessions(
	hall: Hall,
	rhythm: HallRhythm,
	random: () => number,
	signal: AbortSignal,
): Promise<void> {
	const hosts = Array.from({ length: HOSTS }, (_, n) => hall.server.addMember(`Host ${hall.number}x${n}`));
	let guests = 0;
	const stranger = () => hall.server.addMember(`Guest ${hall.number}x${++guests}`);
	let before: SimMember[] = []; // who came last time, and may come again next time but one
	let regulars: SimMember[] = [];
	for (let session = 0; !signal.aborted; session++) {
		const host = hosts[session % HOSTS];
		if (!host) return;
		const invited = regulars;
		const came = await holdSession(hall, { session, host, rhythm, random, signal }, () =>
			random() < REGULARS ? (invited.pop() ?? stranger()) : stranger(),
		);
		regulars = before;
		before = came;
	}
}

/** One session of a hall: who hosts it, and how people come and go. */
interface Holding {
	session: number;
	host: SimMember;
	rhythm: HallRhythm;
	random(): number;
	signal: AbortSignal;
}

/** Resolves with who came. */
async function holdSession(hall: Hall, holding: Holding, nextGuest: () => SimMember): Promise<SimMember[]> {
	const { session, host, rhythm, random, signal } = holding;
	const pause = (ms: number) => systemClock.sleep(ms, signal);
	const came: SimMember[] = [];
	const over = new AbortController();
	const until = AbortSignal.any([signal, over.signal]);
	const admit = (dueAt?: number) => {
		const guest = nextGuest();
		came.push(guest);
		const at = performance.now();
		hall.comings.push({ who: guest.displayName, session, at, dueAt: dueAt ?? at });
		void visit(guest, hall.room, holding, until);
	};

	const open = prepare(hall, session, host, rhythm.breakMs + rhythm.earlyMs);
	await pause(jitter(rhythm.breakMs, random));
	for (let n = 0; n < EARLY_BIRDS && !signal.aborted; n++) admit(performance.now() + rhythm.earlyMs);
	await pause(rhythm.earlyMs);
	if (signal.aborted) return came;
	const close = await open();
	const closesAt = performance.now() + jitter(rhythm.sessionMs, random);
	const lastAt = closesAt - rhythm.seenMs;
	while (!signal.aborted) {
		const gap = spell(rhythm.arrivalMs, random);
		if (performance.now() + gap > lastAt) break;
		await pause(gap);
		if (!signal.aborted) admit();
	}
	await pause(closesAt - performance.now());
	if (signal.aborted) return came;
	await close();
	over.abort();
	for (const member of [...hall.room.occupants.values()]) await member.leaves();
	return came;
}

/** Gets a session ready; opens it when called, and that gives what closes it. */
function prepare(hall: Hall, session: number, host: SimMember, startsInMs: number) {
	const { room, server } = hall;
	const title = `Session ${session}`;
	if (!hall.withEvents) {
		return async () => {
			await room.opens({ topic: title, by: host });
			return () => room.closes();
		};
	}
	const startsAt = server.world.clock.now() + startsInMs;
	const event = server.schedule({ name: title, room, startsAt, creator: host });
	return async () => {
		await host.joins(room);
		await event.starts();
		return () => event.ends();
	};
}

/** Comes, leaves, perhaps comes back; who is there at the end stays until then. */
async function visit(guest: SimMember, room: SimRoom, { rhythm, random }: Holding, over: AbortSignal): Promise<void> {
	for (let again = true; again && !over.aborted; again = random() < COME_BACK) {
		await guest.joins(room);
		await systemClock.sleep(rhythm.seenMs + spell(rhythm.stayMs, random), over);
		if (over.aborted) return;
		await guest.leaves();
		await systemClock.sleep(spell(rhythm.awayMs, random), over);
	}
}

/** About so long. */
function jitter(ms: number, random: () => number): number {
	return ms * (0.75 + random() / 2);
}

/** So long on average, as between things that happen independently of each other. */
function spell(ms: number, random: () => number): number {
	return -Math.log(1 - random()) * ms;
}
