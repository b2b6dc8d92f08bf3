import type { Answerable, Context } from "../../src/command.ts";
import type { Scene } from "../../src/greetings/greeting.ts";
import { safeName } from "../../src/greetings/names.ts";
import { always } from "../../src/greetings/pick.ts";
import { mendAt } from "../../src/permissions.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { type Profile, voiceIn } from "../../src/profiles/profile.ts";
import { channelFor } from "../../src/profiles/profiles.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import type { SampleOutcome } from "../../src/sample.ts";
import { openSessionIn } from "../../src/store/sessions.ts";
import { timestamp } from "../../src/timestamp.ts";
import { UserError } from "../../src/user-error.ts";
import { roomHere } from "../session/which.ts";
import { guestOf } from "./guest.ts";
import { exampleScene, sayNow } from "./occasions.ts";

/**
 * Posts what the host would hear from themself on arriving now, where their greetings go: the room they are in, or whose chat
 * they write in. It names nobody else and pings nobody, and says that it is a sample.
 */
export async function postSample(interaction: Answerable, context: Context): Promise<string> {
	const { say, profiles, troubleIn } = context;
	const { guildId: serverId, user } = interaction;
	const roomId = roomHere(interaction, context);
	if (roomId === null) throw new UserError(phrase("greeting.sample.noRoom"));
	const profile = await profiles.of(serverId, user.id);
	const channelId = channelFor(profile, roomId);
	const trouble = troubleIn(channelId);
	if (trouble) throw new UserError(phrase("greeting.sample.trouble", { channel: `<#${channelId}>`, trouble }));
	const body = await sampleFor(interaction, context, profile, roomId);
	const outcome = await context.postSample({ serverId, hostId: user.id, channelId, body });
	if (outcome.is !== "posted") throw new UserError(whyNot(outcome, channelId));
	const link = `https://discord.com/channels/${serverId}/${channelId}/${outcome.discordId}`;
	return say("greeting.sample.said", { channel: `<#${channelId}>`, link });
}

async function sampleFor(
	interaction: Answerable,
	{ store, world, clock }: Context,
	profile: Profile,
	roomId: string,
): Promise<string> {
	const { guild, user, member } = interaction;
	const now = clock.now();
	const host = guestOf(user, member);
	const session = await openSessionIn(store, roomId);
	const voice = voiceIn(profile, session?.language ?? null);
	const title = guild.channels.cache.get(roomId)?.name ?? "";
	const scene: Scene = session ? sceneryOf(world)(session, now) : { ...exampleScene(now, voice.language), title };
	const situation = {
		voice: { ...voice, ping: "off" as const },
		scene: { ...scene, host: host.name, server: guild.name },
		guest: host,
		visits: 1,
	};
	// Another wording each second, for whoever presses again to see another.
	const said = sayNow(
		situation,
		always((_, variants) => Math.floor(now / 1_000) % variants),
	);
	const label = phrasesIn(voice.language)("greeting.sample.label", { host: safeName(host.name) });
	return `${said[0] ?? ""}\n${label}`;
}

function whyNot(outcome: Exclude<SampleOutcome, { is: "posted" }>, channelId: string) {
	const channel = `<#${channelId}>`;
	switch (outcome.is) {
		case "held":
			return phrase("greeting.sample.held", { channel, when: timestamp(outcome.until, "R") });
		case "limited":
			return phrase("greeting.sample.limited", { channel, when: timestamp(outcome.until, "R") });
		case "busy":
			return phrase("greeting.sample.busy", { channel });
		case "unclear":
			return phrase("greeting.sample.unclear", { channel });
		case "refused": {
			if (outcome.because === "words") return phrase("greeting.sample.wordsRefused", { channel });
			const trouble = phrase("trouble.refused.forbidden", { mendAt: mendAt(channel) });
			return phrase("greeting.sample.trouble", { channel, trouble });
		}
	}
}
