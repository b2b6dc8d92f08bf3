import { createHash } from "node:crypto";
import { type Client, Events, type REST, RequestMethod, Routes } from "discord.js";
import type { Logger } from "pino";
import { z } from "zod";
import type { Command } from "../command.ts";
import { snowflake } from "../snowflake.ts";
import type { Store } from "../store/queryable.ts";
import { registeredHash, saveRegisteredHash } from "../store/registration.ts";
import { read, request } from "./send.ts";

const registered = z.array(z.object({ id: snowflake }));

/**
 * Registers the commands with Discord, but only when their definition is not the one last registered: it replaces all
 * of them, for all servers, and new ones count against a daily limit.
 */
async function registerCommands(
	rest: REST,
	applicationId: string,
	commands: readonly Command[],
	{ store, log }: { store: Store; log: Logger },
): Promise<void> {
	const body = commands.map((command) => command.data.toJSON());
	const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
	if ((await registeredHash(store, applicationId)) === hash) return;
	const fullRoute = Routes.applicationCommands(applicationId);
	const answer = read(await request(rest, { fullRoute, method: RequestMethod.Put, body }), registered);
	if (answer.kind === "limited") throw new Error("Discord has had too many requests");
	if (answer.kind !== "read") throw new Error(answer.reason);
	await saveRegisteredHash(store, applicationId, hash);
	log.info({ commands: body.length }, "slash commands registered");
}

/** Registers the commands as soon as Discord has said who we are. If it fails, the next start tries again. */
export function registerWhenReady(
	client: Client,
	commands: readonly Command[],
	{ store, log, signal }: { store: Store; log: Logger; signal: AbortSignal },
): void {
	client.once(Events.ClientReady, ({ rest, application }) => {
		registerCommands(rest, application.id, commands, { store, log }).catch((err: unknown) => {
			if (signal.aborted) return;
			log.error({ err }, "slash commands could not be registered; start Byname again to retry");
		});
	});
}
