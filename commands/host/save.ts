import type { GuildBasedChannel } from "discord.js";
import type { Answerable, Context } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { GIVEN_BACK, type ProfileChange, type Setting } from "../../src/profiles/setting-rules.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { requireCuePlace, requirePostable } from "../settings/place.ts";

/** Changes a host's own settings. */
export async function saveOwn(
	{ guildId, user }: Answerable,
	{ store, changed }: Context,
	change: ProfileChange,
): Promise<void> {
	await saveProfile(store, guildId, user.id, change);
	changed(guildId);
}

/** Gives some of a host's own settings back to the server. */
export async function giveBack(interaction: Answerable, context: Context, settings: readonly Setting[]): Promise<void> {
	if (settings.length > 0)
		await saveOwn(interaction, context, Object.assign({}, ...settings.map((setting) => GIVEN_BACK[setting])));
}

/** Throws a `UserError` unless a host's cue may stand in a channel or thread. */
export async function requirePlace(
	place: GuildBasedChannel | undefined,
	hostId: string,
	context: Context,
): Promise<void> {
	if (!place) {
		const byDirectMessage = phrase("settings.cues.byDirectMessage");
		throw new UserError(phrase("host.set.noPlace", { byDirectMessage }));
	}
	requirePostable(place);
	await requireCuePlace(place, hostId, context);
}
