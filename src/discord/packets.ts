import { z } from "zod";
import { chooseName } from "../greetings/names.ts";
import type { Sighting } from "../rooms/sighting.ts";
import { type EventView, emptyServer, type Person, type RoomView, roomIn, type StageView } from "../rooms/view.ts";
import { timeOfSnowflake } from "../snowflake.ts";

/**
 * What we read of the gateway's packets, and nothing more: Discord adds fields at will. Read raw rather than through
 * discord.js's events, which are held back until every shard is ready and have no member for guests, whose `joined_at` is
 * null (observed with discord.js 14.28; https://docs.discord.com/developers/resources/guild#guild-member-object).
 */

export const snowflake = z.string().regex(/^\d{1,20}$/);
const text = z.string().max(4_000);

const VOICE = 2;
const STAGE = 13;
const ACTIVE = 2;
/** Completed, cancelled. */
const OVER = [3, 4];
/** Channels that we may not see come without their name (https://github.com/discord/discord-api-docs/pull/8454). */
const OBFUSCATED = 1 << 17;

const user = z.object({
	id: snowflake,
	username: text,
	global_name: text.nullish(),
	bot: z.boolean().nullish(),
});
const member = z.object({ user, nick: text.nullish() });
const channel = z.object({ id: snowflake, type: z.number(), name: text.nullish(), flags: z.number().nullish() });
const voiceState = z.object({
	user_id: snowflake,
	channel_id: snowflake.nullable(),
	suppress: z.boolean().nullish(),
	member: member.nullish(),
});
const stageInstance = z.object({
	id: snowflake,
	channel_id: snowflake,
	topic: text.nullish(),
	guild_scheduled_event_id: snowflake.nullish(),
});
const scheduledEvent = z.object({
	id: snowflake,
	channel_id: snowflake.nullish(),
	name: text,
	creator_id: snowflake.nullish(),
	status: z.number(),
	scheduled_start_time: z.coerce.date(),
});
const inGuild = z.object({ guild_id: snowflake });
// Made once: making a schema costs far more than using it.
const channelInGuild = channel.extend(inGuild.shape);
const voiceStateInGuild = voiceState.extend(inGuild.shape);
const stageInstanceInGuild = stageInstance.extend(inGuild.shape);
const scheduledEventInGuild = scheduledEvent.extend(inGuild.shape);
const guildGone = z.object({ id: snowflake, unavailable: z.boolean().nullish() });
const guild = z.object({
	id: snowflake,
	unavailable: z.boolean().nullish(),
	name: text,
	// Their parts are read one by one: one that is malformed must not hide all the others.
	channels: z.array(z.unknown()),
	members: z.array(z.unknown()),
	voice_states: z.array(z.unknown()),
	stage_instances: z.array(z.unknown()),
	guild_scheduled_events: z.array(z.unknown()),
});

/** A part of a snapshot that could not be read. */
export interface Unread {
	list: Exclude<keyof z.infer<typeof guild>, "id" | "unavailable" | "name">;
	data: unknown;
	error: z.ZodError;
}

/** A voice packet: who is where now. `person` is null when Discord left the member out. */
export interface VoicePacket {
	serverId: string;
	userId: string;
	person: Person | null;
	roomId: string | null;
	onStage: boolean;
}

/**
 * What a packet says, or null for one that says nothing about rooms. Throws a `ZodError` for a malformed one; of a
 * snapshot, `passOver` is called with each part that is malformed, and the rest is used.
 */
