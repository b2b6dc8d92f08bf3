import { z } from "zod";
import { ENDS_WITH, Ending } from "./ending.ts";

/** What Byname needs from its environment; see `.env.example` for each variable. */
export interface Config {
	token: string;
	/** Where Discord's HTTP API is, without the version, e.g. `https://discord.com/api`. */
	apiUrl: string;
	databaseUrl: string;
	logLevel: LogLevel;
	/** Where health is told to supervisors; null for nowhere. */
	health: Address | null;
}

/** An address of this machine, such as `127.0.0.1`, and a port there. */
export interface Address {
	host: string;
	port: number;
}

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown with one text that names every problem and what to do about each; never contains a secret. */
export class ConfigError extends Ending {
	override name = "ConfigError";
	readonly exitCode = ENDS_WITH.settings;
}

const TRY_WITHOUT = "To try Byname without a Discord account, run: npm run rehearsal";

const NO_PORT =
	'HEALTH_PORT is not a port. Write a number from 1 to 65535, such as "9464"; with "0.0.0.0:" before it, other machines can ask as well. Leave it blank for no port.';

/** Unless a host is given, only programs on this machine can ask for health. */
const THIS_MACHINE = "127.0.0.1";

const environment = z.object({
	DISCORD_TOKEN: z
		.string({
			error: `DISCORD_TOKEN is missing. Copy your bot's token from https://discord.com/developers/applications (Bot → Reset Token) into .env. ${TRY_WITHOUT}`,
		})
		.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, {
			error:
				"DISCORD_TOKEN does not look like a bot token, which has three parts with dots between them. Copy it again from the Bot page, without quotes, spaces or a leading “Bot”.",
		}),
	DISCORD_API_URL: z
		.url({
			protocol: /^https?$/,
			error: 'DISCORD_API_URL is not a web address. Leave it out, or write one such as "https://discord.com/api".',
		})
		.transform((url) => url.replace(/\/+$/, ""))
		.default("https://discord.com/api"),
	DATABASE_URL: z
		.string()
		.regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, {
			error:
				'DATABASE_URL is not a database Byname knows. Write "sqlite:./data/byname.db", "sqlite::memory:" or "postgres://user:password@host/database".',
		})
		.default("sqlite:./data/byname.db"),
	LOG_LEVEL: z
		.string()
		.toLowerCase()
		.pipe(z.enum(LOG_LEVELS, { error: `LOG_LEVEL is not a level. Write one of: ${LOG_LEVELS.join(", ")}.` }))
		.default("info"),
	HEALTH_PORT: z
		.string()
		.regex(/^(?:([\w.-]+|\[[\da-f:.]+\]):)?\d{1,5}$/i, { error: NO_PORT })
		.transform((text) => {
			const colon = text.lastIndexOf(":");
			const host = text.slice(0, Math.max(0, colon)).replace(/^\[|\]$/g, "");
			return { host: host || THIS_MACHINE, port: Number(text.slice(colon + 1)) };
		})
		.refine(({ port }) => port >= 1 && port <= 65_535, { error: NO_PORT })
		.nullable()
		.default(null),
});

type Environment = Record<string, string | undefined>;

/**
 * The environment in which blank means unset. A container has a port for health all the same, because its health check
 * would ask nobody and call that well: the image says which, in a variable that nobody sets by mistake.
 */
function filled(env: Environment): Environment {
	const trimmed = Object.entries(env).map(([key, value]) => [key, value?.trim() || undefined]);
	const { HEALTH_PORT_WHEN_BLANK, HEALTH_PORT = HEALTH_PORT_WHEN_BLANK, ...rest } = Object.fromEntries(trimmed);
	return { ...rest, HEALTH_PORT };
}

/** Where health is told; null for nowhere. Throws `ConfigError` when that is no address. */
export function healthAddress(env: Environment): Address | null {
	return check(env, environment.pick({ HEALTH_PORT: true }), ATTENTION).HEALTH_PORT;
}

/** Checks the environment and gives it types. Blank means unset. Throws `ConfigError` naming every problem. */
export function readConfig(env: Environment): Config {
	const { DISCORD_TOKEN, DISCORD_API_URL, DATABASE_URL, LOG_LEVEL, HEALTH_PORT } = check(
		env,
		environment,
		"Byname cannot start: its settings need attention.",
	);
	return {
		token: DISCORD_TOKEN,
		apiUrl: DISCORD_API_URL,
		databaseUrl: DATABASE_URL,
		logLevel: LOG_LEVEL,
		health: HEALTH_PORT,
	};
}

/** Where the database is; no other setting need be right. Throws `ConfigError`. */
export function readDatabaseUrl(env: Environment): string {
	return check(env, environment.pick({ DATABASE_URL: true }), ATTENTION).DATABASE_URL;
}

/** The bot and its database; no other setting need be right. Throws `ConfigError`. */
export function readBot(env: Environment): Pick<Config, "token" | "databaseUrl"> {
	const { DISCORD_TOKEN, DATABASE_URL } = check(
		env,
		environment.pick({ DISCORD_TOKEN: true, DATABASE_URL: true }),
		ATTENTION,
	);
	return { token: DISCORD_TOKEN, databaseUrl: DATABASE_URL };
}

const ATTENTION = "The settings need attention.";

function check<T>(env: Environment, schema: z.ZodType<T>, opening: string): T {
	const { data, error } = schema.safeParse(filled(env));
	if (error) throw new ConfigError(explain(opening, error.issues));
	return data;
}

function explain(opening: string, problems: readonly { message: string }[]): string {
	const lines = problems.map(({ message }) => `  - ${message}`);
	return [opening, ...lines, "Each variable is explained in .env.example."].join("\n");
}
