import { Client, Events, GatewayIntentBits } from "discord.js";

/**
 * The bot to compare with: what most greeting bots do, a listener that posts once a person, with discord.js as it comes.
 * Reads DISCORD_TOKEN and DISCORD_API_URL.
 */
const client = new Client({
	intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
	rest: { api: process.env.DISCORD_API_URL ?? "https://discord.com/api" },
});

client.on(Events.VoiceStateUpdate, async (before, after) => {
	if (!after.channel || after.channelId === before.channelId || !after.member || after.member.user.bot) return;
	await after.channel.send(`Hello, ${after.member.displayName}! Thanks for joining us!`);
});
client.on(Events.Error, (error) => process.stdout.write(`${JSON.stringify({ level: 50, msg: String(error) })}\n`));

await client.login(process.env.DISCORD_TOKEN);
