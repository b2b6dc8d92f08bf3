import { nextSessionAt } from "./after-hours.ts";
import type { ServerView } from "./view.ts";

/** What texts may mention of a server, from what Discord shows of it. `viewOf` finds a server's view. */
export function sceneryOf(viewOf: (serverId: string) => ServerView | undefined) {
	return {
		serverNameOf: (serverId: string) => viewOf(serverId)?.name ?? "",
		nameOf(serverId: string, userId: string): string | null {
			const server = viewOf(serverId);
			const roomId = server?.whereabouts.get(userId);
			return (roomId && server?.rooms.get(roomId)?.present.get(userId)?.person.name) || null;
		},
		nextSessionAt(serverId: string, roomId: string, now: number): number | null {
			const server = viewOf(serverId);
			return server ? nextSessionAt(server, roomId, now) : null;
		},
	};
}
