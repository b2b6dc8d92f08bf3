import { readReport } from "../after/report.ts";
import type { CueWords } from "../cue-words.ts";
import type { Expected } from "../expected.ts";
import { type Wish, wishesIn } from "../guests/wishes.ts";
import type { Say } from "../phrases/phrases.ts";
import { callersAfter, countCame, type InsideRow, panelOf, whoIsInside } from "../store/cue-facts.ts";
import type { Queryable } from "../store/queryable.ts";
import type { SessionRow } from "../store/sessions.ts";
import { type CueGuest, composeOver, composeRunning, type RunningCue } from "./cue-text.ts";
import { askedAbout, greetNext, isLeftToHost } from "./greet-next.ts";

/** What a cue should say now. */
export type CueContent = RunningContent | OverContent;

export interface RunningContent {
	kind: "running";
	words: CueWords;
	/** When somebody came whom Byname leaves to the host, and of whom the host is to hear; null for nobody. */
	callsFor: number | null;
	/** When it is to be looked at again, though nothing has happened; null for never. */
	until: number | null;
}

export interface OverContent {
	kind: "over";
	words: CueWords;
	/** When it is to be looked at again, though nothing has happened; null for never. */
	until: number | null;
	/** Null when nobody came after hours. */
	callers: {
		/** The latest day (`YYYY-MM-DD`) on which somebody did. */
		day: string;
		/** None of their names is known (any more): what stands there may say more than this. */
		forgotten: boolean;
	} | null;
	/** The names of who came after hours, by user id, as far as they are known now. */
	names: ReadonlyMap<string, string>;
}

/** Who is in a room, by user id. */
export type PeopleInside = ReadonlyMap<string, { person: { name: string } }>;

/** What the content of a cue depends on besides what is stored. */
export interface ContentInput {
	/** Who is in the session's room; undefined until Discord has shown it. */
	present: PeopleInside | undefined;
	lateAfterMinutes: number;
	/** Latecomers are left to the host for a while. */
	hostIsFirst: boolean;
	now: number;
	/** Who is expected; null where that is not known. */
	expected: Expected | null;
	/** Names of who came after hours that were seen before, by user id. */
	callers: ReadonlyMap<string, string>;
	/** False once Discord has refused the names. */
	named: boolean;
	/** In the host's language. */
	say: Say;
}

/** No message holds more lines than this. */
const MOST_LINES = 200;
/** After its session, a cue is looked at again so often until everybody who came was greeted, or is not going to be. */
const SETTLES_WITHIN_MS = 10_000;
/** In the first minutes hosts have other things to do than to hear of each guest. */
const UNCALLED_MS = 5 * 60_000;

/** Reads what the cue of a session should say, open or closed. Null while it is not known who is in the room. */
export async function readContent(db: Queryable, session: SessionRow, input: ContentInput): Promise<CueContent | null> {
	if (session.closed_at !== null) return readOver(db, session, input);
	const { present } = input;
	return present ? readRunning(db, session, present, input) : null;
}

async function readRunning(
	db: Queryable,
	session: SessionRow,
	present: PeopleInside,
	{ lateAfterMinutes, hostIsFirst, expected, named, now, say }: ContentInput,
): Promise<RunningContent> {
	const { inside, latest } = await whoIsInside(db, session, MOST_LINES);
	const wishes = await wishesIn(
		db,
		session.server_id,
		latest.map((row) => row.user_id),
	);
	const guests = latest.flatMap((row): CueGuest[] => {
		const person = present.get(row.user_id)?.person;
		const wish = wishes.get(row.user_id);
		const isExpected = expected?.kind === "people" && expected.userIds.has(row.user_id);
		return person ? [guestOf(row, { name: person.name, wish, isExpected, hostIsFirst })] : [];
	});
	const next = greetNext(guests, now);
	const asked = askedAbout(guests, now);
	const cue = {
		sessionId: session.id,
		title: session.title,
		roomId: session.room_id,
		startsAt: session.starts_at,
		lateAfterMinutes,
		inside,
		came: await countCame(db, session),
		expected: expected && countExpected(expected, present, await panelOf(db, session)),
		latest: guests,
		next,
		asked,
		named,
	};
	const isCalling = next !== null && isLeftToHost(next, now) && now - session.starts_at >= UNCALLED_MS;
	return {
		kind: "running",
		words: composeRunning(cue, say),
		callsFor: isCalling ? next.arrivedAt : null,
		until: asked[0]?.askedUntil ?? null,
	};
}

function guestOf(
	{ user_id, arrived_at, visits, missed, hello, waits_until, asked_until }: InsideRow,
	known: { name: string; wish: Wish | undefined; isExpected: boolean; hostIsFirst: boolean },
): CueGuest {
	const { name, wish, isExpected, hostIsFirst } = known;
	return {
		...{ userId: user_id, name, arrivedAt: arrived_at, visits, missed: missed === 1, expected: isExpected, wish },
		...{ quiet: wish?.quiet === true, isDone: hello !== null, askedUntil: asked_until },
		leftUntil: hostIsFirst ? waits_until : null,
	};
}

/** Counts who is expected; whoever leads the session is no guest. Null for nobody. */
function countExpected(
	expected: Expected,
	present: PeopleInside,
	leading: ReadonlySet<string>,
): RunningCue["expected"] {
	if (expected.kind === "count") return expected.count > 0 ? { count: expected.count, inside: null } : null;
	const guests = expected.userIds.difference(leading);
	return guests.size > 0 ? { count: guests.size, inside: guests.intersection(new Set(present.keys())).size } : null;
}

async function readOver(db: Queryable, session: SessionRow, input: ContentInput): Promise<OverContent> {
	const calls = await callersAfter(db, session.id);
	const names = withNamesOf(calls?.callers ?? [], input);
	const latest = (calls?.callers ?? []).flatMap(({ user_id, arrived_at }) => {
		const name = names.get(user_id);
		return name === undefined ? [] : { name, at: arrived_at };
	});
	const { numbers } = await readReport(db, session, input);
	const cue = {
		sessionId: session.id,
		title: session.title,
		roomId: session.room_id,
		numbers,
		callers: calls?.callers.length ?? 0,
		latest,
		named: input.named,
	};
	const until = numbers.waiting > 0 ? input.now + SETTLES_WITHIN_MS : null;
	const told = calls && { day: calls.day, forgotten: latest.length === 0 };
	return { kind: "over", words: composeOver(cue, input.say), until, callers: told, names };
}

/** The names that are known, with those of these people who are in the room now. */
function withNamesOf(
	callers: readonly { user_id: string }[],
	{ callers: known, present }: ContentInput,
): Map<string, string> {
	const names = new Map(known);
	for (const { user_id } of callers) {
		const person = present?.get(user_id)?.person;
		if (person) names.set(user_id, person.name);
	}
	return names;
}
