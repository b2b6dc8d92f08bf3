import { Client, GatewayIntentBits, OAuth2Scopes, Options } from "discord.js";
import { NEEDED } from "../permissions.ts";
import { ANSWER_LIMITS, type Exchange, isAboutMessage, SHORT_WAIT_MS } from "./exchange.ts";
import type { Shards } from "./shards.ts";

const SWEEP_EVERY_S = 3_600;

/**
 * A discord.js client that holds no more than Byname needs: nothing privileged, no messages, nobody who is not in a
 * room. `apiUrl` is Discord's API without the version; `makeRequest` makes each request, `shards` says
 * how its gateway connections are to behave.
 *
 * Retries, pacing and back-off are delivery's business, so the HTTP side does each request once. Its own limit on all
 * requests is lifted for the same reason; delivery keeps a budget below Discord's.
 */
export function createClient(apiUrl: string, makeRequest: Exchange, shards: Shards = {}): Client {
	return new Client({
		ws: shards,
		intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates, GatewayIntentBits.GuildScheduledEvents],
		allowedMentions: { parse: [] },
		rest: {
			api: apiUrl,
			makeRequest,
			retries: 0,
			timeout: SHORT_WAIT_MS + ANSWER_LIMITS.withinMs,
			globalRequestsPerSecond: Number.POSITIVE_INFINITY,
			invalidRequestWarningInterval: 50,
			rejectOnRateLimit: ({ method, route, retryAfter }) => isAboutMessage(method, route) || retryAfter > SHORT_WAIT_MS,
		},
		makeCache: Options.cacheWithLimits({
			...Options.DefaultMakeCacheSettings,
			ApplicationCommandManager: 0,
			AutoModerationRuleManager: 0,
			BaseGuildEmojiManager: 0,
			GuildBanManager: 0,
			GuildInviteManager: 0,
			GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
			GuildStickerManager: 0,
			MessageManager: 0,
			PresenceManager: 0,
			ReactionManager: 0,
			ThreadManager: 0,
			ThreadMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
			UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
		}),
		sweepers: {
			...Options.DefaultSweeperSettings,
			voiceStates: { interval: SWEEP_EVERY_S, filter: () => (state) => state.channelId === null },
		},
	});
}

/** The link with which somebody adds the bot to their server; it asks for what Byname needs, and no more. */
export function inviteLink(applicationId: string): string {
	const permissions = NEEDED.reduce((all, { bit }) => all | bit, 0n);
	const query = new URLSearchParams({
		client_id: applicationId,
		scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
		permissions: String(permissions),
	});
	return `https://discord.com/oauth2/authorize?${query}`;
}
