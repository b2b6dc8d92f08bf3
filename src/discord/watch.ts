import { type Client, Events, type GatewayDispatchPayload } from "discord.js";
import type { Logger } from "pino";
import { ZodError } from "zod";
import type { Clock } from "../clock.ts";
import type { Interest } from "../rooms/expecting.ts";
import type { Sighting } from "../rooms/sighting.ts";
import type { SeenServer } from "../rooms/snapshot.ts";
import type { Person, ServerView } from "../rooms/view.ts";
import { problemsIn } from "../unquoted.ts";
import { followCreators } from "./creators.ts";
import { followAbsences } from "./gateway.ts";
import { readPacket, type VoicePacket } from "./packets.ts";
import type { Unread } from "./parts.ts";
import { isNameless, type People } from "./people.ts";

export interface WatchContext {
	client: Client;
	clock: Clock;
	log: Logger;
	people: Pick<People, "whoIs" | "askAgain">;
	/** Called with everything that Discord shows about rooms. */
	notice(sighting: Sighting): void;
	/** Called with what somebody has just said of a scheduled event. */
	onInterest(interest: Interest): void;
	/** Called when our permissions in a server may have changed. */
	onPermissions(serverId: string): void;
}

/** A voice packet, and whether it tells of something as it happens. */
type SeenPacket = VoicePacket & { witnessed: boolean };

/** One visit of somebody whom nobody could name: where they are meanwhile. */
interface NamelessVisit {
	latest: SeenPacket;
}

/** What a shard is told after an absence longer than this counts as unseen, as in a snapshot: arrivals are owed an apology. */
const WHILE_MS = 60_000;

/** Packets after which a channel that turned us away may let us in. */
const ABOUT_PERMISSIONS = new Set([
	"GUILD_CREATE",
	"CHANNEL_UPDATE",
	"GUILD_ROLE_UPDATE",
	"GUILD_ROLE_CREATE",
	"GUILD_ROLE_DELETE",
	"GUILD_MEMBER_UPDATE",
]);

