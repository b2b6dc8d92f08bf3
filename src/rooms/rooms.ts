import type { Logger } from "pino";
import type { Observe } from "../fact.ts";
import { Mailboxes } from "../mailbox.ts";
import { isForGood } from "../store/failures.ts";
import { openSessionsOf } from "../store/sessions.ts";
import type { Called } from "./happening.ts";
import { answerTo, firstOf, type Letter, moveLetters } from "./letter.ts";
import { readRoom } from "./opening.ts";
import { perform, type StepContext } from "./perform.ts";
import { decide, evolve, isLive, type Room } from "./room.ts";
import { sceneryOf } from "./scenery.ts";
import type { Sighting, VoiceSighting } from "./sighting.ts";
import type { Transfer } from "./view.ts";
import type { World } from "./world.ts";

interface RoomsContext extends Omit<StepContext, "told" | "nextSessionIn" | "sceneOf"> {
	world: World;
	log: Logger;
	observe: Observe;
	/** Tells that the cue of a session may have to change. */
	cue(sessionId: string): void;
}

/** All rooms. They bring what is stored about sessions and attendance in line with what Discord shows. */
export interface Rooms {
	/** Takes in something seen; it is stored after this call has returned. Never throws, never waits. */
	notice(sighting: Sighting): void;
	/** Opens a session by hand and greets who is in the room. False when one is on there already; rejects when it cannot be stored. */
	start(serverId: string, roomId: string, called: Called): Promise<boolean>;
	/** Ends the session in a room on its host's behalf, with a recap if there is one. False when none is on. */
	end(serverId: string, roomId: string, recap: string | null): Promise<boolean>;
	/** Compares what is stored with what Discord shows, in one server or in all: something may have been missed. */
	audit(serverId?: string): void;
	/** Stops taking notice; resolves when the storing that is under way is done. */
	stop(): Promise<void>;
}

/** A room in memory. */
interface Kept {
	readonly serverId: string;
	/** Null when its state is to be read from the store. */
	room: Room | null;
}

/** How often all rooms are compared with what is stored, even if nothing was seen. */
const AUDIT_EVERY_MS = 30_000;

/**
 * Keeps all rooms. They do not wait for each other, and each takes its events one after the other. What cannot be stored
 * (a full disk, a lost database) is tried again, so nothing that was noticed is lost.
 */
