import { Writable } from "node:stream";
import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";
import { plainError, unquoted } from "./unquoted.ts";

/** What others say in a log line, without what they quote. */
const serializers = {
	err: plainError,
	reason: plainText,
	warning: plainText,
	problem: (lines: unknown) => (Array.isArray(lines) ? lines.map(plainText) : plainText(lines)),
	outcome: plainReason,
};

function plainText(text: unknown): unknown {
	return typeof text === "string" ? unquoted(text) : text;
}

function plainReason(outcome: unknown): unknown {
	const hasReason = typeof outcome === "object" && outcome !== null && "reason" in outcome;
	return hasReason ? { ...outcome, reason: plainText(outcome.reason) } : outcome;
}

/** The log: one JSON object a line. Tokens never appear; people appear by id, never by name, not even in what an error quotes. */
export function createLog(level: LogLevel, to: DestinationStream): Logger {
	const options = {
		level,
		base: undefined,
		redact: {
			paths: ["token", "*.token", "headers.authorization", "*.headers.authorization"],
			remove: true,
		},
		serializers,
		timestamp: pino.stdTimeFunctions.isoTime,
	};
	return pino(options, to);
}

/** Where lines go. Those that cannot be written are counted, and nothing else comes of it. */
export interface Sink extends DestinationStream {
	/** How many lines nobody will ever read. */
	lost(): number;
}

/** So much waits for a slow reader at most, in bytes; Node keeps it in memory. */
const MOST_WAITING = 1_048_576;

/** A sink that goes on when its end breaks: the reader has gone, or the disk is full. Each line is tried anew. */
export function sinkOn(to: Writable): Sink {
	let lost = 0;
	to.on("error", () => undefined); // each failed write says so below
	return {
		write(line) {
			if (to.writableLength > MOST_WAITING) lost++;
			else to.write(line, (error) => error && lost++);
		},
		lost: () => lost,
	};
}

/** The same for a stream that may be a terminal, which gets lines for people to read; anything else gets the JSON. */
export async function readableOn(to: NodeJS.WriteStream): Promise<Sink> {
	const sink = sinkOn(to);
	if (!to.isTTY) return sink;
	const { default: pretty } = await import("pino-pretty"); // not loaded where nobody reads along
	const destination = new Writable({
		write(line, _encoding, done) {
			sink.write(line);
			done();
		},
	});
	const lines = pretty({ destination, translateTime: "SYS:HH:MM:ss" });
	return { write: (line) => void lines.write(line), lost: sink.lost };
}
