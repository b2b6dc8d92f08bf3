import { PermissionFlagsBits } from "discord.js";
import { z } from "zod";
import type { Answerable } from "../../src/command.ts";
import { TEXT_KEYS, type TextKey } from "../../src/greetings/texts.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { ALL_HOSTS } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";

/** What options and custom ids say: a text, and whose it is. */
export const textKey = z.enum(TEXT_KEYS);
export const textScope = z.enum(["me", "server"]);
/** The first block of a page. */
export const page = z
	.string()
	.regex(/^\d{1,3}$/)
	.transform(Number);

/** A text and whose it is. */
export interface Target {
	key: TextKey;
	scope: z.infer<typeof textScope>;
	serverId: string;
	/** The host's id, or `ALL_HOSTS`. */
	hostId: string;
}

/** Which text is meant and whose; throws a `UserError` unless they may change it. */
export function targetOf(interaction: Answerable, key: TextKey, scope: Target["scope"]): Target {
	if (scope === "server" && !interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild))
		throw new UserError(phrase("greeting.needsManager"));
	return { key, scope, serverId: interaction.guildId, hostId: scope === "server" ? ALL_HOSTS : interaction.user.id };
}
