import type { RoomNames } from "../store/schema.ts";
import { isTaken } from "./look-alike.ts";
import type { Wishes, WishesOf } from "./wishes.ts";

/** How people want to be named, and may be. */
export interface Naming {
	wishes: WishesOf;
	/** Who is named in the room; null for everyone. */
	names: RoomNames | null;
	/** Whether a name that somebody has chosen is not to be used, because others would be taken for them. */
	isTaken(person: { id: string; name: string }): boolean;
}

/** Tells how people of a room want to be named, and may be. Rejects when it cannot be read. */
export type NamingIn = (serverId: string, roomId: string, userIds: readonly string[]) => Promise<Naming>;

/** Where it is found how people want to be named, and who is in a room. */
interface NamingSources {
	wishes: Pick<Wishes, "of">;
	namesIn(serverId: string, roomId: string): Promise<RoomNames | null>;
	peopleIn(serverId: string, roomId: string): Iterable<{ id: string; name: string }>;
}

export function namingFrom({ wishes, namesIn, peopleIn }: NamingSources): NamingIn {
	return async (serverId, roomId, userIds) => ({
		wishes: await wishes.of(serverId, userIds),
		names: await namesIn(serverId, roomId),
		isTaken: (person) => isTaken(person, peopleIn(serverId, roomId)),
	});
}

/**
 * What somebody is called in public, not escaped; null for a neutral word. Their own name comes before the one that Discord
 * shows; the wish to be quiet, and what holds in the room, before any.
 */
export function calledBy(
	{ wishes, names, isTaken }: Naming,
	{ id, shown }: { id: string; shown: string },
): string | null {
	const wish = wishes.get(id);
	if (names === "nobody" || (names === "asked" && !wish?.asked) || wish?.quiet === true) return null;
	const called = wish?.called ?? null;
	return called !== null && !isTaken({ id, name: called }) ? called : shown;
}
