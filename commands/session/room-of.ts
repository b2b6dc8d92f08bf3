import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import type { SessionRow } from "../../src/store/sessions.ts";

/** A session's room, with its host unless that is whoever reads it. */
export function roomOf(
	{ room_id, host_id }: Pick<SessionRow, "room_id" | "host_id">,
	readerId: string | null,
): string | Phrase {
	const room = `<#${room_id}>`;
	return host_id === null || host_id === readerId ? room : phrase("session.hosted", { room, host: `<@${host_id}>` });
}
