import { shownPayload } from "../payloads.ts";
import { shardOf } from "../snowflake.ts";
import { userPayload } from "../user.ts";
import type { SimWorld } from "../world.ts";
import type { GatewaySession } from "./gateway-session.ts";
import { intentOf } from "./intents.ts";

/** Writes what a session is shown at its start: READY, then each server of its shard. */
export function writeSnapshot(world: SimWorld, session: GatewaySession): Promise<void>[] {
	const [shard, shardCount] = session.shard;
	const servers = [...world.servers.values()].filter(({ id }) => shardOf(id, shardCount) === shard);
	const ready = readyPayload(
		world,
		session,
		servers.map(({ id }) => id),
	);
	const json = (eventName: string, data: unknown) => JSON.stringify(world.faults.isEmpty(eventName) ? null : data);
	const writes = [session.dispatch("READY", json("READY", ready))];
	const withVoiceStates = session.asksFor(intentOf("VOICE_STATE_UPDATE"));
	for (const server of servers) {
		if (server.outage === "untold") continue;
		if (server.outage === "told") {
			writes.push(session.dispatch("GUILD_DELETE", JSON.stringify({ id: server.id, unavailable: true })));
		} else if (session.asksFor(intentOf("GUILD_CREATE"))) {
			writes.push(session.dispatch("GUILD_CREATE", json("GUILD_CREATE", shownPayload(server, { withVoiceStates }))));
		}
	}
	return writes;
}

function readyPayload({ bot, gatewayUrl }: SimWorld, { id, shard }: GatewaySession, serverIds: string[]) {
	return {
		v: 10,
		user: { ...userPayload(bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
		user_settings: {},
		guilds: serverIds.map((serverId) => ({ id: serverId, unavailable: true })),
		session_id: id,
		resume_gateway_url: gatewayUrl,
		session_type: "normal",
		shard,
		application: { id: bot.id, flags: 0 },
		private_channels: [],
		relationships: [],
		presences: [],
		guild_join_requests: [],
		geo_ordered_rtc_regions: [],
		_trace: ["simulator"],
	};
}
