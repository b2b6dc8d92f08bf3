import { MessageFlags, type REST, RESTJSONErrorCodes, RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import type { CheckCuePlace } from "../cue-place.ts";
import type { Board, CueOutcome } from "../cues/board.ts";
import type { Failure } from "../outcome.ts";
import { snowflake } from "../snowflake.ts";
import { type Answer, read, request } from "./send.ts";

/** A cue pings nobody: it names people who have not asked to be called. */
const NO_PINGS = { parse: [] };
const message = z.object({ id: snowflake, content: z.string() });
const channel = z.object({ id: snowflake });

/** Shows cues through Discord's HTTP API. */
export function boardThrough(rest: REST, check: CheckCuePlace): Board {
	return {
		check,
		async post({ channelId, text, nonce, silent }) {
			const answer = await request(rest, {
				fullRoute: Routes.channelMessages(channelId),
				method: RequestMethod.Post,
				body: {
					content: text,
					nonce,
					enforce_nonce: true,
					allowed_mentions: NO_PINGS,
					flags: MessageFlags.SuppressEmbeds | (silent ? MessageFlags.SuppressNotifications : 0),
				},
			});
			return shown(answer);
		},
		async edit({ channelId, messageId }, text) {
			const answer = await request(rest, {
				fullRoute: Routes.channelMessage(channelId, messageId),
				method: RequestMethod.Patch,
				body: { content: text, allowed_mentions: NO_PINGS },
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

function isGone(failure: Failure): boolean {
	const { UnknownChannel, UnknownMessage } = RESTJSONErrorCodes;
	return failure.kind === "refused" && (failure.code === UnknownMessage || failure.code === UnknownChannel);
}

function shown(answer: Answer | Failure): CueOutcome {
	const posted = read(answer, message);
	return posted.kind === "read" ? { kind: "shown", messageId: posted.data.id, text: posted.data.content } : posted;
}
