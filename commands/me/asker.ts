import type { ChatInputCommandInteraction, MessageComponentInteraction, ModalSubmitInteraction } from "discord.js";
import { z } from "zod";
import type { Context } from "../../src/command.ts";
import { safeName } from "../../src/greetings/names.ts";
import type { Person } from "../../src/rooms/view.ts";
import type { Whose } from "../../src/store/forgetting.ts";
import { EVERYWHERE } from "../../src/store/people.ts";
import { openSessionIn, type SessionRow } from "../../src/store/sessions.ts";
import { guestOf } from "../greeting/guest.ts";

/** What is said of oneself holds on this server, or wherever nothing else is said. */
export const where = z.enum(["here", "everywhere"]);
export type Where = z.infer<typeof where>;

/** Who asks about themselves, and where. Only an interaction tells that: no custom id does. */
export interface Asker {
	userId: string;
	/** The server's id; `EVERYWHERE` in Byname's own direct messages. */
	serverId: string;
	/** What the server is called; "" in direct messages. */
	serverName: string;
	/** As Discord shows them here. */
	shown: string;
	/** What language their Discord is in: only to be offered, never to be stored. */
	locale: string;
}

export function askerOf(
	interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
): Asker {
	const { user } = interaction;
	const member = interaction.inCachedGuild() ? interaction.member : null;
	return {
		userId: user.id,
		serverId: interaction.guildId ?? EVERYWHERE,
		serverName: interaction.inCachedGuild() ? interaction.guild.name : "",
		shown: guestOf(user, member).name,
		locale: interaction.locale,
	};
}

/** Where something that somebody says of themselves holds: a server's id, or `EVERYWHERE`. */
export function placeOf({ serverId }: Asker, where: Where): string {
	return where === "everywhere" ? EVERYWHERE : serverId;
}

/** Whether they ask in Byname's own direct messages. */
export function isDirect({ serverId }: Asker): boolean {
	return serverId === EVERYWHERE;
}

/** Whose data it is that somebody asks about: theirs on this server, or all of it in direct messages. */
export function whoseOf({ userId, serverId }: Asker): Whose {
	return { userId, serverId: serverId === EVERYWHERE ? null : serverId };
}

/** What phrases say about where somebody asks. */
export function placeIn({ serverId, serverName }: Asker): { where: Where; server: string } {
	return { where: serverId === EVERYWHERE ? "everywhere" : "here", server: safeName(serverName) };
}

/** The session that they are in on this server; undefined while they are in none, and in direct messages. */
export async function sessionAround({ userId, serverId }: Asker, context: Context): Promise<SessionRow | undefined> {
	const roomId = context.world.server(serverId)?.whereabouts.get(userId);
	return roomId === undefined ? undefined : openSessionIn(context.store, roomId);
}

/** All who are in the server's rooms. */
export function peopleHere({ serverId }: Asker, { world }: Pick<Context, "world">): Person[] {
	return [...(world.server(serverId)?.rooms.keys() ?? [])].flatMap((roomId) => world.peopleIn(serverId, roomId));
}
