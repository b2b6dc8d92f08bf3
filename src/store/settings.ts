import type { Selectable, Updateable } from "kysely";
import type { TextKey } from "../greetings/texts.ts";
import { moveWaiting } from "./post-to.ts";
import type { Queryable, Store } from "./queryable.ts";
import type { ProfileTable, RoomTable, ServerTable, VariantTable } from "./schema.ts";

/** What a host, or a server for all its hosts, has set. */
export type ProfileRow = Selectable<ProfileTable>;
/** What is set about a room. */
export type RoomRow = Selectable<RoomTable>;
/** What is set about a server. */
export type ServerRow = Selectable<ServerTable>;

/** What a server has set for all its hosts, and what one of them has set over it. */
export interface Layers {
	server: ProfileRow | undefined;
	host: ProfileRow | undefined;
}

/** In place of a host's id: the server's own settings, which hold for all its hosts. */
export const ALL_HOSTS = "";

/** The server's profile and, where a host is named, theirs. */
export async function profilesOf(db: Queryable, serverId: string, hostId: string | null): Promise<Layers> {
	const rows = await db
		.selectFrom("profile")
		.selectAll()
		.where("server_id", "=", serverId)
		.where("host_id", "in", layerIds(hostId))
		.execute();
	return {
		server: rows.find((row) => row.host_id === ALL_HOSTS),
		host: rows.find((row) => row.host_id !== ALL_HOSTS),
	};
}

const UNSET = {
	time_zone: null,
	language: null,
	late_after_minutes: null,
	delay_seconds: null,
	first_seconds: null,
	pace: null,
	ping: null,
	after_hours: null,
	cue: null,
	cue_to: null,
};

/** Changes a host's profile, or the server's with `ALL_HOSTS`; `null` gives a setting back to the next layer. */
export async function saveProfile(
	db: Queryable,
	serverId: string,
	hostId: string,
	change: Partial<Omit<ProfileRow, "server_id" | "host_id">>,
): Promise<void> {
	await db
		.insertInto("profile")
		.values({ server_id: serverId, host_id: hostId, ...UNSET, ...change })
		.onConflict((c) => c.columns(["server_id", "host_id"]).doUpdateSet(change))
		.execute();
}

/** The variants of texts that the server and, where named, a host have set; in order. */
export async function variantsOf(
	db: Queryable,
	serverId: string,
	hostId: string | null,
): Promise<Omit<VariantTable, "server_id" | "position">[]> {
	return db
		.selectFrom("variant")
		.select(["host_id", "key", "source", "old_order"])
		.where("server_id", "=", serverId)
		.where("host_id", "in", layerIds(hostId))
		.orderBy("position")
		.execute();
}

/** Replaces the variants of a text, which are said in the order of today; none gives it back to the next layer. */
export async function saveVariants(
	store: Store,
	of: { serverId: string; hostId: string; key: TextKey; sources: readonly string[] },
): Promise<void> {
	await store.transaction().execute(async (db) => {
		await db
			.deleteFrom("variant")
			.where("server_id", "=", of.serverId)
			.where("host_id", "=", of.hostId)
			.where("key", "=", of.key)
			.execute();
		if (of.sources.length === 0) return;
		await db
			.insertInto("variant")
			.values(
				of.sources.map((source, position) => ({
					server_id: of.serverId,
					host_id: of.hostId,
					key: of.key,
					position,
					source,
					old_order: null,
				})),
			)
			.execute();
	});
}

/** What is set about a server, if anything. */
export function serverSettings(db: Queryable, serverId: string): Promise<ServerRow | undefined> {
	return db.selectFrom("server").selectAll().where("id", "=", serverId).executeTakeFirst();
}

/** Changes what is set about a server. */
export async function saveServer(db: Queryable, serverId: string, change: Updateable<ServerTable>): Promise<void> {
	await db
		.insertInto("server")
		.values({ id: serverId, post_to: null, retention_days: null, welcomed_at: null, ...change })
		.onConflict((c) => c.column("id").doUpdateSet(change))
		.execute();
}

/**
 * Stores where a server's greetings are posted: in one channel, or with null in each room's own chat. Greetings that wait
 * move there; returns the channels where those wait now.
 */
export async function savePostTo(store: Store, serverId: string, postTo: string | null, at: number): Promise<string[]> {
	return store.transaction().execute(async (db) => {
		await saveServer(db, serverId, { post_to: postTo });
		return [...new Set(await moveWaiting(db, serverId, postTo, at))];
	});
}

/**
 * Stores the language in which a server's hosts begin. False, with nothing changed, when it has been welcomed before, or
 * has ever had settings.
 */
export async function beginInLanguage(db: Queryable, serverId: string, language: string): Promise<boolean> {
	if ((await serverSettings(db, serverId))?.welcomed_at != null) return false;
	const { numInsertedOrUpdatedRows } = await db
		.insertInto("profile")
		.values({ server_id: serverId, host_id: ALL_HOSTS, ...UNSET, language })
		.onConflict((c) => c.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) === 1;
}

/** Records that a server has been welcomed. False when it had been before: then nothing is said again. */
export async function markWelcomed(db: Queryable, serverId: string, at: number): Promise<boolean> {
	await saveServer(db, serverId, { id: serverId });
	const { numUpdatedRows } = await db
		.updateTable("server")
		.set({ welcomed_at: at })
		.where("id", "=", serverId)
		.where("welcomed_at", "is", null)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** What is set about the rooms of a server. */
export function roomSettings(db: Queryable, serverId: string): Promise<RoomRow[]> {
	return db.selectFrom("room").selectAll().where("server_id", "=", serverId).execute();
}

/** What is set about one room, if anything. */
export function roomSetting(db: Queryable, roomId: string): Promise<RoomRow | undefined> {
	return db.selectFrom("room").selectAll().where("id", "=", roomId).executeTakeFirst();
}

/** Changes what is set about a room of a server; one of another server stays as it is. */
export async function saveRoom(
	db: Queryable,
	room: { id: string; serverId: string },
	change: Partial<Pick<RoomRow, "regular_host_id" | "ignored" | "names">>,
): Promise<void> {
	await db
		.insertInto("room")
		.values({ id: room.id, server_id: room.serverId, regular_host_id: null, ignored: 0, names: null, ...change })
		.onConflict((c) => c.column("id").doUpdateSet(change).where("room.server_id", "=", room.serverId))
		.execute();
}

/** Forgets what is set about the rooms of a server. */
export async function clearRooms(db: Queryable, serverId: string): Promise<void> {
	await db.deleteFrom("room").where("server_id", "=", serverId).execute();
}

/** The roles whose members may host. */
export async function hostRoles(db: Queryable, serverId: string): Promise<string[]> {
	const rows = await db.selectFrom("host_role").select("role_id").where("server_id", "=", serverId).execute();
	return rows.map((row) => row.role_id);
}

/** Replaces the roles whose members may host. */
export async function saveHostRoles(store: Store, serverId: string, roleIds: readonly string[]): Promise<void> {
	await store.transaction().execute(async (db) => {
		await db.deleteFrom("host_role").where("server_id", "=", serverId).execute();
		if (roleIds.length === 0) return;
		await db
			.insertInto("host_role")
			.values(roleIds.map((role_id) => ({ server_id: serverId, role_id })))
			.execute();
	});
}

function layerIds(hostId: string | null): string[] {
	return hostId === null ? [ALL_HOSTS] : [ALL_HOSTS, hostId];
}
