import { ApiError } from "../errors.ts";
import { type AnswerOfSomebody, answerPayload } from "../event-payload.ts";
import { memberPayload } from "../payloads.ts";
import { may } from "../permissions.ts";
import { timeOf } from "../snowflake.ts";
import { userPayload } from "../user.ts";
import type { HeldEvent } from "../world.ts";
import { serverOf } from "./directory.ts";
import { type Call, ok, type RestReply, type Route } from "./route.ts";

const EVENT = "/guilds/:guild/scheduled-events/:event";

/** Who is interested in scheduled events: Discord's OpenAPI; discord-userdoccers, resources/guild-scheduled-event. */
export const eventRoutes: Route[] = [
	{ method: "GET", path: `${EVENT}/users`, run: listInterested },
	{ method: "GET", path: `${EVENT}/users/counts`, run: countInterested },
	{ method: "GET", path: `${EVENT}/:date/users`, run: listAnswers },
];

const MOST_USERS = 100;
const MOST_DATES_COUNTED = 10;

function eventOf(call: Call): HeldEvent {
	const server = serverOf(call);
	const event = server.events.get(call.params.event ?? "");
	if (!event) throw new ApiError(10070);
	if (!may(event.room, server.bot, "ViewChannel")) throw new ApiError(50001);
	return event;
}

function listInterested(call: Call): RestReply {
	const event = eventOf(call);
	const answers = [...event.interested.values()].map((member) => ({ member, isInterested: true, date: null }));
	return ok(pageOf(event, answers, call.query));
}

/** Those who have said something of one date alone. */
function listAnswers(call: Call): RestReply {
	const event = eventOf(call);
	const date = dateOf(event, call.params.date ?? "", "exception_id");
	const answers = [...(event.answers.get(date)?.values() ?? [])].map((answer) => ({ ...answer, date }));
	return ok(pageOf(event, answers, call.query));
}

/** Any id will do whose time is the start of a date, also of one that is not moved or cancelled. */
function dateOf(event: HeldEvent, id: string, field: string): number {
	if (!event.recurring || !/^\d{1,20}$/.test(id)) {
		throw new ApiError(50035, [
			{ path: [field], code: "NUMBER_TYPE_COERCE", message: `Value "${id}" is not snowflake.` },
		]);
	}
	return timeOf(id);
}

/** By user id, smallest first. Where both ends are given, only `before` counts. */
function pageOf(event: HeldEvent, answers: readonly AnswerOfSomebody[], query: URLSearchParams) {
	const limit = Number(query.get("limit") ?? MOST_USERS);
	if (!Number.isInteger(limit) || limit < 1 || limit > MOST_USERS) {
		const message = `int value should be between 1 and ${MOST_USERS}.`;
		throw new ApiError(50035, [{ path: ["limit"], code: "NUMBER_TYPE_RANGE", message }]);
	}
	const [before, after] = [query.get("before"), query.get("after")];
	const isMeant = (id: bigint) => (before !== null ? id < BigInt(before) : id > BigInt(after ?? 0));
	const meant = answers
		.filter(({ member }) => isMeant(BigInt(member.id)))
		.sort((a, b) => (BigInt(a.member.id) < BigInt(b.member.id) ? -1 : 1));
	const page = before !== null ? meant.slice(-limit) : meant.slice(0, limit);
	return page.map((answer) => ({
		...answerPayload(event, answer),
		user: userPayload(answer.member.user),
		...(query.get("with_member") === "true" && { member: memberPayload(answer.member) }),
	}));
}

function countInterested(call: Call): RestReply {
	const event = eventOf(call);
	const ids = call.query.getAll("guild_scheduled_event_exception_ids").slice(0, MOST_DATES_COUNTED);
	return ok({
		guild_scheduled_event_count: event.interested.size,
		guild_scheduled_event_exception_counts: Object.fromEntries(
			ids.map((id) => [id, countOn(event, dateOf(event, id, "guild_scheduled_event_exception_ids"))]),
		),
	});
}

/** How many are interested in one date: in all of them and not in another way in this one, or in this one alone. */
function countOn(event: HeldEvent, date: number): number {
	const coming = new Set(event.interested.keys());
	for (const [id, { isInterested }] of event.answers.get(date) ?? []) {
		if (isInterested) coming.add(id);
		else coming.delete(id);
	}
	return coming.size;
}
