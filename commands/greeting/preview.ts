import { type ButtonBuilder, DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { chooseName, safeName } from "../../src/greetings/names.ts";
import { always } from "../../src/greetings/pick.ts";
import type { TextKey } from "../../src/greetings/texts.ts";
import type { Voice } from "../../src/greetings/voice.ts";
import { SILENT, type TextInLayer } from "../../src/profiles/variants.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import { whatIsKnown } from "../../src/store/arrivals.ts";
import { openSessionIn } from "../../src/store/sessions.ts";
import { ALL_HOSTS } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { type Block, showBlocks } from "./blocks.ts";
import { EXAMPLE_GUESTS, exampleScene, type Guest, OCCASIONS, type Occasion, sayOn } from "./occasions.ts";

/** A text and whose it is. */
export interface Target {
	key: TextKey;
	scope: "me" | "server";
	serverId: string;
	/** The host's id, or `ALL_HOSTS`. */
	hostId: string;
}

const OCCASION_LABELS: Readonly<Record<Occasion, string>> = {
	early: "Before the start",
	onTime: "In time",
	late: "Late",
	note: "Late, and you have set a note",
	returning: "Been here before",
	missed: "I was away when they came",
	afterHours: "No session is on",
	together: "Five people at once",
	thanks: "The session ends",
};

const first = always(() => 0);

/** Shows every text as a guest would hear it now. */
export async function previewFor(interaction: Answerable, context: Context, guest: Guest, from = 0): Promise<Message> {
	const { voice } = await context.profiles.of(interaction.guildId, interaction.user.id);
	const { situation, foot } = await situationFor(interaction, context, voice, guest);
	const blocks = OCCASIONS.flatMap((occasion) => {
		const variants = occasion === "together" ? [] : voice.texts[occasion];
		const label = OCCASION_LABELS[occasion] + ofMany(variants);
		return sayOn(occasion, situation, first).map((text) => ({ label, text }));
	});
	const name = safeName(guest.name) || languageOf(voice.language).neutralName;
	return showBlocks(blocks, {
		head:
			guest.id === interaction.user.id ? "What you would hear from yourself:" : `What **${name}** would hear from you:`,
		foot,
		from,
		more: (next) => customId("greeting", "preview", guest.id, String(next)),
	});
}

/** Shows each variant of a text as the room would see it. */
export async function showTexts(
	interaction: Answerable,
	context: Context,
	target: Target,
	news: string,
	from = 0,
): Promise<Message> {
	const { key, scope } = target;
	const voice = await voiceOf(context, target);
	const { situation, foot } = await situationFor(interaction, context, voice);
	const variants = voice.texts[key];
	const blocks = variants.flatMap((source, index): Block[] => {
		const said = sayOn(
			key,
			{ ...situation, guest: EXAMPLE_GUESTS[index % EXAMPLE_GUESTS.length] ?? situation.guest, visits: 3 },
			always((asked) => (asked === key ? index : 0)),
		);
		const place = variants.length > 1 ? `${index + 1} of ${variants.length}` : "";
		return said.map((text) => ({ label: source === SILENT ? `${place} (left out)`.trim() : place, text }));
	});
	const when = key === "thanks" ? "From the next end of a session on:" : "From the next arrival on:";
	const others = scope === "server" ? "\n-# Hosts who have set this text for themselves keep theirs." : "";
	return showBlocks(blocks, {
		head: news === "" ? when : `${news} ${when}`,
		foot: foot + others,
		from,
		more: (next) => customId("greeting", "texts", key, scope, String(next)),
	});
}

/** Shows what a text says now beside what it would say once its layer no longer sets it. `head` asks, `buttons` answer. */
export async function showReset(
	interaction: Answerable,
	context: Context,
	target: Target,
	text: TextInLayer,
	question: { head: string; buttons: readonly ButtonBuilder[] },
): Promise<Message> {
	const { key, scope } = target;
	const voice = await voiceOf(context, target);
	const { situation, foot } = await situationFor(interaction, context, voice);
	const say = (by: Voice) => sayOn(key, { ...situation, voice: by }, first).join("\n");
	const blocks = [
		{ label: `Now${ofMany(text.now)}`, text: say(voice) },
		{ label: `Then: ${text.beneathIs} text${ofMany(text.beneath)}`, text: say(text.beneathVoice) },
	];
	const more = (from: number) => customId("greeting", "texts", key, scope, String(from));
	return showBlocks(blocks, { ...question, foot, from: 0, more });
}

/** The session that texts mention: the one in the room the host is in, else an example. `foot` says which. */
async function situationFor(interaction: Answerable, { store, world, clock }: Context, voice: Voice, guest?: Guest) {
	const { guildId: serverId, user } = interaction;
	const now = clock.now();
	const roomId = world.server(serverId)?.whereabouts.get(user.id);
	const session = roomId ? await openSessionIn(store, roomId) : undefined;
	const scene = session ? sceneryOf(world)(session, now) : exampleScene(now);
	const self = guestOf(user, interaction.member);
	const asked = { serverId, roomId: roomId ?? "", hostId: user.id, userIds: guest ? [guest.id] : [] };
	const of = { ...asked, sessionId: session?.id ?? "", openedAt: session?.opened_at ?? now };
	const visits = (await whatIsKnown(store, of)).get(guest?.id ?? "")?.visits ?? 0;
	return {
		situation: {
			voice,
			scene: { ...scene, host: self.name, server: interaction.guild.name },
			guest: guest ?? self,
			visits: visits + 1,
		},
		foot: session
			? "-# Title, start and note are those of the session in your room; what it lacks is made up."
			: "-# Title, times and note are examples: no session is on in a room you are in.",
	};
}

async function voiceOf({ profiles }: Context, { serverId, hostId }: Target): Promise<Voice> {
	return (await profiles.of(serverId, hostId === ALL_HOSTS ? null : hostId)).voice;
}

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
		throw new UserError(
			"Discord does not tell me just now who that is. Please try again in a minute; `/greeting preview` without `as` shows what you would hear yourself.",
		);
	}
	throw new UserError("They are not on this server any more. Choose somebody who is with `/greeting preview as:`.");
}

function unlessUnknown(error: unknown): null {
	const unknown = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];
	if (error instanceof DiscordAPIError && unknown.includes(Number(error.code))) return null;
	throw error;
}

function ofMany(variants: readonly string[]): string {
	return variants.length > 1 ? ` (one of ${variants.length} wordings)` : "";
}
