import { ButtonBuilder, ButtonStyle } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { readClosed } from "../../src/greetings/closed.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { safeName } from "../../src/greetings/names.ts";
import { always } from "../../src/greetings/pick.ts";
import { isMentioning } from "../../src/greetings/texts.ts";
import type { Voice } from "../../src/greetings/voice.ts";
import type { Say } from "../../src/phrases/phrases.ts";
import { voiceIn } from "../../src/profiles/profile.ts";
import type { TextInLayer } from "../../src/profiles/text-in-layer.ts";
import { isLeftOut, SILENT } from "../../src/profiles/variants.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import { whatIsKnown } from "../../src/store/arrivals.ts";
import { openSessionIn } from "../../src/store/sessions.ts";
import { ALL_HOSTS } from "../../src/store/settings.ts";
import { type Block, showBlocks } from "./blocks.ts";
import { guestOf } from "./guest.ts";
import {
	EXAMPLE_GUESTS,
	exampleScene,
	type Guest,
	OCCASIONS,
	type Occasion,
	type Situation,
	sayBare,
	sayOn,
} from "./occasions.ts";
import type { Target } from "./target.ts";

const first = always(() => 0);

/** Shows every text as a guest would hear it now. */
export async function previewFor(interaction: Answerable, context: Context, guest: Guest, from = 0): Promise<Message> {
	const { profiles, say } = context;
	const profile = await profiles.of(interaction.guildId, interaction.user.id);
	const { situation: inOwn, foot, language } = await situationFor(interaction, context, profile.voice, guest);
	const voice = voiceIn(profile, language);
	const situation = { ...inOwn, voice };
	const name = safeName(guest.name) || languageOf(voice.language).neutralName;
	const isSelf = guest.id === interaction.user.id;
	const sample = new ButtonBuilder({ customId: customId("greeting", "sample"), style: ButtonStyle.Secondary });
	const page = {
		head: isSelf ? say("greeting.preview.toYourself") : say("greeting.preview.toGuest", { name }),
		foot,
		from,
		more: (next: number) => customId("greeting", "preview", guest.id, String(next)),
		buttons: [sample.setLabel(say("greeting.sample.button"))],
	};
	const blocks = OCCASIONS.flatMap((occasion) => blocksOn(occasion, situation, say));
	return showBlocks(blocks, page, say);
}

/** What is said on an occasion; and without a recap and a next date, where that makes a difference. */
function blocksOn(occasion: Occasion, situation: Situation, say: Say): Block[] {
	const name = say(`greeting.preview.occasion.${occasion}`);
	const said = sayOn(occasion, situation, first);
	if (occasion === "oneByOne") return said.map((text, index) => ({ label: index === 0 ? name : "", text }));
	const variants = occasion === "together" ? [] : situation.voice.texts[occasion];
	const label = isLeftOut(variants) ? say("greeting.shown.leftOut", { what: name }) : ofMany(name, variants, say);
	const blocks = said.length > 0 ? said.map((text) => ({ label, text })) : [{ label, text: "" }];
	if (occasion !== "afterHours" && occasion !== "thanks") return blocks;
	const bare = sayBare(occasion, situation, first).filter((text, index) => text !== said[index]);
	return [...blocks, ...bare.map((text) => ({ label: say("greeting.preview.bare", { occasion: name }), text }))];
}

