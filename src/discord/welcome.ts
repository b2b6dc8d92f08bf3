import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	ChannelType,
	type Client,
	Events,
	type Guild,
	MessageFlags,
	PermissionFlagsBits,
	type TextChannel,
} from "discord.js";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { customId } from "../command.ts";
import { judge, type Verdict } from "../delivery/outcome.ts";
import { markWelcomed } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import { failureOf } from "./send.ts";

/** What `welcomeServers` works with. */
export interface Welcoming {
	client: Client;
	store: Store;
	clock: Clock;
	log: Logger;
	/** Ends what is under way when it aborts. */
	signal: AbortSignal;
}

const WELCOME = [
	"Thank you for inviting me! I'm Byname, and I greet everyone who comes to your webinars by name.",
	"**To begin:** open a stage or start a scheduled event, and I greet in its chat by myself; anywhere else, use `/session start`.",
	"**Time zone:** tell me yours, and I say “Good evening” when it is evening. Until then I say “Hello”.",
	"**Your own words:** `/greeting edit` changes what I say, and `/greeting preview` shows how it sounds.",
	"**Check:** see in which rooms I can greet, and what I lack where I cannot.",
].join("\n");

const PLACES_TO_TRY = 3;
const ATTEMPTS = 5;

/** Says in a server that Byname has just joined how to begin: once, in the system channel or the first it may write in. */
export function welcomeServers({ client, store, clock, log, signal }: Welcoming): void {
	async function welcome(guild: Guild): Promise<void> {
		const channels = placesIn(guild);
		if (channels.length === 0) {
			log.info({ server: guild.id }, "joined a server without a text channel to say hello in");
			return;
		}
		if (!(await markWelcomed(store, guild.id, clock.now()))) return;
		for (const channel of channels.slice(0, PLACES_TO_TRY)) if (await sayHello(channel)) return;
		log.warn({ server: guild.id }, "joined a server and could not say hello there");
	}

	async function sayHello(channel: TextChannel): Promise<boolean> {
		for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
			const verdict = await post(channel, attempt);
			if (verdict.do === "settle") return true;
			if (verdict.do !== "again") return false;
			await clock.sleep(verdict.afterMs, signal);
		}
		return false;
	}

	async function post(channel: TextChannel, attempt: number): Promise<Verdict> {
		try {
			await channel.send({
				content: WELCOME,
				components: [buttons()],
				allowedMentions: { parse: [] },
				flags: MessageFlags.SuppressEmbeds,
				nonce: `welcome ${channel.id.slice(-17)}`,
				enforceNonce: true,
			});
			return { do: "settle" };
		} catch (error) {
			const failure = failureOf(error);
			log.warn({ server: channel.guildId, channel: channel.id, outcome: failure }, "could not say hello in a channel");
			return judge(failure, attempt);
		}
	}

	client.on(Events.GuildCreate, (guild) => {
		welcome(guild).catch((err: unknown) => log.error({ err, server: guild.id }, "a server could not be welcomed"));
	});
}

/** Where Byname may write: the system channel, then the text channels as Discord lists them, from the top. */
function placesIn(guild: Guild): TextChannel[] {
	const listed = guild.channels.cache
		.filter((channel) => channel.type === ChannelType.GuildText)
		.sort((a, b) => above(a) - above(b) || a.rawPosition - b.rawPosition || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
	const all = guild.systemChannel ? [guild.systemChannel, ...listed.values()] : [...listed.values()];
	return [...new Set(all)].filter(mayWriteIn);
}

/** Where a channel's category stands; channels without one stand above all. */
function above({ parent }: TextChannel): number {
	return parent?.rawPosition ?? -1;
}

function mayWriteIn(channel: TextChannel): boolean {
	const { me } = channel.guild.members;
	const mine = me && channel.permissionsFor(me);
	return mine?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) ?? false;
}

function buttons(): ActionRowBuilder<ButtonBuilder> {
	return new ActionRowBuilder<ButtonBuilder>().addComponents(
		new ButtonBuilder()
			.setCustomId(customId("host", "zone"))
			.setLabel("Set my time zone")
			.setStyle(ButtonStyle.Primary),
		new ButtonBuilder()
			.setCustomId(customId("server", "check"))
			.setLabel("Check permissions")
			.setStyle(ButtonStyle.Secondary),
	);
}
