import { GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import { z } from "zod";

/** What a frame of the gateway, parsed, calls for. */
export type FrameVerdict =
	/** It can be taken in. */
	| "take"
	/** The connection cannot go on with it: another one, for the same session. */
	| "reconnect"
	/** The session is over, or has not come into being: another one. */
	| "begin anew";

const hello = z.object({ heartbeat_interval: z.number().positive() });
const named = z.object({ id: z.string() });
const ready = z.object({
	session_id: z.string(),
	resume_gateway_url: z.url(),
	user: named,
	application: named,
	guilds: z.array(named),
});

/**
 * Judges what discord.js and @discordjs/ws 1.2 would read without a look: HELLO, READY, an invalid session, and the
 * servers that follow READY. All other packets are read with schemas, and one that cannot be read is passed over.
 */
export function judgeFrame(payload: unknown): FrameVerdict {
	// What is no frame is taken: nothing comes of it.
	if (typeof payload !== "object" || payload === null || !("op" in payload)) return "take";
	const { op, t, d }: { op: unknown; t?: unknown; d?: unknown } = payload;
	switch (op) {
		case GatewayOpcodes.Hello:
			return hello.safeParse(d).success ? "take" : "reconnect";
		case GatewayOpcodes.InvalidSession:
			return d === true ? "take" : "begin anew";
		case GatewayOpcodes.Dispatch:
			return judgeDispatch(t, d);
		default:
			return "take";
	}
}

function judgeDispatch(name: unknown, data: unknown): FrameVerdict {
	switch (name) {
		case GatewayDispatchEvents.Ready:
			return ready.safeParse(data).success ? "take" : "begin anew";
		case GatewayDispatchEvents.GuildCreate:
		case GatewayDispatchEvents.GuildDelete:
			return named.safeParse(data).success ? "take" : "begin anew"; // only a new session shows it again
		default:
			return "take";
	}
}

/** Close codes for what a client identifies with: its shard, the version, its intents (topics/opcodes-and-status-codes). */
const ABOUT_IDENTIFYING = [4010, 4011, 4012, 4013, 4014];
/** The close code for trouble of Discord's own, after which a session can be resumed. */
const UNKNOWN_ERROR = 4000;

/**
 * The close code to go by. Those about identifying end a bot for good, but Discord also closes with them over something
 * that was asked in a session; then it is not the bot that is refused.
 */
export function codeToGoBy(code: number, isIdentifying: boolean): number {
	return ABOUT_IDENTIFYING.includes(code) && !isIdentifying ? UNKNOWN_ERROR : code;
}
