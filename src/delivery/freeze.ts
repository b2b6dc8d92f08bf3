import { randomUUID } from "node:crypto";
import { type Composed, compose } from "../greetings/compose.ts";
import type { Greeting } from "../greetings/greeting.ts";
import { languageOf } from "../greetings/languages.ts";
import type { Pick } from "../greetings/pick.ts";
import type { Voice } from "../greetings/voice.ts";
import { nonceFrom } from "../nonce.ts";
import { profileOf } from "../profiles/profile.ts";
import { type Scenery, sceneOf } from "../profiles/scene.ts";
import { type GreetingRow, insertMessage, type MessageRow, tieGreetings, waitingGreetings } from "../store/outbox.ts";
import type { SessionFacts } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import type { Manner } from "./hunt.ts";

/** A greeting that waits longer than this is owed an apology. */
const SORRY_AFTER_MS = 60_000;

/** What composing takes besides the greetings. */
export interface Drafting {
	now: number;
	pick: Pick;
	scenery: Scenery;
}

/**
 * Composes a message from what waits for a channel and freezes it: from here on its words and nonce never change.
 * Undefined when nothing waits.
 */
export async function freezeNext(
	store: Store,
	channelId: string,
	{ most, plain }: Manner,
	drafting: Drafting,
): Promise<MessageRow | undefined> {
	return store.transaction().execute(async (db) => {
		const waiting = await waitingGreetings(db, channelId, drafting.now);
		if (!waiting) return undefined;
		const { session } = waiting;
		const { voice } = await profileOf(db, session.server_id, session.host_id);
		const [facts, words] = plain ? withoutHostsWords(session, voice) : [session, voice];
		const { message, count } = draft(waiting.greetings.slice(0, most), facts, words, channelId, drafting);
		await insertMessage(db, message);
		await tieGreetings(db, message.id, waiting.greetings.slice(0, count));
		return message;
	});
}

/** The same in Byname's own words, where Discord will not have the host's. */
function withoutHostsWords(session: SessionFacts, voice: Voice): [SessionFacts, Voice] {
	const { texts } = languageOf(voice.language);
	return [
		{ ...session, title: "", note: null, recap: null },
		{ ...voice, texts },
	];
}

/** Writes a message for the first `count` of the greetings: as many as fit. */
export function draft(
	greetings: readonly Omit<GreetingRow, "message_id">[],
	session: SessionFacts,
	voice: Voice,
	channelId: string,
	{ now, pick, scenery }: Drafting,
): { message: MessageRow; count: number } {
	const composed = compose(
		greetings.map((row) => greetingOf(row, now)),
		voice,
		sceneOf(session, scenery, now),
		(key, variants) => pick(`${session.server_id} ${session.host_id} ${key}`, variants), // each host has their own turns
	);
	return { message: messageOf(session.server_id, channelId, composed, now), count: composed.count };
}

function greetingOf(row: Omit<GreetingRow, "message_id">, now: number): Greeting {
	return {
		userId: row.user_id,
		name: row.name ?? "",
		kind: row.kind,
		minutes: row.minutes,
		visits: row.visits,
		missed: row.occasion === "arrival" && (row.missed === 1 || now - row.arrived_at > SORRY_AFTER_MS),
		neutral: row.neutral === 1,
	};
}

function messageOf(serverId: string, channelId: string, composed: Composed, now: number): MessageRow {
	const id = randomUUID();
	return {
		id,
		server_id: serverId,
		channel_id: channelId,
		nonce: nonceFrom(id),
		body: composed.body,
		mentions: composed.mentions.join(" "),
		silent: composed.silent ? 1 : 0,
		state: "frozen",
		attempts: 1,
		frozen_at: now,
		tried_at: null,
		posted_at: null,
		discord_id: null,
	};
}
