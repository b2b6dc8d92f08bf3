import { Mailboxes } from "../mailbox.ts";
import { phrase } from "../phrases/phrases.ts";
import { isForGood } from "../store/failures.ts";
import { UserError } from "../user-error.ts";
import type { RoomEvent } from "./happening.ts";
import { answerTo, firstOf, type Letter } from "./letter.ts";
import { perform } from "./perform.ts";
import { readRoom } from "./restoring.ts";
import { decide, evolve, isLive, type Room } from "./room.ts";
import type { RoomRef } from "./session.ts";
import type { StepContext } from "./step-context.ts";
import type { World } from "./world.ts";

/** The mailboxes of all rooms. What is known of a room is kept while anything is on in it, or was to be. */
export interface Inbox {
	/** Leaves a letter for a room. Never waits. */
	leave(serverId: string, roomId: string, letter: Letter): void;
	/**
	 * Asks a room to compare itself with what is stored, and to settle if it is time. One that has been asked already is
	 * asked again only when something is `new`.
	 */
	look(serverId: string, roomId: string, isNew?: boolean): void;
	/** Whether anything is known of a room, or is about to be. */
	knows(roomId: string): boolean;
	/** The rooms of a server, or of all, of which something is known. */
	roomsOf(serverId?: string): { serverId: string; roomId: string }[];
	/** Drops the rooms of a server that is gone. Hosts who wait for an answer get `false`. */
	forget(serverId: string): void;
	/** Aborts when no more letters are taken. */
	signal: AbortSignal;
	/** Takes no more letters; resolves when those in hand are done with. Hosts who still wait are told to ask again. */
	stop(): Promise<void>;
}

interface InboxContext extends StepContext {
	world: World;
}

/** A letter, and the server of the room that it is for. */
interface AddressedLetter {
	serverId: string;
	letter: Letter;
	/** The how manieth it is of all that were left for any room. */
	number: number;
}

/** A room that letters have come to. */
interface KeptRoom {
	readonly serverId: string;
	/** Null until it has been read what is stored of it. */
	room: Room | null;
	/** Whether what was stored has been compared with what is on now: it may have ended while nobody looked. */
	isCurrent: boolean;
	/** The number of the last letter that was left before it was compared, or another process's session was found in it. */
	comparedAfter: number;
	/** A look waits in its mailbox. */
	lookWaits: boolean;
	/** The end of settling at which it was last asked to settle; null before. */
	askedBy: number | null;
}

