import { Chronicle } from "./chronicle.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import { Hellos } from "./hellos.ts";
import { Namings } from "./namings.ts";
import { hastyPosts } from "./pace.ts";
import { type Cast, isOpenedByHand } from "./plan.ts";
import { Promptness } from "./promptness.ts";
import type { Range } from "./range.ts";
import { type Link, sessionsOf } from "./sessions.ts";
import { Troubles } from "./troubles.ts";
import { type Composed, Wishes } from "./wishes.ts";
import { type Allowed, allowedWords, type PostTimes, STEP_MS } from "./words.ts";

/** A session that was held. */
export interface Held {
	/** When its room opened for it, and closed. */
	openings: readonly Epoch[];
	/** It is certain that this was one session, and what it was. */
	isCertain: boolean;
	/** Who hosted it all along; empty where nobody did, null where that may have changed. */
	host: string | null;
	/** Of each person who may have come as a guest, whether they did. */
	came: ReadonlyMap<string, Range>;
}

const LATE_AFTER_DEFAULT = 5;
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
	/** Whom a person has greeted. */
	readonly hellos = new Hellos();
	/** Who is on the panel. */
	readonly #namings: Namings;
	readonly #lateAfter: number[];
	readonly #days = new Set<number>();
	/** How many processes have begun so far. */
	#processes = 0;
	readonly #promptness: Promptness;

	/** `startsAt`: when what comes first is scheduled. */
	constructor(cast: Cast, startsAt: number | null = null) {
		this.#cast = cast;
		this.#chronicle = new Chronicle(cast, startsAt);
		this.#namings = new Namings(cast);
		this.#promptness = new Promptness(cast, this.#chronicle, this.#troubles);
		this.#lateAfter = [cast.leading?.lateAfterMinutes ?? LATE_AFTER_DEFAULT];
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		this.#days.add(Math.floor(entry.at / DAY_MS));
		if (entry.is === "up") this.#processes++;
		if (entry.is === "action" && entry.action.do === "late after") this.#lateAfter.push(entry.action.minutes);
		this.#troubles.take(entry);
		this.#promptness.take(entry);
		this.wishes.take(entry);
		this.hellos.take(entry);
		this.#namings.take(entry);
		this.#chronicle.take(entry);
	}

	/** How often somebody is to have been greeted on arrival so far. `tentatively`: also those nobody is sure of yet. */
	greetings(who: string, { tentatively = false } = {}): Range {
		const must = ({ guests, closedAt }: Epoch, session: readonly Epoch[]) => {
			const visit = guests.get(who);
			if (visit === undefined || !(visit.must || (tentatively && visit.tentative))) return false;
			const dueAt = visit.knownBy ?? visit.learntAt;
			if (!this.#promptness.isSaidBefore(visit.forgottenAt, dueAt) || this.#mayBeTaken(who, session, dueAt))
				return false;
			// The bot may have known long before it had to, and gives up ten minutes after that.
			return this.#promptness.isSaid(dueAt, closedAt === null ? null : Math.max(visit.from, closedAt));
		};
		// A session that may have opened anew meanwhile may have somebody else for a host.
		const may = ({ guests, lapses }: Epoch) => guests.has(who) && (lapses > 0 || guests.get(who)?.exempt === false);
		const { least, most } = this.#times(who, must, may);
		const said = this.hellos.besideByname(who).some((hello) => this.#isSaidBeside(who, hello));
		return { least: Math.max(least, said ? 1 : 0), most: Math.max(0, most - this.hellos.timesInstead(who)) };
	}

	/** How often somebody is to have been thanked at the end. */
	thanks(who: string): Range {
		const must = (epoch: Epoch, session: readonly Epoch[]) => {
			const { thanked, closedAt, guests } = epoch;
			if (!this.#promptness.isSaidBefore(guests.get(who)?.forgottenAt ?? null, closedAt ?? 0)) return false;
			if (this.#namings.mayStayOn(who, session, closedAt ?? 0)) return false;
			return (
				closedAt !== null &&
				thanked.has(who) &&
				this.#promptness.isSaid(closedAt, closedAt) &&
				!this.#mayStay(who, epoch)
			);
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
		// They know, and where no recap was left hear nothing; of the panel nobody does.
		const knows = this.#chronicle.epochs.some(({ guests }) => guests.has(who)) || this.#namings.hasAny(who);
		return {
			least:
				due !== null && !knows && forgettings === 0 && this.#promptness.isSaid(due.at, due.cameAt, due.sayableAt)
					? 1
					: 0,
			most,
		};
	}

	/** Whether somebody may hear in a post that the room is closed. */
	mayHearOfClosing(who: string, { acceptedAt }: PostTimes): boolean {
		return !this.#cast.bots.includes(who) && this.#chronicle.callers.mayBeTold(who, acceptedAt);
	}

	/**
	 * Whether a post may name a time, in milliseconds, as the next thing that is scheduled: not one that had been moved away as it
	 * was composed.
	 */
	mayComeNext(at: number, post: Composed): boolean {
		const known = this.#chronicle.schedule.all.filter((start) => isSameSecond(start.at, at));
		const composedAt = Math.min(post.triedAt, this.wishes.composedFrom(post));
		return known.length === 0 || known.some(({ until }) => until >= composedAt - TOLERANCE_MS);
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
			holdMs: this.#promptness.holdMs,
			blindSpots,
			troubles: this.#troubles,
		});
	}

	/**
	 * Whether somebody hears in a post what is for guests only, although they had been named for the panel of the session that
	 * it is certain to be for, before it was composed. What was composed before that may have gone out, unless it was for them
	 * `alone` and is certain to have been given up.
	 */
	isGuestNoMore(who: string, post: PostTimes & Composed, alone: boolean): boolean {
		if (this.wishes.forgettings(who).length > 0) return false; // nobody knows any more that they were named
		const { epochs } = this.#chronicle;
		const index = epochs.findLastIndex(({ openedAt }) => openedAt <= post.acceptedAt + TOLERANCE_MS);
		const on = epochs[index];
		if (!on?.sure || on.lapses > 0) return false;
		const composedAt = this.wishes.composedFrom(post);
		// What waits from a session before it is none of its panel's.
		const isBygone = (at: number) =>
			epochs
				.slice(0, index)
				.every(({ guests, closedAt }) => !guests.has(who) || this.#promptness.isSaidBefore(at, closedAt ?? at));
		return this.#namedFor(who, on)
			.filter((at) => composedAt > at || (alone && post.acceptedAt > at + TOLERANCE_MS))
			.some(isBygone);
	}

	/** The sessions there were, in order, and who came to them. */
	held(): Held[] {
		const certain = this.#sessions("same", "either");
		return this.#sessions("same").map((openings) => {
			const isCertain = certain.some((session) => new Set(session).symmetricDifference(new Set(openings)).size === 0);
			return {
				openings,
				isCertain: isCertain && openings.every(isCertainAlone),
				host: openings.some((epoch) => this.#namings.hasChanged(epoch)) ? null : (openings[0]?.host ?? null),
				came: new Map(this.#everyoneAt(openings).map((who) => [who, this.#cameTo(who, openings)])),
			};
		});
	}

	#everyoneAt(openings: readonly Epoch[]): string[] {
		const isLed = (who: string) => openings.every(({ guests }) => guests.get(who)?.exempt !== false);
		const guests = [...new Set(openings.flatMap(({ guests }) => [...guests.keys()]))].filter((who) => !isLed(who));
		// Who is taken off the panel has come as a guest.
		return [...new Set([...guests, ...this.#cast.panel.filter((who) => this.#namings.wasTakenOff(who))])];
	}

	/** Whether somebody came as a guest: whose attendance may be another's, or forgotten, perhaps did not. */
	#cameTo(who: string, openings: readonly Epoch[]): Range {
		const visits = openings.flatMap(({ guests }) => guests.get(who) ?? []);
		const isGuest = visits.some(({ must }) => must) && !visits.some(({ exempt }) => exempt);
		const isOpen =
			this.#namings.hasAny(who) || this.#namings.wasTakenOff(who) || this.wishes.forgettings(who).length > 0;
		return { least: isGuest && !isOpen ? 1 : 0, most: 1 };
	}

	/** When somebody had certainly been named for the panel of an opening's session, each time. */
	#namedFor(who: string, epoch: Epoch): number[] {
		const { openedAt, sureAt } = epoch;
		const closedAt = epoch.closedAt ?? Number.POSITIVE_INFINITY;
		const named = this.#namings
			.certainOf(who)
			.filter(({ sentAt, doneAt }) => sentAt >= openedAt && doneAt < closedAt - TOLERANCE_MS);
		const session = this.#sessions("same", "either").find((openings) => openings.includes(epoch)) ?? [];
		const isSeated = sureAt !== null && this.#namings.isSeated(who, session);
		return [...named.map(({ doneAt }) => doneAt), ...(isSeated ? [sureAt] : [])];
	}

	/**
	 * Whether what was due to somebody in the session of these openings may not be Byname's to say: a person has greeted them,
	 * or they are on its panel.
	 */
	#mayBeTaken(who: string, session: readonly Epoch[], dueAt: number): boolean {
		if (this.hellos.maySayInstead(who, session) || this.#namings.mayBeSeated(who, session)) return true;
		// What is said beside Byname counts where Byname's own comes to nothing.
		const beside = this.hellos.besideByname(who, session);
		if (beside.some(({ sentAt }) => !this.#promptness.isSmooth(Math.min(sentAt, dueAt), sentAt))) return true;
		const cameAt = Math.min(...session.flatMap(({ guests }) => guests.get(who)?.from ?? []));
		return this.#namings.askedFor(who, session, cameAt).some((sentAt) => !this.#promptness.isSaidBefore(sentAt, dueAt));
	}

	/** Whether Byname is certain to greet somebody beside whom a person has said hello. */
	#isSaidBeside(who: string, { sentAt }: { sentAt: number }): boolean {
		if (this.#namings.hasAny(who) || this.wishes.forgettings(who).length > 0) return false;
		return this.#promptness.isSmooth(sentAt, sentAt) && this.#promptness.isSaid(sentAt, null);
	}

	/**
	 * Says where the room was posted to faster than its pace allows. That is not asked of several processes: each of two has
	 * a pace of its own, and one that begins lets out who waits.
	 */
	hastyPosts(posts: readonly (PostTimes & { said: readonly { who: string }[] })[]): string[] {
		if (this.#processes > 1) return [];
		const since = posts.filter(({ triedAt }) => triedAt >= this.#promptness.pace.since);
		const paced = since.map(({ triedAt, said }) => ({ triedAt, cameBy: this.#cameBy(said, triedAt) }));
		return [...hastyPosts(paced, this.#promptness.pace.is, this.#troubles)];
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
	 * Whether somebody may still be there, or again, unthanked, when an opening may go on with a later one: then its end has
	 * not come for them.
	 */
	#mayStay(who: string, { closedAt }: Epoch): boolean {
		if (!isOpenedByHand(this.#cast) || closedAt === null) return false;
		const saidBy = this.#promptness.saidBy(closedAt);
		const wasShut = this.#troubles.wasShut(closedAt, saidBy);
		return this.#chronicle.epochs
			.filter(({ openedAt, atOpening }) => openedAt >= closedAt && atOpening.perhaps.has(who))
			.some(({ openedAt }) => openedAt < saidBy || (wasShut && !this.#troubles.wasOpen(closedAt, openedAt)));
	}

	#times(
		who: string,
		must: (epoch: Epoch, session: readonly Epoch[]) => boolean,
		may: (epoch: Epoch) => boolean,
	): Range {
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
			least: this.#sessions("same", "either").filter((session) => session.some((epoch) => must(epoch, session))).length,
			most: most.reduce((sum, times) => sum + times, 0) + lapses + unnoticed,
		};
	}

	/** The openings that are one session, given how far a link is trusted. */
	#sessions(...joined: Link[]): Epoch[][] {
		const { epochs, blindSpots } = this.#chronicle;
		const [cast, namings, troubles] = [this.#cast, this.#namings, this.#troubles];
		return sessionsOf(epochs, joined, { cast, blindSpots, troubles, namings, holdMs: this.#promptness.holdMs });
	}
}

/** Whether it is certain when it opened and closed, and that it did not end in between. */
function isCertainAlone({ sure, closeSure, closedAt, lapses, clockWrong }: Epoch): boolean {
	return sure && (closeSure || closedAt === null) && lapses === 0 && !clockWrong;
}

/** Whether two times, in milliseconds, are named alike in a post. */
export function isSameSecond(one: number | null, other: number): boolean {
	return one !== null && Math.floor(one / 1_000) === Math.floor(other / 1_000);
}
