import { STATUS_CODES } from "node:http";
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { isDecisive } from "../outcome.ts";
import { type Begun, REQUEST_WITHIN_MS } from "./ahead.ts";
import type { Asked, Barriers, Entrance } from "./barriers.ts";

/** Makes one request of discord.js and resolves with the answer as discord.js is to see it; rejects when there is none. */
export type Exchange = RESTOptions["makeRequest"];

export interface ExchangeContext {
	clock: Clock;
	barriers: Barriers;
	/** Called when Discord does not know the bot's token (any more), whatever was asked. */
	onTokenRefused(): void;
	/** What was asked before this was there: whoever asks it first here gets that answer. */
	begun?: Begun | undefined;
}

/** What is waited for and read of an answer. */
export interface AnswerLimits {
	/** How long a request may take, its whole answer included: by the machine's clock, as the network does. */
	withinMs: number;
	bytes: number;
}

/** A hundred messages, each as long as Discord allows, are shorter. */
export const ANSWER_LIMITS: AnswerLimits = { withinMs: REQUEST_WITHIN_MS, bytes: 8 * 1024 * 1024 };

const CALLBACKS = "/interactions";
/** The first answer to an interaction has three seconds. One that is stuck for so long is given again. */
const CALLBACK_WITHIN_MS = 1_000;

/** A request that was not made, because Discord has had too many. */
export class Held extends Error {
	override name = "Held";
	readonly waitMs: number;
	/** All requests have to wait, not only those of this kind. */
	readonly all: boolean;

	constructor({ ms, all }: { ms: number; all: boolean }) {
		super(`not asked: Discord wants ${all ? "no requests" : "none of this kind"} for ${Math.ceil(ms / 1_000)} s`);
		this.waitMs = ms;
		this.all = all;
	}
}

/** Who asks for something else than a message to be posted or changed waits for so long, rather than go without. */
export const SHORT_WAIT_MS = 3_000;

type Free = Extract<Entrance, { is: "free" }>;

/** Every request goes through here, also those that discord.js makes of its own accord. */
export function exchangeThrough(
	{ clock, barriers, onTokenRefused, begun }: ExchangeContext,
	limits: AnswerLimits = ANSWER_LIMITS,
): Exchange {
	let unread = begun;

	/** The answer to what was asked already, if that was this; it can be read once. */
	function takeBegun(url: string): Promise<Response> | null {
		if (unread?.url !== url) return null;
		const { answer } = unread;
		unread = undefined;
		return answer;
	}

	/** Waits until a request may be made; throws `Held` when that is too long for it. */
	async function enter(asked: Asked, patienceMs: number, signal: AbortSignal | undefined): Promise<Free> {
		for (;;) {
			const entrance = barriers.enter(asked); // nobody else enters between this and its use
			if (entrance.is === "free") return entrance;
			if (entrance.ms > patienceMs || signal?.aborted) throw new Held(entrance);
			await clock.sleep(entrance.ms, signal);
		}
	}

	return async (url, init) => {
		const method = init.method ?? "GET";
		const asked = askedBy(url, method);
		const { end } = await enter(asked, isAboutMessage(method, url) ? 0 : SHORT_WAIT_MS, init.signal ?? undefined);
		const withinMs = asked.kind.endsWith(CALLBACKS) ? Math.min(CALLBACK_WITHIN_MS, limits.withinMs) : limits.withinMs;
		const answer = await ask(url, init, { ...limits, withinMs, early: takeBegun(url) }).catch((error: unknown) => {
			end(null);
			throw error;
		});
		const { status, text, headers } = answer;
		const waitMs = end({ status, headers, isJson: headers.get("Content-Type")?.includes("json") ?? false });
		const withToken = new Headers(init.headers as Record<string, string>).has("Authorization");
		const meaning = meaningOf(answer, withToken);
		if (meaning === "token refused") onTokenRefused();
		return handOn(text, statusFor(answer, meaning), status === 429 ? waiting(headers, waitMs) : headers);
	};
}

type ExchangeInit = Parameters<Exchange>[1];
type ShownAnswer = Awaited<ReturnType<Exchange>>;

/** Asks and reads the whole answer; rejects when it does not come in time, or has no end. */
async function ask(
	url: string,
	init: ExchangeInit,
	{ withinMs, bytes, early }: AnswerLimits & { early: Promise<Response> | null },
): Promise<RawAnswer & Pick<ShownAnswer, "headers">> {
	const whole = await withWholeForm(init);
	const late = AbortSignal.timeout(withinMs);
	const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
	const read = async ({ status, headers, body }: Pick<ShownAnswer, "status" | "headers" | "body">) => {
		return { status, headers, text: await textOf(body, bytes) };
	};
	const begun = await early?.then(read).catch(() => null);
	return begun ?? read(await DefaultRestOptions.makeRequest(url, { ...whole, signal }));
}

