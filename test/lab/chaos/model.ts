import { Chronicle } from "./chronicle.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import { hastyPosts, holdOf } from "./pace.ts";
import { type Cast, isOpenedByHand, type Pace } from "./plan.ts";
import { type Link, sessionsOf } from "./sessions.ts";
import { Troubles } from "./troubles.ts";
import { type Composed, Wishes } from "./wishes.ts";
import { type Allowed, allowedWords, type PostTimes, STEP_MS } from "./words.ts";

/** How often something may have been said to somebody. */
export interface Range {
	least: number;
	most: number;
}

const LATE_AFTER_DEFAULT = 5;
/** What nobody could say for so long after the end of a session is said no more. */
const GIVEN_UP_AFTER_MS = 10 * 60_000 - TOLERANCE_MS;
const DAY_MS = 24 * 60 * 60_000;

/**
 * What a room must have seen, from what happened alone. It knows nothing of the bot but what Discord told it: a person
 * is due once the bot cannot but have seen them during a session, and possible if anybody could say they were there.
 */
export class Model {
	readonly #cast: Cast;
	readonly #chronicle: Chronicle;
	readonly #troubles = new Troubles();
	/** How people may be called. */
	readonly wishes = new Wishes();
	readonly #lateAfter = [LATE_AFTER_DEFAULT];
	readonly #days = new Set<number>();
	/** How many processes have begun so far. */
	#processes = 0;
	#now = Number.NEGATIVE_INFINITY;
	/** How fast the room is posted to, and since when. */
	#pace: { is: Pace; since: number } = { is: "calm", since: Number.NEGATIVE_INFINITY };

	/** `startsAt`: when what comes first is scheduled. */
	constructor(cast: Cast, startsAt: number | null = null) {
		this.#cast = cast;
		this.#chronicle = new Chronicle(cast, startsAt);
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		this.#now = entry.at;
		this.#days.add(Math.floor(entry.at / DAY_MS));
		if (entry.is === "up") this.#processes++;
		if (entry.is === "pace") this.#pace = { is: entry.pace, since: entry.at };
		if (entry.is === "action" && entry.action.do === "late after") this.#lateAfter.push(entry.action.minutes);
		this.#troubles.take(entry);
		this.wishes.take(entry);
		this.#chronicle.take(entry);
	}