/** Opens the mailboxes. A letter is taken once those before it are done with, and again until what it means could be stored. */
export function openInbox(context: InboxContext): Inbox {
	const { store, clock, log, world, observe } = context;
	const kept = new Map<string, KeptRoom>();
	let lastNumber = 0;
	const letters = new Mailboxes<AddressedLetter>({
		clock,
		take,
		isForGood,
		supersedes: ({ letter: { kind } }, before) =>
			(kind === "audit" || kind === "settle") && kind === before.letter.kind,
		onFailing(roomId, err, failures) {
			const server = kept.get(roomId)?.serverId;
			if (failures === 1)
				log.error({ err, room: roomId, server }, "attendance could not be stored; trying again until it can");
			observeFailing(roomId);
		},
		onRecovered: (room, failures) => log.info({ room, failures }, "attendance is stored again"),
		onDropped(room, { letter }, err) {
			const user = letter.kind === "move" ? letter.move.person.id : undefined;
			log.error({ err, room, user, what: letter.kind }, "what happened in a room can never be stored; passed over");
			observeFailing(room);
			answerTo(letter)?.reject(err);
		},
	});

	function observeFailing(roomId: string): void {
		const room = kept.get(roomId)?.room;
		if (room && isLive(room)) observe({ kind: "failing", id: room.session.id });
	}

	function leave(serverId: string, roomId: string, letter: Letter): void {
		const one = kept.get(roomId);
		const isToSettle = one !== undefined && isDue(one.room) && one.askedBy !== settlingTime(one.room);
		const leaves = letter.kind === "move" && !letter.move.enters;
		// A room settles before the next letter: who comes now was not there at the opening, and finds its host. But who leaves
		// now, and is shown there no more, was there until now.
		if (isToSettle && !leaves) look(serverId, roomId);
		post(serverId, roomId, letter);
		if (isToSettle && leaves) look(serverId, roomId);
	}

	function post(serverId: string, roomId: string, letter: Letter): void {
		if (letters.signal.aborted) refuse(letter);
		else letters.post(roomId, { serverId, letter, number: ++lastNumber });
	}

	function look(serverId: string, roomId: string, isNew = false): void {
		const one = kept.get(roomId);
		if (!one && !letters.isBusy(roomId)) return; // nothing is on there
		if (one?.lookWaits && !isNew) return;
		if (one) one.lookWaits = true;
		if (one && isDue(one.room)) one.askedBy = settlingTime(one.room);
		const kind = isDue(one?.room ?? null) ? "settle" : "audit";
		post(serverId, roomId, { kind, at: clock.now(), ...world.shown(serverId, roomId) });
	}

	/** Whether the time of settling is over. */
	function isDue(room: Room | null): boolean {
		return room?.is === "settling" && clock.steady() >= room.until;
	}

	/** Takes the first letters of a room; returns how many those were. */
	async function take(roomId: string, waiting: readonly [AddressedLetter, ...AddressedLetter[]]): Promise<number> {
		const [first, ...others] = waiting;
		const { serverId, letter } = first;
		const one = kept.get(roomId) ?? newlyKept(serverId);
		kept.set(roomId, one);
		if (letter.kind === "audit" || letter.kind === "settle") one.lookWaits = false;
		const place = { serverId, id: roomId, name: world.server(serverId)?.rooms.get(roomId)?.name ?? "" };
		if (!one.isCurrent) await bringUpToDate(one, place, letter);
		if (isOutdated(first, one)) return 1;
		const { event, count } = firstOf([letter, ...others.map((other) => other.letter)], clock.now());
		await go(one, place, event, (yes) => answerTo(letter)?.resolve(yes));
		if (one.room?.is === "idle" && kept.get(roomId) === one) kept.delete(roomId); // what is stored says all there is
		return count;
	}

	/** Reads a room that is not in memory. A session that is stored as open there may have ended while nobody looked. */
	async function bringUpToDate(one: KeptRoom, place: RoomRef, letter: Letter): Promise<void> {
		const comparedAfter = lastNumber;
		const reason = world.reason(place.serverId, place.id);
		const now = world.shown(place.serverId, place.id);
		const shownIn = (openedAt: number) => ("present" in letter && letter.at >= openedAt ? letter : now);
		const room = one.room ?? become(one, place, await readRoom(store, clock, place, { reason, shownIn }));
		if (isLive(room)) {
			const { present, partial } = shownIn(room.session.reopenedAt);
			const evidence = world.evidence(place.serverId, place.id);
			await go(one, place, { kind: "turn", at: clock.now(), reason, evidence, present, partial, away: true });
			one.comparedAfter = comparedAfter;
		}
		one.isCurrent = true;
	}

	/** Does what an event means to a room. Stops half-way when the room's server is gone. */
	async function go(
		one: KeptRoom,
		place: RoomRef,
		event: RoomEvent,
		answer: (yes: boolean) => void = () => undefined,
	): Promise<void> {
		let room: Room = one.room ?? { is: "idle" };
		for (const step of decide(room, event)) {
			const done = await perform(step, room, place, context);
			if (kept.get(place.id) !== one) return;
			if (done.did === "open" && done.wasOpen) one.comparedAfter = lastNumber;
			const now = become(one, place, evolve(room, done));
			tell(room, now, place);
			room = now;
			if (step.do === "answer") answer(step.yes);
		}
	}

	/** Remembers what is true of a room now, and looks at it again when it is time to settle. */
	function become(one: KeptRoom, { serverId, id }: RoomRef, room: Room): Room {
		const before = settlingTime(one.room);
		const until = settlingTime(room);
		one.room = room;
		if (until !== null && until !== before) {
			void clock.sleep(until - clock.steady(), letters.signal).then(() => look(serverId, id, true));
		}
		return room;
	}

	function tell(before: Room, now: Room, { id: room, serverId: server }: RoomRef): void {
		if (isLive(before) && !isLive(now)) log.info({ session: before.session.id, room, server }, "session closed");
		if (isLive(now) && !isLive(before)) log.info({ session: now.session.id, room, server }, "session opened");
	}

	function roomsOf(serverId?: string): { serverId: string; roomId: string }[] {
		return [...kept]
			.filter(([, one]) => serverId === undefined || one.serverId === serverId)
			.map(([roomId, one]) => ({ serverId: one.serverId, roomId }));
	}

	return {
		leave,
		look,
		knows: (roomId) => kept.has(roomId) || letters.isBusy(roomId),
		roomsOf,
		forget(serverId) {
			for (const { roomId } of roomsOf(serverId)) {
				kept.delete(roomId);
				for (const { letter } of letters.empty(roomId)) answerTo(letter)?.resolve(false);
			}
		},
		signal: letters.signal,
		async stop() {
			for (const { letter } of await letters.stop()) refuse(letter);
		},
	};
}

/** Tells whoever asked for something that this process does nothing any more. */
function refuse(letter: Letter): void {
	answerTo(letter)?.reject(new UserError(phrase("frame.restarting")));
}

function newlyKept(serverId: string): KeptRoom {
	return { serverId, room: null, isCurrent: false, lookWaits: false, askedBy: null, comparedAfter: 0 };
}

/**
 * Whether a letter tells of a time before the session that was found in the store: it waited while nothing could be stored,
 * and another process has ended a session and opened this one meanwhile. What is asked for is never outdated.
 */
function isOutdated({ letter, number }: AddressedLetter, { room, comparedAfter }: KeptRoom): boolean {
	if (number > comparedAfter || room === null || !isLive(room)) return false;
	const { reopenedAt } = room.session;
	return letter.kind === "move" ? letter.move.at < reopenedAt : answerTo(letter) === null && letter.at < reopenedAt;
}

function settlingTime(room: Room | null): number | null {
	return room?.is === "settling" ? room.until : null;
}
