import type { Config } from "../config.ts";

/** How long any request may take, its whole answer included: by the machine's clock, as the network does. */
export const REQUEST_WITHIN_MS = 8_000;

/** A request to Discord that is on its way while most of Byname is still being loaded. */
export interface Begun {
	url: string;
	/** Rejects when there is none in time, and breaks off when all of it is not read by then; whoever needs it then asks anew. */
	answer: Promise<Response>;
}

/**
 * Asks Discord where its gateway is, which is the first thing that a bot needs of it: with all that has to be loaded and opened
 * before, the login would wait for the network only after half a second of work. Whoever asks for the same through
 * `exchangeThrough` gets this answer. `discordjs` is the version of discord.js, for which Discord is to take this as well.
 */
export function askForGateway({ apiUrl, token }: Pick<Config, "apiUrl" | "token">, discordjs: string): Begun {
	const url = `${apiUrl}/v10/gateway/bot`;
	const answer = fetch(url, {
		headers: { Authorization: `Bot ${token}`, "User-Agent": `DiscordBot (https://discord.js.org, ${discordjs})` },
		redirect: "manual",
		signal: AbortSignal.timeout(REQUEST_WITHIN_MS),
	});
	answer.catch(() => undefined);
	return { url, answer };
}
