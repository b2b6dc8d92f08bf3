import { type Client, Events, GatewayDispatchEvents, type GatewayDispatchPayload, GatewayOpcodes } from "discord.js";
import type { Logger } from "pino";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Person } from "../rooms/view.ts";
import { snowflake } from "../snowflake.ts";
import { problemsIn } from "../unquoted.ts";
import { connectedShard, shardIdOf } from "./gateway.ts";
import { type Allowance, allowanceAt, FULL_ALLOWANCE, roundOf, type Unnamed } from "./member-round.ts";
import { member, personOf } from "./parts.ts";

export interface MemberRequestContext {
	client: Client;
	clock: Clock;
	log: Logger;
	/** Nothing is requested after it aborts, and nobody waits any more. */
	signal: AbortSignal;
}

/** Asks the gateway for members by their ids. */
export interface MemberRequests {
	/**
	 * Who a member of a server is; null if the gateway does not say within about two seconds. Who is not urgent may wait
	 * longer to be requested, for as long as there is no connection, too. Never rejects.
	 */
	request(unnamed: Unnamed): Promise<Person | typeof NO_MEMBER | null>;
	/** Makes somebody urgent who waits to be requested. */
	hurry(serverId: string, userId: string): void;
}

/** What the gateway says of who is no member of the server: a guest of one of its rooms, or somebody who has left. */
export const NO_MEMBER = "none";

/** People often come without their names at the same moment, and then one request names them all. */
const GATHERING_MS = 5;
const BETWEEN_ROUNDS_MS = 1_000;
/** Discord answers within a fraction of this, or not at all. */
const ANSWERED_WITHIN_MS = 2_000;

const membersChunk = z.object({
	guild_id: snowflake,
	nonce: z.string(),
	chunk_index: z.int(),
	chunk_count: z.int(),
	members: z.array(z.unknown()), // read one by one, so that a malformed one does not hide the others
	not_found: z.array(z.unknown()).nullish(),
});

interface UnnamedAsker extends Unnamed {
	answer(person: Person | typeof NO_MEMBER | null): void;
}

/** A request that is not fully answered yet. */
interface OpenRequest {
	serverId: string;
	/** By user id, who asks about those of whom nothing has been said yet. Several may ask about the same person. */
	askers: Map<string, UnnamedAsker[]>;
	/** The parts of the answer that have come. */
	chunks: Set<number>;
	answered: AbortController;
}

/**
 * Requests members by their ids over the gateway (op 8), which takes no privileged intent: the first few milliseconds
 * together, then once a second for each shard.
 */
export function memberRequests({ client, clock, log, signal }: MemberRequestContext): MemberRequests {
	/** Who waits to be requested, by shard; a shard that is here is being served. */
	const waiting = new Map<number, UnnamedAsker[]>();
	const allowances = new Map<number, Allowance>();
	/** By nonce. */
	const open = new Map<string, OpenRequest>();
	let sent = 0;

	async function serve(shardId: number): Promise<void> {
		await clock.sleep(GATHERING_MS, signal);
		for (let askers = waiting.get(shardId); askers?.length; askers = waiting.get(shardId)) {
			waiting.set(shardId, ask(shardId, askers));
			await clock.sleep(BETWEEN_ROUNDS_MS, signal);
		}
		waiting.delete(shardId);
	}

	/** Requests whom it may; returns those who wait for the next round. */
	function ask(shardId: number, askers: readonly UnnamedAsker[]): UnnamedAsker[] {
		const shard = signal.aborted ? undefined : connectedShard(client, shardId);
		if (!shard) {
			const mayWait = ({ isUrgent }: UnnamedAsker) => !isUrgent && !signal.aborted;
			giveUp(askers.filter((asker) => !mayWait(asker)));
			return askers.filter(mayWait);
		}
		const allowance = allowanceAt(allowances.get(shardId) ?? FULL_ALLOWANCE, clock.steady());
		const round = roundOf(askers, Math.floor(allowance.requests));
		allowances.set(shardId, { ...allowance, requests: allowance.requests - round.requests.length });
		for (const people of round.requests) {
			const nonce = String(++sent);
			void expectAnswer(nonce, people);
			shard.send({ op: GatewayOpcodes.RequestGuildMembers, d: { ...idsOf(people), nonce } });
		}
		giveUp(round.oneByOne);
		return round.waiting;
	}

	/** Keeps a request open until it is answered, or for as long as an answer may take. */
	async function expectAnswer(nonce: string, people: readonly UnnamedAsker[]): Promise<void> {
		const answered = new AbortController();
		const askers = Map.groupBy(people, ({ userId }) => userId);
		open.set(nonce, { serverId: idsOf(people).guild_id, askers, chunks: new Set(), answered });
		await clock.sleep(ANSWERED_WITHIN_MS, AbortSignal.any([signal, answered.signal]));
		open.delete(nonce);
		giveUp([...askers.values()].flat());
	}

	function hear(data: unknown): void {
		const chunk = membersChunk.safeParse(data);
		if (!chunk.success) {
			complain(chunk.error);
			return;
		}
		const { guild_id, nonce, chunk_index, chunk_count, members, not_found } = chunk.data;
		const request = open.get(nonce);
		if (request?.serverId !== guild_id) return; // too late, or another's
		for (const one of members) {
			const { data: read, error } = member.safeParse(one);
			if (read) settle(request, read.user.id, personOf(read));
			else complain(error);
		}
		for (const id of not_found ?? []) settle(request, id, NO_MEMBER);
		request.chunks.add(chunk_index);
		if (request.askers.size === 0 || request.chunks.size >= chunk_count) request.answered.abort();
	}

	function complain(error: z.ZodError): void {
		log.error(
			{ problem: problemsIn(error) },
			"an answer about members could not be read in full; whom it leaves out is asked for one by one",
		);
	}

	client.on(Events.Raw, ({ t, d }: GatewayDispatchPayload) => {
		if (t === GatewayDispatchEvents.GuildMembersChunk) hear(d);
	});

	return {
		request(unnamed) {
			const { promise, resolve } = Promise.withResolvers<Person | typeof NO_MEMBER | null>();
			const shardId = shardIdOf(client, unnamed.serverId);
			const asker = { ...unnamed, answer: resolve };
			const others = waiting.get(shardId);
			if (others) others.push(asker);
			else {
				waiting.set(shardId, [asker]);
				void serve(shardId);
			}
			return promise;
		},
		hurry(serverId, userId) {
			const shardId = shardIdOf(client, serverId);
			const isMeant = (asker: UnnamedAsker) => asker.serverId === serverId && asker.userId === userId;
			const askers = waiting.get(shardId)?.map((asker) => (isMeant(asker) ? { ...asker, isUrgent: true } : asker));
			if (askers) waiting.set(shardId, askers);
		},
	};
}

function idsOf(people: readonly Unnamed[]) {
	return { guild_id: people[0]?.serverId ?? "", user_ids: [...new Set(people.map(({ userId }) => userId))] };
}

function settle({ askers }: OpenRequest, userId: unknown, person: Person | typeof NO_MEMBER): void {
	if (typeof userId !== "string") return;
	for (const { answer } of askers.get(userId) ?? []) answer(person);
	askers.delete(userId);
}

function giveUp(askers: Iterable<UnnamedAsker>): void {
	for (const { answer } of askers) answer(null);
}
