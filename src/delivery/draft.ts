import { createHash, randomUUID } from "node:crypto";
import { type Composed, compose, type Greeting, type Scene } from "../greetings/compose.ts";
import type { TextKey } from "../greetings/texts.ts";
import { profileOf } from "../hosts/profile.ts";
import { freezeMessage, type GreetingRow, type MessageRow, waitingGreetings } from "../store/outbox.ts";
import type { SessionRow } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";

/** Chooses one of several variants of a text. */
export type PickVariant = (key: TextKey, variants: number) => number;

/** What texts may mention that is not stored but shown by Discord. */
export interface Scenery {
	serverNameOf(serverId: string): string;
	/** What somebody goes by, if they are in a room. */
	nameOf(serverId: string, userId: string): string | null;
	/** When the next session is scheduled, first in this room, else anywhere in the server. */
	nextSessionAt(serverId: string, roomId: string, now: number): number | null;
}

/** A greeting that waits longer than this is owed an apology. */
const SORRY_AFTER_MS = 60_000;

/**
 * Composes a message from what waits for a channel and freezes it: from here on its words and nonce never change. At
 * most `most` greetings go in. Undefined when nothing waits.
 */
export async function freezeNext(
	store: Store,
	channelId: string,
	words: { most: number; now: number; pick: PickVariant; scenery: Scenery },
): Promise<MessageRow | undefined> {
	const { most, now, pick, scenery } = words;
	return store.transaction().execute(async (db) => {
		const waiting = await waitingGreetings(db, channelId, now);
		if (!waiting) return undefined;
		const candidates = waiting.greetings.slice(0, most);
		const { voice } = await profileOf(db, waiting.session.server_id, waiting.session.host_id);
		const scene = sceneOf(waiting.session, scenery, now);
		const composed = compose(
			candidates.map((row) => greetingOf(row, now)),
			voice,
			scene,
			pick,
		);
		const greetings = candidates.slice(0, composed.count);
		const message = messageOf(waiting.session.server_id, channelId, composed, now);
		await freezeMessage(db, message, greetings);
		return message;
	});
}

function greetingOf(row: GreetingRow, now: number): Greeting {
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

/** A session and its surroundings, as texts may mention them. */
export function sceneOf(session: SessionRow, scenery: Scenery, now: number): Scene {
	return {
		title: session.title,
		host: session.host_id ? scenery.nameOf(session.server_id, session.host_id) : null,
		server: scenery.serverNameOf(session.server_id),
		startsAt: session.starts_at,
		note: session.note,
		recap: session.recap,
		next: scenery.nextSessionAt(session.server_id, session.room_id, now),
		now,
	};
}

function messageOf(serverId: string, channelId: string, composed: Composed, now: number): MessageRow {
	const id = randomUUID();
	return {
		id,
		server_id: serverId,
		channel_id: channelId,
		nonce: nonceOf(id),
		body: composed.body,
		mentions: composed.mentions.join(" "),
		silent: composed.silent ? 1 : 0,
		state: "frozen",
		attempts: 1,
		frozen_at: now,
		posted_at: null,
		discord_id: null,
	};
}

/** 22 characters from the message's id; Discord takes up to 25. */
function nonceOf(id: string): string {
	return createHash("sha256").update(id).digest("base64url").slice(0, 22);
}
