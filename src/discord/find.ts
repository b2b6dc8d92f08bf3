import { once } from "node:events";
import { type Client, Events, RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import { MOST_MESSAGES_READ } from "../limits.ts";
import type { FindPost, Post } from "../outcome.ts";
import { missingIn } from "../permissions.ts";
import { timeOfSnowflake } from "../snowflake.ts";
import { request } from "./send.ts";

/** Discord's clock and ours differ by this much at most, unless ours is wrong. */
const CLOCK_SKEW_MS = 60_000;
/** A clock that is wrong differs by this much at most, as one set to another time zone does. */
const WRONG_BY_MS = 24 * 60 * 60_000;
/** So many pages of a busy chat are read at most. */
const MOST_PAGES = 20;

const messages = z.array(
	z.object({
		id: z.string().regex(/^\d{1,20}$/),
		content: z.string(),
		nonce: z.union([z.string(), z.number()]).nullish(),
		author: z.object({ id: z.string() }),
	}),
);
type Read = z.infer<typeof messages>;
type IsAnother = Parameters<FindPost>[2];
type Unreadable = { kind: "unreadable"; reason: string };
type Limited = { kind: "limited"; retryAfterMs: number };
type Page = { kind: "page"; messages: Read } | Unreadable | Limited;
/** Asks for a page of a channel's messages. */
type Ask = (channelId: string, before?: string) => Promise<Page>;

const UNANSWERED = "no answer that could be read";

/**
 * Looks for a post of ours among a channel's messages, the latest first, by its nonce or its exact words. First waits
 * until Discord has told us who we are, or until `signal` aborts.
 */
export function findThrough(client: Client, clock: Clock, signal: AbortSignal): FindPost {
	const ask: Ask = (channelId, before) => readPatiently(() => readPage(client, channelId, before), clock, signal);
	return async (post, writtenAt, isAnother) => {
		if (!client.isReady()) await once(client, Events.ClientReady, { signal }).catch(() => undefined);
		if (signal.aborted) return { kind: "unreadable", reason: "stopping" };
		return lookBack(client, ask, post, { writtenAt, isAnother });
	};
}

interface Told {
	writtenAt: number;
	isAnother: IsAnother;
}

async function lookBack(client: Client, ask: Ask, post: Post, { writtenAt, isAnother }: Told): ReturnType<FindPost> {
	let before: { id: string; at: number } | null = null;
	for (let page = 0; page < MOST_PAGES; page++) {
		const read = await ask(post.channelId, before?.id);
		if (read.kind !== "page") return read;
		const ours = read.messages.filter((message) => message.author.id === client.user?.id);
		const id = await idAmong(ours, post, isAnother);
		if (id !== null) return { kind: "there", discordId: id, at: timeOfSnowflake(id) };
		before = earliest(read.messages);
		const isAll = read.messages.length < MOST_MESSAGES_READ;
		if (isAll || !before || before.at < writtenAt - WRONG_BY_MS) return canRead(client, post.channelId);
	}
	if (before && before.at < writtenAt - CLOCK_SKEW_MS) return canRead(client, post.channelId);
	return { kind: "unreadable", reason: "too many messages" };
}

/** So often a page is asked for while nobody says what is on it; then the post is taken to be out of sight. */
const MOST_ASKED = 6;

/** Asks for a page again while there is no answer: an outage of Discord's is no reason to post unseen. */
async function readPatiently(readPage: () => Promise<Page>, clock: Clock, signal: AbortSignal): Promise<Page> {
	for (let asked = 1; ; asked++) {
		const page = await readPage();
		if (page.kind !== "unreadable" || page.reason !== UNANSWERED || asked === MOST_ASKED || signal.aborted) return page;
		await clock.sleep(backoff(asked), signal);
	}
}

/** Reads the latest messages of a channel, or the latest before one of them. */
async function readPage({ rest }: Client, channelId: string, before?: string): Promise<Page> {
	const answer = await request(rest, {
		fullRoute: Routes.channelMessages(channelId),
		method: RequestMethod.Get,
		query: new URLSearchParams({ limit: String(MOST_MESSAGES_READ), ...(before !== undefined && { before }) }),
	});
	if (answer.kind === "limited") return { kind: "limited", retryAfterMs: answer.retryAfterMs };
	if (answer.kind === "refused") return { kind: "unreadable", reason: answer.reason };
	const { data } = messages.safeParse(answer.kind === "answered" ? answer.body : undefined);
	return data ? { kind: "page", messages: data } : { kind: "unreadable", reason: UNANSWERED };
}

/** The id of that one of our messages which is the post; null when none is. */
async function idAmong(ours: Read, post: Post, isAnother: IsAnother): Promise<string | null> {
	for (const { id, nonce, content } of ours) {
		if (nonce === post.nonce || (content === post.body.trim() && !(await isAnother(id)))) return id;
	}
	return null;
}

function earliest(read: Read): { id: string; at: number } | null {
	const ids = read.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : 1));
	if (ids[0] === undefined) return null;
	const id = String(ids[0]);
	return { id, at: timeOfSnowflake(id) };
}

/** Without Read Message History, Discord answers with an empty list rather than a refusal. */
function canRead(client: Client, channelId: string): { kind: "missing" } | Unreadable {
	const channel = client.channels.cache.get(channelId);
	if (!channel || channel.isDMBased()) return { kind: "unreadable", reason: "unknown channel" };
	const reads = missingIn(channel, "looking back").length === 0;
	return reads ? { kind: "missing" } : { kind: "unreadable", reason: "no Read Message History" };
}
