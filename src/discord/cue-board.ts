import {
	ButtonStyle,
	ComponentType,
	MessageFlags,
	type REST,
	RESTJSONErrorCodes,
	RequestMethod,
	Routes,
} from "discord.js";
import { z } from "zod";
import { customId } from "../command.ts";
import { cueButtons } from "../cue-buttons.ts";
import type { CheckCuePlace } from "../cue-place.ts";
import type { CueControl, CueWords, OfferedName } from "../cue-words.ts";
import type { Board, CueOutcome } from "../cues/board.ts";
import type { Failure } from "../outcome.ts";
import { snowflake } from "../snowflake.ts";
import { type DiscordAnswer, read, request } from "./send.ts";

/** A cue pings nobody: it names people who have not asked to be called. */
const NO_PINGS = { parse: [] };
const message = z.object({ id: snowflake, content: z.string() });
const channel = z.object({ id: snowflake });

/** Shows cues through Discord's HTTP API. */
export function boardThrough(rest: REST, check: CheckCuePlace): Board {
	return {
		check,
		async post({ channelId, words, nonce, silent }) {
			const answer = await request(rest, {
				fullRoute: Routes.channelMessages(channelId),
				method: RequestMethod.Post,
				body: {
					...bodyOf(words),
					nonce,
					enforce_nonce: true,
					flags: MessageFlags.SuppressEmbeds | (silent ? MessageFlags.SuppressNotifications : 0),
				},
			});
			return shown(answer);
		},
		async edit({ channelId, messageId }, words) {
			const answer = await request(rest, {
				fullRoute: Routes.channelMessage(channelId, messageId),
				method: RequestMethod.Patch,
				body: bodyOf(words),
			});
			return shown(answer);
		},
		async remove({ channelId, messageId }) {
			const fullRoute = Routes.channelMessage(channelId, messageId);
			const answer = await request(rest, { fullRoute, method: RequestMethod.Delete });
			return answer.kind === "answered" || isGone(answer) ? { kind: "removed" } : answer;
		},
		async openDirect(hostId) {
			const answer = await request(rest, {
				fullRoute: Routes.userChannels(),
				method: RequestMethod.Post,
				body: { recipient_id: hostId },
			});
			const opened = read(answer, channel);
			return opened.kind === "read" ? { kind: "opened", channelId: opened.data.id } : opened;
		},
	};
}

function bodyOf({ control, ...words }: CueWords) {
	// An empty list takes away what was there before.
	const components = [...cueButtons(words), ...(control ? [rowOf(control)] : [])];
	return { content: words.text, components, allowed_mentions: NO_PINGS };
}

/** A button for one name, a menu for several; commands/session/not-this-name.ts answers them. */
function rowOf({ sessionId, label, names }: CueControl) {
	const idOf = ({ userId, mark }: OfferedName) => customId("session", "not-this-name", sessionId, userId, mark);
	const [button] = names.map((one) => ({
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		custom_id: idOf(one),
		label,
	}));
	const menu = {
		type: ComponentType.StringSelect,
		custom_id: customId("session", "not-one-of-these"),
		placeholder: label,
		options: names.map((one) => ({ label: one.name, value: idOf(one), description: one.onDiscord })),
	};
	return { type: ComponentType.ActionRow, components: [names.length > 1 ? menu : button] };
}

function isGone(failure: Failure): boolean {
	const { UnknownChannel, UnknownMessage } = RESTJSONErrorCodes;
	return failure.kind === "refused" && (failure.code === UnknownMessage || failure.code === UnknownChannel);
}

function shown(answer: DiscordAnswer | Failure): CueOutcome {
	const posted = read(answer, message);
	return posted.kind === "read" ? { kind: "shown", messageId: posted.data.id, text: posted.data.content } : posted;
}
