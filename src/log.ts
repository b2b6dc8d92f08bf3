import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";

/** The log: one JSON object a line. Tokens never appear; people appear by id, never by name. */
export function createLog(level: LogLevel, to: DestinationStream): Logger {
	const options = {
		level,
		base: undefined,
		redact: {
			paths: [
				...["token", "*.token", "headers.authorization", "*.headers.authorization"],
				...["err.requestBody", "err.detail"], // names
				"err.url", // the token of an interaction
			],
			remove: true,
		},
		timestamp: pino.stdTimeFunctions.isoTime,
	};
	return pino(options, to);
}

/** Where a log goes: a terminal gets lines for people to read, anything else gets the JSON. */
export async function readableOn(to: NodeJS.WriteStream): Promise<DestinationStream> {
	if (!to.isTTY) return to;
	const { default: pretty } = await import("pino-pretty"); // not loaded where nobody reads along
	return pretty({ destination: to, translateTime: "SYS:HH:MM:ss" });
}
