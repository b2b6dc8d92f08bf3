import type { SimRole } from "./grants.ts";
import { channelPayload, memberPayload, rolePayload } from "./payloads.ts";
import { roomPermissions } from "./permissions.ts";
import { userPayload } from "./user.ts";
import type { HeldMember, HeldRoom } from "./world.ts";

/** Something with an id that a person can pick. */
export type Pickable = HeldRoom | HeldMember | SimRole;

/**
 * The full data of what somebody picked (interactions/receiving-and-responding, "Resolved Data Structure").
 * Channels in interactions are never obfuscated, and say what the person and the app may do there.
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
			resolved.channels[one.id] = {
				...channelPayload(one, { withServer: true, obfuscate: false }),
				permissions: String(roomPermissions(one, by)),
				app_permissions: String(roomPermissions(one, one.server.bot)),
			};
		} else {
			resolved.roles[one.id] = rolePayload(by.server, one);
		}
	}
	return Object.fromEntries(Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0));
}

/** Whether a value is something with an id rather than plain data. */
export function isPickable(value: unknown): value is Pickable {
	return typeof value === "object" && value !== null && "id" in value;
}
