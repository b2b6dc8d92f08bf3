import {
	ChannelFlags,
	ChannelType,
	GuildMemberFlags,
	OverwriteType,
	StageInstancePrivacyLevel,
} from "discord-api-types/v10";
import { eventPayload } from "./event-payload.ts";
import type { SimRole } from "./grants.ts";
import { bitsOf, may } from "./permissions.ts";
import { CHANNEL_TYPES, isWritten } from "./room-kind.ts";
import { isoTimestamp } from "./timestamp.ts";
import { type SimUser, userPayload } from "./user.ts";
import type { HeldMember, HeldRoom, HeldServer, StageInstance } from "./world.ts";

const VOICE_BITRATE = 64_000;
const STAGE_LIMIT = 10_000;

/** What `VOICE_STATE_UPDATE` carries. */
export type VoiceStatePayload = ReturnType<typeof voiceStatePayload>;

/** A member with their user. Guests were never members: their `joined_at` is null (resources/guild). */
export function memberPayload(member: HeldMember) {
	return {
		user: userPayload(member.user),
		nick: member.nick,
		avatar: null,
		banner: null,
		roles: member.roles.map((role) => role.id),
		joined_at: member.guest ? null : isoTimestamp(member.joinedAt),
		premium_since: null,
		deaf: member.voice?.deaf ?? false,
		mute: member.voice?.mute ?? false,
		flags:
			(member.guest ? GuildMemberFlags.IsGuest : 0) |
			(member.isQuarantined ? GuildMemberFlags.AutomodQuarantinedUsernameOrGuildNickname : 0),
		pending: false,
		communication_disabled_until: member.timedOutUntil === null ? null : isoTimestamp(member.timedOutUntil),
	};
}

/** Where somebody is. In `GUILD_CREATE` it carries neither the member nor the server's id. */
export function voiceStatePayload(member: HeldMember, parts: { withMember: boolean; withServer: boolean }) {
	const { voice, server } = member;
	const asked = voice?.requestToSpeakAt ?? null;
	return {
		...(parts.withServer && { guild_id: server.id }),
		channel_id: voice?.room.id ?? null,
		user_id: member.id,
		...(parts.withMember && { member: memberPayload(member) }),
		session_id: voice?.sessionId ?? member.lastSessionId,
		deaf: voice?.deaf ?? false,
		mute: voice?.mute ?? false,
		self_deaf: voice?.selfDeaf ?? false,
		self_mute: voice?.selfMute ?? false,
		self_video: false,
		suppress: voice?.suppress ?? false,
		request_to_speak_timestamp: asked === null ? null : isoTimestamp(asked),
	};
}

/** A role. */
export function rolePayload(server: HeldServer, role: SimRole) {
	return {
		id: role.id,
		name: role.name,
		color: 0,
		colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
		hoist: false,
		icon: null,
		unicode_emoji: null,
		position: [...server.roles.keys()].indexOf(role.id),
		permissions: String(role.permissions),
		managed: role.managed,
		mentionable: false,
		flags: 0,
		...(role === server.botRole && { tags: { bot_id: server.bot.id } }),
	};
}

/**
 * A channel as the bot may see it. What it cannot view is obfuscated: no name, a flag, one overwrite
 * (https://github.com/discord/discord-api-docs/pull/8454).
 */
export function channelPayload(room: HeldRoom, parts: { withServer: boolean; obfuscate?: boolean }) {
	const hidden = (parts.obfuscate ?? true) && !may(room, room.server.bot, "ViewChannel");
	const base = {
		id: room.id,
		type: CHANNEL_TYPES[room.kind],
		...(parts.withServer && { guild_id: room.server.id }),
		position: [...room.server.rooms.keys()].indexOf(room.id),
		parent_id: null,
	};
	if (hidden) {
		const deny = String(bitsOf("ViewChannel"));
		return {
			...base,
			name: "___hidden___",
			flags: ChannelFlags.ChannelObfuscated,
			permission_overwrites: [{ id: room.server.id, type: OverwriteType.Role, allow: "0", deny }],
		};
	}
	return {
		...base,
		name: room.name,
		flags: 0,
		permission_overwrites: [...room.overwrites.values()].map(({ id, type, allow, deny }) => {
			return { id, type, allow: String(allow), deny: String(deny) };
		}),
		nsfw: false,
		rate_limit_per_user: 0,
		last_message_id: room.messages.at(-1)?.id ?? null,
		...(isWritten(room)
			? { topic: null }
			: { bitrate: VOICE_BITRATE, user_limit: room.kind === "stage" ? STAGE_LIMIT : 0, rtc_region: null }),
	};
}

