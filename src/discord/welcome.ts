import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type Client, Events, type Guild } from "discord.js";
import { customId } from "../command.ts";
import { nonceFrom } from "../nonce.ts";
import type { Store } from "../store/queryable.ts";
import { markWelcomed } from "../store/settings.ts";
import { type NoticeContext, placesIn, sayOnce } from "./notice.ts";

export interface WelcomeContext extends NoticeContext {
	client: Client;
	store: Store;
}

const WELCOME = [
	"Thank you for inviting me! I'm Byname, and I greet everyone who comes to your webinars by name.",
	"**To begin:** open a stage or start a scheduled event, and I greet in its chat by myself; anywhere else, use `/session start`.",
	"**Time zone:** tell me yours, and I say “Good evening” when it is evening. Until then I say “Hello”.",
	"**Your own words:** `/greeting edit` changes what I say, and `/greeting preview` shows how it sounds.",
	"**Check:** see in which rooms I can greet, and what I lack where I cannot.",
].join("\n");

/** Says in a server that Byname has just joined how to begin: once, in the system channel or the first it may write in. */
export function welcomeServers({ client, store, clock, log, signal }: WelcomeContext): void {
	async function welcome(guild: Guild): Promise<void> {
		const channels = placesIn(guild);
		if (channels.length === 0) {
			log.info({ server: guild.id }, "joined a server without a text channel to say hello in");
			return;
		}
		if (!(await markWelcomed(store, guild.id, clock.now()))) return;
		const notice = { nonce: nonceFrom(`welcome ${guild.id}`), content: WELCOME, components: [buttons()] };
		if (!(await sayOnce(channels, notice, { clock, log, signal })))
			log.warn({ server: guild.id }, "joined a server and could not say hello there");
	}

	client.on(Events.GuildCreate, (guild) => {
		welcome(guild).catch((err: unknown) => log.error({ err, server: guild.id }, "a server could not be welcomed"));
	});
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
