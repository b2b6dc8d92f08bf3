import {
	ButtonStyle,
	ComponentType,
	DiscordAPIError,
	HTTPError,
	type InternalRequest,
	MessageFlags,
	RateLimitError,
	type REST,
	RequestMethod,
	Routes,
} from "discord.js";
import { z } from "zod";
import { customId } from "../command.ts";
import type { Failure, Outcome, Post, SendPost } from "../outcome.ts";
import { snowflake } from "../snowflake.ts";
import { plainError, problemsIn, unquoted } from "../unquoted.ts";
import { LONGEST_CLOSING_MS } from "./barrier.ts";
import { Held } from "./exchange.ts";

/** The custom id of the button below a greeting. */
const MY_GREETING = customId("me", "panel");

/** Discord's answer to a request that has succeeded, so its status is 2xx. */
export interface DiscordAnswer {
	kind: "answered";
	/** Parsed, but not checked; undefined when there is none. */
	body: unknown;
	/** How long Discord says that the bucket is empty now; 0 while something is left in it. */
	bucketOpensInMs: number;
}

/** Makes a request through Discord's HTTP API, once: what comes next is for the caller to decide. Never rejects. */
export async function request(rest: REST, options: InternalRequest): Promise<DiscordAnswer | Failure> {
	try {
		const response = await rest.queueRequest(options);
		const text = await response.text();
		// discord.js takes a 3xx for a success.
		if (!response.ok) return { kind: "unknown", reason: `${response.status} ${response.statusText}` };
		return {
			kind: "answered",
			body: text === "" ? undefined : JSON.parse(text),
			bucketOpensInMs: bucketOpensIn(response.headers),
		};
	} catch (error) {
		return failureOf(error);
	}
}

const message = z.object({ id: snowflake });

/** Posts a message, once. Only an answer that names the message tells that it stands there. */
export async function postMessage(rest: REST, channelId: string, body: object): Promise<Outcome> {
	const answer = await request(rest, {
		fullRoute: Routes.channelMessages(channelId),
		method: RequestMethod.Post,
		body,
	});
	const posted = read(answer, message);
	if (posted.kind !== "read") return posted;
	return { kind: "posted", discordId: posted.data.id, bucketOpensInMs: posted.bucketOpensInMs };
}

/** Posts messages through Discord's HTTP API, once each: what comes next is for delivery to decide. */
export function sendThrough(rest: REST): SendPost {
	return (post) => postMessage(rest, post.channelId, bodyOf(post));
}

/** What an answer says; an answer that says something else is no better than none. */
export function read<T>(
	answer: DiscordAnswer | Failure,
	schema: z.ZodType<T>,
): { kind: "read"; data: T; bucketOpensInMs: number } | Failure {
	if (answer.kind !== "answered") return answer;
	const { success, data, error } = schema.safeParse(answer.body);
	if (success) return { kind: "read", data, bucketOpensInMs: answer.bucketOpensInMs };
	return { kind: "unknown", reason: `an answer that could not be read: ${problemsIn(error).join("; ")}` };
}

/** Nothing in a body pings but the people it is meant to; links get no preview. */
function bodyOf({ body, nonce, mentions, silent, button, recapButton }: Post) {
	const buttons = [
		...(button === null ? [] : [buttonOf(button, MY_GREETING)]),
		...(recapButton === null ? [] : [buttonOf(recapButton.label, customId("session", "recap", recapButton.sessionId))]),
	];
	return {
		content: body,
		nonce,
		enforce_nonce: true,
		allowed_mentions: { parse: [], users: mentions },
		flags: MessageFlags.SuppressEmbeds | (silent ? MessageFlags.SuppressNotifications : 0),
		...(buttons.length > 0 && { components: [{ type: ComponentType.ActionRow, components: buttons }] }),
	};
}

/** It names nobody: who presses it sees what is theirs. */
function buttonOf(label: string, custom_id: string) {
	return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}

/**
 * How long until an empty bucket holds one token again, in milliseconds; 0 while something is left in it. Discord says
 * when it is full; it fills evenly, so one token comes after that time's share of the limit.
 */
function bucketOpensIn(headers: { get(name: string): string | null }): number {
	if (headers.get("X-RateLimit-Remaining") !== "0") return 0;
	const fullInMs = Number(headers.get("X-RateLimit-Reset-After") ?? 0) * 1_000;
	const limit = Math.max(1, Number(headers.get("X-RateLimit-Limit") ?? 1));
	return Math.min(Math.ceil(fullInMs / limit) || 0, LONGEST_CLOSING_MS);
}

/** What an error of discord.js means. */
export function failureOf(error: unknown): Failure {
	if (error instanceof Held) return { kind: "limited", retryAfterMs: error.waitMs, global: error.all };
	if (error instanceof RateLimitError) {
		const retryAfterMs = Math.min(error.retryAfter || LONGEST_CLOSING_MS, LONGEST_CLOSING_MS);
		return { kind: "limited", retryAfterMs, global: error.global || error.scope === "global" };
	}
	if (error instanceof DiscordAPIError) {
		const { status, code, message } = error;
		// What is refused without a code was refused by a proxy, before Discord or in its place.
		if (!Number.isInteger(code)) return { kind: "unknown", reason: `${status} without a code of Discord's` };
		return { kind: "refused", status, code: Number(code), reason: unquoted(message) };
	}
	if (error instanceof HTTPError) return { kind: "unknown", reason: `${error.status} ${error.message}` };
	const { type, message } = plainError(error); // what cannot be parsed is quoted
	return { kind: "unknown", reason: `${type}: ${message}` };
}
