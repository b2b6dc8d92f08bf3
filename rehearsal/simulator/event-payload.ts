import {
	GuildScheduledEventEntityType,
	GuildScheduledEventPrivacyLevel,
	GuildScheduledEventStatus,
} from "discord-api-types/v10";
import { idAt } from "./snowflake.ts";
import { isoTimestamp } from "./timestamp.ts";
import { userPayload } from "./user.ts";
import type { DateAnswer, EventException, HeldEvent } from "./world.ts";

/** A scheduled event as the gateway sends it: without `user_count`, and as a rule without `creator`. */
export function eventPayload(event: HeldEvent) {
	const creator = event.creator ?? event.server.owner;
	const active = event.status === GuildScheduledEventStatus.Active;
	const { Voice, StageInstance: Stage } = GuildScheduledEventEntityType;
	return {
		id: event.id,
		guild_id: event.server.id,
		channel_id: event.room.id,
		creator_id: creator.id,
		...(event.showsCreator && { creator: userPayload(creator.user) }),
		name: event.name,
		description: event.description,
		image: null,
		scheduled_start_time: isoTimestamp(event.startsAt),
		scheduled_end_time: null,
		privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
		status: event.status,
		entity_type: event.room.kind === "stage" ? Stage : Voice,
		entity_id: active && event.room.instance?.event === event ? event.room.instance.id : null,
		entity_metadata: null,
		recurrence_rule: event.recurring ? weekly(event) : null,
		guild_scheduled_event_exceptions: [...event.exceptions.values()].map((one) => exceptionPayload(event, one)),
	};
}

/** A date that is moved or cancelled. It does not say on which server (discord-api-docs#8009). */
export function exceptionPayload(event: HeldEvent, { originally, startsAt, isCanceled }: EventException) {
	return {
		event_id: event.id,
		event_exception_id: idAt(originally),
		scheduled_start_time: startsAt === null ? null : isoTimestamp(startsAt),
		scheduled_end_time: null,
		is_canceled: isCanceled,
	};
}

/** What somebody has said of an event; `date` is when the one date was to start that it is about, null for all. */
export interface AnswerOfSomebody extends DateAnswer {
	date: number | null;
}

/** What somebody has said of an event, as packets and answers have it (discord-userdoccers, resources/guild-scheduled-event). */
export function answerPayload(event: HeldEvent, { member, isInterested, date }: AnswerOfSomebody) {
	return {
		guild_scheduled_event_id: event.id,
		...(date !== null && { guild_scheduled_event_exception_id: idAt(date) }),
		user_id: member.id,
		response: isInterested ? 1 : 0,
	};
}

function weekly(event: HeldEvent) {
	// Discord counts weekdays from Monday, JavaScript from Sunday.
	const weekday = (new Date(event.startsAt).getUTCDay() + 6) % 7;
	return {
		start: isoTimestamp(event.startsAt),
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
