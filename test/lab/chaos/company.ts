import type { RoomOrLobby } from "./plan.ts";

/** Where people are. */
export type Places = Map<string, RoomOrLobby>;

/** Who is in a room, as everybody believes, and as anybody does. */
export interface Company {
	surely: Set<string>;
	perhaps: Set<string>;
}

/** Who is in the room now. */
export function companyIn(beliefs: readonly { places: Places }[]): Company {
	const rooms = beliefs.map(({ places }) => inRoom(places));
	const [first = new Set<string>(), ...others] = rooms;
	return {
		surely: others.reduce((surely, room) => surely.intersection(room), first),
		perhaps: others.reduce((perhaps, room) => perhaps.union(room), first),
	};
}

/** Those of these people who are in the room. */
export function inRoom(places: Places): Set<string> {
	return new Set([...places].flatMap(([who, place]) => (place === "room" ? [who] : [])));
}

/** How many of those who were to be greeted are there again, of each one: at least and at most. */
export function shareOf(greeted: Company, there: Company): { least: number; most: number } {
	const shares = (counted: (who: string) => boolean, present: ReadonlySet<string>) => {
		const all = [...greeted.perhaps].filter((who) => greeted.surely.has(who) || counted(who));
		return all.length === 0 ? Number.NaN : all.filter((who) => present.has(who)).length / all.length;
	};
	// Whoever may or may not count makes the share larger where they are there, and smaller where they are not.
	return {
		least: shares((who) => !there.surely.has(who), there.surely),
		most: shares((who) => there.perhaps.has(who), there.perhaps),
	};
}
