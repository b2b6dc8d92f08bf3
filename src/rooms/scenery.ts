import type { Scene } from "../greetings/greeting.ts";
import type { SessionFacts } from "../store/sessions.ts";
import type { HeldSession, NextEvent, World } from "./world.ts";

/** Returns what texts may mention of a session: what is stored of it, and what Discord shows now. */
export type SceneOf = (session: SessionFacts, now: number) => Scene;

/** Makes a `SceneOf` over the world. */
export function sceneryOf(world: Pick<World, "nameOf" | "serverNameOf" | "nextSessionAt" | "nextEventOf">): SceneOf {
	return (session, now) => ({
		title: session.title,
		host: session.host_id ? world.nameOf(session.server_id, session.host_id) : null,
		server: world.serverNameOf(session.server_id),
		startsAt: session.starts_at,
		note: session.note,
		recap: session.recap,
		next: world.nextSessionAt(session.server_id, session.room_id, now),
		nextEvent: invitationOf(session, world.nextEventOf(heldAs(session), now)),
		now,
	});
}

function heldAs({ server_id: serverId, room_id: roomId, host_id: hostId }: SessionFacts): HeldSession {
	return { serverId, roomId, hostId };
}

/** Who follows the link sees the event in Discord, and can mark that they are interested: of one that recurs, in its next date. */
function invitationOf({ server_id }: SessionFacts, event: NextEvent | null): Scene["nextEvent"] {
	return event && { at: event.at, link: `https://discord.com/events/${server_id}/${event.id}` };
}
