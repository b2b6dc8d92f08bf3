import type { SimUser } from "./user.ts";

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

/** What is needed to put a message in a room. */
export interface MessageDraft {
	content: string;
	author: SimUser;
	nonce?: string | number | null;
	allowedMentions?: AllowedMentions | null;
	flags?: number;
	embeds?: unknown[];
	components?: unknown[];
	files?: SimFile[];
	/** The answer to a command or click. */
	isAnswer?: boolean;
}

/** A message in a room. */
export interface SimMessage {
	id: string;
	channelId: string;
	content: string;
	/** What it has said so far, and since when, by the simulator's clock: the first words first. */
	readonly contents: { content: string; at: number }[];
	nonce: string | number | null;
	allowedMentions: AllowedMentions | null;
	flags: number;
	embeds: unknown[];
	components: unknown[];
	files: SimFile[];
	/** The address under which the files are to be had, each at its number. */
	filesUrl: string;
	/** The people it really mentions: named in the content and allowed. */
	mentions: SimUser[];
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

/** Those of the members whom a content mentions and is allowed to (resources/message, "Allowed Mentions Object"). */
export function mentionedIn(
	members: ReadonlyMap<string, { user: SimUser }>,
	content: string,
	allowed: AllowedMentions | null,
): SimUser[] {
	const found = new Map<string, SimUser>();
	for (const [, id = ""] of content.matchAll(/<@!?(\d+)>/g)) {
		const member = members.get(id);
		const isAllowed = !allowed || allowed.parse?.includes("users") || allowed.users?.includes(id);
		if (member && isAllowed) found.set(id, member.user);
	}
	return [...found.values()];
}
