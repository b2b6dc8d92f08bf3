import { createHash } from "node:crypto";
import { type Client, Events, type REST, RequestMethod, Routes } from "discord.js";
import type { Logger } from "pino";
import { z } from "zod";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import type { Command } from "../command.ts";
import type { Failure } from "../outcome.ts";
import { snowflake } from "../snowflake.ts";
import type { Store } from "../store/queryable.ts";
import { registeredHash, saveRegisteredHash } from "../store/registration.ts";
import { read, request } from "./send.ts";

const registered = z.array(z.object({ id: snowflake, name: z.string() }));

interface RegisterContext {
	/** Called with the commands' ids by their names, once Discord has told them. */
	onRegistered(ids: ReadonlyMap<string, string>): void;
	store: Store;
	clock: Clock;
	log: Logger;
	signal: AbortSignal;
}

/**
 * Registers the commands with Discord, but only when their definition is not the one last registered: it replaces all
 * of them, for all servers, and new ones count against a daily limit. Else it only asks for their ids. Returns why it did
 * not succeed, if so.
 */
async function registerCommands(
	rest: REST,
	applicationId: string,
	commands: readonly Command[],
	{ store, log, onRegistered }: RegisterContext,
): Promise<Failure | null> {
	const body = commands.map((command) => command.data.toJSON());
	const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
	const isRegistered = (await registeredHash(store, applicationId)) === hash;
	const fullRoute = Routes.applicationCommands(applicationId);
	const asked = isRegistered ? { method: RequestMethod.Get } : { method: RequestMethod.Put, body };
	const answer = read(await request(rest, { fullRoute, ...asked }), registered);
	if (answer.kind !== "read") return answer;
	onRegistered(new Map(answer.data.map(({ name, id }) => [name, id])));
	if (isRegistered) return null;
	await saveRegisteredHash(store, applicationId, hash);
	log.info({ commands: body.length }, "slash commands registered");
	return null;
}

/** Without its commands Byname still greets, so nobody is in a hurry. */
const WAITS = { first: 2_000, longest: 10 * 60_000 };

/** Registers the commands as soon as Discord has said who we are, and tries again until it succeeds. */
export function registerWhenReady(client: Client, commands: readonly Command[], context: RegisterContext): void {
	const { clock, log, signal } = context;

	async function keepTrying({ rest, application }: Client<true>): Promise<void> {
		for (let failures = 1; !signal.aborted; failures++) {
			const failure = await registerCommands(rest, application.id, commands, context).catch((err: unknown) => ({
				err,
			}));
			if (failure === null || signal.aborted) return;
			const toldMs = "kind" in failure && failure.kind === "limited" ? failure.retryAfterMs : 0;
			const waitMs = Math.max(toldMs, backoff(failures, WAITS));
			log.error(
				{ ...failure, failures, waitMs },
				"slash commands could not be registered, or their ids not be read; trying again until they can",
			);
			await clock.sleep(waitMs, signal);
		}
	}

	client.once(Events.ClientReady, (ready) => void keepTrying(ready));
}
