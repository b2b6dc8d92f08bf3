import { ChannelType } from "discord-api-types/v10";

/** What a room is: to speak in, or only to write in. */
export type RoomKind = "stage" | "voice" | "text" | "announcement";

/** As Discord calls them. */
export const CHANNEL_TYPES = {
	stage: ChannelType.GuildStageVoice,
	voice: ChannelType.GuildVoice,
	text: ChannelType.GuildText,
	announcement: ChannelType.GuildAnnouncement,
} as const satisfies Record<RoomKind, ChannelType>;

/** Whether nobody can enter a room: it is only written in. */
export function isWritten({ kind }: { kind: RoomKind }): boolean {
	return kind === "text" || kind === "announcement";
}