/** Turns the gateway's packets into sightings. A malformed packet is logged with its ids and disturbs nothing else. */
export function watchGateway({ client, clock, log, people, notice, onInterest, onPermissions }: WatchContext): void {
	/** People whose name is being asked for, and where they are meanwhile; by server and user. */
	const unnamed = new Map<string, SeenPacket>();
	/** People whom nobody could name and who are shown without a name until somebody can; likewise. */
	const nameless = new Map<string, NamelessVisit>();
	/** People in rooms, whose packets may leave out who they are; by server and user. */
	const known = new Map<string, Map<string, Person>>();
	const hasBeenAway = followAbsences(client, clock, WHILE_MS);
	const creators = followCreators({ log, people, notice });

	function take(packet: GatewayDispatchPayload, shardId: number): void {
		const unread: Unread[] = [];
		const read = readPacket(packet.t, packet.d, clock.now(), (part) => unread.push(part));
		if (unread.length > 0) report(packet, unread);
		if (!read) return;
		if (read.kind === "move") {
			move({ ...read.move, witnessed: !hasBeenAway(shardId) });
			return;
		}
		if (read.kind === "interest") onInterest(read.interest);
		else if (read.kind === "server") takeSnapshot(read.server);
		else notice(withoutBots(read));
	}

	/** What a packet shows, with no event that is a bot's. Forgets what is no more. */
	function withoutBots(sighting: Sighting): Sighting {
		switch (sighting.kind) {
			case "event":
				return { ...sighting, event: creators.vet(sighting.serverId, sighting.event) };
			case "eventGone":
				creators.forget(sighting.serverId, sighting.eventId);
				return sighting;
			case "serverGone":
				forget(sighting.serverId);
				return sighting;
			default:
				return sighting;
		}
	}

	function takeSnapshot(server: SeenServer): void {
		if (server.holes.size > 0) {
			const lacks = [...server.holes];
			log.warn(
				{ server: server.id, lacks },
				"Discord shows a server in part; what it leaves out stays as it was known",
			);
		}
		forget(server.id);
		const named = namedIn(server);
		known.set(server.id, named);
		for (const event of server.events.values()) server.events.set(event.id, creators.vet(server.id, event));
		notice({ kind: "server", server });
		for (const person of named.values()) creators.learn(person);
		for (const packet of unnamedIn(server)) move(packet);
	}

	function report({ t: packet, d }: GatewayDispatchPayload, unread: readonly Unread[]): void {
		const parts = unread.slice(0, MOST_PARTS_LOGGED).map(describePart);
		log.error(
			{ packet, ...idsOf(d), count: unread.length, parts },
			"parts of a packet from Discord could not be read; passed over, the rest of it holds",
		);
	}

	/** Forgets the people in a server's rooms: they may have left, or changed their name, while we were not told. */
	function forget(serverId: string): void {
		known.delete(serverId);
		creators.forget(serverId, null);
		for (const [key, packet] of unnamed) if (packet.serverId === serverId) unnamed.delete(key);
		for (const [key, { latest }] of nameless) if (latest.serverId === serverId) nameless.delete(key);
	}

	function knownIn(serverId: string): Map<string, Person> {
		const people = known.get(serverId) ?? new Map<string, Person>();
		known.set(serverId, people);
		return people;
	}

	/** Takes in whom a packet is about; returns them unless only Discord can tell. */
	function recall(packet: SeenPacket, key: string): Person | undefined {
		const people = knownIn(packet.serverId);
		if (packet.person) {
			people.set(packet.userId, packet.person);
			creators.learn(packet.person);
		}
		const person = packet.person ?? people.get(packet.userId);
		if (packet.roomId === null) people.delete(packet.userId); // only people in rooms are remembered
		const visit = nameless.get(key);
		if (packet.person || packet.roomId === null) nameless.delete(key);
		else if (visit) visit.latest = packet;
		return person;
	}

	function move(packet: SeenPacket): void {
		const key = `${packet.serverId} ${packet.userId}`;
		const person = recall(packet, key);
		if (person || packet.roomId === null) {
			unnamed.delete(key);
			see(packet, person ?? { id: packet.userId, name: "", bot: false });
		} else {
			const asking = unnamed.has(key);
			unnamed.set(key, packet);
			if (!asking) void ask(key, packet);
		}
	}

	async function ask(key: string, { serverId, userId }: SeenPacket): Promise<void> {
		const person = await people.whoIs(serverId, userId);
		const latest = unnamed.get(key);
		if (!latest) return; // gone again, or named by a later packet
		unnamed.delete(key);
		knownIn(serverId).set(userId, person);
		see(latest, person);
		if (isNameless(person)) await askAgain(key, latest);
	}

	/** Asks for as long as this visit lasts: who comes again is asked for anew. The first answer names them, whichever visit it was for. */
	async function askAgain(key: string, packet: SeenPacket): Promise<void> {
		const { serverId, userId } = packet;
		const visit = { latest: packet };
		nameless.set(key, visit);
		const person = await people.askAgain(serverId, userId, () => nameless.get(key) === visit);
		const now = nameless.get(key);
		if (!person || !now) return;
		nameless.delete(key);
		knownIn(serverId).set(userId, person);
		creators.learn(person);
		see(now.latest, person);
	}

	function see({ serverId, roomId, onStage, witnessed }: SeenPacket, person: Person): void {
		notice({ kind: "voice", serverId, person, roomId, onStage, witnessed });
	}

	client.on(Events.Raw, (packet: GatewayDispatchPayload, shardId: number) => {
		try {
			take(packet, shardId);
			if (ABOUT_PERMISSIONS.has(packet.t)) onPermissions(serverIdOf(packet.d));
		} catch (err) {
			const problem = err instanceof ZodError ? { problem: problemsIn(err) } : { err };
			log.error(
				{ ...problem, packet: packet.t, ...idsOf(packet.d) },
				"a packet from Discord could not be read; passed over",
			);
		}
	});
}

function namedIn({ rooms }: ServerView): Map<string, Person> {
	const people = [...rooms.values()].flatMap(({ present }) => [...present.values()].map(({ person }) => person));
	return new Map(people.filter(({ name }) => name !== "").map((person) => [person.id, person]));
}

/** The people whom a snapshot shows without their names, as guests of a single call may be. */
function unnamedIn({ id: serverId, rooms }: ServerView): SeenPacket[] {
	return [...rooms.values()].flatMap(({ id: roomId, present }) =>
		[...present]
			.filter(([, { unnamed }]) => unnamed)
			.map(([userId, { onStage }]) => ({ serverId, userId, person: null, roomId, onStage, witnessed: false })),
	);
}

/** The log names at most so many malformed parts of a packet. */
const MOST_PARTS_LOGGED = 10;

function describePart({ list, data, error }: Unread) {
	const userId = typeof data === "object" && data !== null && "user" in data ? idsOf(data.user).id : undefined;
	return { list, ...idsOf(data), ...(userId && { user_id: userId }), problem: problemsIn(error) };
}

const IDS = ["id", "guild_id", "channel_id", "user_id", "event_id", "event_exception_id"] as const;

/** The ids in a packet that could not be read, as far as they look like ids. */
function idsOf(data: unknown): Record<string, string> {
	const ids: Record<string, string> = {};
	if (typeof data !== "object" || data === null) return ids;
	for (const key of IDS) {
		const value: unknown = (data as Record<string, unknown>)[key];
		if (typeof value === "string" && /^\d{1,20}$/.test(value)) ids[key] = value;
	}
	return ids;
}

function serverIdOf(data: unknown): string {
	const ids = idsOf(data);
	return ids.guild_id ?? ids.id ?? "";
}
