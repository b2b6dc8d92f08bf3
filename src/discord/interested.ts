import { type REST, RequestMethod } from "discord.js";
import { z } from "zod";
import { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";
import type { Failure } from "../outcome.ts";
import type { AskInterest, InterestAnswer } from "../rooms/expectations.ts";
import type { EventDate } from "../rooms/expecting.ts";
import { snowflake, snowflakeAt } from "../snowflake.ts";
import { type DiscordAnswer, read, request } from "./send.ts";

/** What posts and cues leave of Discord's limit is for others, too. */
const MOST_PER_SECOND = 1;
/** The people that one request lists (resources/guild-scheduled-event#get-guild-scheduled-event-users). */
const MOST_LISTED = 100;
/** What has more people than so many requests list is not read: nobody needs to be told of so many who is expected. */
const MOST_PAGES = 200;
const UNKNOWN_EVENT = 10070;

const INTERESTED = 1;
const entry = z.object({
	user_id: snowflake.nullish(),
	user: z.object({ id: snowflake }).nullish(),
	/** Left out, they are interested. */
	response: z.int().nullish(),
});
const list = z.array(z.unknown()).nullish();
const counts = z.object({ guild_scheduled_event_exception_counts: z.record(z.string(), z.int().nonnegative()) });

/** A page of a list: of whom it says whether they are interested. */
interface InterestPage {
	kind: "page";
	people: (readonly [userId: string, isInterested: boolean])[];
	isLast: boolean;
}

/** What a list says of each of those in it: whether they are interested. */
type InterestList = { kind: "listed"; people: Map<string, boolean> } | Failure;

const ENDLESS: Failure = { kind: "unknown", reason: "a list without end" };

interface InterestedContext {
	clock: Clock;
	/** Nothing is asked after it aborts. */
	signal: AbortSignal;
}

/**
 * Asks Discord who is interested in dates, a request a second over all of them. Where it does not list who has said
 * something of one date alone, nobody can tell who is expected at that, and it is asked how many are.
 */
export function interestedThrough(rest: REST, { clock, signal }: InterestedContext): AskInterest {
	const budget = new Budget(clock, signal, MOST_PER_SECOND);

	async function get(fullRoute: `/${string}`, query: Record<string, string>): Promise<DiscordAnswer | Failure> {
		const turn = await budget.take();
		if (!turn) return { kind: "unknown", reason: "stopping" };
		await turn.use();
		const answer = await request(rest, { fullRoute, method: RequestMethod.Get, query: new URLSearchParams(query) });
		turn.end();
		return answer;
	}

	async function readPage(fullRoute: `/${string}`, after: string | null): Promise<InterestPage | Failure> {
		const query = { limit: String(MOST_LISTED), ...(after !== null && { after }) };
		const answer = read(await get(fullRoute, query), list);
		if (answer.kind !== "read") return answer;
		const entries = answer.data ?? [];
		return { kind: "page", people: entries.flatMap(personIn), isLast: entries.length < MOST_LISTED };
	}

	/** Reads a list to its end: it has no more pages than it has full ones, and one. */
	async function readList(fullRoute: `/${string}`): Promise<InterestList> {
		const people = new Map<string, boolean>();
		let after: string | null = null;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page: InterestPage | Failure = await readPage(fullRoute, after);
			if (page.kind !== "page") return page;
			for (const [userId, isInterested] of page.people) people.set(userId, isInterested);
			if (page.isLast) return { kind: "listed", people };
			after = page.people.at(-1)?.[0] ?? after;
		}
		return ENDLESS;
	}

	async function count(path: `/${string}`, dateId: string): Promise<InterestAnswer> {
		const answer = read(await get(`${path}/users/counts`, { guild_scheduled_event_exception_ids: dateId }), counts);
		if (answer.kind !== "read") return failureOf(answer);
		const number = answer.data.guild_scheduled_event_exception_counts[dateId];
		if (number === undefined) return { kind: "failed", reason: "a date that is not counted", afterMs: 0 };
		return { kind: "count", count: number };
	}

	return async ({ serverId, eventId, occurrenceAt }: EventDate) => {
		const path = `/guilds/${serverId}/scheduled-events/${eventId}` as const;
		const inEvent = await readList(`${path}/users`);
		if (inEvent === ENDLESS) return { kind: "gone" }; // to ask again would take as long
		if (inEvent.kind !== "listed") return failureOf(inEvent);
		const interested = new Set([...inEvent.people].flatMap(([userId, isInterested]) => (isInterested ? userId : [])));
		if (occurrenceAt === null) return { kind: "people", interests: { inEvent: interested, inDate: new Map() } };
		const dateId = snowflakeAt(occurrenceAt);
		const inDate = await readList(`${path}/${dateId}/users`);
		if (inDate.kind === "listed") return { kind: "people", interests: { inEvent: interested, inDate: inDate.people } };
		const failed = failureOf(inDate);
		return inDate.kind === "refused" && failed.kind !== "gone" ? count(path, dateId) : failed;
	};
}

/** Whom an entry of a list is about; nobody where it cannot be read. */
function personIn(listed: unknown): [userId: string, isInterested: boolean][] {
	const { data } = entry.safeParse(listed);
	const userId = data?.user_id ?? data?.user?.id;
	return data && userId ? [[userId, (data.response ?? INTERESTED) === INTERESTED]] : [];
}

function failureOf(failure: Failure): InterestAnswer {
	if (failure.kind === "limited") {
		return { kind: "failed", reason: "too many requests", afterMs: failure.retryAfterMs };
	}
	if (failure.kind === "refused" && failure.code === UNKNOWN_EVENT) return { kind: "gone" };
	return { kind: "failed", reason: failure.reason, afterMs: 0 };
}
