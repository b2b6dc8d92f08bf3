import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	ChannelType,
	type Client,
	Events,
	type Guild,
	type TextChannel,
} from "discord.js";
import { customId } from "../command.ts";
import { languageOf, spokenFor } from "../greetings/languages.ts";
import { DEFAULT_VOICE } from "../greetings/voice.ts";
import { nonceFrom } from "../nonce.ts";
import { missingIn } from "../permissions.ts";
import type { PhrasesIn, Say } from "../phrases/phrases.ts";
import type { Store } from "../store/queryable.ts";
import { beginInLanguage, markWelcomed, profilesOf } from "../store/settings.ts";
import { type NoticeContext, sayOnce } from "./notice.ts";

export interface WelcomeContext extends NoticeContext {
	client: Client;
	store: Store;
	phrasesIn: PhrasesIn;
	/** Tells that a server's settings have changed. */
	changed(serverId: string): void;
}

/** Who joined longer ago has found out how to begin, or has given up. */
const NEW_FOR_MS = 24 * 60 * 60_000;

/**
 * Lets a server that Byname has joined within the last day begin in its own language, and says there how to begin: once, in the
 * system channel or the first it may write in. That is as soon as the server is shown, since it may have been joined while
 * Byname was down, or in an outage.
 */
export function welcomeServers(context: WelcomeContext): void {
	const { client, store, clock, log, signal } = context;

	async function welcome(guild: Guild): Promise<void> {
		if (!guild.available || !(clock.now() - guild.joinedTimestamp < NEW_FOR_MS)) return;
		const channels = placesIn(guild);
		const language = await beginningOf(guild, context);
		if (channels.length === 0) {
			log.info({ server: guild.id }, "joined a server without a text channel to say hello in");
			return;
		}
		if (!(await markWelcomed(store, guild.id, clock.now()))) return;
		const say = context.phrasesIn(language);
		const content = words(say, languageOf(language).label);
		const notice = { nonce: nonceFrom(`welcome ${guild.id}`), content, components: [buttons(say)] };
		if (!(await sayOnce(channels, notice, { clock, log, signal })))
			log.warn({ server: guild.id }, "joined a server and could not say hello there");
	}

	function welcomeSoon(guild: Guild): void {
		welcome(guild).catch((err: unknown) => log.error({ err, server: guild.id }, "a server could not be welcomed"));
	}

	client.on(Events.GuildCreate, welcomeSoon);
	client.on(Events.GuildAvailable, (guild) => {
		if (client.isReady()) welcomeSoon(guild); // until then it is among those below
	});
	client.on(Events.ClientReady, () => {
		for (const guild of client.guilds.cache.values()) welcomeSoon(guild);
	});
}

/**
 * The language in which a new server begins: the one it has in Discord, if that is spoken here. One that was welcomed before,
 * or has chosen something, keeps to what it has.
 */
async function beginningOf({ id, preferredLocale }: Guild, { store, changed }: WelcomeContext): Promise<string> {
	const spoken = spokenFor(preferredLocale ?? ""); // Discord may leave it out
	const isOther = spoken !== undefined && spoken !== DEFAULT_VOICE.language;
	if (isOther && (await beginInLanguage(store, id, spoken))) changed(id);
	return (await profilesOf(store, id, null)).server?.language ?? DEFAULT_VOICE.language;
}

/** Where it may be said: the system channel, then the text channels as Discord lists them, from the top; not among the rules. */
function placesIn(guild: Guild): TextChannel[] {
	const listed = guild.channels.cache
		.filter((channel) => channel.type === ChannelType.GuildText)
		.sort((a, b) => above(a) - above(b) || a.rawPosition - b.rawPosition || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
	const system = listed.get(guild.systemChannelId ?? "");
	const all = new Set(system ? [system, ...listed.values()] : listed.values());
	return [...all]
		.filter(({ id }) => id !== guild.rulesChannelId)
		.filter((one) => missingIn(one, "posting").length === 0);
}

/** Where a channel's category stands; channels without one stand above all. */
function above({ parent }: TextChannel): number {
	return parent?.rawPosition ?? -1;
}

function words(say: Say, language: string): string {
	return [
		say("welcome.thanks"),
		say("welcome.begin"),
		say("welcome.language", { language }),
		say("welcome.timeZone"),
		say("welcome.words"),
		say("welcome.check"),
	].join("\n");
}

function buttons(say: Say): ActionRowBuilder<ButtonBuilder> {
	return new ActionRowBuilder<ButtonBuilder>().addComponents(
		new ButtonBuilder()
			.setCustomId(customId("host", "zone"))
			.setLabel(say("welcome.setTimeZone"))
			.setStyle(ButtonStyle.Primary),
		new ButtonBuilder()
			.setCustomId(customId("server", "check"))
			.setLabel(say("welcome.checkPermissions"))
			.setStyle(ButtonStyle.Secondary),
	);
}
