import { randomUUID } from "node:crypto";
import { type Composed, compose } from "../greetings/compose.ts";
import type { Greeting, Scene } from "../greetings/greeting.ts";
import { languageOf } from "../greetings/languages.ts";
import { momentOf } from "../greetings/moment.ts";
import type { Turns } from "../greetings/pick.ts";
import type { Voice } from "../greetings/voice.ts";
import { calledBy, type Naming } from "../guests/calling.ts";
import { LONGEST_NONCE } from "../limits.ts";
import { phrasesIn } from "../phrases/phrases.ts";
import { isClosedSaid, voiceIn } from "../profiles/profile.ts";
import { SAID_AFTER_HOURS, withdrawAfterHours } from "../store/greetings.ts";
import { layoutOf } from "../store/layout.ts";
import {
	type GreetingRow,
	insertMessage,
	type MessageRow,
	NotWaiting,
	sayableAt,
	tieGreetings,
	type WaitingGreetings,
	waitingGreetings,
} from "../store/outbox.ts";
import { openSessionIn, takeRecap } from "../store/sessions.ts";
import type { DeliveryContext } from "./context.ts";
import type { Manner } from "./hunt.ts";

/** A greeting that comes later than this after it could have been said is owed an apology. */
const SORRY_AFTER_MS = 60_000;

/** What decides the words of greetings: how their host speaks, what texts may mention, and how people want to be named. */
export interface Wording extends Naming {
	serverId: string;
	hostId: string | null;
	voice: Voice;
	scene: Scene;
}

type FreezeContext = Pick<
	DeliveryContext,
	"store" | "clock" | "picks" | "profiles" | "wishes" | "namingIn" | "hasLeft" | "sceneOf"
>;

/**
 * Composes a message from what waits for a channel and freezes it: from here on its words and nonce never change.
 * Undefined when nothing waits.
 */
export async function freezeNext(
	channelId: string,
	{ most, plain }: Manner,
	context: FreezeContext,
): Promise<MessageRow | undefined> {
	const { store, clock, picks, profiles, wishes } = context;
	const waiting = await waitingGreetings(store, channelId, clock.now());
	if (!waiting) return undefined;
	const { session } = waiting;
	const { server_id: serverId, room_id: roomId } = session;
	if (await withdrawVain(waiting, context)) return freezeNext(channelId, { most, plain }, context);
	const greetings = waiting.greetings.slice(0, most);
	const voice = voiceIn(await profiles.of(serverId, session.host_id), session.language);
	const { version } = wishes;
	const wanted = await context.namingIn(serverId, roomId, whoIsCalled(greetings, session.host_id));
	const turns = picks.of(serverId, session.host_id).try();
	const freezing = store.transaction().execute(async (db) => {
		// Only here is it known what time it is said: a store that was locked has let some go by.
		const now = clock.now();
		if (wishes.version !== version) return null; // somebody has said just now how they want to be greeted
		const hosts = { serverId, hostId: session.host_id, ...wanted };
		const scene = context.sceneOf(session, now);
		const wording = plain
			? { ...hosts, voice: inOwnWords(voice), scene: withoutHostsWords(scene) }
			: { ...hosts, voice, scene };
		const drafted = draft(greetings, wording, channelId, { now, turns });
		if (drafted.message.thanked_session_id !== null && (await takeRecap(db, session.id)) !== session.recap) return null;
		await insertMessage(db, drafted.message);
		await tieGreetings(db, drafted.greetings);
		return drafted.message;
	});
	const message = await freezing.catch(nullWhereNotWaiting);
	if (!message) return freezeNext(channelId, { most, plain }, context);
	turns.keep();
	return message;
}

/**
 * Withdraws what is not to be said after hours any more: to who has left, where its host has turned it off since, and where a
 * session is on by now, in which people are greeted. It may have been in a message that was on its way then. Returns whether
 * there was any.
 */
async function withdrawVain(
	{ session: { server_id, room_id, host_id }, greetings }: WaitingGreetings,
	{ store, profiles, hasLeft }: Pick<FreezeContext, "store" | "profiles" | "hasLeft">,
): Promise<boolean> {
	const afterHours = greetings.filter(({ kind }) => SAID_AFTER_HOURS.includes(kind)).map(({ user_id }) => user_id);
	if (afterHours.length === 0) return false;
	const isOff = !isClosedSaid(await profiles.of(server_id, host_id));
	const isOn = (await openSessionIn(store, room_id)) !== undefined;
	return store.transaction().execute(async (db) => {
		// Asked only as the rows go: who comes back after that waits anew.
		const vain = afterHours.filter((userId) => isOff || isOn || hasLeft(server_id, room_id, userId));
		if (vain.length > 0) await withdrawAfterHours(db, room_id, vain);
		return vain.length > 0;
	});
}

