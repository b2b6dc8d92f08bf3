import { Mailboxes } from "../mailbox.ts";
import { openSessionsOf } from "../store/sessions.ts";
import { letGoAbsent } from "./after-hours.ts";
import type { Expectations } from "./expectations.ts";
import type { CalledSession, PanelChange } from "./happening.ts";
import { openInbox } from "./inbox.ts";
import { moveLetters } from "./letter.ts";
import { sceneryOf } from "./scenery.ts";
import type { Sighting, VoiceSighting, WorldChange } from "./sighting.ts";
import type { StepContext } from "./step-context.ts";
import type { Transfer } from "./view.ts";
import type { World } from "./world.ts";

/** What rooms are kept with. */
interface RoomsContext extends Omit<StepContext, "told" | "nextSessionIn" | "sceneOf" | "expectedAt"> {
	world: World;
	/** Who is expected, which changes with what Discord shows of events. */
	expectations: Pick<Expectations, "at" | "look" | "snapshot" | "forget">;
	/** Brings the cue of a session up to date. */
	cue(sessionId: string): void;
}

/** All rooms. They bring what is stored about sessions and attendance in line with what Discord shows. */
export interface Rooms {
	/** Takes in something seen; it is stored after this call has returned. Never throws, never waits. */
	notice(sighting: Sighting): void;
	/** Opens a session by hand and greets who is in the room. False when one is on there already; rejects when it cannot be stored. */
	start(serverId: string, roomId: string, called: CalledSession): Promise<boolean>;
	/** Ends the session in a room on its host's behalf, with a recap if there is one. False when none is on. */
	end(serverId: string, roomId: string, recap: string | null): Promise<boolean>;
	/** Changes who is on the panel of the session in a room. False when none is on; rejects when it cannot be stored. */
	changePanel(serverId: string, roomId: string, change: PanelChange): Promise<boolean>;
	/**
	 * Has somebody else host the session in a room, unless they asked to be forgotten in it. False when none is on; rejects when
	 * it cannot be stored.
	 */
	handOver(serverId: string, roomId: string, hostId: string): Promise<boolean>;
	/**
	 * Stores nothing more of somebody in the session that is on in a room; resolves once nothing of them is being stored there.
	 * False when none is on; rejects when it cannot be stored.
	 */
	forget(serverId: string, roomId: string, userId: string): Promise<boolean>;
	/** Compares what is stored with what Discord shows, in one server or in all: something may have been missed. */
	audit(serverId?: string): void;
	/** Stops taking notice; resolves when the storing that is under way is done. */
	stop(): Promise<void>;
}

/** How often rooms are compared with what is stored although nothing was seen to happen. */
const AUDIT_EVERY_MS = 30_000;

/**
 * Keeps all rooms: leaves in the mailbox of each what happens to it. What that means and what is stored of it is decided
 * there, one letter after the other. What cannot be stored (a full disk, a lost database) is tried again, so nothing that
 * was noticed is lost.
 */
