import type { SimFile } from "./message.ts";
import { channelRoutes } from "./routes/channels.ts";
import { commandRoutes } from "./routes/commands.ts";
import { interactionRoutes } from "./routes/interactions.ts";
import { peopleRoutes } from "./routes/people.ts";
import type { World } from "./world.ts";

/** What a route is called with. */
export interface Call {
	world: World;
	params: Record<string, string>;
	query: URLSearchParams;
	body: unknown;
	/** What was uploaded with it. */
	files: SimFile[];
}

/** What a request is answered with. */
export interface Reply {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** One endpoint. */
export interface Route {
	method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** Such as `/channels/:channel/messages`. */
	path: string;
	run(call: Call): Reply | Promise<Reply>;
	/** `messages`: the narrow bucket of a channel. */
	bucket?: "messages";
	/** The token in the path is enough. */
	withoutToken?: boolean;
	/** Interaction endpoints do not count towards the global limit (interactions/receiving-and-responding). */
	exemptFromGlobal?: boolean;
}

const ROUTES: Route[] = [...channelRoutes, ...peopleRoutes, ...commandRoutes, ...interactionRoutes];
const PATTERNS = ROUTES.map((route) => ({
	route,
	pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`),
}));

/** The endpoint a request is for. */
export function routeFor(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
	for (const { route, pattern } of PATTERNS) {
		const match = route.method === method ? pattern.exec(path) : null;
		if (match) return { route, params: { ...match.groups } };
	}
	return undefined;
}
