import { SnowflakeUtil } from "discord.js";
import type { Logger } from "pino";
import { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { dayOf } from "../greetings/day.ts";
import { nonceFrom } from "../nonce.ts";
import type { Failure } from "../outcome.ts";
import { profileOf } from "../profiles/profile.ts";
import type { ServerView } from "../rooms/view.ts";
import { cuedSessionsClosedSince } from "../store/cues.ts";
import { type SessionRow, sessionById, updateSession } from "../store/sessions.ts";
import type { Store } from "../store/queryable.ts";
import { type Board, judge, type Standing } from "./board.ts";
import { draftCue } from "./content.ts";

/** What `keepCues` works with. */
export interface Cueing {
	store: Store;
	clock: Clock;
	log: Logger;
	board: Board;
	/** What Discord shows of a server now. */
	viewOf(serverId: string): ServerView | undefined;
	/** Called when Discord no longer accepts our token; no cue is shown from then on. */
	onTokenRefused(): void;
}

/** The cues of all sessions: for each host who wants one, a single message that says who came. */
export interface Cues {
	/** What is known about a session, or who came to it, may have changed. Never throws, never waits. */
	wake(sessionId: string): void;
	/** Shows nothing more; resolves when the requests in flight are done. */
	stop(): Promise<void>;
}

/**
 * Discord lets five edits in five seconds through per channel, and three in six once the message is an hour old
 * (https://github.com/discord-userdoccers/discord-userdoccers/pull/551).
 */
const SHOW_EVERY_MS = 2_500;
/** All cues together; delivery's own budget and this one stay below Discord's limit, so no greeting waits for a cue. */
const MOST_PER_SECOND = 4;
const RETRY_STORE_MS = 5_000;
/** A process that ended with the session may not have shown its last word; later nobody looks at it any more. */
const LAST_WORD_WITHIN_MS = 15 * 60_000;

/** The cue of one session, as this process knows it. What is stored of it is where its message stands. */
interface Cue {
	sessionId: string;
	roomId: string | null;
	over: boolean;
	/** What the message is known to say. */
	shown: { messageId: string; text: string } | null;
	/** A message that was posted and could not be stored yet. */
	unsaved: Standing | null;
	/** The message that somebody deleted; a second one is not replaced. */
	gone: string | null;
	/** The host's direct messages, once opened. */
	direct: string | null;
	/** Where the host wants it, but it cannot be shown: left alone until they want it elsewhere. */
	shut: string | null;
	named: boolean;
	callers: Map<string, string>;
	failures: number;
	dirty: boolean;
	working: Promise<void> | null;
}

/**
 * Keeps each host's cue true to who is in. A session has one piece of work under way at most and one request in flight;
 * what happens meanwhile is in the next edit.
 */
export function keepCues({ store, clock, log, board, viewOf, onTokenRefused }: Cueing): Cues {
	const cues = new Map<string, Cue>();
	const budget = new Budget(MOST_PER_SECOND);
	const stopping = new AbortController();
	const { signal } = stopping;
	const leftovers = takeUpLeftovers();

	function wake(sessionId: string): void {
		if (signal.aborted) return;
		const cue = cues.get(sessionId) ?? newCue(sessionId);
		cues.set(sessionId, cue);
		cue.dirty = true;
		cue.working ??= work(cue).finally(() => {
			cue.working = null;
			if (cue.dirty) wake(sessionId);
			else forget(cue);
		});
	}

	/** Forgets what nobody needs any more: names of who came after hours are kept until the room's next session. */
	function forget(cue: Cue): void {
		if (cue.over && cue.callers.size === 0) cues.delete(cue.sessionId);
		for (const other of cues.values()) {
			if (other !== cue && other.over && !other.working && other.roomId === cue.roomId) cues.delete(other.sessionId);
		}
	}

	async function work(cue: Cue): Promise<void> {
		for (let failing = false; cue.dirty && !signal.aborted; ) {
			cue.dirty = false;
			let pauseMs = RETRY_STORE_MS;
			try {
				pauseMs = await show(cue);
				failing = false;
			} catch (err) {
				if (!failing)
					log.error({ err, session: cue.sessionId }, "a cue could not be prepared; trying again until it can");
				failing = true;
				cue.dirty = true;
			}
			if (pauseMs > 0) await clock.sleep(pauseMs, signal);
		}
	}

	/** Has the host see what there is to see now. Returns how long to wait before the next look, in milliseconds. */
	async function show(cue: Cue): Promise<number> {
		const session = await sessionById(store, cue.sessionId);
		cue.roomId = session?.room_id ?? null;
		cue.over = session?.closed_at !== null;
		if (!session?.host_id) return SHOW_EVERY_MS;
		const { cueTo, voice } = await profileOf(store, session.server_id, session.host_id);
		if (cueTo === null || cueTo === cue.shut) return SHOW_EVERY_MS;
		const standing = (await save(cue)) ?? standingOf(session, cue.gone);
		const { callers, named } = cue;
		const draft = await draftCue(store, session, voice, { view: viewOf(session.server_id), callers, named });
		if (!draft) return SHOW_EVERY_MS;
		if (!standing && !draft.worthPosting) return 0;
		const place = await placeOf(cue, cueTo, session.host_id);
		if (place.kind !== "opened") return giveWay(cue, place, cueTo, null);

		const { text } = draft;
		const stays = cue.over
			? messageOfTheDay(standing, draft.callersOn, voice.timeZone)
			: messageIn(place.channelId, standing);
		const known = stays && (draft.forgetful || (cue.shown?.messageId === stays.messageId && cue.shown.text === text));
		if (known || !(await turn())) return 0;
		const outcome = stays
			? await board.edit(stays, text)
			: await board.post({
					channelId: place.channelId,
					text,
					nonce: nonceOf(session, place.channelId),
					silent: !cue.over,
				});
		if (outcome.kind !== "shown") return giveWay(cue, outcome, cueTo, stays);

		cue.failures = 0;
		cue.shown = { messageId: outcome.messageId, text: stays ? text : outcome.text };
		if (!stays) {
			cue.unsaved = { channelId: place.channelId, messageId: outcome.messageId };
			cue.dirty ||= outcome.text !== text; // the nonce was known: the message is an earlier one
			if (standing && !cue.over) await board.remove(standing);
			await save(cue);
		}
		return SHOW_EVERY_MS;
	}

	/** Stores where a new message stands, if that has not been done yet, and returns it. */
	async function save(cue: Cue): Promise<Standing | null> {
		const standing = cue.unsaved;
		if (!standing) return null;
		const { channelId: cue_channel_id, messageId: cue_message_id } = standing;
		await updateSession(store, cue.sessionId, { cue_channel_id, cue_message_id });
		cue.unsaved = null;
		return standing;
	}

	async function placeOf(
		cue: Cue,
		cueTo: string,
		hostId: string,
	): Promise<{ kind: "opened"; channelId: string } | Failure> {
		if (cueTo !== "dm") return { kind: "opened", channelId: cueTo };
		if (cue.direct) return { kind: "opened", channelId: cue.direct };
		const opened = await board.openDirect(hostId);
		if (opened.kind === "opened") cue.direct = opened.channelId;
		return opened;
	}

	/** Waits for a place in the budget; false when there is no time left for it. */
	async function turn(): Promise<boolean> {
		for (let wait = budget.waitFor(clock.now()); wait > 0 && !signal.aborted; wait = budget.waitFor(clock.now())) {
			await clock.sleep(wait, signal);
		}
		if (!signal.aborted) budget.spend(clock.now());
		return !signal.aborted;
	}

	/** Does what a failure calls for; returns how long to wait before the next try, in milliseconds. */
	function giveWay(cue: Cue, failure: Failure, cueTo: string, edited: Standing | null): number {
		const ids = { session: cue.sessionId, place: cueTo, outcome: failure };
		const verdict = judge(failure, cue.failures + 1);
		cue.failures = verdict.do === "again" ? cue.failures + 1 : 0;
		cue.dirty = true;
		switch (verdict.do) {
			case "again":
				if (cue.failures === 1) log.warn(ids, "a cue is not through yet; trying again");
				if (failure.kind === "limited" && failure.global) budget.closeFor(verdict.afterMs, clock.now());
				return Math.max(verdict.afterMs, SHOW_EVERY_MS);
			case "post anew":
				if (!edited || cue.gone) return shut(cue, cueTo, ids);
				cue.gone = edited.messageId;
				return 0;
			case "unname":
				if (!cue.named) return shut(cue, cueTo, ids);
				cue.named = false;
				log.warn(ids, "Discord refuses the words of a cue; it goes on without names");
				return 0;
			case "leave":
				return shut(cue, cueTo, ids);
			case "stop":
				stopping.abort();
				onTokenRefused();
				return 0;
		}
	}

	function shut(cue: Cue, cueTo: string, ids: object): number {
		cue.shut = cueTo;
		log.warn(ids, "a host's cue cannot be shown where they want it, and stays away from there for this session");
		return 0;
	}

	async function takeUpLeftovers(): Promise<void> {
		try {
			for (const id of await cuedSessionsClosedSince(store, clock.now() - LAST_WORD_WITHIN_MS)) wake(id);
		} catch (err) {
			log.warn({ err }, "could not look for cues of sessions that ended lately; some may lack their last word");
		}
	}

	async function stop(): Promise<void> {
		stopping.abort();
		await leftovers;
		await Promise.all([...cues.values()].map((cue) => cue.working));
	}

	return { wake, stop };
}

function newCue(sessionId: string): Cue {
	return {
		sessionId,
		roomId: null,
		over: false,
		shown: null,
		unsaved: null,
		gone: null,
		direct: null,
		shut: null,
		named: true,
		callers: new Map(),
		failures: 0,
		dirty: false,
		working: null,
	};
}

function standingOf({ cue_channel_id, cue_message_id }: SessionRow, gone: string | null): Standing | null {
	if (!cue_channel_id || !cue_message_id || cue_message_id === gone) return null;
	return { channelId: cue_channel_id, messageId: cue_message_id };
}

/** The message that stands where the host wants it now; null if it stands elsewhere. */
function messageIn(channelId: string, standing: Standing | null): Standing | null {
	return standing?.channelId === channelId ? standing : null;
}

/** The message that tells of a day's callers; null if the one there is is older, for an edit would go unseen. */
function messageOfTheDay(standing: Standing | null, day: string | null, timeZone: string | null): Standing | null {
	if (!standing || day === null) return standing;
	return dayOf(SnowflakeUtil.timestampFrom(standing.messageId), timeZone) >= day ? standing : null;
}

/** Another one for the message that follows a stored one. */
function nonceOf(session: SessionRow, channelId: string): string {
	return nonceFrom(`cue ${session.id} ${channelId} ${session.cue_message_id ?? ""}`);
}
