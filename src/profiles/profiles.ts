import type { Clock } from "../clock.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import type { RoomNames } from "../store/schema.ts";
import { profilesOf, roomSetting, serverSettings, variantsOf } from "../store/settings.ts";
import { layered, type Profile } from "./profile.ts";

/** The only reader of profiles. */
export interface Profiles {
	/** How a host leads sessions in a server; `hostId` null for the server's own way. Rejects when it cannot be read. */
	of(serverId: string, hostId: string | null): Promise<Profile>;
	/** Who is named in public in a room; null for everyone. Rejects when it cannot be read. */
	namesIn(serverId: string, roomId: string): Promise<RoomNames | null>;
	/** What is set in a server, or in any, may have changed: it is read anew when somebody asks. */
	changed(serverId?: string): void;
}

/** A change by another process may be missed for so long. */
const READ_EVERY_MS = 30_000;

/** Keeps each profile for a while once it was read, so that arrivals need not wait for the store. */
export function createProfiles(store: Store, clock: Clock): Profiles {
	const profiles = keepReadings((serverId, hostId: string | null) => readProfile(store, serverId, hostId), clock);
	const names = keepReadings(
		async (_serverId, roomId: string) => (await roomSetting(store, roomId))?.names ?? null,
		clock,
	);
	return {
		of: profiles.of,
		namesIn: names.of,
		changed(serverId) {
			profiles.changed(serverId);
			names.changed(serverId);
		},
	};
}

/** Keeps what was read of somebody or something in a server, for a while or until it may have changed. */
function keepReadings<Id, T>(read: (serverId: string, id: Id) => Promise<T>, clock: Clock) {
	/** What was read, and when by the steady clock. */
	const servers = new Map<string, Map<Id, { readAt: number; value: Promise<T> }>>();
	return {
		of(serverId: string, id: Id): Promise<T> {
			const all = servers.get(serverId) ?? new Map<Id, { readAt: number; value: Promise<T> }>();
			servers.set(serverId, all);
			const known = all.get(id);
			if (known && clock.steady() - known.readAt < READ_EVERY_MS) return known.value;
			const reading = { readAt: clock.steady(), value: read(serverId, id) };
			all.set(id, reading);
			reading.value.catch(() => {
				if (all.get(id) === reading) all.delete(id);
			});
			return reading.value;
		},
		changed(serverId?: string): void {
			if (serverId === undefined) servers.clear();
			else servers.delete(serverId);
		},
	};
}

async function readProfile(db: Queryable, serverId: string, hostId: string | null): Promise<Profile> {
	const profiles = await profilesOf(db, serverId, hostId);
	const texts = await variantsOf(db, serverId, hostId);
	const server = await serverSettings(db, serverId);
	const guestsMay = { chooseName: server?.chosen_names !== 0, chooseLanguage: server?.guest_languages !== 0 };
	return { ...layered(profiles, texts), postTo: server?.post_to ?? null, guestsMay };
}

/** The channel where the people who come to a room are greeted. */
export function channelFor({ postTo }: Pick<Profile, "postTo">, roomId: string): string {
	return postTo ?? roomId;
}
