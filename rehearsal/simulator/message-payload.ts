import { MessageType } from "discord-api-types/v10";
import type { SimMessage } from "./message.ts";
import { timeOf } from "./snowflake.ts";
import { isoTimestamp } from "./timestamp.ts";
import { userPayload } from "./user.ts";

/** A message as REST returns it. */
export function messagePayload(message: SimMessage) {
	return {
		id: message.id,
		channel_id: message.channelId,
		type: MessageType.Default,
		content: message.content,
		author: userPayload(message.author),
		timestamp: isoTimestamp(timeOf(message.id)),
		edited_timestamp: message.editedAt === null ? null : isoTimestamp(message.editedAt),
		tts: false,
		mention_everyone: message.mentionsEveryone,
		mentions: message.mentions.map(userPayload),
		mention_roles: [],
		attachments: message.files.map(({ name, bytes }, index) => ({
			id: String(BigInt(message.id) + BigInt(index)),
			filename: name,
			size: bytes.length,
			url: `${message.filesUrl}/${index}/${name}`,
			proxy_url: `${message.filesUrl}/${index}/${name}`,
		})),
		embeds: message.embeds,
		components: message.components,
		pinned: false,
		flags: message.flags,
	};
}
