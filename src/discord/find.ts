import { once } from "node:events";
import { type Client, Events, RequestMethod, Routes, SnowflakeUtil } from "discord.js";
import { z } from "zod";
import type { FindPost } from "../delivery/outcome.ts";
import { request } from "./send.ts";

/** Discord's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;
const PAGE = 100;
/** A busy chat is read so far; then we cannot tell. */
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
 * Looks for a post of ours among a channel's messages, by its nonce or its very words. Waits until Discord has told us who
 * we are; until `signal` aborts, at most.
 */
export function findThrough(client: Client, signal: AbortSignal): FindPost {
	return async (post, since) => {
		if (!client.isReady()) await once(client, Events.ClientReady, { signal }).catch(() => undefined);
		if (signal.aborted) return { kind: "unreadable", reason: "stopping" };
		let after = SnowflakeUtil.generate({ timestamp: since - CLOCK_SKEW_MS }).toString();
		for (let page = 0; page < MOST_PAGES; page++) {
			const answer = await request(client.rest, {
				fullRoute: Routes.channelMessages(post.channelId),
				method: RequestMethod.Get,
				query: new URLSearchParams({ after, limit: String(PAGE) }),
			});
			if (answer.kind !== "answered") return { kind: "unreadable", reason: answer.kind };
			const read = messages.safeParse(answer.body);
			if (!read.success) return { kind: "unreadable", reason: "malformed" };
			const ours = read.data.filter((message) => message.author.id === client.user?.id);
			const found = ours.find(({ nonce, content }) => nonce === post.nonce || content === post.body.trim());
			if (found) return { kind: "there", discordId: found.id, at: SnowflakeUtil.timestampFrom(found.id) };
			if (read.data.length < PAGE) return canRead(client, post.channelId);
			after = read.data.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
		}
		return { kind: "unreadable", reason: "too many messages" };
	};
}

/** Without Read Message History, Discord answers with an empty list rather than a refusal. */
function canRead(client: Client, channelId: string): { kind: "missing" } | { kind: "unreadable"; reason: string } {
	const channel = client.channels.cache.get(channelId);
	if (!channel || channel.isDMBased()) return { kind: "unreadable", reason: "unknown channel" };
	const me = channel.guild.members.me;
	const reads = me && channel.permissionsFor(me)?.has("ReadMessageHistory");
	return reads ? { kind: "missing" } : { kind: "unreadable", reason: "no Read Message History" };
}
