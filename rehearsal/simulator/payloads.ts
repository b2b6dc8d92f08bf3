import {
	ChannelFlags,
	ChannelType,
	GuildScheduledEventEntityType,
	GuildScheduledEventPrivacyLevel,
	GuildScheduledEventStatus,
	MessageType,
	OverwriteType,
	StageInstancePrivacyLevel,
} from "discord-api-types/v10";
import type { SimEvent } from "./event.ts";
import type { SimMember } from "./member.ts";
import type { SimMessage } from "./message.ts";
import { bitsOf, may } from "./permissions.ts";
import type { SimRoom, StageInstance } from "./room.ts";
import type { SimRole, SimServer } from "./server.ts";
import { timeOf } from "./snowflake.ts";
import type { SimUser } from "./world.ts";

const CHANNEL_TYPE = { stage: ChannelType.GuildStageVoice, voice: ChannelType.GuildVoice, text: ChannelType.GuildText };
const MEMBER_FLAG_GUEST = 1 << 4;
const VOICE_BITRATE = 64_000;
const STAGE_LIMIT = 10_000;

/** What `VOICE_STATE_UPDATE` carries. */
export type VoiceStatePayload = ReturnType<typeof voiceStatePayload>;

/** A user as others see them; `bot` is left out for people. */
export function userPayload(user: SimUser) {
	return {
		id: user.id,
		username: user.username,
		discriminator: "0",
		global_name: user.globalName,
		avatar: null,
		...(user.bot && { bot: true }),
		public_flags: 0,
		avatar_decoration_data: null,
	};
}

/** A member with their user. Guests were never members: their `joined_at` is null (resources/guild). */
export function memberPayload(member: SimMember) {
	return {
		user: userPayload(member.user),
		nick: member.nick,
		avatar: null,
		banner: null,
		roles: member.roles.map((role) => role.id),
		joined_at: member.guest ? null : member.server.world.timestamp(member.joinedAt),
		premium_since: null,
		deaf: member.voice?.deaf ?? false,
		mute: member.voice?.mute ?? false,
		flags: member.guest ? MEMBER_FLAG_GUEST : 0,
		pending: false,
		communication_disabled_until: null,
	};
}

/** Where somebody is. In `GUILD_CREATE` it carries neither the member nor the server's id. */
export function voiceStatePayload(member: SimMember, parts: { withMember: boolean; withServer: boolean }) {
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
		request_to_speak_timestamp: asked === null ? null : server.world.timestamp(asked),
	};
}

/** A role. */
export function rolePayload(server: SimServer, role: SimRole) {
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
export function channelPayload(room: SimRoom, parts: { withServer: boolean; obfuscate?: boolean }) {
	const hidden = (parts.obfuscate ?? true) && !may(room, room.server.bot, "ViewChannel");
	const base = {
		id: room.id,
		type: CHANNEL_TYPE[room.kind],
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
		...(room.kind === "text"
			? { topic: null }
			: { bitrate: VOICE_BITRATE, user_limit: room.kind === "stage" ? STAGE_LIMIT : 0, rtc_region: null }),
	};
}

/** A live stage. */
export function stagePayload(room: SimRoom, instance: StageInstance) {
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

/** A scheduled event as the gateway sends it: without `creator` and `user_count`. */
export function eventPayload(event: SimEvent) {
	const { world } = event.server;
	const active = event.status === GuildScheduledEventStatus.Active;
	const { Voice, StageInstance: Stage } = GuildScheduledEventEntityType;
	return {
		id: event.id,
		guild_id: event.server.id,
		channel_id: event.room.id,
		creator_id: event.creator?.id ?? event.server.owner.id,
		name: event.name,
		description: event.description,
		image: null,
		scheduled_start_time: world.timestamp(event.startsAt),
		scheduled_end_time: null,
		privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
		status: event.status,
		entity_type: event.room.kind === "stage" ? Stage : Voice,
		entity_id: active && event.room.instance?.event === event ? event.room.instance.id : null,
		entity_metadata: null,
		recurrence_rule: event.recurring ? weekly(event) : null,
	};
}

function weekly(event: SimEvent) {
	// Discord counts weekdays from Monday, JavaScript from Sunday.
	const weekday = (new Date(event.startsAt).getUTCDay() + 6) % 7;
	return {
		start: event.server.world.timestamp(event.startsAt),
		end: null,
		frequency: 2,
		interval: 1,
		by_weekday: [weekday],
		by_n_weekday: null,
		by_month: null,
		by_month_day: null,
		by_year_day: null,
		count: null,
	};
}

/**
 * A server with everything a session is shown at its start. Members are only the bot and whoever is in a voice room,
 * as for every bot without the presences intent (events/gateway-events, "Guild Create").
 */
export function serverPayload(server: SimServer, parts = { withVoiceStates: true }) {
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
		rules_channel_id: null,
		public_updates_channel_id: null,
		safety_alerts_channel_id: null,
		hub_type: null,
		max_members: 500_000,
		max_presences: null,
		max_video_channel_users: 25,
		max_stage_video_channel_users: 50,
		features: ["COMMUNITY", "NEWS"],
		joined_at: server.world.timestamp(server.bot.joinedAt),
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

/** A message as REST returns it. */
export function messagePayload(message: SimMessage) {
	const { world } = message.room.server;
	return {
		id: message.id,
		channel_id: message.channelId,
		type: MessageType.Default,
		content: message.content,
		author: userPayload(message.author),
		timestamp: world.timestamp(timeOf(message.id)),
		edited_timestamp: message.editedAt === null ? null : world.timestamp(message.editedAt),
		tts: false,
		mention_everyone: message.mentionsEveryone,
		mentions: message.mentions.map((member) => userPayload(member.user)),
		mention_roles: [],
		attachments: message.files.map(({ name, bytes }, index) => ({
			id: String(BigInt(message.id) + BigInt(index)),
			filename: name,
			size: bytes.length,
			url: `${world.filesUrl}/${message.id}/${index}/${name}`,
			proxy_url: `${world.filesUrl}/${message.id}/${index}/${name}`,
		})),
		embeds: message.embeds,
		components: message.components,
		pinned: false,
		flags: message.flags,
	};
}
