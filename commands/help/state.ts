import { PermissionFlagsBits } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { languageSaid } from "../../src/guests/wishes.ts";
import { EVERYWHERE, peopleOn } from "../../src/store/people.ts";
import { hasHeldSession, openSessionsOf } from "../../src/store/sessions.ts";
import { hostRoles, profilesOf, variantsOf } from "../../src/store/settings.ts";
import { roomHere } from "../session/which.ts";
import { ownSettings } from "../settings/show.ts";
import type { GuestsState, HostsState, ManagersState, OnNow } from "./next-steps.ts";

/** What a host has set up, and what is on. */
export async function hostsState(interaction: Invocation, context: Context): Promise<HostsState> {
	const { guildId, user } = interaction;
	const { store, profiles, world, clock } = context;
	const { voice, cueTo } = await profiles.of(guildId, user.id);
	return {
		on: await onNow(interaction, context),
		nextAt: world.nextSessionOn(guildId, clock.now()),
		hasHeld: await hasHeldSession(store, guildId),
		hasZone: voice.timeZone !== null,
		hasCue: cueTo !== null,
		hasTexts: (await variantsOf(store, guildId, user.id)).length > 0,
	};
}

/** The same, and what is set up on the server for all. */
export async function managersState(interaction: Invocation, context: Context): Promise<ManagersState> {
	const { guildId } = interaction;
	const { server } = await profilesOf(context.store, guildId, null);
	return {
		...(await hostsState(interaction, context)),
		hasHostRoles: (await hostRoles(context.store, guildId)).length > 0,
		hasDefaults: ownSettings(server).length > 0,
	};
}

/** What is on here for a guest, and what they have said of themselves. */
export async function hereState(interaction: Invocation, context: Context): Promise<GuestsState> {
	const { guildId: serverId, user } = interaction;
	return guestsState({ userId: user.id, serverId, on: await onNow(interaction, context) }, context);
}

/** What somebody has said of themselves, on a server or everywhere. */
export async function guestsState(
	{ userId, serverId, on }: { userId: string; serverId: string; on: OnNow | null },
	{ store }: Context,
): Promise<GuestsState> {
	const said = await peopleOn(store, serverId, [userId]);
	const here = said.find((row) => row.server_id !== EVERYWHERE);
	const everywhere = said.find((row) => row.server_id === EVERYWHERE);
	return {
		on,
		isNamed: (here?.called ?? everywhere?.called ?? null) !== null,
		isQuiet: (here?.quiet ?? everywhere?.quiet) === 1,
		hasLanguage: languageSaid([here, everywhere]) !== null,
	};
}

/** The session that is on: theirs, else the one where they are, else any whose room they can see. */
async function onNow(interaction: Invocation, context: Context): Promise<OnNow | null> {
	const { guild, guildId, user, member } = interaction;
	const open = await openSessionsOf(context.store, guildId);
	const here = roomHere(interaction, context);
	const maySee = (roomId: string) =>
		guild.channels.cache.get(roomId)?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) ?? false;
	const meant =
		open.find(({ host_id }) => host_id === user.id) ??
		open.find(({ room_id }) => room_id === here) ??
		open.find(({ room_id }) => maySee(room_id));
	return meant ? { title: meant.title, roomId: meant.room_id } : null;
}
