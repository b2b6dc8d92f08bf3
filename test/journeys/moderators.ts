import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import type { SimServer } from "../../rehearsal/simulator/server.ts";

/** A channel for a community's moderators, which nobody else can read: what Discord tells them is told there. */
export async function moderatorsOf(server: SimServer): Promise<SimRoom> {
	const moderators = server.addTextChannel("moderators");
	await moderators.isOnlyFor();
	await server.assigns({ updates: moderators });
	return moderators;
}

/** What Byname has told in a channel about guests who cannot be greeted. */
export function alertsIn(room: SimRoom): string[] {
	return room.messages.map(({ content }) => content).filter((content) => content.includes("I cannot greet"));
}
