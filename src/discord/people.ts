import { type REST, Routes } from "discord.js";
import type { Logger } from "pino";
import type { Person } from "../rooms/view.ts";
import { member, personOf, user } from "./parts.ts";

/**
 * Asks Discord who somebody is when a packet does not say: as a member of the server, else as a user. Never rejects;
 * a person whom nobody can name comes back without a name and is greeted with a neutral word.
 */
export async function lookUpPerson(rest: REST, log: Logger, serverId: string, userId: string): Promise<Person> {
	try {
		return personOf(member.parse(await rest.get(Routes.guildMember(serverId, userId))));
	} catch (err) {
		log.debug({ err, server: serverId, user: userId }, "not to be found as a member; asking for the user");
	}
	try {
		return personOf({ user: user.parse(await rest.get(Routes.user(userId))) });
	} catch (err) {
		log.warn({ err, server: serverId, user: userId }, "nobody could tell this person's name");
		return { id: userId, name: "", bot: false };
	}
}
