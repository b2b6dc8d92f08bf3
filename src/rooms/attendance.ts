import { randomUUID } from "node:crypto";
import type { Expected } from "../expected.ts";
import { momentOf } from "../greetings/moment.ts";
import type { Profile } from "../profiles/profile.ts";
import { channelFor } from "../profiles/profiles.ts";
import type { NewArrival } from "../store/arrivals.ts";
import { CHUNK } from "../store/chunks.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import type { SessionFacts } from "../store/sessions.ts";
import { isSqlite } from "../store/sqlite.ts";
import { endStay, insertStays } from "../store/stays.ts";
import { asksUntil } from "./early-speakers.ts";
import type { Move } from "./happening.ts";
import type { Session } from "./session.ts";
import type { Present } from "./view.ts";

/** An unseen arrival that is found longer than this after the opening is owed an apology. */
const MISSED_AFTER_MS = 60_000;

/** The first entering of each person among moves: an arrival, unless the store knows that they came before. */
export function firstEnterings(moves: readonly Move[]): Move[] {
	const first = new Map<string, Move>();
	for (const move of moves) if (move.enters && !first.has(move.person.id)) first.set(move.person.id, move);
	return [...first.values()];
}

/**
 * The moves that nobody saw: people who are present without a stay came in, people with a stay who are not present left.
 * Leaves out people in `later`, and those whose names are not known yet.
 */
export function unseenMoves(
	present: Present,
	inside: ReadonlySet<string>,
	later: ReadonlySet<string>,
	at: number,
): Move[] {
	const unseen = { witnessed: false, onStage: false, leavesEmpty: false, findsEmpty: false, left: null };
	const left = [...inside]
		.filter((userId) => !present.has(userId))
		.map((id) => ({ ...unseen, person: { id, name: "", bot: false }, enters: false, at }));
	const came = [...present.values()]
		.filter(({ person, unnamed }) => !inside.has(person.id) && !later.has(person.id) && !unnamed)
		.map(({ person, enteredAt, witnessed, onStage }) => ({
			...unseen,
			...{ person, enters: true, at: enteredAt, witnessed, onStage },
		}));
	return [...left, ...came];
}

/** What an arrival's rows depend on besides the session. */
interface ArrivalCircumstances {
	profile: Profile;
	panel: ReadonlySet<string>;
	/** Who is expected; null where that is not known. */
	expected: Expected | null;
	now: number;
}

/** The attendance and the greeting to store for an arrival; no greeting for somebody on the panel. */
export function arrivalOf(move: Move, session: Session, circumstances: ArrivalCircumstances): NewArrival {
	const { person, at } = move;
	const isPanel = circumstances.panel.has(person.id);
	return {
		attendance: {
			session_id: session.id,
			user_id: person.id,
			role: isPanel ? "panel" : "attendee",
			arrived_at: at,
		},
		greeting: isPanel ? null : greetingFor(move, session, circumstances),
	};
}

/** The greeting to store for an arrival. */
function greetingFor(
	move: Move,
	session: Session,
	{ profile, expected, now }: ArrivalCircumstances,
): NonNullable<NewArrival["greeting"]> {
	const { person, at, witnessed, onStage } = move;
	const missed = !witnessed && now - session.reopenedAt > MISSED_AFTER_MS;
	const { moment, minutes } = momentFor(move, session, profile.voice.lateAfterMinutes);
	const waitMs = moment === "late" && profile.firstMs > 0 ? profile.firstMs : profile.delayMs;
	const dueAt = waitMs > 0 ? at + waitMs : null; // from when they came: for what it took us to store it we apologise
	const askedUntil = onStage ? asksUntil(session, profile, now) : null;
	return {
		session_id: session.id,
		user_id: person.id,
		occasion: "arrival",
		kind: moment,
		channel_id: channelFor(profile, session.roomId),
		name: person.name,
		minutes,
		missed: missed ? 1 : 0,
		arrived_at: at,
		due_at: askedUntil === null ? dueAt : Math.max(askedUntil, dueAt ?? 0),
		asked: askedUntil === null ? null : 1,
		neutral: 0,
		expected: expected?.kind === "people" ? Number(expected.userIds.has(person.id)) : null,
		posted_at: null,
	};
}

/**
 * When an arrival falls. Of an unseen one it is known that it was after Byname last looked and before it was found: where
 * that leaves room for doubt, the person came on time.
 */
export function momentFor(
	{ at, witnessed }: Pick<Move, "at" | "witnessed">,
	{ startsAt, seenAt }: Pick<Session, "startsAt" | "seenAt">,
	lateAfterMinutes: number,
): ReturnType<typeof momentOf> {
	const latest = momentOf(at, startsAt, lateAfterMinutes);
	if (witnessed || latest.moment !== "late") return latest;
	const isKnown = seenAt !== null && seenAt < at; // a clock that was fast says nothing
	const earliest = momentOf(isKnown ? seenAt : startsAt, startsAt, lateAfterMinutes);
	return earliest.moment === "late" ? earliest : { moment: "onTime", minutes: 0 };
}

/** What texts may mention of a session. */
export function factsOf(session: Session): SessionFacts {
	return {
		server_id: session.serverId,
		room_id: session.roomId,
		host_id: session.hostId,
		title: session.title,
		starts_at: session.startsAt,
		note: session.note,
		recap: session.recap,
	};
}

/** Whether the stays of these moves take no more than a statement: a single move, or each somebody else's entering. */
export function isOneStatement(moves: readonly Move[]): boolean {
	if (moves.length <= 1) return true;
	const people = new Set(moves.map(({ person }) => person.id));
	return people.size === moves.length && moves.length <= CHUNK && moves.every(({ enters }) => enters);
}

/**
 * Stores the stays that moves begin and end, all or nothing. A second entering begins no second stay, and a leaving without a
 * stay ends nothing.
 */
export async function storeStays(store: Store, sessionId: string, moves: readonly Move[]): Promise<void> {
	if (moves.length === 0) return;
	// One statement is all or nothing by itself; to PostgreSQL a transaction would be two more ways. SQLite commits those of many together.
	if (!isSqlite(store) && isOneStatement(moves)) await storeInOrder(store, sessionId, moves);
	else await store.transaction().execute((db) => storeInOrder(db, sessionId, moves));
}

/** In order for each person: first everybody's first move, then everybody's second. */
async function storeInOrder(db: Queryable, sessionId: string, moves: readonly Move[]): Promise<void> {
	const each = [...Map.groupBy(moves, (move) => move.person.id).values()];
	const rounds = Math.max(0, ...each.map((ofOne) => ofOne.length));
	for (let round = 0; round < rounds; round++) {
		const now = each.flatMap((ofOne) => ofOne[round] ?? []);
		for (const { person, at, witnessed } of now.filter((move) => !move.enters)) {
			await endStay(db, { sessionId, userId: person.id, leftAt: at, inferred: !witnessed });
		}
		const begun = now
			.filter((move) => move.enters)
			.map(({ person, at, witnessed }) => ({
				id: randomUUID(),
				session_id: sessionId,
				user_id: person.id,
				entered_at: at,
				left_at: null,
				inferred: witnessed ? 0 : 1,
			}));
		await insertStays(db, begun);
	}
}