export function keepRooms(context: RoomsContext): Rooms {
	const { store, clock, log, world, profiles, observe } = context;
	const kept = new Map<string, Kept>();
	const stepContext: StepContext = {
		...context,
		sceneOf: sceneryOf(world),
		nextSessionIn: world.nextSessionIn,
		told(sessionId) {
			observe({ kind: "compared", sessionId });
			context.cue(sessionId);
		},
	};
	const letters = new Mailboxes<Letter>({
		clock,
		take,
		isForGood,
		supersedes: (letter, before) => letter.kind === "audit" && before.kind === "audit",
		onFailing(roomId, err, failures) {
			const { room, serverId: server } = kept.get(roomId) ?? {};
			if (failures === 1)
				log.error({ err, room: roomId, server }, "attendance could not be stored; trying again until it can");
			if (room && isLive(room)) observe({ kind: "failing", id: room.session.id });
		},
		onRecovered: (room, failures) => log.info({ room, failures }, "attendance is stored again"),
		onDropped(room, letter, err) {
			const user = letter.kind === "move" ? letter.move.person.id : undefined;
			log.error({ err, room, user, what: letter.kind }, "what happened in a room can never be stored; passed over");
			answerTo(letter)?.reject(err);
		},
	});
	const servers = new Mailboxes<"snapshot">({
		clock,
		take: lookForOpen,
		isForGood: () => false,
		onFailing(server, err, failures) {
			if (failures === 1) log.error({ err, server }, "open sessions could not be read; trying again until they can");
		},
		onDropped: () => undefined,
	});
	const auditing = auditNowAndThen();

	function notice(sighting: Sighting): void {
		if (letters.signal.aborted) return;
		const at = clock.now();
		const change = world.take(sighting, at);
		switch (sighting.kind) {
			case "server":
				compareAll(sighting.server.id);
				break;
			case "serverGone":
				forget(sighting.serverId);
				break;
			case "voice":
				if (change.named) look(change.named.id);
				if (change.transfer) walk(sighting, change.transfer, at);
				break;
			default:
				for (const { id } of change.rooms) turnWhereItMatters(sighting.serverId, id);
		}
	}

	function walk(sighting: VoiceSighting, transfer: Transfer, at: number): void {
		for (const { roomId, letter } of moveLetters(sighting, transfer, at)) leave(sighting.serverId, roomId, letter);
	}

	function turnWhereItMatters(serverId: string, roomId: string): void {
		if (concerns(serverId, roomId)) turn(serverId, roomId, false);
	}

	/** After a snapshot of a server: it may have changed while we were away, and rooms may be gone. */
	function compareAll(serverId: string): void {
		observe({ kind: "snapshot", serverId });
		const shown = [...(world.server(serverId)?.rooms.keys() ?? [])].filter((id) => concerns(serverId, id));
		for (const id of new Set([...shown, ...roomsOf(serverId)])) turn(serverId, id, true);
		servers.post(serverId, "snapshot");
	}

	/** Whether anything is on in a room, or was. */
	function concerns(serverId: string, roomId: string): boolean {
		return kept.has(roomId) || world.reason(serverId, roomId) !== null;
	}

	/** Tells a room its present reason for a session; `away` when that may have changed a while ago. */
	function turn(serverId: string, roomId: string, away: boolean): void {
		const [reason, present] = [world.reason(serverId, roomId), world.present(serverId, roomId)];
		if (!kept.has(roomId)) kept.set(roomId, { serverId, room: null });
		letters.post(roomId, { kind: "turn", at: clock.now(), reason, present, away });
	}

	/** Leaves a letter for a room. A room that is not in memory is first told its present reason. */
	function leave(serverId: string, roomId: string, letter: Letter): void {
		if (!kept.get(roomId)?.room && !letters.isBusy(roomId)) turn(serverId, roomId, true);
		if (isDue(kept.get(roomId)?.room)) look(roomId);
		letters.post(roomId, letter);
	}

	/** Whether the time of settling is over. A room settles before the next letter: who comes now was not there at the opening. */
	function isDue(room: Room | null | undefined): boolean {
		return room?.is === "settling" && clock.steady() >= room.until;
	}

	/** Asks a room to compare itself with what is stored, and to settle if it is time. */
	function look(roomId: string): void {
		const one = kept.get(roomId);
		if (!one?.room) return;
		const present = world.present(one.serverId, roomId);
		letters.post(roomId, { kind: isDue(one.room) ? "settle" : "audit", at: clock.now(), present });
	}

	/** Takes the first letters of a room; returns how many those were. */
	async function take(roomId: string, waiting: readonly [Letter, ...Letter[]]): Promise<number> {
		const one = kept.get(roomId);
		if (!one) return waiting.length; // its server is gone
		const { serverId } = one;
		const place = { serverId, id: roomId, name: world.server(serverId)?.rooms.get(roomId)?.name ?? "" };
		let room = one.room ?? become(one, roomId, await readRoom({ store, clock, world }, place));
		const { event, count } = firstOf(waiting, clock.now());
		for (const step of decide(room, event)) {
			const done = await perform(step, room, place, stepContext);
			if (kept.get(roomId) !== one) return waiting.length;
			const now = become(one, roomId, evolve(room, done));
			tell(room, now, place);
			room = now;
			if (step.do === "answer") answerTo(waiting[0])?.resolve(step.yes);
		}
		return count;
	}

	/** Remembers what is true of a room now, and looks at it again when it is time to settle. */
	function become(one: Kept, roomId: string, room: Room): Room {
		const before = settlingTime(one.room);
		const until = settlingTime(room);
		one.room = room.is === "idle" ? null : room;
		if (until !== null && until !== before) {
			void clock.sleep(until - clock.steady(), letters.signal).then(() => look(roomId));
		}
		return room;
	}

	function tell(before: Room, now: Room, { id: room, serverId: server }: { id: string; serverId: string }): void {
		if (isLive(before) && !isLive(now)) log.info({ session: before.session.id, room, server }, "session closed");
		if (isLive(now) && !isLive(before)) log.info({ session: now.session.id, room, server }, "session opened");
	}

	/** Tells the rooms of a server whose stored session is open their present reason: it may be gone. */
	async function lookForOpen(serverId: string, waiting: readonly "snapshot"[]): Promise<number> {
		for (const { room_id } of await openSessionsOf(store, serverId)) {
			if (world.server(serverId) && !kept.get(room_id)?.room && !letters.isBusy(room_id)) turn(serverId, room_id, true);
		}
		return waiting.length;
	}

	function roomsOf(serverId: string): string[] {
		return [...kept].filter(([, one]) => one.serverId === serverId).map(([roomId]) => roomId);
	}

	/** Drops the rooms of a server that is gone. Hosts who wait for an answer get `false`. */
	function forget(serverId: string): void {
		servers.empty(serverId);
		for (const roomId of roomsOf(serverId)) {
			kept.delete(roomId);
			for (const letter of letters.empty(roomId)) answerTo(letter)?.resolve(false);
		}
	}

	function ask(serverId: string, roomId: string, asked: Asked): Promise<boolean> {
		const { promise, resolve, reject } = Promise.withResolvers<boolean>();
		const heard = { at: clock.now(), present: world.present(serverId, roomId), answer: { resolve, reject } };
		if (letters.signal.aborted) resolve(false);
		else leave(serverId, roomId, { ...asked, ...heard });
		return promise;
	}

	function audit(serverId?: string): void {
		profiles.changed(serverId); // another process may have changed them
		for (const [roomId, one] of kept) if (serverId === undefined || one.serverId === serverId) look(roomId);
	}

	async function auditNowAndThen(): Promise<void> {
		while (!letters.signal.aborted) {
			await clock.sleep(AUDIT_EVERY_MS, letters.signal);
			audit();
		}
	}

	return {
		notice,
		start: (serverId, roomId, called) => ask(serverId, roomId, { kind: "start", called }),
		end: (serverId, roomId, recap) => ask(serverId, roomId, { kind: "end", recap }),
		audit,
		async stop() {
			await Promise.all([letters.stop(), servers.stop(), auditing]);
		},
	};
}

/** What a host asks for. */
type Asked = { kind: "start"; called: Called } | { kind: "end"; recap: string | null };

function settlingTime(room: Room | null): number | null {
	return room?.is === "settling" ? room.until : null;
}
