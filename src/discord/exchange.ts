import { STATUS_CODES } from "node:http";
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { z } from "zod";
import { isDecisive } from "../outcome.ts";

/** Makes one request of discord.js and resolves with the answer as discord.js is to see it; rejects when there is none. */
export type Exchange = RESTOptions["makeRequest"];

export interface ExchangeContext {
	/** Called when Discord does not know the bot's token (any more), whatever was asked. */
	onTokenRefused(): void;
}

/** Every request goes through here, also those that discord.js makes of its own accord. */
export function exchangeThrough({ onTokenRefused }: ExchangeContext): Exchange {
	return async (url, init) => {
		const response = await DefaultRestOptions.makeRequest(url, init);
		const answer = { status: response.status, text: await response.text() };
		const withToken = new Headers(init.headers as Record<string, string>).has("Authorization");
		const meaning = meaningOf(answer, withToken);
		if (meaning === "token refused") onTokenRefused();
		return handOn(answer.text, statusFor(answer, meaning), response.headers);
	};
}

/** What comes back, as far as it matters here. */
interface RawAnswer {
	status: number;
	text: string;
}

/** What an answer is to discord.js and to us. */
type Meaning =
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
export function meaningOf({ status, text }: RawAnswer, withToken: boolean): Meaning {
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
function statusFor({ status }: RawAnswer, meaning: Meaning): number {
	if (meaning === "refused by code") return 400;
	return meaning === "not Discord's" ? 502 : status;
}

type Shown = Awaited<ReturnType<Exchange>>;

function handOn(text: string, status: number, headers: Shown["headers"]): Shown {
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