/** Who waited as the message was written, and waits no more, is left out of the next one. */
function nullWhereNotWaiting(error: unknown): null {
	if (error instanceof NotWaiting) return null;
	throw error;
}

/** A host's voice with Byname's own texts, where Discord will not have the host's. */
function inOwnWords(voice: Voice): Voice {
	return { ...voice, texts: languageOf(voice.language).texts };
}

/** Links go, too: servers may have them blocked. */
function withoutHostsWords(scene: Scene): Scene {
	return { ...scene, title: "", note: null, recap: null, nextEvent: null };
}

/** Whom greetings may call by name: those who are greeted, and their host. */
export function whoIsCalled(greetings: readonly Pick<GreetingRow, "user_id">[], hostId: string | null): string[] {
	return [...greetings.map(({ user_id }) => user_id), ...(hostId === null ? [] : [hostId])];
}

/** Writes a message for the first of the greetings, as many as fit, and ties them to it. */
export function draft(
	greetings: readonly GreetingRow[],
	{ serverId, hostId, voice, scene: shown, ...wanted }: Wording,
	channelId: string,
	{ now, turns }: { now: number; turns: Turns },
): { message: MessageRow; greetings: GreetingRow[] } {
	// Whom a room names is about its guests; the host has only their own wish.
	const host = shown.host && calledBy({ ...wanted, names: null }, { id: hostId ?? "", shown: shown.host });
	const scene = { ...shown, host };
	const composed = compose(
		greetings.map((row) => asWished(greetingOf(row, now, { startsAt: scene.startsAt, ...voice }), wanted)),
		voice,
		scene,
		turns,
	);
	const said = greetings.slice(0, composed.count);
	const thanks = said.find(({ kind }) => kind === "thanks");
	const label = phrasesIn(voice.language);
	const buttons = {
		button: said.some(({ first }) => first === 1) ? label("me.button") : null,
		thanked_session_id: thanks?.session_id ?? null,
		recap_button: thanks ? label("session.recap.button") : null,
	};
	const message = messageOf(serverId, channelId, composed, { buttons, now });
	const named = new Set(composed.named);
	const tied = said.map((row) => ({ ...row, message_id: message.id, named: named.has(row.user_id) ? 1 : 0 }));
	return { message, greetings: tied };
}

function asWished(greeting: Greeting, naming: Naming): Greeting {
	const called = calledBy(naming, { id: greeting.userId, shown: greeting.name });
	const language = naming.wishes.get(greeting.userId)?.language ?? undefined;
	return { ...greeting, name: called ?? greeting.name, language, neutral: greeting.neutral || called === null };
}

function greetingOf(
	row: GreetingRow,
	now: number,
	{ startsAt, lateAfterMinutes }: { startsAt: number; lateAfterMinutes: number },
): Greeting {
	const wasFoundLate = row.missed === 1 && momentOf(row.arrived_at, startsAt, lateAfterMinutes).moment === "late";
	return {
		userId: row.user_id,
		name: row.name ?? "",
		kind: row.kind,
		minutes: row.minutes,
		visits: row.visits,
		missed: row.occasion === "arrival" && (row.missed === 1 || now - sayableAt(row) > SORRY_AFTER_MS),
		neutral: row.neutral === 1,
		expected: row.expected === 1,
		foundLate: row.occasion === "arrival" && wasFoundLate,
	};
}

function messageOf(
	serverId: string,
	channelId: string,
	composed: Composed,
	{ buttons, now }: { buttons: Pick<MessageRow, "button" | "thanked_session_id" | "recap_button">; now: number },
): MessageRow {
	const id = randomUUID();
	return {
		id,
		server_id: serverId,
		channel_id: channelId,
		nonce: id.replaceAll("-", "").slice(0, LONGEST_NONCE),
		body: composed.body,
		mentions: composed.mentions.join(" "),
		silent: composed.silent ? 1 : 0,
		...buttons,
		state: "frozen",
		attempts: 1,
		frozen_at: now,
		tried_at: null,
		posted_at: null,
		discord_id: null,
		layout: JSON.stringify(layoutOf(id, composed)),
	};
}
