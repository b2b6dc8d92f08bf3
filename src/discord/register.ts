import { createHash } from "node:crypto";
import { type REST, Routes } from "discord.js";
import type { Logger } from "pino";
import type { Command } from "../command.ts";
import { registeredHash, saveRegisteredHash } from "../store/registration.ts";
import type { Store } from "../store/store.ts";

/**
 * Registers the commands with Discord, but only when their definition is not the one last registered: it replaces all
 * of them, for all servers, and new ones count against a daily limit.
 */
export async function registerCommands(
	rest: REST,
	applicationId: string,
	commands: readonly Command[],
	{ store, log }: { store: Store; log: Logger },
): Promise<void> {
	const body = commands.map((command) => command.data.toJSON());
	const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
	if ((await registeredHash(store, applicationId)) === hash) return;
	await rest.put(Routes.applicationCommands(applicationId), { body });
	await saveRegisteredHash(store, applicationId, hash);
	log.info({ commands: body.length }, "slash commands registered");
}
