import {
	type APIActionRowComponent,
	type APIButtonComponentWithCustomId,
	ButtonStyle,
	ComponentType,
} from "discord.js";
import { customId } from "./command.ts";
import type { CueReport, CueWords } from "./cue-words.ts";

type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/**
 * What a cue asks of a host about somebody: whether they are on the panel (`commands/session/early-speaker.ts` answers), and
 * whether they have been greeted or are passed over (`commands/session/hello.ts`); and what opens the report once it is over.
 */
export function cueButtons({ questions, next, report }: Pick<CueWords, "questions" | "next" | "report">): ButtonRow[] {
	return [
		...questions.map((question) => rowOf(question, ["panelist", question.yes], ["guest", question.no])),
		...(next ? [rowOf(next, ["hello", next.said], ["pass", next.pass])] : []),
		...(report ? [reportButton(report)] : []),
	];
}

/** Two buttons about somebody in a session, each with its action and what it says. */
function rowOf(
	{ sessionId, userId }: { sessionId: string; userId: string },
	first: [action: string, label: string],
	second: [action: string, label: string],
): ButtonRow {
	const button = (
		[action, label]: [string, string],
		style: ButtonStyle.Primary | ButtonStyle.Secondary,
	): APIButtonComponentWithCustomId => {
		const custom_id = customId("session", action, sessionId, userId);
		return { type: ComponentType.Button, style, label, custom_id };
	};
	const components = [button(first, ButtonStyle.Primary), button(second, ButtonStyle.Secondary)];
	return { type: ComponentType.ActionRow, components };
}

/** Opens the report of a session; `commands/report/report-command.ts` answers. */
function reportButton({ sessionId, label }: CueReport): ButtonRow {
	const custom_id = customId("report", "open", sessionId);
	return {
		type: ComponentType.ActionRow,
		components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }],
	};
}
