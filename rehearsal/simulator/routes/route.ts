import type { SimFile } from "../message.ts";
import type { SimWorld } from "../world.ts";

/** What a route is called with. */
export interface Call {
	world: SimWorld;
	params: Record<string, string>;
	query: URLSearchParams;
	body: unknown;
	/** What was uploaded with it. */
	files: SimFile[];
}

/** What a request is answered with. */
export interface RestReply {
	status: number;
	body?: unknown;
	/** Sent as it is, in place of a body. */
	text?: string;
	headers?: Record<string, string>;
}

/** One endpoint. */
export interface Route {
	method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** Such as `/channels/:channel/messages`. */
	path: string;
	run(call: Call): RestReply | Promise<RestReply>;
	/** `messages`: the narrow bucket of a channel. */
	bucket?: "messages";
	/** The token in the path is enough. */
	withoutToken?: boolean;
	/** Interaction endpoints do not count towards the global limit (interactions/receiving-and-responding). */
	exemptFromGlobal?: boolean;
}

/** Answers 200 with this body. */
export function ok(body: unknown): RestReply {
	return { status: 200, body };
}
