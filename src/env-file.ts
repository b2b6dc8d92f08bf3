import { existsSync, readFileSync } from "node:fs";
import { parse } from "dotenv";
import { ConfigError } from "./config.ts";

/** What `.env` says, if it is there. Throws `ConfigError` when it is and cannot be read. */
export function readEnvFile(): Record<string, string> {
	try {
		return existsSync(".env") ? parse(readFileSync(".env")) : {};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ConfigError(`.env cannot be read: ${reason}. Make it a file that Byname may read, or remove it.`);
	}
}
