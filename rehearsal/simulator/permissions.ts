import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Overwrite } from "./grants.ts";
import { isWritten } from "./room-kind.ts";
import type { HeldMember, HeldRoom, HeldServer } from "./world.ts";

/** A permission by Discord's own name, such as `SendMessages`. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** Everything at once: what owners and administrators have. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** The bits of some permissions. */
export function bitsOf(...names: PermissionName[]): bigint {
	return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** What is left to a member who is timed out, or quarantined by AutoMod (topics/permissions, "Timed Out Members"). */
const LEFT_TO_SILENCED = bitsOf("ViewChannel", "ReadMessageHistory");

/** What a member may do on the server as a whole. */
export function serverPermissions(server: HeldServer, member: HeldMember): bigint {
	if (server.owner === member) return ALL_PERMISSIONS;
	let bits = server.everyone.permissions;
	for (const role of member.roles) bits |= role.permissions;
	return bits & PermissionFlagsBits.Administrator ? ALL_PERMISSIONS : bits;
}

/**
 * What a member may do in a room: Discord's own order of roles and overwrites (topics/permissions).
 *
 * Without ViewChannel there is nothing else, and in voice and stage rooms nothing else without Connect.
 */
export function roomPermissions(room: HeldRoom, member: HeldMember): bigint {
	if (isDirect(room)) return ALL_PERMISSIONS;
	let bits = serverPermissions(room.server, member);
	if (bits === ALL_PERMISSIONS) return bits;
	const apply = (overwrites: (Overwrite | undefined)[]) => {
		for (const overwrite of overwrites) bits &= ~(overwrite?.deny ?? 0n);
		for (const overwrite of overwrites) bits |= overwrite?.allow ?? 0n;
	};
	apply([room.overwrites.get(room.server.id)]);
	apply(member.roles.map((role) => room.overwrites.get(role.id)));
	apply([room.overwrites.get(member.id)]);
	if (isSilenced(member)) bits &= LEFT_TO_SILENCED;
	if (!(bits & PermissionFlagsBits.ViewChannel)) return 0n;
	if (!isWritten(room) && !(bits & PermissionFlagsBits.Connect)) return PermissionFlagsBits.ViewChannel;
	return bits;
}

/** Direct messages are on no server, so nothing of what holds on one holds there. */
function isDirect({ id, server }: HeldRoom): boolean {
	return server.world.directRooms.values().some((room) => room.id === id);
}

function isSilenced({ timedOutUntil, isQuarantined, server }: HeldMember): boolean {
	return isQuarantined || (timedOutUntil ?? 0) > server.world.clock.now();
}

/** Whether a member has all of these permissions in a room. */
export function may(room: HeldRoom, member: HeldMember, ...names: PermissionName[]): boolean {
	const needed = bitsOf(...names);
	return (roomPermissions(room, member) & needed) === needed;
}

/** The overwrite of a role or member in a room, made if there is none yet. */
export function overwriteOf(room: HeldRoom, target: { id: string }): Overwrite {
	const known = room.overwrites.get(target.id);
	if (known) return known;
	const type = room.server.members.has(target.id) ? OverwriteType.Member : OverwriteType.Role;
	const made: Overwrite = { id: target.id, type, allow: 0n, deny: 0n };
	room.overwrites.set(target.id, made);
	return made;
}
