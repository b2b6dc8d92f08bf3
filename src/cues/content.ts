import type { Voice } from "../greetings/voice.ts";
import type { ServerView } from "../rooms/view.ts";
import { callersAfter, countCame, whoIsInside } from "../store/cues.ts";
import type { SessionRow } from "../store/sessions.ts";
import type { Queryable } from "../store/queryable.ts";
import { composeOver, composeRunning } from "./compose.ts";

/** What a cue should say now. */
export interface Draft {
	text: string;
	/** Whether it is worth a message where none stands yet; else it only changes one. */
	worthPosting: boolean;
	/** The day (`YYYY-MM-DD`) on which people came after hours, if any did. */
	callersOn: string | null;
	/** People came after hours and their names are not known (any more): what stands there may say more than this. */
	forgetful: boolean;
}

/** What drafting takes besides what is stored. */
export interface Drafting {
	/** Undefined until Discord has shown the server. */
	view: ServerView | undefined;
	/** Names of who came after hours, by user id: added to here as they are seen, and never stored. */
	callers: Map<string, string>;
	/** False once Discord has refused the names. */
	named: boolean;
}

/** No message holds more lines than this. */
const MOST_LINES = 200;
const AFTER_HOURS = "after hours ";

/** Drafts the cue of a session, open or closed. Null while it cannot be told who is in the room. */
export async function draftCue(
	db: Queryable,
	session: SessionRow,
	voice: Voice,
	drafting: Drafting,
): Promise<Draft | null> {
	return session.closed_at === null ? draftRunning(db, session, voice, drafting) : draftOver(db, session, drafting);
}

async function draftRunning(
	db: Queryable,
	session: SessionRow,
	{ lateAfterMinutes }: Voice,
	{ view, named }: Drafting,
): Promise<Draft | null> {
	const present = view?.rooms.get(session.room_id)?.present;
	if (!present) return null;
	const { inside, latest } = await whoIsInside(db, session, MOST_LINES);
	const text = composeRunning({
		title: session.title,
		roomId: session.room_id,
		startsAt: session.starts_at,
		lateAfterMinutes,
		inside,
		came: await countCame(db, session),
		latest: latest.flatMap((row) => {
			const person = present.get(row.user_id)?.person;
			if (!person) return [];
			return { name: person.name, arrivedAt: row.arrived_at, visits: row.visits, missed: row.missed === 1 };
		}),
		named,
	});
	return { text, worthPosting: true, callersOn: null, forgetful: false };
}

async function draftOver(db: Queryable, session: SessionRow, { view, callers, named }: Drafting): Promise<Draft> {
	const rows = await callersAfter(db, session.id);
	const present = view?.rooms.get(session.room_id)?.present;
	for (const { user_id } of rows) {
		const person = present?.get(user_id)?.person;
		if (person) callers.set(user_id, person.name);
	}
	const latest = rows.flatMap(({ user_id, arrived_at }) => {
		const name = callers.get(user_id);
		return name === undefined ? [] : { name, at: arrived_at };
	});
	const text = composeOver({
		title: session.title,
		roomId: session.room_id,
		came: await countCame(db, session),
		callers: rows.length,
		latest,
		named,
	});
	return {
		text,
		worthPosting: rows.length > 0,
		callersOn: rows[0]?.occasion.slice(AFTER_HOURS.length) ?? null,
		forgetful: rows.length > 0 && latest.length === 0,
	};
}