/** Shows each variant of a text as the room would see it. */
export async function showTexts(
	interaction: Answerable,
	context: Context,
	target: Target,
	news: string,
	from = 0,
): Promise<Message> {
	const { say } = context;
	const { key, scope } = target;
	const voice = await voiceOf(context, target);
	const { situation, foot } = await situationFor(interaction, context, voice);
	const variants = voice.texts[key];
	const blocks = variants.flatMap((source, index): Block[] => {
		const guest = EXAMPLE_GUESTS[index % EXAMPLE_GUESTS.length] ?? situation.guest;
		const nthOfIt = always((asked) => (asked === key ? index : 0));
		const said = sayOn(key, { ...situation, guest, visits: 3 }, nthOfIt);
		const nth = variants.length > 1 ? say("greeting.shown.nth", { number: index + 1, count: variants.length }) : "";
		const silent = nth === "" ? say("greeting.shown.nobody") : say("greeting.shown.leftOut", { what: nth });
		const label = source === SILENT ? silent : nth;
		const blocks = said.length > 0 ? said.map((text) => ({ label, text })) : [{ label, text: "" }];
		if ((key !== "afterHours" && key !== "thanks") || !speaksOfEndings(source)) return blocks;
		const bare = sayBare(key, { ...situation, guest }, nthOfIt).filter((text, at) => text !== said[at]);
		const bareLabel = [nth, say("greeting.shown.bare")].filter((part) => part !== "").join(" · ");
		return [...blocks, ...bare.map((text) => ({ label: bareLabel, text }))];
	});
	const isMentionVain = voice.ping === "off" && variants.some((source) => isMentioning(source, voice.language));
	const feet = [
		foot,
		...(isMentionVain ? [say("greeting.shown.mentionVain", { scope })] : []),
		...(scope === "server" ? [say("greeting.shown.othersKeep")] : []),
	];
	const when = say("greeting.shown.from", { text: key });
	const borrow = new ButtonBuilder({
		customId: customId("greeting", "borrow", key, scope, "0"),
		style: ButtonStyle.Secondary,
	});
	const page = {
		head: news === "" ? when : `${news} ${when}`,
		foot: feet.join("\n"),
		from,
		more: (next: number) => customId("greeting", "texts", key, scope, String(next)),
		buttons: [borrow.setLabel(say("greeting.borrow.button"))],
	};
	return showBlocks(blocks, page, say);
}

/** Whether a wording speaks of the recap or the next date other than in an end that is said only where there is one. */
function speaksOfEndings(source: string): boolean {
	return /\{\s*(?:next|recap)\b/.test(readClosed(source).opening);
}

/** Shows what a text says now beside what it would say once its layer no longer sets it. `head` asks, `buttons` answer. */
export async function showReset(
	interaction: Answerable,
	context: Context,
	target: Target,
	text: TextInLayer,
	question: { head: string; buttons: readonly ButtonBuilder[] },
): Promise<Message> {
	const { say } = context;
	const { key, scope } = target;
	const voice = await voiceOf(context, target);
	const { situation, foot } = await situationFor(interaction, context, voice);
	const block = (what: string, by: Voice): Block => {
		const variants = by.texts[key];
		const label = isLeftOut(variants) ? say("greeting.shown.leftOut", { what }) : ofMany(what, variants, say);
		return { label, text: sayOn(key, { ...situation, voice: by }, first).join("\n") };
	};
	const blocks = [
		block(say("greeting.reset.now"), voice),
		block(say("greeting.reset.afterwards", { whose: text.beneathIs }), text.beneathVoice),
	];
	const more = (from: number) => customId("greeting", "texts", key, scope, String(from));
	return showBlocks(blocks, { ...question, foot, from: 0, more }, say);
}

/**
 * The session that texts mention: the one in the room the host is in, else an example. `foot` says which; `language` is the
 * session's, where it has one of its own.
 */
export async function situationFor(
	interaction: Answerable,
	{ store, world, clock, say }: Context,
	voice: Voice,
	guest?: Guest,
): Promise<{ situation: Situation; foot: string; language: string | null }> {
	const { guildId: serverId, user } = interaction;
	const now = clock.now();
	const roomId = world.server(serverId)?.whereabouts.get(user.id);
	const session = roomId ? await openSessionIn(store, roomId) : undefined;
	const scene = session ? sceneryOf(world)(session, now) : exampleScene(now, voice.language);
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
		language: session?.language ?? null,
		foot: session ? say("greeting.shown.session") : say("greeting.shown.example"),
	};
}

/** How a text's host speaks, or the server where it is everybody's. */
export async function voiceOf({ profiles }: Context, { serverId, hostId }: Target): Promise<Voice> {
	return (await profiles.of(serverId, hostId === ALL_HOSTS ? null : hostId)).voice;
}

function ofMany(what: string, { length: count }: readonly string[], say: Say): string {
	return count > 1 ? say("greeting.shown.oneOfMany", { what, count }) : what;
}
