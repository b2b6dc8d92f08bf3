import { once } from "node:events";
import { type Client, Events, RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import { MOST_MESSAGES_READ } from "../limits.ts";
import { type Failure, type Finding, type FindPost, judge, type Post } from "../outcome.ts";
import { missingIn } from "../permissions.ts";
import { timeOfSnowflake } from "../snowflake.ts";
import { type DiscordAnswer, read, request } from "./send.ts";

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
type Unreadable = Extract<Finding, { kind: "unreadable" }>;
type MessagePage =
	| { kind: "page"; messages: Read }
	| Extract<Finding, { kind: "limited" | "unanswered" | "unreadable" }>;

/**
 * Looks for a post of ours among a channel's messages, the latest first, by its nonce or its exact words. First waits
 * until Discord has told us who we are, or until `signal` aborts.
 */
export function findThrough(client: Client, signal: AbortSignal): FindPost {
	return async (post, writtenAt, isAnother) => {
		if (!client.isReady()) await once(client, Events.ClientReady, { signal }).catch(() => undefined);
		if (signal.aborted) return { kind: "unanswered", reason: "stopping" };
		return lookBack(client, post, { writtenAt, isAnother });
	};
}

interface Told {
	writtenAt: number;
	isAnother: IsAnother;
}

async function lookBack(client: Client, post: Post, { writtenAt, isAnother }: Told): Promise<Finding> {
	let before: { id: string; at: number } | null = null;
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const page = await readPage(client, post.channelId, before?.id);
		if (page.kind !== "page") return page;
		const ours = page.messages.filter((message) => message.author.id === client.user?.id);
		const id = await idAmong(ours, post, isAnother);
		if (id !== null) return { kind: "there", discordId: id, at: timeOfSnowflake(id) };
		before = earliest(page.messages);
		const isAll = page.messages.length < MOST_MESSAGES_READ;
		if (isAll || !before || before.at < writtenAt - WRONG_BY_MS) return canRead(client, post.channelId);
	}
	if (before && before.at < writtenAt - CLOCK_SKEW_MS) return canRead(client, post.channelId);
	return { kind: "unreadable", reason: "too many messages" };
}

/** Reads the latest messages of a channel, or the latest before one of them. */
async function readPage({ rest }: Client, channelId: string, before?: string): Promise<MessagePage> {
	const answer = await request(rest, {
		fullRoute: Routes.channelMessages(channelId),
		method: RequestMethod.Get,
		query: new URLSearchParams({ limit: String(MOST_MESSAGES_READ), ...(before !== undefined && { before }) }),
	});
	return pageOf(answer);
}

/** What an answer says of a page. Only what Discord refuses for good can never be read: an outage is no reason to post unseen. */
export function pageOf(answer: DiscordAnswer | Failure): MessagePage {
	const page = read(answer, messages);
	switch (page.kind) {
		case "read":
			return { kind: "page", messages: page.data };
		case "limited":
			return { kind: "limited", retryAfterMs: page.retryAfterMs };
		case "unknown":
			return { kind: "unanswered", reason: page.reason };
		case "refused":
			return { kind: judge(page, 1).do === "again" ? "unanswered" : "unreadable", reason: page.reason };
	}
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
