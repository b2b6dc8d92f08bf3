import { answerRoutes } from "./routes/answers.ts";
import { channelRoutes } from "./routes/channels.ts";
import { commandRoutes } from "./routes/commands.ts";
import { directoryRoutes } from "./routes/directory.ts";
import { eventRoutes } from "./routes/events.ts";
import type { Route } from "./routes/route.ts";

const ROUTES: Route[] = [...channelRoutes, ...directoryRoutes, ...eventRoutes, ...commandRoutes, ...answerRoutes];
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
