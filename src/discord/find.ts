import { once } from "node:events";
import { type Client, Events, RequestMethod, Routes, SnowflakeUtil } from "discord.js";
import { z } from "zod";
import type { FindPost } from "../outcome.ts";
import { request } from "./send.ts";

/** Discord's clock and ours differ by so much at most, unless ours is wrong; */
const CLOCK_SKEW_MS = 60_000;
/** then by so much, as in another time zone. */
const WRONG_BY_MS = 24 * 60 * 60_000;
const PAGE = 100;
/** A busy chat is read back so far. */
const MOST_PAGES = 20;

const messages = z.array(
	z.object({
		id: z.string().regex(/^\d{1,20}$/),
		content: z.string(),
		nonce: z.union([z.string(), z.number()]).nullish(),
		author: z.object({ id: z.string() }),
	}),
);

/**
 * Looks for a post of ours among a channel's messages, the latest first, by its nonce or its very words. Waits until
 * Discord has told us who we are; until `signal` aborts, at most.
 */
export function findThrough(client: Client, signal: AbortSignal): FindPost {
	return async (post, writtenAt, isAnother) => {
		if (!client.isReady()) await once(client, Events.ClientReady, { signal }).catch(() => undefined);
		if (signal.aborted) return { kind: "unreadable", reason: "stopping" };
		let before: { id: string; at: number } | null = null;
		for (let page = 0; page < MOST_PAGES; page++) {
			const answer = await request(client.rest, {
				fullRoute: Routes.channelMessages(post.channelId),
				method: RequestMethod.Get,
				query: new URLSearchParams({ limit: String(PAGE), ...(before && { before: before.id }) }),
			});
			if (answer.kind !== "answered") return { kind: "unreadable", reason: answer.kind };
			const read = messages.safeParse(answer.body);
			if (!read.success) return { kind: "unreadable", reason: "malformed" };
			const ours = read.data.filter((message) => message.author.id === client.user?.id);
			for (const { id, nonce, content } of ours) {
				const isIt = nonce === post.nonce || (content === post.body.trim() && !(await isAnother(id)));
				if (isIt) return { kind: "there", discordId: id, at: SnowflakeUtil.timestampFrom(id) };
			}
			before = earliest(read.data);
			const isAll = read.data.length < PAGE;
			if (isAll || !before || before.at < writtenAt - WRONG_BY_MS) return canRead(client, post.channelId);
		}
		if (before && before.at < writtenAt - CLOCK_SKEW_MS) return canRead(client, post.channelId);
		return { kind: "unreadable", reason: "too many messages" };
	};
}

function earliest(read: z.infer<typeof messages>): { id: string; at: number } | null {
	const ids = read.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : 1));
	const [first] = ids;
	return first === undefined ? null : { id: String(first), at: SnowflakeUtil.timestampFrom(first) };
}

/** Without Read Message History, Discord answers with an empty list rather than a refusal. */
function canRead(client: Client, channelId: string): { kind: "missing" } | { kind: "unreadable"; reason: string } {
	const channel = client.channels.cache.get(channelId);
	if (!channel || channel.isDMBased()) return { kind: "unreadable", reason: "unknown channel" };
	const me = channel.guild.members.me;
	const reads = me && channel.permissionsFor(me)?.has("ReadMessageHistory");
	return reads ? { kind: "missing" } : { kind: "unreadable", reason: "no Read Message History" };
}