export function readPacket(
	name: string,
	data: unknown,
	now: number,
	passOver: (unread: Unread) => void,
): Sighting | { kind: "move"; move: VoicePacket } | null {
	switch (name) {
		case "GUILD_CREATE":
			return readGuild(data, now, passOver);
		case "GUILD_DELETE": {
			const { id, unavailable } = guildGone.parse(data);
			return unavailable ? null : { kind: "serverGone", serverId: id };
		}
		case "CHANNEL_CREATE":
		case "CHANNEL_UPDATE": {
			const { guild_id, ...rest } = channelInGuild.parse(data);
			const room = roomOf(rest);
			return room && { kind: "room", serverId: guild_id, room };
		}
		case "CHANNEL_DELETE": {
			const { guild_id, id } = channelInGuild.parse(data);
			return { kind: "roomGone", serverId: guild_id, roomId: id };
		}
		case "VOICE_STATE_UPDATE": {
			const state = voiceStateInGuild.parse(data);
			return { kind: "move", move: moveOf(state) };
		}
		case "STAGE_INSTANCE_CREATE":
		case "STAGE_INSTANCE_UPDATE": {
			const { guild_id, ...stage } = stageInstanceInGuild.parse(data);
			return { kind: "stage", serverId: guild_id, stage: stageOf(stage) };
		}
		case "STAGE_INSTANCE_DELETE": {
			const { guild_id, channel_id } = stageInstanceInGuild.parse(data);
			return { kind: "stageGone", serverId: guild_id, roomId: channel_id };
		}
		case "GUILD_SCHEDULED_EVENT_CREATE":
		case "GUILD_SCHEDULED_EVENT_UPDATE": {
			const { guild_id, ...event } = scheduledEventInGuild.parse(data);
			if (OVER.includes(event.status)) return { kind: "eventGone", serverId: guild_id, eventId: event.id };
			return { kind: "event", serverId: guild_id, event: eventOf(event, now) };
		}
		case "GUILD_SCHEDULED_EVENT_DELETE": {
			const { guild_id, id } = scheduledEventInGuild.parse(data);
			return { kind: "eventGone", serverId: guild_id, eventId: id };
		}
		default:
			return null;
	}
}

function readGuild(data: unknown, now: number, passOver: (unread: Unread) => void): Sighting | null {
	if (guildGone.parse(data).unavailable) return null; // an outage: Discord shows nothing of it for now
	const snapshot = guild.parse(data);
	const each = <T>(list: Unread["list"], part: z.ZodType<T>): T[] =>
		snapshot[list].flatMap((data) => {
			const read = part.safeParse(data);
			if (!read.success) passOver({ list, data, error: read.error });
			return read.success ? [read.data] : [];
		});
	const server = emptyServer(snapshot.id);
	server.name = snapshot.name;
	for (const room of each("channels", channel).map(roomOf)) {
		if (room) Object.assign(roomIn(server, room.id), room);
	}
	const people = new Map(each("members", member).map((one) => [one.user.id, personOf(one)]));
	for (const state of each("voice_states", voiceState)) {
		if (!state.channel_id) continue;
		const known = people.get(state.user_id);
		const person = known ?? { id: state.user_id, name: "", bot: false };
		const room = roomIn(server, state.channel_id);
		const onStage = state.suppress === false;
		room.present.set(person.id, { person, enteredAt: now, onStage, witnessed: false, unnamed: !known });
		server.whereabouts.set(person.id, room.id);
	}
	for (const stage of each("stage_instances", stageInstance)) server.stages.set(stage.channel_id, stageOf(stage));
	for (const event of each("guild_scheduled_events", scheduledEvent)) {
		const view = eventOf(event, now);
		// It may have begun long before we looked; its scheduled start is the best guess.
		const activeSince = view.activeSince === null ? null : Math.min(view.startsAt, now);
		server.events.set(event.id, { ...view, activeSince });
	}
	return { kind: "server", server };
}

function roomOf({ id, type, name, flags }: z.infer<typeof channel>): Pick<RoomView, "id" | "name" | "kind"> | null {
	if (type !== VOICE && type !== STAGE) return null;
	return { id, name: (flags ?? 0) & OBFUSCATED ? "" : (name ?? ""), kind: type === STAGE ? "stage" : "voice" };
}

function moveOf(state: z.infer<typeof voiceState> & z.infer<typeof inGuild>): VoicePacket {
	return {
		serverId: state.guild_id,
		userId: state.user_id,
		person: state.member ? personOf(state.member) : null,
		roomId: state.channel_id,
		onStage: state.suppress === false,
	};
}

export function personOf({ user, nick }: z.infer<typeof member>): Person {
	const name = chooseName({ nick, globalName: user.global_name, username: user.username });
	return { id: user.id, name, bot: user.bot === true };
}

function stageOf(stage: z.infer<typeof stageInstance>): StageView {
	return {
		id: stage.id,
		roomId: stage.channel_id,
		topic: stage.topic ?? "",
		eventId: stage.guild_scheduled_event_id ?? null,
		openedAt: timeOfSnowflake(stage.id),
	};
}

function eventOf(event: z.infer<typeof scheduledEvent>, now: number): EventView {
	return {
		id: event.id,
		roomId: event.channel_id ?? null,
		name: event.name,
		creatorId: event.creator_id ?? null,
		activeSince: event.status === ACTIVE ? now : null,
		startsAt: event.scheduled_start_time.getTime(),
	};
}

/** What Discord's HTTP API says of a member or a user. */
export const memberAnswer = member;
export const userAnswer = user;
