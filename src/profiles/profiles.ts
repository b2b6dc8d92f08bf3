import type { Clock } from "../clock.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { profilesOf, serverSettings, variantsOf } from "../store/settings.ts";
import { layered, type Profile } from "./profile.ts";

/** The only reader of profiles. */
export interface Profiles {
	/** How a host leads sessions in a server; `hostId` null for the server's own way. Rejects when it cannot be read. */
	of(serverId: string, hostId: string | null): Promise<Profile>;
	/** What hosts have set in a server, or in any, may have changed: it is read anew when somebody asks. */
	changed(serverId?: string): void;
}

/** A change by another process may be missed for so long. */
const READ_EVERY_MS = 30_000;

/** A profile as it was read at a time of the steady clock. */
interface ProfileReading {
	readAt: number;
	profile: Promise<Profile>;
}

/** Keeps each profile for a while once it was read, so that arrivals need not wait for the store. */
export function createProfiles(store: Store, clock: Clock): Profiles {
	const servers = new Map<string, Map<string | null, ProfileReading>>();

	function hostsIn(serverId: string) {
		const hosts = servers.get(serverId) ?? new Map<string | null, ProfileReading>();
		servers.set(serverId, hosts);
		return hosts;
	}

	return {
		of(serverId, hostId) {
			const hosts = hostsIn(serverId);
			const known = hosts.get(hostId);
			if (known && clock.steady() - known.readAt < READ_EVERY_MS) return known.profile;
			const reading = { readAt: clock.steady(), profile: readProfile(store, serverId, hostId) };
			hosts.set(hostId, reading);
			reading.profile.catch(() => {
				if (hosts.get(hostId) === reading) hosts.delete(hostId);
			});
			return reading.profile;
		},
		changed(serverId) {
			if (serverId === undefined) servers.clear();
			else servers.delete(serverId);
		},
	};
}

async function readProfile(db: Queryable, serverId: string, hostId: string | null): Promise<Profile> {
	const profiles = await profilesOf(db, serverId, hostId);
	const texts = await variantsOf(db, serverId, hostId);
	const server = await serverSettings(db, serverId);
	return { ...layered(profiles, texts), postTo: server?.post_to ?? null };
}

/** The channel where the people who come to a room are greeted. */
export function channelFor({ postTo }: Pick<Profile, "postTo">, roomId: string): string {
	return postTo ?? roomId;
}
