import { z } from "zod";
import type { Interest } from "../rooms/expecting.ts";
import type { Sighting } from "../rooms/sighting.ts";
import type { Person } from "../rooms/view.ts";
import { snowflake } from "../snowflake.ts";
import {
	channel,
	dateOf,
	eventException,
	eventOf,
	eventUser,
	guildGone,
	guildShown,
	interestOf,
	type PassOver,
	personOf,
	roomOf,
	scheduledEvent,
	stageInstance,
	stageOf,
	voiceState,
} from "./parts.ts";
import { readSnapshot } from "./snapshot.ts";

/**
 * What we read of the gateway's packets, and nothing more: Discord adds fields at will. Read raw rather than through
 * discord.js's events, which are held back until every shard is ready and have no member for guests, whose `joined_at` is
 * null (observed with discord.js 14.28; https://docs.discord.com/developers/resources/guild#guild-member-object).
 */

/** Completed, cancelled. */
const OVER = [3, 4];
const inGuild = z.object({ guild_id: snowflake });
// Made once: making a schema costs far more than using it.
const channelInGuild = channel.extend(inGuild.shape);
const voiceStateInGuild = voiceState.extend(inGuild.shape);
const stageInstanceInGuild = stageInstance.extend(inGuild.shape);
const scheduledEventInGuild = scheduledEvent.extend(inGuild.shape);
// The event says which server it is in, should they not.
const eventExceptionInGuild = eventException.extend({ guild_id: snowflake.nullish() });
const exceptionsGone = z.object({ event_id: snowflake, guild_id: snowflake.nullish() });
/** A voice packet: who is where now. `person` is null when Discord left the member out. */
export interface VoicePacket {
	serverId: string;
	userId: string;
	person: Person | null;
	roomId: string | null;
	onStage: boolean;
}

/**
 * What a packet says, or null for one that says nothing about rooms. Throws a `ZodError` for a malformed one;
 * with each malformed part of a list, `passOver` is called, and the rest is used.
 */
export function readPacket(
	name: string,
	data: unknown,
	now: number,
	passOver: PassOver,
): Sighting | { kind: "move"; move: VoicePacket } | { kind: "interest"; interest: Interest } | null {
	switch (name) {
		case "GUILD_CREATE":
			if (guildShown.parse(data).unavailable) return null; // an outage: Discord shows nothing of it for now
			return { kind: "server", server: readSnapshot(data, now, passOver) };
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
			const { id: eventId, channel_id: roomId = null, status } = event;
			if (OVER.includes(status)) return { kind: "eventGone", serverId: guild_id, eventId, roomId };
			return { kind: "event", serverId: guild_id, event: eventOf(event, now, passOver) };
		}
		case "GUILD_SCHEDULED_EVENT_DELETE": {
			const { guild_id, id, channel_id: roomId = null } = scheduledEventInGuild.parse(data);
			return { kind: "eventGone", serverId: guild_id, eventId: id, roomId };
		}
		case "GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE":
		case "GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE":
		case "GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE": {
			const { guild_id, ...changed } = eventExceptionInGuild.parse(data);
			const [occurrenceAt, exception] = dateOf(changed);
			const isGone = name === "GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE";
			const date = { eventId: changed.event_id, occurrenceAt, exception: isGone ? null : exception };
			return { kind: "date", serverId: guild_id ?? null, ...date };
		}
		case "GUILD_SCHEDULED_EVENT_EXCEPTIONS_DELETE": {
			const { guild_id, event_id } = exceptionsGone.parse(data);
			return { kind: "datesRestored", serverId: guild_id ?? null, eventId: event_id };
		}
		case "GUILD_SCHEDULED_EVENT_USER_ADD":
			return { kind: "interest", interest: interestOf(eventUser.parse(data), false) };
		case "GUILD_SCHEDULED_EVENT_USER_REMOVE":
			return { kind: "interest", interest: interestOf(eventUser.parse(data), true) };
		default:
			return null;
	}
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
