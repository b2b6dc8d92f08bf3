import { GatewayIntentBits } from "discord-api-types/v10";

/** The intents an application must be approved for; this one is not (gateway, "Privileged Intents"). */
export const PRIVILEGED_INTENTS =
	GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const INTENT_BY_PREFIX: [prefix: string, intent: number][] = [
	["GUILD_SCHEDULED_EVENT_", GatewayIntentBits.GuildScheduledEvents],
	["GUILD_MEMBERS_CHUNK", 0],
	["GUILD_MEMBER_", GatewayIntentBits.GuildMembers],
	["VOICE_STATE_UPDATE", GatewayIntentBits.GuildVoiceStates],
	["VOICE_CHANNEL_", GatewayIntentBits.GuildVoiceStates],
	["MESSAGE_", GatewayIntentBits.GuildMessages],
	["GUILD_", GatewayIntentBits.Guilds],
	["CHANNEL_", GatewayIntentBits.Guilds],
	["THREAD_", GatewayIntentBits.Guilds],
	["STAGE_INSTANCE_", GatewayIntentBits.Guilds],
];

/** The intent a session must have asked for to be sent this event; 0 where none is needed (gateway, "List of Intents"). */
export function intentOf(eventName: string): number {
	return INTENT_BY_PREFIX.find(([prefix]) => eventName.startsWith(prefix))?.[1] ?? 0;
}
