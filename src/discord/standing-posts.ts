import { type REST, RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import type { StandingPost, StandingPosts } from "../standing-posts.ts";
import { read, request } from "./send.ts";

const message = z.object({ content: z.string() });

/** Reads and changes posts through Discord's HTTP API. */
export function standingPostsThrough(rest: REST): StandingPosts {
	const routeTo = ({ channelId, discordId }: StandingPost) => Routes.channelMessage(channelId, discordId);
	return {
		async read(post) {
			const answer = read(await request(rest, { fullRoute: routeTo(post), method: RequestMethod.Get }), message);
			return answer.kind === "read" ? { kind: "read", body: answer.data.content } : answer;
		},
		async edit(post, { body, mentions }) {
			const answer = await request(rest, {
				fullRoute: routeTo(post),
				method: RequestMethod.Patch,
				body: { content: body, allowed_mentions: { parse: [], users: mentions } },
			});
			return answer.kind === "answered" ? { kind: "edited" } : answer;
		},
	};
}
