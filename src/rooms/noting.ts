import { firstOfPanel } from "../store/arrivals.ts";
import { isForgotten } from "../store/forgotten.ts";
import { seatLeaders } from "../store/panel.ts";
import type { Store } from "../store/queryable.ts";
import { antedateSession, updateSession } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import { isLive, type LiveRoom, type Room } from "./room.ts";
import type { Session, SessionChange } from "./session.ts";
import type { Done } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

/** Stores what has changed in a session. */
export async function note(step: ToDo<"note">, room: Room, { store }: StepContext): Promise<Done> {
	const { reason, emptySince } = step;
	let { change } = step;
	if (isLive(room)) {
		const { session } = room;
		if (change.hostId === null && session.hostId !== null)
			change = { ...change, hostId: await otherHostOf(store, room) };
		if (change.hostId && (await isForgotten(store, { id: session.id, key: session.forgottenKey }, change.hostId))) {
			change = { ...change, hostId: session.hostId };
		}
		const columns = columnsOf(change, session);
		if (emptySince !== room.emptySince) columns.empty_since = emptySince;
		if (change.openedAt !== undefined) await antedate(store, session, change);
		else if (columns.host_id != null) await noteHost(store, room, columns, step.at);
		else if (Object.keys(columns).length > 0) await updateSession(store, session.id, columns);
	}
	return { did: "note", change, reason, emptySince };
}

/** Stores who hosts a session: neither they nor their co-hosts are its guests from now on. */
async function noteHost(store: Store, { session }: LiveRoom, columns: SessionColumns, at: number): Promise<void> {
	const { id, serverId: server_id, forgottenKey: forgotten_key } = session;
	const host_id = columns.host_id ?? null;
	await store.transaction().execute(async (db) => {
		await updateSession(db, id, columns);
		await seatLeaders(db, { id, server_id, host_id, forgotten_key }, at);
	});
}

type SessionColumns = Parameters<typeof updateSession>[2];

/** Who hosts a session whose host turns out to be a bot: the room's regular host, else who was first on stage. */
async function otherHostOf(store: Store, { session }: LiveRoom): Promise<string | null> {
	const settings = await roomSetting(store, session.roomId);
	return settings?.regular_host_id ?? (await firstOfPanel(store, session.id));
}

/** Stores an earlier opening. When another process has stored an even earlier one, that one stays. */
async function antedate(store: Store, session: Session, change: SessionChange): Promise<void> {
	const { openedAt, reopenedAt, foundAt, startsAt } = { ...session, ...change };
	const opening = { opened_at: openedAt, reopened_at: reopenedAt, found_at: foundAt };
	await antedateSession(store, session.id, opening, startsAt);
}

/** The columns that a change makes different. */
function columnsOf(change: SessionChange, session: Session): SessionColumns {
	const columns = {
		stageId: "stage_id",
		eventId: "event_id",
		occurrenceAt: "occurrence_at",
		hostId: "host_id",
		title: "title",
		startsAt: "starts_at",
	} as const;
	const keys = (Object.keys(columns) as (keyof typeof columns)[]).filter(
		(key) => change[key] !== undefined && change[key] !== session[key],
	);
	return Object.fromEntries(keys.map((key) => [columns[key], change[key]]));
}
