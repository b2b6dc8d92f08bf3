import { GatewayCloseCodes } from "discord-api-types/v10";
import * as z from "zod";
import { memberPayload } from "../payloads.ts";
import { shardOf } from "../snowflake.ts";
import type { HeldServer, SimWorld } from "../world.ts";
import type { GatewaySession } from "./gateway-session.ts";

/** So many members are returned at most, by ids as well as by a prefix of their name. */
const MOST_RETURNED = 100;
const LONGEST_NONCE_BYTES = 32;

const Request = z.object({
	guild_id: z.string(),
	query: z.string().optional(),
	limit: z.number().int().optional(),
	user_ids: z.union([z.string(), z.array(z.string())]).optional(),
	nonce: z.unknown().optional(),
});

/**
 * Answers op 8, Request Guild Members (events/gateway-events, "Request Guild Members"); a code says why the connection is
 * closed instead. Guests are no members, so they come back as not found. Nothing is answered about a server that the
 * session is not shown.
 */
export function answerMemberRequest(
	world: SimWorld,
	session: GatewaySession,
	d: unknown,
): GatewayCloseCodes | undefined {
	const request = Request.safeParse(d);
	if (!request.success) return GatewayCloseCodes.UnknownOpcode;
	const { guild_id: serverId, query, limit = MOST_RETURNED, user_ids } = request.data;
	// "Unknown opcode" is also what Discord says to a request it cannot read (discord-api-docs#1372).
	if (query === undefined && user_ids === undefined) return GatewayCloseCodes.UnknownOpcode;
	const userIds = [user_ids ?? []].flat();
	// Without a name and without ids it is a request for everybody, which needs a privileged intent.
	if (!query && userIds.length === 0) return GatewayCloseCodes.DisallowedIntents;
	const nonce = nonceOf(request.data.nonce);
	world.memberRequests.push({ serverId, userIds, nonce });
	const server = world.servers.get(serverId);
	if (!server || server.outage || shardOf(serverId, session.shard[1]) !== session.shard[0]) return undefined;
	const { members, not_found } = query ? startingWith(server, query, limit) : withIds(server, userIds);
	const chunk = {
		guild_id: serverId,
		members: members.map(memberPayload),
		chunk_index: 0,
		chunk_count: 1, // a chunk holds up to 1000 members
		not_found,
		...(nonce !== undefined && { nonce }),
	};
	void world.sessions.answer(session, "GUILD_MEMBERS_CHUNK", chunk);
	return undefined;
}

/** A nonce that is too long is ignored. */
function nonceOf(nonce: unknown): string | undefined {
	return typeof nonce === "string" && Buffer.byteLength(nonce) <= LONGEST_NONCE_BYTES ? nonce : undefined;
}

function membersOf(server: HeldServer) {
	return [...server.members.values()].filter((member) => !member.guest);
}

function startingWith(server: HeldServer, prefix: string, limit: number) {
	const matching = membersOf(server).filter(({ displayName }) =>
		displayName.toLowerCase().startsWith(prefix.toLowerCase()),
	);
	return { members: matching.slice(0, Math.min(limit || MOST_RETURNED, MOST_RETURNED)), not_found: [] };
}

function withIds(server: HeldServer, userIds: readonly string[]) {
	const ids = new Set(userIds.slice(0, MOST_RETURNED));
	const members = membersOf(server).filter(({ id }) => ids.has(id));
	const found = new Set(members.map(({ id }) => id));
	return { members, not_found: [...ids].filter((id) => !found.has(id)) };
}
