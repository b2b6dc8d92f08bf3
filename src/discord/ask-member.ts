import { ButtonStyle, ComponentType, MessageFlags, type REST } from "discord.js";
import type { Turn } from "../budget.ts";
import type { AskMember } from "../question.ts";
import { postMessage } from "./send.ts";

/** Asks members through Discord's HTTP API, each question within the budget of all posts. */
export function askMemberThrough(rest: REST, nextTurn: () => Promise<Turn | null>): AskMember {
	return async ({ channelId, content, memberId, button, nonce }) => {
		const turn = await nextTurn();
		if (!turn) return null;
		await turn.use();
		const { label, customId: custom_id } = button;
		const answer = { type: ComponentType.Button, style: ButtonStyle.Primary, label, custom_id };
		return postMessage(rest, channelId, {
			content,
			nonce,
			enforce_nonce: true,
			allowed_mentions: { parse: [], users: [memberId] },
			flags: MessageFlags.SuppressEmbeds,
			components: [{ type: ComponentType.ActionRow, components: [answer] }],
		}).finally(() => turn.end());
	};
}
