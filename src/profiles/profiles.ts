import type { Queryable, Store } from "../store/queryable.ts";
import { profilesOf, serverSettings, variantsOf } from "../store/settings.ts";
import { layered, type Profile } from "./profile.ts";

/** The one reader of profiles: whoever speaks for a host asks here. */
export interface Profiles {
	/** How a host leads sessions in a server; `hostId` null for the server's own way. Rejects when it cannot be read. */
	of(serverId: string, hostId: string | null): Promise<Profile>;
	/** What hosts have set in a server, or in any, may have changed: it is read anew when somebody asks. */
	changed(serverId?: string): void;
}

/** Keeps profiles as they were last read, for an arrival does not wait for the same look twice. */
export function createProfiles(store: Store): Profiles {
	const servers = new Map<string, Map<string | null, Promise<Profile>>>();

	return {
		of(serverId, hostId) {
			const hosts = servers.get(serverId) ?? new Map<string | null, Promise<Profile>>();
			servers.set(serverId, hosts);
			const known = hosts.get(hostId);
			if (known) return known;
			const reading = readProfile(store, serverId, hostId);
			hosts.set(hostId, reading);
			reading.catch(() => hosts.delete(hostId));
			return reading;
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

/** The channel where those are greeted who come to a room. */
export function channelFor({ postTo }: Pick<Profile, "postTo">, roomId: string): string {
	return postTo ?? roomId;
}
