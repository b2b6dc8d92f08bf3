import type { MessageComponentInteraction } from "discord.js";
import { z } from "zod";
import { type Context, customId, type Invocation, reads } from "../../src/command.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import { nonceFrom } from "../../src/nonce.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { voiceIn } from "../../src/profiles/profile.ts";
import { snowflake } from "../../src/snowflake.ts";
import { isForgotten } from "../../src/store/forgotten.ts";
import { invite } from "../../src/store/invitations.ts";
import { dutiesOf } from "../../src/store/panel.ts";
import { sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { requirePostable } from "../settings/place.ts";
import { memberNamed } from "./panel.ts";
import { sessionMeant } from "./which.ts";

/** Asks a member in the room's chat whether they greet in the session. Nothing changes before they say so. */
export async function askToGreet(interaction: Invocation, context: Context): Promise<string> {
	const session = await sessionMeant(interaction, context);
	const { id: memberId } = memberNamed(interaction);
	const { store, profiles, say } = context;
	const [member, room] = [`<@${memberId}>`, `<#${session.room_id}>`];
	if (session.host_id === memberId) throw new UserError(phrase("session.panel.hostsIt", { member, room }));
	if ((await dutiesOf(store, session, memberId))?.greets) {
		throw new UserError(phrase("session.greeter.greetsAlready", { member, room }));
	}
	// The question names in public whom it is for, and who asks.
	const askerId = interaction.user.id;
	const wishes = await wishesIn(store, session.server_id, [memberId, askerId]);
	if (wishes.get(memberId)?.quiet) throw new UserError(phrase("session.greeter.quiet", { member }));
	if ((await profiles.namesIn(session.server_id, session.room_id)) !== null) {
		throw new UserError(phrase("session.greeter.unnamedRoom", { member, room }));
	}
	const known = wishes.get(askerId)?.quiet ? "no" : "yes";
	const chat = interaction.guild.channels.cache.get(session.room_id);
	if (chat) requirePostable(chat);
	await invite(store, session, memberId);
	const { language } = voiceIn(await profiles.of(session.server_id, session.host_id), session.language);
	const inTheirs = phrasesIn(language);
	const outcome = await context.askMember({
		channelId: session.room_id,
		memberId,
		content: inTheirs("session.greeter.question", { member, known, asker: `<@${askerId}>` }),
		button: {
			label: inTheirs("session.greeter.yes"),
			customId: customId("session", "greet", session.id, memberId),
		},
		nonce: nonceFrom(`greeter ${interaction.id}`),
	});
	if (outcome?.kind !== "posted") throw new UserError(phrase("session.greeter.notAsked", { room }));
	return say("session.greeter.asked", { member, room });
}

/** What answers the button with which a member says that they greet. It is for that member, who need not be a host. */
export const greeterPresses = {
	greet: reads(
		z.tuple([z.uuid(), snowflake]),
		async ({ guildId, user }: MessageComponentInteraction<"cached">, { store, rooms, say }, [sessionId, memberId]) => {
			if (user.id !== memberId) throw new UserError(phrase("session.greeter.notYou", { member: `<@${memberId}>` }));
			const session = await sessionById(store, sessionId);
			if (session?.server_id !== guildId) throw new UserError(phrase("frame.outdated"));
			const { server_id, room_id } = session;
			const isOn =
				session.closed_at === null && (await rooms.changePanel(server_id, room_id, { adds: user.id, greets: true }));
			if (!isOn) throw new UserError(phrase("session.greeter.over"));
			if (!(await dutiesOf(store, session, user.id))?.greets) {
				const why = (await isForgotten(store, { id: session.id, key: session.forgotten_key }, user.id))
					? "forgotten"
					: "answered";
				throw new UserError(phrase(`session.greeter.${why}`));
			}
			return say("session.greeter.thanks", { room: `<#${room_id}>` });
		},
	),
};
