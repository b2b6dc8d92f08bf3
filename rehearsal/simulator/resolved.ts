import type { SimRole } from "./grants.ts";
import { channelPayload, memberPayload, rolePayload } from "./payloads.ts";
import { roomPermissions } from "./permissions.ts";
import { userPayload } from "./user.ts";
import type { HeldMember, HeldRoom } from "./world.ts";

/** Something with an id that a person can pick. */
export type Pickable = HeldRoom | HeldMember | SimRole;

/**
 * The data of what somebody picked (interactions/receiving-and-responding, "Resolved Data Structure"). Channels are only
 * partial.
 */
export function resolve(picked: Pickable[], by: HeldMember) {
	const resolved: Record<"users" | "members" | "roles" | "channels", Record<string, object>> = {
		users: {},
		members: {},
		roles: {},
		channels: {},
	};
	for (const one of picked) {
		if ("user" in one) {
			const { user: _, deaf: __, mute: ___, ...member } = memberPayload(one);
			resolved.users[one.id] = userPayload(one.user);
			resolved.members[one.id] = member;
		} else if ("kind" in one) {
			resolved.channels[one.id] = channelInInteraction(one, by);
		} else {
			resolved.roles[one.id] = rolePayload(by.server, one);
		}
	}
	return Object.fromEntries(Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0));
}

/**
 * A channel as interactions show it: never obfuscated, with what the person and the app may do there, but with nothing that
 * is not promised of all channels, such as overwrites.
 */
export function channelInInteraction(room: HeldRoom, by: HeldMember) {
	const { id, type, parent_id } = channelPayload(room, { withServer: false });
	return {
		...{ id, type, parent_id, name: room.name },
		permissions: String(roomPermissions(room, by)),
		app_permissions: String(roomPermissions(room, room.server.bot)),
	};
}

/** Whether a value is something with an id rather than plain data. */
export function isPickable(value: unknown): value is Pickable {
	return typeof value === "object" && value !== null && "id" in value;
}
