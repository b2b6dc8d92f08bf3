import { type DestinationStream, type Logger, pino } from "pino";
import pretty from "pino-pretty";
import type { LogLevel } from "./config.ts";

/**
 * The log: one JSON object a line, or readable lines when `to` is a terminal. Tokens never appear; people appear by id,
 * never by name.
 */
export function createLog(level: LogLevel, to: DestinationStream & { isTTY?: boolean }): Logger {
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
	return to.isTTY ? pino(options, pretty({ destination: to, translateTime: "SYS:HH:MM:ss" })) : pino(options, to);
}
