import { MessageFlags } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Answerable } from "../command.ts";
import { type CheckCuePlace, DIRECT, keptWords } from "../cue-place.ts";
import { LONGEST_CONTENT } from "../limits.ts";
import type { Phrase, Say } from "../phrases/phrases.ts";
import type { Store } from "../store/queryable.ts";
import { noteTold, untoldErasing } from "../store/retention.ts";
import { sessionById } from "../store/sessions.ts";
import { forgetUntold, type UntoldRow, untoldOn } from "../store/untold.ts";
import { parkedWords, retentionWords, unsaidWords } from "./alert-words.ts";
import { mayHost } from "./audience.ts";

export interface UntoldContext {
	store: Store;
	clock: Clock;
	troubleIn(channelId: string): Phrase | null;
	checkCuePlace: CheckCuePlace;
}

/**
 * Returns a function that adds to an answer what a host or manager is still to be told, for them alone. What has been
 * mended meanwhile is not worth telling any more. What cannot be told now waits for the next command.
 */
export function tellUntold(context: UntoldContext): (interaction: Answerable, say: Say) => Promise<void> {
	const { store, clock } = context;

	return async (interaction, say) => {
		const { guildId, user } = interaction;
		const untold = await untoldOn(store, guildId, user.id);
		const ahead = await untoldErasing(store, guildId, clock.now());
		if ((untold.length === 0 && !ahead) || !(await mayHost(interaction, store))) return;

		async function add(words: Phrase): Promise<void> {
			const content = say(words).slice(0, LONGEST_CONTENT);
			await interaction.followUp({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
		}

		for (const one of untold) {
			const news = await newsOf(one, context);
			if (news.is === "unclear") continue;
			if (news.is === "trouble") await add(news.words);
			await forgetUntold(store, one); // only now: better told twice than never
		}
		if (!ahead) return;
		await add(retentionWords(ahead));
		await noteTold(store, guildId, ahead);
	};
}

/** How what is to be told stands now. */
type News =
	/** It is still so. */
	| { is: "trouble"; words: Phrase }
	| { is: "mended" }
	/** Discord does not say for now. */
	| { is: "unclear" };

async function newsOf(
	{ kind, session_id, channel_id }: UntoldRow,
	{ store, troubleIn, checkCuePlace }: UntoldContext,
): Promise<News> {
	const session = await sessionById(store, session_id);
	if (!session) return { is: "mended" };
	if (kind === "parked")
		return { is: "trouble", words: parkedWords(channel_id, troubleIn(channel_id), session.closed_at === null) };
	if (kind === "unsaid") return { is: "trouble", words: unsaidWords(channel_id) };
	if (channel_id === DIRECT) return { is: "trouble", words: keptWords({ place: channel_id, fault: "direct" }, null) };
	const found = await checkCuePlace(channel_id, session.host_id ?? "");
	if (found.kind === "unfit")
		return { is: "trouble", words: keptWords({ place: channel_id, fault: found.fault }, null) };
	if (found.kind !== "fits") return { is: "unclear" };
	// What Discord does not take is mended once it stands there, and is forgotten then.
	if (kind === "cue") return { is: "mended" };
	return { is: "trouble", words: keptWords({ place: channel_id, fault: "refused" }, troubleIn(channel_id)) };
}