/**
 * The same request with its files as bytes. undici (6.29, and that of Node 26.10) goes on filling the stream that it makes of a
 * form after the request was broken off, and the error of that reaches nobody, so it would end the process.
 */
async function withWholeForm(init: ExchangeInit): Promise<ExchangeInit> {
	if (!(init.body instanceof FormData)) return init;
	const form = new Response(init.body);
	const headers = new Headers(init.headers as Record<string, string>);
	headers.set("Content-Type", form.headers.get("Content-Type") ?? "");
	return { ...init, headers: Object.fromEntries(headers), body: new Uint8Array(await form.arrayBuffer()) };
}

async function textOf(body: ShownAnswer["body"], mostBytes: number): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body ?? []) {
		bytes += chunk.length;
		if (bytes > mostBytes) throw new Error("an answer without end"); // leaving the loop cuts the connection
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

/** The requests that share limits: those with the same method for the same channel or server (topics/rate-limits). */
export function askedBy(url: string, method: string): Asked {
	const [, resource = "", id = ""] = /\/v\d+\/([a-z-]+)(?:\/(\d+))?/.exec(url) ?? [];
	const isOwn = resource === "channels" || resource === "guilds";
	const kind = isOwn ? `${method} /${resource}/${id}` : `${method} /${resource}`;
	return { kind, isInteraction: resource === "interactions" || resource === "webhooks" };
}

/** Whether a request posts or changes a message. Who makes it waits by themselves. */
export function isAboutMessage(method: string, route: string): boolean {
	return (method === "POST" || method === "PATCH") && /\/channels\/[^/]+\/messages/.test(route);
}

/** What discord.js is shown of a 429: when to come again, and no more, because it would keep others waiting by clocks of its own. */
function waiting(headers: ShownAnswer["headers"], waitMs: number): ShownAnswer["headers"] {
	const scope = headers.get("X-RateLimit-Scope");
	return new Headers({ "Retry-After": String(waitMs / 1_000), ...(scope && { "X-RateLimit-Scope": scope }) });
}

/** What comes back, as far as it matters here. */
interface RawAnswer {
	status: number;
	text: string;
}

/** What an answer is to discord.js and to us. */
type AnswerMeaning =
	/** What its status says. */
	| "as it is"
	/** Discord's own 401 to a request that carried the bot's token. */
	| "token refused"
	/** Discord refuses this request, by a code that counts more than the status. */
	| "refused by code"
	/** A proxy stands in between and lets nothing through. */
	| "not Discord's";

const UNAUTHORIZED = 40001;
const refusal = z.object({ code: z.int(), message: z.string() });

/** Decides what an answer means; `withToken` tells whether the request carried the bot's token. */
export function meaningOf({ status, text }: RawAnswer, withToken: boolean): AnswerMeaning {
	if (status < 400) return "as it is";
	const said = refusalIn(text);
	if (status === 401 && withToken) {
		if (!said) return "not Discord's";
		const isAboutToken = said.code === UNAUTHORIZED || (said.code === 0 && said.message === "401: Unauthorized");
		if (isAboutToken) return "token refused";
		return said.code === 0 ? "not Discord's" : "refused by code";
	}
	return status >= 500 && said && isDecisive(said.code) ? "refused by code" : "as it is";
}

function refusalIn(text: string): z.infer<typeof refusal> | null {
	try {
		return refusal.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null; // a page, or nothing
	}
}

/**
 * discord.js forgets the bot's token at any 401 to a request with it, and fails everything from then on; and it reads no
 * code of a 5xx (@discordjs/rest 2.6, `handleErrors`). So it is shown another status where that would be wrong.
 */
function statusFor({ status }: RawAnswer, meaning: AnswerMeaning): number {
	if (meaning === "refused by code") return 400;
	return meaning === "not Discord's" ? 502 : status;
}

function handOn(text: string, status: number, headers: ShownAnswer["headers"]): ShownAnswer {
	return {
		body: null,
		bodyUsed: false,
		arrayBuffer: async () => new TextEncoder().encode(text).buffer,
		json: async () => JSON.parse(text),
		text: async () => text,
		headers,
		status,
		statusText: STATUS_CODES[status] ?? "",
		ok: status >= 200 && status < 300,
	};
}
