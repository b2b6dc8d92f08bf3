import type { Clock } from "../clock.ts";
import type { Expected } from "../expected.ts";
import { phrasesIn } from "../phrases/phrases.ts";
import type { Profile } from "../profiles/profile.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Store } from "../store/queryable.ts";
import { type SessionRow, sessionById } from "../store/sessions.ts";
import type { CuePlace } from "./board.ts";
import { type ContentInput, type CueContent, type PeopleInside, readContent } from "./content.ts";
import type { Cue } from "./cue.ts";
import { type CueTarget, isSame, targetOf } from "./target.ts";

/** What `decide` needs to know about the cue of a session. */
export interface CueBasis {
	sessionId: string;
	/** Null when no such session is stored (any more). */
	session: { serverId: string; roomId: string; over: boolean } | null;
	/** Where the host wants it; null when they want none, or nobody hosts. */
	target: CueTarget | null;
	/** Where the store says that its message stands. */
	stored: CuePlace | null;
	/** Null when it is not to be shown, or when it is not known who is in the room. */
	content: CueContent | null;
	/** The host's; null for UTC. */
	timeZone: string | null;
	/** When it was read. */
	now: number;
}

/** Returns who is in a room now; undefined until Discord has shown it. */
export type PresentIn = (serverId: string, roomId: string) => PeopleInside | undefined;

/** Returns who is expected at a date of an event; null where that is not known. */
export type ExpectedAt = (
	serverId: string,
	date: { eventId: string | null; occurrenceAt: number | null },
) => Expected | null;

interface BasisContext {
	store: Store;
	clock: Clock;
	profiles: Profiles;
	presentIn: PresentIn;
	expectedAt: ExpectedAt;
}

/** Reads what there is to know about the cue of a session. */
export async function readBasis(context: BasisContext, sessionId: string, cue: Cue): Promise<CueBasis> {
	const { store, clock, profiles } = context;
	const now = clock.now();
	const basis: CueBasis = { sessionId, session: null, target: null, stored: null, content: null, timeZone: null, now };
	const row = await sessionById(store, sessionId);
	if (!row) return basis;
	const session = { serverId: row.server_id, roomId: row.room_id, over: row.closed_at !== null };
	const stored = placeOf(row);
	if (!row.host_id) return { ...basis, session, stored };
	const profile = await profiles.of(row.server_id, row.host_id);
	const { timeZone, language } = profile.voice;
	const target = targetOf(profile.cueTo, row.host_id);
	const isWanted = target !== null && !isSame(cue.shut, target);
	const { callers, named } = cue;
	const told = { callers, named, say: phrasesIn(language) };
	const content = isWanted
		? await readContent(store, row, { ...circumstancesOf(row, profile, context), ...told })
		: null;
	return { sessionId, session, target, stored, content, timeZone, now };
}

/** What the content of a session's cue depends on, but for whom it is told to and how. Who was expected is of no use once it is over. */
export function circumstancesOf(
	row: SessionRow,
	{ voice, firstMs }: Profile,
	{ clock, presentIn, expectedAt }: Pick<BasisContext, "clock" | "presentIn" | "expectedAt">,
): Omit<ContentInput, "callers" | "named" | "say"> {
	const date = { eventId: row.event_id, occurrenceAt: row.occurrence_at };
	return {
		present: presentIn(row.server_id, row.room_id),
		expected: row.closed_at === null ? expectedAt(row.server_id, date) : null,
		lateAfterMinutes: voice.lateAfterMinutes,
		hostIsFirst: firstMs > 0,
		now: clock.now(),
	};
}

function placeOf({ cue_channel_id: channelId, cue_message_id: messageId }: SessionRow): CuePlace | null {
	return channelId && messageId ? { channelId, messageId } : null;
}
