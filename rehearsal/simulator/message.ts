import type { SimMember } from "./member.ts";
import type { SimRoom } from "./room.ts";
import type { SimUser } from "./world.ts";

/** What a bot may ask of a mention. */
export interface AllowedMentions {
	parse?: (string | null)[] | null;
	users?: (string | null)[] | null;
	roles?: (string | null)[] | null;
	replied_user?: boolean | null;
}

/** A file that came with a message. */
export interface SimFile {
	name: string;
	bytes: Buffer;
}

/** A message in a room. */
export interface SimMessage {
	id: string;
	channelId: string;
	room: SimRoom;
	content: string;
	nonce: string | number | null;
	allowedMentions: AllowedMentions | null;
	flags: number;
	embeds: unknown[];
	components: unknown[];
	files: SimFile[];
	/** The people it really mentions: named in the content and allowed. */
	mentions: SimMember[];
	mentionsEveryone: boolean;
	/** When it was accepted, by the simulator's clock. */
	acceptedAt: number;
	/** When it was accepted, as `performance.now()` counts. */
	acceptedRealMs: number;
	editedAt: number | null;
	author: SimUser;
	/** Deleted since: it stays here for the test to see. */
	deleted: boolean;
}

/** The people a content mentions and is allowed to (resources/message, "Allowed Mentions Object"). */
export function mentionedIn(room: SimRoom, content: string, allowed: AllowedMentions | null): SimMember[] {
	const found = new Map<string, SimMember>();
	for (const [, id = ""] of content.matchAll(/<@!?(\d+)>/g)) {
		const member = room.server.members.get(id);
		const isAllowed = !allowed || allowed.parse?.includes("users") || allowed.users?.includes(id);
		if (member && isAllowed) found.set(id, member);
	}
	return [...found.values()];
}