	/** How often somebody is to have been greeted on arrival so far. `tentatively`: also those nobody is sure of yet. */
	greetings(who: string, { tentatively = false } = {}): Range {
		const must = ({ guests, closedAt }: Epoch) => {
			const visit = guests.get(who);
			if (visit === undefined || !(visit.must || (tentatively && visit.tentative))) return false;
			const dueAt = visit.knownBy ?? visit.learntAt;
			if (!this.#isSaidBefore(visit.forgottenAt, dueAt)) return false;
			// The bot may have known long before it had to, and gives up ten minutes after that.
			return this.#isSaid(dueAt, closedAt === null ? null : Math.max(visit.from, closedAt));
		};
		// A session that may have opened anew meanwhile may have somebody else for a host.
		const may = ({ guests, lapses }: Epoch) => guests.has(who) && (lapses > 0 || guests.get(who)?.exempt === false);
		return this.#times(who, must, may);
	}

	/** How often somebody is to have been thanked at the end. */
	thanks(who: string): Range {
		const must = (epoch: Epoch) => {
			const { thanked, closedAt, guests } = epoch;
			if (!this.#isSaidBefore(guests.get(who)?.forgottenAt ?? null, closedAt ?? 0)) return false;
			return closedAt !== null && thanked.has(who) && this.#isSaid(closedAt, closedAt) && !this.#mayStay(who, epoch);
		};
		return this.#times(who, must, ({ guests }) => guests.has(who));
	}

	/** How often somebody is to have been told that the room is closed: once a day. */
	afterHours(who: string): Range {
		const { callers, blindSpots } = this.#chronicle;
		const forgettings = this.wishes.forgettings(who).length; // nobody knows any more that they were told
		const most = this.#days.size + (blindSpots.wasClockEverWrong ? 2 : 0) + forgettings;
		// Whoever comes to a room where something is scheduled may be early for that.
		const due = this.#cast.kind === "stage" && this.#cast.guests.includes(who) ? callers.dueOf(who) : null;
		const wasThere = this.greetings(who).most > 0; // they know, and where no recap was left hear nothing
		return {
			least: due !== null && !wasThere && forgettings === 0 && this.#isSaid(due.at, due.cameAt, due.sayableAt) ? 1 : 0,
			most,
		};
	}

	/** Whether somebody may hear in a post that the room is closed. */
	mayHearOfClosing(who: string, { acceptedAt }: PostTimes): boolean {
		return !this.#cast.bots.includes(who) && this.#chronicle.callers.mayBeTold(who, acceptedAt);
	}

	/** Whether a post may name a time, in milliseconds, as the next thing that is scheduled: not one that was moved away. */
	mayComeNext(at: number, { triedAt }: PostTimes): boolean {
		const known = this.#chronicle.schedule.all.filter((start) => isSameSecond(start.at, at));
		return known.length === 0 || known.some(({ until }) => until >= triedAt - TOLERANCE_MS);
	}

	/**
	 * Whether somebody was told that they are forgotten in a session of which they were certainly known, before a post was
	 * composed that came before its end was followed by another opening.
	 */
	isForgotten(who: string, post: PostTimes & Composed): boolean {
		const { epochs } = this.#chronicle;
		const composedAt = this.wishes.composedFrom(post);
		return this.wishes.forgettings(who).some(({ sentAt, doneAt }) => {
			if (doneAt === null || composedAt <= doneAt) return false;
			const inTime = epochs.filter(({ openedAt }) => openedAt <= post.acceptedAt + TOLERANCE_MS);
			const session = inTime.findLast(({ openedAt }) => openedAt <= sentAt);
			const isOn = session === inTime.at(-1) && (session?.closedAt ?? Number.POSITIVE_INFINITY) > doneAt + TOLERANCE_MS;
			const visit = session?.guests.get(who);
			return isOn && session?.lapses === 0 && visit?.must === true && (visit.knownBy ?? doneAt) < sentAt;
		});
	}

	/** What somebody may hear in a post. */
	words(who: string, post: PostTimes): Allowed {
		const { epochs, blindSpots } = this.#chronicle;
		return allowedWords(who, post, epochs, {
			cast: this.#cast,
			lateAfter: this.#lateAfter,
			holdMs: holdOf(this.#pace.is),
			blindSpots,
			troubles: this.#troubles,
		});
	}

	/**
	 * Says where the room was posted to faster than its pace allows. That is not asked of several processes: each of two has
	 * a pace of its own, and one that begins lets out who waits.
	 */
	hastyPosts(posts: readonly (PostTimes & { said: readonly { who: string }[] })[]): string[] {
		if (this.#processes > 1) return [];
		const since = posts.filter(({ triedAt }) => triedAt >= this.#pace.since);
		const paced = since.map(({ triedAt, said }) => ({ triedAt, cameBy: this.#cameBy(said, triedAt) }));
		return [...hastyPosts(paced, this.#pace.is, this.#troubles)];
	}

	/** When the last of these people had come before a time: at that very time, where it is not known. */
	#cameBy(people: readonly { who: string }[], at: number): number {
		const { epochs } = this.#chronicle;
		const came = people.map(({ who }) => {
			const visits = epochs.flatMap(({ guests }) => guests.get(who)?.from ?? []).filter((from) => from <= at);
			return visits.length > 0 ? Math.max(...visits) : at;
		});
		return came.length > 0 ? Math.max(...came) : at;
	}

	/** Whether at a time nobody may try to post in the room any more, because it is known to be gone. */
	isToBeSilent(at: number): boolean {
		const heardAt = this.#chronicle.deletionHeardAt;
		return heardAt !== null && at > heardAt + STEP_MS + TOLERANCE_MS && this.#troubles.isCalm(heardAt, at);
	}

	/**
	 * Whether what was due at a time is certain to have been said, or to be said yet. What waits for a room that is deleted is
	 * dropped, and what waits for long in a session that is over is given up: `overSince`, null while it goes on. It may be
	 * said from `sayableAt` on.
	 */
	#isSaid(dueAt: number, overSince: number | null, sayableAt = dueAt): boolean {
		const { deletedAt, blindSpots } = this.#chronicle;
		const saidBy = dueAt + holdOf(this.#pace.is) + STEP_MS + TOLERANCE_MS;
		const isInTime = deletedAt === null || (saidBy <= deletedAt && this.#troubles.isCalm(dueAt, deletedAt));
		const since = overSince ?? Number.POSITIVE_INFINITY;
		const givenUpAt = since + (blindSpots.wasClockWrong(since, this.#now) ? 0 : GIVEN_UP_AFTER_MS);
		if (!isInTime || this.#now < givenUpAt) return isInTime;
		return this.#troubles.wasOpen(sayableAt, givenUpAt) || !this.#troubles.wasShut(sayableAt, saidBy);
	}

	/**
	 * Whether somebody may still be there, or again, unthanked, when an opening may go on with a later one: then its end has
	 * not come for them.
	 */
	#mayStay(who: string, { closedAt }: Epoch): boolean {
		if (!isOpenedByHand(this.#cast) || closedAt === null) return false;
		const saidBy = closedAt + holdOf(this.#pace.is) + STEP_MS + TOLERANCE_MS;
		const wasShut = this.#troubles.wasShut(closedAt, saidBy);
		return this.#chronicle.epochs
			.filter(({ openedAt, atOpening }) => openedAt >= closedAt && atOpening.perhaps.has(who))
			.some(({ openedAt }) => openedAt < saidBy || (wasShut && !this.#troubles.wasOpen(closedAt, openedAt)));
	}

	/** Whether what was due at a time is certain to have been said before another one; null: there is none. */
	#isSaidBefore(before: number | null, dueAt: number): boolean {
		if (before === null) return true;
		const saidBy = dueAt + holdOf(this.#pace.is) + STEP_MS + TOLERANCE_MS;
		return saidBy <= before && this.#troubles.isCalm(dueAt, before);
	}

	#times(who: string, must: (epoch: Epoch) => boolean, may: (epoch: Epoch) => boolean): Range {
		const lapses = this.#chronicle.epochs.filter(may).reduce((sum, epoch) => sum + epoch.lapses, 0);
		const { blindSpots } = this.#chronicle;
		const forgettings = this.wishes.forgettings(who);
		const [first] = forgettings;
		// By a clock that is wrong a session may end of its empty room and open anew, which nobody else notices.
		const unnoticed = blindSpots.wasClockEverWrong ? forgettings.length : 0;
		// What opens anew does not know whom the session has forgotten: that went with its end.
		const isAnew = ({ openedAt }: Epoch, index: number) => index > 0 && first !== undefined && openedAt >= first.sentAt;
		const most = this.#sessions("same").map((session) => {
			const openings = session.filter((epoch, index) => may(epoch) && isAnew(epoch, index)).length;
			return openings + (session.some((epoch, index) => may(epoch) && !isAnew(epoch, index)) ? 1 : 0);
		});
		return {
			least: this.#sessions("same", "either").filter((session) => session.some(must)).length,
			most: most.reduce((sum, times) => sum + times, 0) + lapses + unnoticed,
		};
	}

	/** The openings that are one session, given how far a link is trusted. */
	#sessions(...joined: Link[]): Epoch[][] {
		const { epochs, blindSpots } = this.#chronicle;
		const factors = { cast: this.#cast, blindSpots, troubles: this.#troubles, holdMs: holdOf(this.#pace.is) };
		return sessionsOf(epochs, joined, factors);
	}
}

/** Whether two times, in milliseconds, are named alike in a post. */
export function isSameSecond(one: number | null, other: number): boolean {
	return one !== null && Math.floor(one / 1_000) === Math.floor(other / 1_000);
}