export function keepRooms(context: RoomsContext): Rooms {
	const { store, clock, log, world, profiles, observe, expectations } = context;
	const inbox = openInbox({
		...context,
		sceneOf: sceneryOf(world),
		nextSessionIn: world.nextSessionIn,
		expectedAt: ({ serverId, eventId, occurrenceAt }) => expectations.at(serverId, { eventId, occurrenceAt }),
		told(sessionId) {
			observe({ kind: "compared", sessionId });
			context.cue(sessionId);
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
		if (inbox.signal.aborted) return;
		const at = clock.now();
		const change = world.take(sighting, at);
		switch (sighting.kind) {
			case "server":
				compareAll(sighting.server.id);
				expectations.snapshot(sighting.server.id);
				break;
			case "serverGone":
				servers.empty(sighting.serverId);
				inbox.forget(sighting.serverId);
				expectations.forget(sighting.serverId);
				break;
			case "voice":
				noticePerson(sighting, change, at);
				break;
			case "roomGone":
				leaveGone(sighting.serverId, sighting.roomId, false);
				break;
			default: {
				const rooms = change.rooms.map(({ id }) => id);
				if (change.serverId === null) break;
				turnWhereItMatters(change.serverId, rooms, false);
				expectations.look(change.serverId);
			}
		}
	}

	function noticePerson(sighting: VoiceSighting, { named, transfer, speaksIn }: WorldChange, at: number): void {
		const { serverId, person } = sighting;
		if (named) inbox.look(serverId, named.id, true);
		if (transfer) leaveMoves(sighting, transfer, at);
		if (speaksIn) inbox.leave(serverId, speaksIn.id, { kind: "speaks", at, userId: person.id });
	}

	function leaveMoves(sighting: VoiceSighting, transfer: Transfer, at: number): void {
		const { serverId } = sighting;
		const partial = world.server(serverId)?.holes.has("people") ?? true;
		for (const { roomId, letter } of moveLetters(sighting, transfer, { at, partial })) {
			inbox.leave(serverId, roomId, letter);
		}
	}

	/** After a snapshot of a server: it may have changed while we were away, and rooms may be gone. */
	function compareAll(serverId: string): void {
		observe({ kind: "snapshot", serverId });
		const shown = world.server(serverId)?.rooms.keys() ?? [];
		const known = inbox.roomsOf(serverId).map(({ roomId }) => roomId);
		turnWhereItMatters(serverId, new Set([...shown, ...known]), true);
		servers.post(serverId, "snapshot");
	}

	/** Tells those rooms in which anything is on, or was, their present reason for a session. */
	function turnWhereItMatters(serverId: string, roomIds: Iterable<string>, away: boolean): void {
		for (const id of roomIds) if (inbox.knows(id) || world.reason(serverId, id)) turn(serverId, id, away);
	}

	/** Tells a room its present reason for a session, or that it is no more; `away` when that may have changed a while ago. */
	function turn(serverId: string, roomId: string, away: boolean): void {
		if (away && world.lacks(serverId, roomId)) {
			leaveGone(serverId, roomId, away);
			return;
		}
		const [reason, evidence] = [world.reason(serverId, roomId), world.evidence(serverId, roomId)];
		const shown = { at: clock.now(), ...world.shown(serverId, roomId) };
		inbox.leave(serverId, roomId, { kind: "turn", reason, evidence, away, ...shown });
	}

	function leaveGone(serverId: string, roomId: string, away: boolean): void {
		inbox.leave(serverId, roomId, { kind: "gone", at: clock.now(), away });
	}

	/** Tells the rooms of a server whose stored session is open their present reason: it may be gone. */
	async function lookForOpen(serverId: string, waiting: readonly "snapshot"[]): Promise<number> {
		for (const { room_id } of await openSessionsOf(store, serverId)) {
			if (world.server(serverId) && !inbox.knows(room_id)) turn(serverId, room_id, true);
		}
		await letGoAbsent(store, serverId, world);
		return waiting.length;
	}

	function ask(serverId: string, roomId: string, asked: RoomRequest): Promise<boolean> {
		const { promise, resolve, reject } = Promise.withResolvers<boolean>();
		const heard = { at: clock.now(), ...world.shown(serverId, roomId), answer: { resolve, reject } };
		inbox.leave(serverId, roomId, { ...asked, ...heard });
		return promise;
	}

	/** Something may have just changed, so a look that waits already would not see it. */
	function audit(serverId?: string): void {
		profiles.changed(serverId); // another process may have changed them
		for (const one of inbox.roomsOf(serverId)) inbox.look(one.serverId, one.roomId, true);
	}

	async function auditNowAndThen(): Promise<void> {
		while (!inbox.signal.aborted) {
			await clock.sleep(AUDIT_EVERY_MS, inbox.signal);
			profiles.changed(); // another process may have changed them
			for (const { serverId, roomId } of inbox.roomsOf()) inbox.look(serverId, roomId);
		}
	}

	return {
		notice,
		start: (serverId, roomId, called) => ask(serverId, roomId, { kind: "start", called }),
		end: (serverId, roomId, recap) => ask(serverId, roomId, { kind: "end", recap }),
		changePanel: (serverId, roomId, change) => ask(serverId, roomId, { kind: "panel", change }),
		handOver: (serverId, roomId, hostId) => ask(serverId, roomId, { kind: "hand over", hostId }),
		forget: (serverId, roomId, userId) => ask(serverId, roomId, { kind: "forget", userId }),
		audit,
		async stop() {
			await Promise.all([inbox.stop(), servers.stop(), auditing]);
		},
	};
}

/** What a host asks for, or a guest. */
type RoomRequest =
	| { kind: "start"; called: CalledSession }
	| { kind: "end"; recap: string | null }
	| { kind: "panel"; change: PanelChange }
	| { kind: "hand over"; hostId: string }
	| { kind: "forget"; userId: string };