/** A live stage. */
export function stagePayload(room: HeldRoom, instance: StageInstance) {
	return {
		id: instance.id,
		guild_id: room.server.id,
		channel_id: room.id,
		topic: instance.topic,
		privacy_level: StageInstancePrivacyLevel.GuildOnly,
		discoverable_disabled: true,
		guild_scheduled_event_id: instance.event?.id ?? null,
	};
}

/**
 * A server with everything a session is shown at its start. Members are only the bot and whoever is in a voice room,
 * as for every bot without the presences intent (events/gateway-events, "Guild Create").
 */
export function serverPayload(server: HeldServer, parts = { withVoiceStates: true }) {
	const present = [...server.inVoice.values()];
	const people = new Set([server.bot, ...present.filter(({ leftOut }) => !leftOut)]);
	const instances = [...server.rooms.values()].flatMap((room) =>
		room.instance ? [stagePayload(room, room.instance)] : [],
	);
	return {
		id: server.id,
		name: server.name,
		icon: null,
		splash: null,
		discovery_splash: null,
		owner_id: server.owner.id,
		region: "deprecated",
		afk_channel_id: null,
		afk_timeout: 300,
		verification_level: 1,
		default_message_notifications: 1,
		explicit_content_filter: 0,
		mfa_level: 0,
		nsfw_level: 0,
		premium_tier: 0,
		premium_subscription_count: 0,
		premium_progress_bar_enabled: false,
		preferred_locale: server.locale,
		description: null,
		banner: null,
		vanity_url_code: null,
		application_id: null,
		system_channel_id: server.systemChannel?.id ?? null,
		system_channel_flags: 0,
		rules_channel_id: server.rulesChannel?.id ?? null,
		public_updates_channel_id: server.updatesChannel?.id ?? null,
		safety_alerts_channel_id: null,
		hub_type: null,
		max_members: 500_000,
		max_presences: null,
		max_video_channel_users: 25,
		max_stage_video_channel_users: 50,
		features: ["COMMUNITY", "NEWS"],
		joined_at: isoTimestamp(server.bot.joinedAt),
		large: server.members.size > 50,
		unavailable: false,
		member_count: server.members.size,
		roles: [...server.roles.values()].map((role) => rolePayload(server, role)),
		emojis: [],
		stickers: [],
		soundboard_sounds: [],
		threads: [],
		presences: [],
		channels: [...server.rooms.values()].map((room) => channelPayload(room, { withServer: false })),
		members: [...people].map(memberPayload),
		voice_states: parts.withVoiceStates
			? present.map((member) => voiceStatePayload(member, { withMember: false, withServer: false }))
			: [],
		stage_instances: instances,
		guild_scheduled_events: [...server.events.values()].map(eventPayload),
	};
}

/** A server without who and what is on it, as the HTTP API and GUILD_UPDATE show it. */
export function bareServerPayload(server: HeldServer) {
	const { channels, members, voice_states, stage_instances, guild_scheduled_events, threads, presences, ...rest } =
		serverPayload(server);
	return rest;
}

/** A server as GUILD_CREATE shows it: without what the gateway leaves out. */
export function shownPayload(...of: Parameters<typeof serverPayload>): Partial<ReturnType<typeof serverPayload>> {
	const [{ leavesOut }] = of;
	return Object.fromEntries(Object.entries(serverPayload(...of)).filter(([field]) => !leavesOut.has(field)));
}

/** Direct messages with a user. */
export function directPayload(id: string, user: SimUser) {
	return { id, type: ChannelType.DM, last_message_id: null, flags: 0, recipients: [userPayload(user)] };
}
