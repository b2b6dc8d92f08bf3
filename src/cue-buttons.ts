import {
	type APIActionRowComponent,
	type APIButtonComponentWithCustomId,
	ButtonStyle,
	ComponentType,
} from "discord.js";
import { customId } from "./command.ts";
import type { CueNext, CueReport } from "./cue-words.ts";

/** Says that somebody has been greeted, or passes them over; `commands/session/hello.ts` answers. */
export function nextButtons({
	sessionId,
	userId,
	said,
	pass,
}: CueNext): APIActionRowComponent<APIButtonComponentWithCustomId> {
	const button = (action: "hello" | "pass", style: ButtonStyle.Primary | ButtonStyle.Secondary, label: string) => ({
		...{ type: ComponentType.Button as const, style, label },
		custom_id: customId("session", action, sessionId, userId),
	});
	return {
		type: ComponentType.ActionRow,
		components: [button("hello", ButtonStyle.Primary, said), button("pass", ButtonStyle.Secondary, pass)],
	};
}

/** Opens the report of a session; `commands/report/report-command.ts` answers. */
export function reportButton({ sessionId, label }: CueReport): APIActionRowComponent<APIButtonComponentWithCustomId> {
	const custom_id = customId("report", "open", sessionId);
	return {
		type: ComponentType.ActionRow,
		components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }],
	};
}
