import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js";
import type { Logger } from "pino";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import { ENDS_WITH, Ending } from "../ending.ts";
import { type Outage, watchOutage } from "../outage.ts";

/** Discord does not accept the bot, and trying again would not help; the message says what to do. */
export class Rejected extends Ending {
	override name = "Rejected";
	readonly exitCode = ENDS_WITH.rejected;
}

const WAITS = { first: 1_000, longest: 60_000 };

/**
 * Logs in, waiting for as long as Discord cannot be reached. Throws `Rejected` when the token is not accepted; resolves
 * without being connected when `signal` aborts.
 */
export async function connect(
	client: Client,
	{ token, clock, log, signal }: { token: string; clock: Clock; log: Logger; signal: AbortSignal },
): Promise<void> {
	const outage = watchOutage(clock);
	for (let failures = 0; !signal.aborted; ) {
		try {
			await client.login(token);
			if (outage.isOver()) log.info({ failures }, "Discord can be reached again");
			return;
		} catch (err) {
			if (isTokenRefused(err)) throw new Rejected(TOKEN_REFUSED);
			failures++;
			if (outage.goesOn().say !== "nothing")
				log.warn({ reason: reasonOf(err), failures }, "Discord cannot be reached; trying again until it can");
			revive(client, token);
			await clock.sleep(backoff(failures, WAITS), signal);
		}
	}
}

const LONGEST_GOODBYE_MS = 2_000;

/** Closes the connection to Discord. discord.js never ends that while it logs in, so after two seconds nobody waits any more. */
export async function disconnect(client: Client, clock: Clock): Promise<void> {
	const gone = new AbortController();
	await Promise.race([client.destroy(), clock.sleep(LONGEST_GOODBYE_MS, gone.signal)]);
	gone.abort();
}

/** What went wrong, in a line; network errors often have their reason in their cause only. */
function reasonOf(err: unknown): string {
	if (!(err instanceof Error)) return String(err);
	const parts = err instanceof AggregateError ? err.errors.map(reasonOf) : [err.message || err.name];
	return parts.join("; ");
}

function isTokenRefused(err: unknown): boolean {
	if (err instanceof DiscordAPIError) return err.status === 401;
	return err instanceof DiscordjsError && err.code === DiscordjsErrorCodes.TokenInvalid;
}

/** A login that fails destroys the client (discord.js 14.28, Client#login); this makes it fit for another. */
function revive(client: Client, token: string): void {
	client.rest.setToken(token);
	Object.assign(client.ws, { destroyed: false });
}

/** What to do when the token is not accepted (any more). */
export const TOKEN_REFUSED =
	"Discord does not accept DISCORD_TOKEN. Open https://discord.com/developers/applications, choose your application, Bot → Reset Token, and put the new token into .env.";

export interface TroubleContext {
	clock: Clock;
	log: Logger;
	/** Whoever ends Byname ends its connections, which is no trouble. */
	signal: AbortSignal;
	/** Called when Discord closes the connection for good. */
	onFatal(error: Rejected): void;
}

/** Logs what discord.js reports, and watches for what is final. */
export function watchForTrouble(client: Client, { clock, log, signal, onFatal }: TroubleContext): void {
	tellOutages(client, { clock, log, signal });
	client.on(Events.Error, (err) => log.error({ err }, "discord.js reports an error"));
	client.on(Events.Warn, (warning) => log.warn({ warning }, "discord.js warns"));
	client.on(Events.ShardDisconnect, ({ code }) => {
		if (code === BAD_TOKEN) return onFatal(new Rejected(TOKEN_REFUSED));
		onFatal(
			new Rejected(
				`Discord has closed the connection for good: ${CLOSED[code] ?? `code ${code}`}. Start Byname again.`,
			),
		);
	});
	client.on(Events.Invalidated, () =>
		onFatal(new Rejected("Discord has ended the bot's session. Start Byname again.")),
	);
}

/** Tells when the connection of a shard is lost, every ten minutes while it is, and when it is back. */
function tellOutages(client: Client, { clock, log, signal }: Pick<TroubleContext, "clock" | "log" | "signal">): void {
	const outages = new Map<number, Outage>();

	function outageOf(shard: number): Outage {
		const outage = outages.get(shard) ?? watchOutage(clock);
		outages.set(shard, outage);
		return outage;
	}

	function isBack(shard: number): void {
		const over = outageOf(shard).isOver();
		if (over) log.info({ shard, seconds: secondsIn(over.forMs) }, "the gateway connection is back");
	}

	client.on(Events.ShardReconnecting, (shard) => {
		if (signal.aborted) return;
		const { say, forMs } = outageOf(shard).goesOn();
		if (say === "begins") log.info({ shard }, "the gateway connection is lost; coming back");
		if (say === "lasts") log.warn({ shard, seconds: secondsIn(forMs) }, "the gateway connection is still lost");
	});
	client.on(Events.ShardReady, isBack);
	client.on(Events.ShardResume, isBack);
	// Each try to come back, or to log in, may report one: what matters of it is told above, and in `connect`.
	client.on(Events.ShardError, (err, shard) => log.debug({ err, shard }, "the gateway connection has trouble"));
}

function secondsIn(ms: number): number {
	return Math.round(ms / 1_000);
}

/** What the other final close codes mean, and what to do. */
const CLOSED: Record<number, string> = {
	4010: "the shard is not one of those it expects",
	4011: "the bot is in too many servers for one connection",
	4012: "it no longer speaks this version of its gateway; a newer Byname does",
	4013: "it does not know an intent; a newer Byname may",
	4014: "it does not allow an intent, although Byname asks for no privileged one; look at Bot → Privileged Gateway Intents",
};

/** The close code for a token that Discord does not know. */
const BAD_TOKEN = 4004;
