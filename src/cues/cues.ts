import type { Logger } from "pino";
import { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { DIRECT, type KeptCue } from "../cue-place.ts";
import type { CueWords } from "../cue-words.ts";
import { Mailboxes } from "../mailbox.ts";
import type { Say } from "../phrases/phrases.ts";
import type { Profiles } from "../profiles/profiles.ts";
import { cuedSessionsClosedSince } from "../store/cue-facts.ts";
import { isForGood } from "../store/failures.ts";
import type { Store } from "../store/queryable.ts";
import type { SessionRow } from "../store/sessions.ts";
import { forgetUntoldCue } from "../store/untold.ts";
import { circumstancesOf, type ExpectedAt, type PresentIn, readBasis } from "./basis.ts";
import type { Board } from "./board.ts";
import { readContent } from "./content.ts";
import { type Cue, newCue } from "./cue.ts";
import { decide } from "./decide.ts";
import { type CueChange, evolve, isNeeded } from "./evolve.ts";
import { type NextLook, nextLook } from "./next-look.ts";
import { type FailedRequest, perform } from "./perform.ts";
import { type CueSetback, setbackOf } from "./setback.ts";
import { type CueTarget, isSame, targetOf } from "./target.ts";

export interface CuesContext {
	store: Store;
	clock: Clock;
	log: Logger;
	board: Board;
	profiles: Profiles;
	presentIn: PresentIn;
	expectedAt: ExpectedAt;
	/** Called once with each place that a session's cue is kept from. */
	onKept(kept: KeptCueOf): void;
}

/** The cue of a session that is kept from where its host wants it. */
export interface KeptCueOf extends KeptCue {
	serverId: string;
	sessionId: string;
}

/** Something that happens to the cue of a session. */
type CueEvent =
	/** What is known about the session, or who came to it, may have changed. */
	| { kind: "look" }
	/** What we may do on its server has changed. */
	| { kind: "permitted" }
	/** Nothing is left to do: what is not needed any more is forgotten. */
	| { kind: "rest" }
	/** Another session is held in the room. */
	| { kind: "succeeded" };

/** All cues together: delivery's budget, this one and that for who is interested stay below Discord's limit, so no greeting waits for a cue. */
const MOST_PER_SECOND = 3;
/** A new process brings the cues of sessions up to date that ended so lately: the one before may not have had the time. */
const LAST_WORD_WITHIN_MS = 15 * 60_000;

/**
 * The cues of all sessions: for each host who wants one, a single message that says who came. Each session has a mailbox,
 * so it has one request in flight at most, and what happens meanwhile is in the next edit.
 */
export class Cues {
	readonly #context: CuesContext;
	readonly #mail: Mailboxes<CueEvent>;
	readonly #budget: Budget;
	/** By session id. */
	readonly #cues = new Map<string, Cue>();
	readonly #leftovers: Promise<void>;

	constructor(context: CuesContext) {
		const { clock, log } = context;
		this.#context = context;
		this.#mail = new Mailboxes<CueEvent>({
			clock,
			take: (sessionId, events) => this.#take(sessionId, events),
			isForGood,
			onFailing(session, err, failures) {
				if (failures === 1) log.error({ err, session }, "a cue could not be prepared; trying again until it can");
			},
			onDropped: (session, _event, err) => log.error({ err, session }, "a cue could not be prepared"),
			supersedes: (event, before) => event.kind === before.kind,
		});
		this.#budget = new Budget(clock, this.#mail.signal, MOST_PER_SECOND);
		this.#leftovers = this.#wakeLeftovers();
	}

	/** Brings the cue of a session up to date soon: the session, or who came to it, may have changed. Never throws, never waits. */
	readonly wake = (sessionId: string): void => this.#mail.post(sessionId, { kind: "look" });

	/** What keeps the cue of a session from where its host wants it now, as far as this process has seen; null for nothing. */
	readonly keptFrom = async ({ id, server_id, host_id }: SessionRow): Promise<KeptCue | null> => {
		const { shut, fault } = this.#cueOf(id);
		if (!shut || !fault || host_id === null) return null;
		const { cueTo } = await this.#context.profiles.of(server_id, host_id);
		const target = targetOf(cueTo, host_id);
		return target && isSame(shut, target) ? { place: placeOf(shut), fault } : null;
	};

	/** What the cue of a session that is on says now, whether its host wants one or not; null while that is not known. */
	readonly wordsOf = async (session: SessionRow, say: Say): Promise<CueWords | null> => {
		if (session.closed_at !== null) return null;
		const { store, profiles } = this.#context;
		const profile = await profiles.of(session.server_id, session.host_id);
		const told = { callers: new Map(), named: true, say };
		const content = await readContent(store, session, { ...circumstancesOf(session, profile, this.#context), ...told });
		return content?.words ?? null;
	};

	/** What we may do on a server has changed: cues that could not be shown there may be now, or whose refusal is on its way. */
	tryAgain(serverId: string): void {
		for (const [sessionId, cue] of this.#cues)
			if (cue.serverId === serverId) this.#mail.post(sessionId, { kind: "permitted" });
	}

	/** Shows nothing more; resolves when the requests in flight are done. */
	async stop(): Promise<void> {
		await Promise.all([this.#mail.stop(), this.#leftovers]);
	}

	/** Takes the first event of a cue and the equal ones right behind it. Returns how many are done with. */
	async #take(sessionId: string, events: readonly [CueEvent, ...CueEvent[]]): Promise<number> {
		const [event] = events;
		switch (event.kind) {
			case "look":
				if (!(await this.#look(sessionId))) return 0;
				break;
			case "permitted":
				if (this.#cues.has(sessionId)) this.#change(sessionId, event);
				this.wake(sessionId);
				break;
			case "succeeded":
				if (this.#cues.has(sessionId)) this.#change(sessionId, event);
				this.#forget(sessionId);
				break;
			case "rest":
				this.#forget(sessionId);
		}
		const others = events.findIndex(({ kind }) => kind !== event.kind);
		return others < 0 ? events.length : others;
	}

	/** Does what there is to do about a cue, and waits as long as nothing more may be done. Returns whether that was all. */
	async #look(sessionId: string): Promise<boolean> {
		const { clock } = this.#context;
		let next = await this.#step(sessionId);
		while (next.kind === "at once") next = await this.#step(sessionId);
		if (next.afterMs > 0) await clock.sleep(next.afterMs, this.#mail.signal);
		if (next.kind === "later") return false;
		if (!isNeeded(this.#cueOf(sessionId))) this.#mail.post(sessionId, { kind: "rest" }); // behind looks that wait
		return true;
	}

	/** Does the next thing there is to do about a cue. */
	async #step(sessionId: string): Promise<NextLook> {
		const { store, board } = this.#context;
		const basis = await readBasis(this.#context, sessionId, this.#cueOf(sessionId));
		const { looksAt } = this.#cueOf(sessionId);
		const cue = this.#change(sessionId, { kind: "read", basis });
		if (cue.looksAt !== null && cue.looksAt !== looksAt) this.#wakeAt(cue.looksAt, sessionId);
		if (!cue.over) this.#succeedOthers(sessionId, cue);
		const result = await perform(decide(cue, basis), sessionId, { store, board, budget: this.#budget });
		// Else it would be edited next, and its being gone be taken for the host's doing.
		if (result.kind === "failed" && result.taken) {
			this.#change(sessionId, { kind: "taken away", messageId: result.taken });
		}
		const change = result.kind === "failed" ? this.#setBack(sessionId, cue, result) : result;
		if (change.kind === "unfit" || change.kind === "shut") this.#tellKept(sessionId, cue, change);
		if (isShownAgain(cue, change)) await forgetUntoldCue(store, sessionId);
		this.#change(sessionId, change);
		return nextLook(change);
	}

	/** Tells the host once of each place from which their cue is kept, unless that is their own doing. */
	#tellKept(
		sessionId: string,
		{ serverId, told }: Cue,
		{ kind, target, fault }: Extract<CueChange, { kind: "unfit" | "shut" }>,
	): void {
		if (fault === null || isSame(told, target)) return;
		const { log, onKept } = this.#context;
		if (kind === "unfit")
			log.warn({ session: sessionId, target, fault }, "a host's cue is kept from a channel that is no place for it");
		if (serverId !== null) onKept({ serverId, sessionId, place: placeOf(target), fault });
	}

	#cueOf(sessionId: string): Cue {
		return this.#cues.get(sessionId) ?? newCue();
	}

	#change(sessionId: string, change: CueChange): Cue {
		const cue = evolve(this.#cueOf(sessionId), change);
		this.#cues.set(sessionId, cue);
		return cue;
	}

	#forget(sessionId: string): void {
		const cue = this.#cues.get(sessionId);
		if (cue && !isNeeded(cue)) this.#cues.delete(sessionId);
	}

	#succeedOthers(sessionId: string, { roomId }: Cue): void {
		for (const [id, other] of this.#cues) {
			if (id !== sessionId && other.over && other.roomId === roomId) this.#mail.post(id, { kind: "succeeded" });
		}
	}

	/** Decides what a failure means for the cue, logs it, and acts on what it means for all cues. */
	#setBack(session: string, cue: Cue, { request, failure }: FailedRequest): CueSetback {
		const { log } = this.#context;
		const setback = setbackOf(cue, request, failure);
		const where = request.do === "withdraw" ? { place: request.place } : { target: request.target };
		const facts = { session, ...where, outcome: failure };
		switch (setback.kind) {
			case "delayed":
				if (cue.failures === 0) log.warn(facts, "a cue is not through yet; trying again");
				if (setback.everywhere) this.#budget.closeFor(setback.afterMs);
				break;
			case "deleted":
				break;
			case "unnamed":
				log.warn(facts, "Discord refuses the words of a cue; it goes on without names");
				break;
			case "taken away":
				log.warn(facts, "a cue that nobody wants any more cannot be taken away, and stays where it is");
				break;
			case "shut":
				log.warn(facts, "a host's cue cannot be shown where they want it, and stays away until permissions change");
				break;
		}
		return setback;
	}

	#wakeAt(at: number, sessionId: string): void {
		const { clock } = this.#context;
		void clock.sleep(at - clock.now(), this.#mail.signal).then(() => this.wake(sessionId));
	}

	async #wakeLeftovers(): Promise<void> {
		const { store, clock, log } = this.#context;
		try {
			for (const id of await cuedSessionsClosedSince(store, clock.now() - LAST_WORD_WITHIN_MS)) this.wake(id);
		} catch (err) {
			log.warn({ err }, "could not look for cues of sessions that ended lately; some may lack their last word");
		}
	}
}

function placeOf(target: CueTarget): string {
	return target.kind === "channel" ? target.channelId : DIRECT;
}

/** Whether a cue that may have been kept from its host is shown to them again. */
function isShownAgain({ told, message }: Cue, { kind }: CueChange): boolean {
	return kind === "posted" || (kind === "edited" && (told !== null || message.is === "stored"));
}
