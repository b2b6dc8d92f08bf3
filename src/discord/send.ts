import { DiscordAPIError, HTTPError, MessageFlags, RateLimitError, type REST, RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import type { Outcome, Post, SendPost } from "../delivery/outcome.ts";

/** Posts messages through Discord's HTTP API, once each: what comes next is for delivery to decide. */
export function sendThrough(rest: REST): SendPost {
	return async (post) => {
		try {
			const response = await rest.queueRequest({
				fullRoute: Routes.channelMessages(post.channelId),
				method: RequestMethod.Post,
				body: bodyOf(post),
			});
			const answer = z.object({ id: z.string() }).safeParse(await response.json());
			return {
				kind: "posted",
				discordId: answer.success ? answer.data.id : null,
				bucketOpensInMs: emptyFor(response.headers),
			};
		} catch (error) {
			return outcomeOf(error);
		}
	};
}

/** Nothing in a body pings but the people it is meant to; links get no preview. */
function bodyOf({ body, nonce, mentions, silent }: Post) {
	return {
		content: body,
		nonce,
		enforce_nonce: true,
		allowed_mentions: { parse: [], users: mentions },
		flags: MessageFlags.SuppressEmbeds | (silent ? MessageFlags.SuppressNotifications : 0),
	};
}

/** How long Discord says that the bucket is empty, in milliseconds; 0 while something is left in it. */
function emptyFor(headers: { get(name: string): string | null }): number {
	if (headers.get("X-RateLimit-Remaining") !== "0") return 0;
	return Math.ceil(Number(headers.get("X-RateLimit-Reset-After") ?? 0) * 1_000) || 0;
}

function outcomeOf(error: unknown): Outcome {
	if (error instanceof RateLimitError) {
		return { kind: "limited", retryAfterMs: error.retryAfter, global: error.global };
	}
	if (error instanceof DiscordAPIError) {
		return { kind: "refused", status: error.status, code: error.code, reason: error.message };
	}
	if (error instanceof HTTPError) return { kind: "unknown", reason: `${error.status} ${error.message}` };
	return { kind: "unknown", reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
