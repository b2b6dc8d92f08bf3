import { ApiError } from "../errors.ts";
import { bareServerPayload, directPayload, memberPayload, voiceStatePayload } from "../payloads.ts";
import { may } from "../permissions.ts";
import { userPayload } from "../user.ts";
import type { HeldServer, SimWorld } from "../world.ts";
import { type Call, ok, type RestReply, type Route } from "./route.ts";

/** The gateway's address, the bot itself, servers, members and users. */
export const directoryRoutes: Route[] = [
	{ method: "GET", path: "/gateway", withoutToken: true, run: ({ world }) => ok({ url: world.gatewayUrl }) },
	{ method: "GET", path: "/gateway/bot", run: ({ world }) => ok(gatewayForBot(world)) },
	{ method: "GET", path: "/users/@me", run: ({ world }) => ok({ ...userPayload(world.bot), verified: true }) },
	{ method: "POST", path: "/users/@me/channels", run: openDirectMessage },
	{ method: "GET", path: "/users/:user", run: getUser },
	{ method: "GET", path: "/applications/@me", run: ({ world }) => ok(application(world)) },
	{ method: "GET", path: "/oauth2/applications/@me", run: ({ world }) => ok(application(world)) },
	{ method: "GET", path: "/guilds/:guild", run: (call) => ok(bareServerPayload(serverOf(call))) },
	{ method: "GET", path: "/guilds/:guild/members/:user", run: getMember },
	{ method: "GET", path: "/guilds/:guild/voice-states/:user", run: getVoiceState },
];

function gatewayForBot(world: SimWorld) {
	const { identifiesPerDay, maxConcurrency } = world.limits;
	return {
		url: world.gatewayUrl,
		shards: 1,
		session_start_limit: {
			total: identifiesPerDay,
			remaining: world.sessions.identifiesLeft(),
			reset_after: 24 * 60 * 60 * 1000,
			max_concurrency: maxConcurrency,
		},
	};
}

function application({ bot, servers }: SimWorld) {
	return {
		id: bot.id,
		name: bot.username,
		icon: null,
		description: "",
		bot_public: true,
		bot_require_code_grant: false,
		summary: "",
		verify_key: "0".repeat(64),
		flags: 0,
		bot: userPayload(bot),
		owner: userPayload(bot),
		team: null,
		approximate_guild_count: servers.size,
	};
}

/** The server that a call is about. */
export function serverOf({ world, params }: Call): HeldServer {
	const server = world.servers.get(params.guild ?? "");
	if (!server) throw new ApiError(10004);
	if (server.outage) throw new ApiError(50001);
	return server;
}

function getUser({ world, params }: Call): RestReply {
	const user = world.users.get(params.user ?? "");
	if (!user) throw new ApiError(10013);
	return ok(userPayload(user));
}

function getMember(call: Call): RestReply {
	const { world, params } = call;
	const member = serverOf(call).members.get(params.user ?? "");
	if (!member && !world.users.has(params.user ?? "")) throw new ApiError(10013);
	if (!member || member.guest) throw new ApiError(10007);
	return ok(memberPayload(member));
}

/** Somebody's voice state, for a bot that can see and enter their room (resources/voice). */
function getVoiceState(call: Call): RestReply {
	const server = serverOf(call);
	const member = server.members.get(call.params.user ?? "");
	if (!member?.voice) throw new ApiError(10065);
	if (!may(member.voice.room, server.bot, "ViewChannel", "Connect")) throw new ApiError(50001);
	return ok(voiceStatePayload(member, { withMember: true, withServer: true }));
}

/** Opening works; writing there is refused by everybody who has not said that they take private messages. */
function openDirectMessage({ world, body }: Call): RestReply {
	const { recipient_id } = (body ?? {}) as { recipient_id?: string };
	const user = world.users.get(recipient_id ?? "");
	if (!user) throw new ApiError(10013);
	if (user.bot) throw new ApiError(50007);
	const id = world.directRooms.get(user.id)?.id ?? world.ids.next();
	world.directChannels.add(id);
	return ok(directPayload(id, user));
}
