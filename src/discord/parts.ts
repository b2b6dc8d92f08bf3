import { z } from "zod";
import { chooseName } from "../greetings/names.ts";
import type { DateException } from "../rooms/dates.ts";
import type { Interest } from "../rooms/expecting.ts";
import type { SeenEvent } from "../rooms/snapshot.ts";
import type { Person, RoomView, StageView } from "../rooms/view.ts";
import { snowflake, timeOfSnowflake } from "../snowflake.ts";
import { storable } from "../storable.ts";

/** What packets and snapshots of the gateway are made of, as far as we read it. */

/** A part of a packet that could not be read. */
export interface Unread {
	/** In which list of the packet it stands. */
	list: string;
	data: unknown;
	error: z.ZodError;
}

/** Is called with each part that could not be read. */
export type PassOver = (unread: Unread) => void;

/** Reads a list part by part, so that one that is malformed hides no other. It is whole if nothing of it is missing. */
export function readEach<T>(name: string, list: unknown[] | null | undefined, part: z.ZodType<T>, passOver: PassOver) {
	const read: T[] = [];
	let isWhole = list != null;
	for (const data of list ?? []) {
		const { success, data: parsed, error } = part.safeParse(data);
		if (success) read.push(parsed);
		else passOver({ list: name, data, error });
		isWhole &&= success;
	}
	return { read, isWhole };
}

export const text = z.string().max(4_000).transform(storable);

const VOICE = 2;
const STAGE = 13;
const ACTIVE = 2;
/** Channels that we may not see come without their name (https://github.com/discord/discord-api-docs/pull/8454). */
const OBFUSCATED = 1 << 17;

/** A server that is shown or announced. `unavailable` that cannot be read says nothing: it must not hide the rest. */
export const guildShown = z.object({ id: snowflake, unavailable: z.boolean().nullish().catch(null) });
/** A server that is to be seen no more: for good, unless it says that it is merely unavailable. That is not guessed. */
export const guildGone = z.object({ id: snowflake, unavailable: z.boolean().nullish() });
export const user = z.object({
	id: snowflake,
	username: text,
	global_name: text.nullish(),
	bot: z.boolean().nullish(),
});
export const member = z.object({ user, nick: text.nullish() });
export const channel = z.object({ id: snowflake, type: z.number(), name: text.nullish(), flags: z.number().nullish() });
export const voiceState = z.object({
	user_id: snowflake,
	channel_id: snowflake.nullable(),
	suppress: z.boolean().nullish(),
	member: member.nullish(),
});
export const stageInstance = z.object({
	id: snowflake,
	channel_id: snowflake,
	topic: text.nullish(),
	guild_scheduled_event_id: snowflake.nullish(),
});
export const scheduledEvent = z.object({
	id: snowflake,
	channel_id: snowflake.nullish(),
	name: text,
	creator_id: snowflake.nullish(),
	creator: z.object({ id: snowflake, bot: z.boolean().nullish() }).nullish().catch(null),
	status: z.number(),
	scheduled_start_time: z.coerce.date(),
	// Left out, it may recur; null, it does not.
	recurrence_rule: z.unknown().optional(),
	guild_scheduled_event_exceptions: z.unknown().optional(),
});
/** Not in discord.js's types (https://github.com/discord/discord-api-docs/pull/8389). */
export const eventException = z.object({
	event_id: snowflake,
	/** An id whose time is the original start of the date. */
	event_exception_id: snowflake,
	scheduled_start_time: z.coerce.date().nullish(),
	is_canceled: z.boolean().nullish(),
});
/** What somebody has said of an event, or of one date of it (discord-userdoccers, resources/guild-scheduled-event). */
export const eventUser = z.object({
	guild_scheduled_event_id: snowflake,
	user_id: snowflake,
	/** An id whose time is the original start of the date; left out for all of them. */
	guild_scheduled_event_exception_id: snowflake.nullish(),
	/** 0 not interested, 1 interested; left out, they are. */
	response: z.int().nullish(),
});
const exceptions = z.array(z.unknown()).nullish();
export function roomOf({
	id,
	type,
	name,
	flags,
}: z.infer<typeof channel>): Pick<RoomView, "id" | "name" | "kind"> | null {
	if (type !== VOICE && type !== STAGE) return null;
	return { id, name: (flags ?? 0) & OBFUSCATED ? "" : (name ?? ""), kind: type === STAGE ? "stage" : "voice" };
}

export function personOf({ user, nick }: z.infer<typeof member>): Person {
	const name = chooseName({ nick, globalName: user.global_name, username: user.username });
	return { id: user.id, name, bot: user.bot === true };
}

export function stageOf(stage: z.infer<typeof stageInstance>): StageView {
	return {
		id: stage.id,
		roomId: stage.channel_id,
		topic: stage.topic ?? "",
		eventId: stage.guild_scheduled_event_id ?? null,
		openedAt: timeOfSnowflake(stage.id),
	};
}

/** An event that is seen at `now`; since when it has been running, nobody says. */
export function eventOf(event: z.infer<typeof scheduledEvent>, now: number, passOver: PassOver): SeenEvent {
	const scheduledAt = event.scheduled_start_time.getTime();
	return {
		id: event.id,
		roomId: event.channel_id ?? null,
		name: event.name,
		creatorId: event.creator_id ?? event.creator?.id ?? null,
		madeByBot: event.creator?.bot === true,
		activeSince: event.status === ACTIVE ? now : null,
		shownAt: now,
		foundAt: null,
		scheduledAt,
		occurrenceAt: event.recurrence_rule === null ? null : scheduledAt,
		...datesOf(event, passOver),
	};
}

/** The dates that differ from the others. One that cannot be read is left out, and so are all when it does not say. */
function datesOf(event: z.infer<typeof scheduledEvent>, passOver: PassOver) {
	const [list, said] = ["guild_scheduled_event_exceptions", event.guild_scheduled_event_exceptions] as const;
	const { data, error } = exceptions.safeParse(said);
	if (error) passOver({ list, data: said, error });
	const { read, isWhole } = readEach(list, data, eventException, passOver);
	return { exceptions: new Map(read.map(dateOf)), lacksDates: !isWhole };
}

/** What somebody has said of an event, or has taken back. */
export function interestOf(said: z.infer<typeof eventUser>, isTakenBack: boolean): Interest {
	const dateId = said.guild_scheduled_event_exception_id ?? null;
	return {
		eventId: said.guild_scheduled_event_id,
		occurrenceAt: dateId === null ? null : timeOfSnowflake(dateId),
		userId: said.user_id,
		isInterested: isTakenBack ? null : (said.response ?? 1) === 1,
	};
}

/** Which date it is, by its original start, and what has become of it. */
export function dateOf(exception: z.infer<typeof eventException>): [number, DateException] {
	const startsAt = exception.scheduled_start_time?.getTime() ?? null;
	return [timeOfSnowflake(exception.event_exception_id), { startsAt, isCancelled: exception.is_canceled === true }];
}
