import { existsSync, readFileSync, statSync } from "node:fs";
import { parse } from "dotenv";
import { ConfigError } from "./config.ts";

const FILE = ".env";
/** What others than the owner may do with a file. */
const OTHERS = 0o077;

/** The settings as they are given: those in `.env`, if it is there, and over them the environment's. Throws `ConfigError` when it cannot be read. */
export function readEnvironment(): Record<string, string | undefined> {
	try {
		return { ...(existsSync(FILE) ? parse(readFileSync(FILE)) : {}), ...process.env };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ConfigError(`.env cannot be read: ${reason}. Make it a file that Byname may read, or remove it.`);
	}
}

/** Whether somebody else on this machine may read or change `.env`. Windows does not tell. */
export function isEnvFileOpen(): boolean {
	if (process.platform === "win32") return false;
	const file = statSync(FILE, { throwIfNoEntry: false });
	return file !== undefined && (file.mode & OTHERS) !== 0;
}
