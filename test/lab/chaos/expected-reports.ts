import type { SeenPost } from "./check.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { type Span, spansInRoom } from "./in-room.ts";
import type { Held, Model } from "./model.ts";
import type { Range } from "./range.ts";
import { type Comer, type NotedStay, type ReportRanges, rangesOf } from "./report-ranges.ts";
import { isGreeting, readTrialPost } from "./trial-post.ts";
import { Watching } from "./watching.ts";

/** What the report of one session may say. */
export interface ExpectedReport {
	openedAt: number;
	/** Null where nobody knows enough of it. */
	ranges(sessionId: string): ReportRanges | null;
}

/** What became of a post of which nobody heard is found out in its room by then. */
const FOUND_OUT_WITHIN_MS = 5 * 60_000;

const NO: Range = { least: 0, most: 0 };
const YES: Range = { least: 1, most: 1 };
const PERHAPS: Range = { least: 0, most: 1 };

/** What the reports of a webinar's sessions may say, from what people did there and what they saw. */
export function expectedReports(
	model: Model,
	diary: readonly DiaryEntry[],
	posts: readonly SeenPost[],
): ExpectedReport[] {
	const sessions = model.held();
	const now = diary.at(-1)?.at ?? 0;
	const spans = spansInRoom(diary, now);
	const watching = new Watching(diary);
	const deleted = diary.find((entry) => entry.is === "action" && entry.action.do === "delete room");
	const greeted = greetedIn(sessions, posts, (deleted?.at ?? Number.POSITIVE_INFINITY) - FOUND_OUT_WITHIN_MS);
	return sessions.map((session, index) => ({
		openedAt: openedAt(session),
		ranges(sessionId) {
			if (!session.isCertain) return null;
			const comers = [...session.came].map(([who, came]): Comer => {
				const byHand = model.hellos.byHand(who, sessionId);
				const byName = greeted.get(session)?.get(who) ?? NO;
				return {
					came,
					byHand: within(came, byHand),
					heard: within(came, either(byHand, byName)),
					returning: within(came, returningTo(sessions, index, who)),
					stays: staysIn(spans.get(who) ?? [], session, {
						notedAt: (at) => watching.notedAt(at, who),
						erasedUntil: Math.max(0, ...model.wishes.forgettings(who).map(({ doneAt }) => doneAt ?? now)),
						now,
					}),
				};
			});
			return rangesOf(comers);
		},
	}));
}

function openedAt({ openings }: Held): number {
	return openings[0]?.openedAt ?? 0;
}

/** Who did not come is counted nowhere. */
function within(came: Range, range: Range): Range {
	return { least: Math.min(came.least, range.least), most: Math.min(came.most, range.most) };
}

function either(one: Range, other: Range): Range {
	return { least: Math.max(one.least, other.least), most: Math.max(one.most, other.most) };
}

/**
 * Who was greeted by name on arrival, in which session: a greeting is for one that is on, or was, and has none of theirs yet. What
 * counts is how it was said at first, however somebody has asked to be called since. From `doubtfulFrom` on the bot may not have
 * heard what became of a post, and cannot find it out any more: its room is gone.
 */
function greetedIn(
	sessions: readonly Held[],
	posts: readonly SeenPost[],
	doubtfulFrom: number,
): Map<Held, Map<string, Range>> {
	const greeted = new Map(sessions.map((session) => [session, new Map<string, Range>()]));
	for (const { content, acceptedAt } of posts.toSorted((a, b) => a.acceptedAt - b.acceptedAt)) {
		for (const { who } of readTrialPost(content).said.filter(isGreeting)) {
			if (who === null) continue;
			const open = sessions.filter(
				(session) =>
					openedAt(session) <= acceptedAt && session.came.has(who) && greeted.get(session)?.get(who)?.least !== 1,
			);
			for (const session of open)
				greeted.get(session)?.set(who, open.length === 1 && acceptedAt < doubtfulFrom ? YES : PERHAPS);
		}
	}
	return greeted;
}

/** Whether somebody had been at an earlier session of the same host. */
function returningTo(sessions: readonly Held[], index: number, who: string): Range {
	const others = sessions.filter((session, other) => other !== index && session.came.has(who));
	if (others.length === 0) return NO;
	const { host } = sessions[index] ?? { host: null };
	const isEarlier = (session: Held) => sessions.indexOf(session) < index && session.isCertain && isOver(session);
	const isSurely = others.some(
		(session) => isEarlier(session) && host !== null && session.host === host && session.came.get(who)?.least === 1,
	);
	return isSurely ? YES : others.every((session) => isAnothers(session, host)) ? NO : PERHAPS;
}

function isOver({ openings }: Held): boolean {
	return openings.every(({ closedAt }) => closedAt !== null);
}

function isAnothers({ isCertain, host }: Held, other: string | null): boolean {
	return isCertain && host !== null && other !== null && host !== other;
}

/** How stays of somebody are noted down. */
interface Noting {
	notedAt(at: number): Range;
	/** What they stayed before, or had begun to, may be erased by now. */
	erasedUntil: number;
	now: number;
}

/** When somebody was in the room while a session was on there, as it may be noted down; or was thought to be. */
function staysIn(spans: readonly Span[], { openings }: Held, { notedAt, erasedUntil, now }: Noting): NotedStay[] {
	const beganAt = (at: number) => (at > erasedUntil ? notedAt(at) : { ...notedAt(at), most: Number.POSITIVE_INFINITY });
	return openings.flatMap(({ openedAt: opened, closedAt }) => {
		const closed = closedAt ?? now;
		return spans
			.filter(({ from, to }) => from <= closed && notedAt(to).most >= opened)
			.map(({ from, to }) => ({
				from: beganAt(Math.max(from, opened)),
				to: { least: Math.min(to, closed), most: Math.min(notedAt(to).most, notedAt(closed).most) },
			}));
	});
}
