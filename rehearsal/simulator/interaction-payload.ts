import { ChannelType, InteractionContextType } from "discord-api-types/v10";
import { messagePayload } from "./message-payload.ts";
import { memberPayload } from "./payloads.ts";
import { roomPermissions } from "./permissions.ts";
import { channelInInteraction } from "./resolved.ts";
import { userPayload } from "./user.ts";
import type { HeldInteraction, HeldRoom } from "./world.ts";

/** Whether a room is somebody's private messages with the bot. */
export function isDirect({ server, id }: HeldRoom): boolean {
	return server.world.directRooms.values().some((room) => room.id === id);
}

/** What `INTERACTION_CREATE` carries; `data` is what the person did. */
export function interactionPayload(interaction: HeldInteraction, data: object) {
	const { id, type, token, member, room, source } = interaction;
	const { server } = member;
	return {
		...{ id, application_id: server.world.bot.id, type, data, channel_id: room.id, token, version: 1 },
		...(isDirect(room) ? privately(interaction) : onServer(interaction)),
		...(source && { message: messagePayload(source) }),
		locale: member.locale,
		entitlements: [],
		attachment_size_limit: 10 * 1024 * 1024,
	};
}

function onServer({ member, room }: HeldInteraction) {
	const { server } = member;
	return {
		guild_id: server.id,
		guild: { id: server.id, locale: server.locale, features: [] },
		channel: channelInInteraction(room, member),
		member: { ...memberPayload(member), permissions: String(roomPermissions(room, member)) },
		app_permissions: String(roomPermissions(room, server.bot)),
		guild_locale: server.locale,
		authorizing_integration_owners: { 0: server.id },
		context: InteractionContextType.Guild,
	};
}

/** In private messages there is no server and no member (interactions/receiving-and-responding, "Interaction Structure"). */
function privately({ member, room }: HeldInteraction) {
	return {
		channel: {
			id: room.id,
			type: ChannelType.DM,
			last_message_id: null,
			flags: 0,
			recipients: [userPayload(member.user)],
		},
		user: userPayload(member.user),
		app_permissions: String(roomPermissions(room, member.server.bot)),
		authorizing_integration_owners: { 0: "0" },
		context: InteractionContextType.BotDM,
	};
}
