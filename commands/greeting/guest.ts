import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Answerable, Context } from "../../src/command.ts";
import { chooseName } from "../../src/greetings/names.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { UserError } from "../../src/user-error.ts";
import type { Guest } from "./occasions.ts";

/** A guest, from what Discord tells of a person. */
export function guestOf(
	user: { id: string; username: string; globalName: string | null },
	member: { nickname: string | null } | null,
): Guest {
	return {
		id: user.id,
		name: chooseName({ nick: member?.nickname, globalName: user.globalName, username: user.username }),
	};
}

/**
 * A guest of this server by id: a member, or somebody in one of its rooms, as who is invited to a room alone is no member.
 * While Discord does not say, the name that the room shows is taken. Throws a `UserError` for anybody else.
 */
export async function findGuest(interaction: Answerable, { world, log }: Context, id: string): Promise<Guest> {
	const { guild, guildId, client, user: self } = interaction;
	if (id === self.id) return guestOf(self, interaction.member);
	try {
		const member = await guild.members.fetch(id).catch(unlessUnknown);
		if (member) return guestOf(member.user, member);
		const isHere = world.server(guildId)?.whereabouts.has(id);
		const user = isHere ? await client.users.fetch(id).catch(unlessUnknown) : null;
		if (user) return guestOf(user, null);
	} catch (err) {
		const name = world.nameOf(guildId, id);
		log.warn({ err, server: guildId, user: id }, "Discord does not say who is to be greeted in a preview");
		if (name !== null) return { id, name };
		throw new UserError(phrase("greeting.preview.guestUnknown"));
	}
	throw new UserError(phrase("greeting.preview.guestGone"));
}

function unlessUnknown(error: unknown): null {
	const unknown = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];
	if (error instanceof DiscordAPIError && unknown.includes(Number(error.code))) return null;
	throw error;
}
