import type { Failure } from "./outcome.ts";

/** A post that stands in a channel, by Discord's ids. */
export interface StandingPost {
	channelId: string;
	discordId: string;
}

/** Reads and changes posts of ours that stand in their channels; never rejects. */
export interface StandingPosts {
	read(post: StandingPost): Promise<{ kind: "read"; body: string } | Failure>;
	/** Says something else in it; it goes on mentioning these users, and pings nobody. All else stays as it is. */
	edit(post: StandingPost, to: { body: string; mentions: string[] }): Promise<{ kind: "edited" } | Failure>;
}
