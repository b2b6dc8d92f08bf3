import { channelFor } from "../profiles/profiles.ts";
import { forgetIn } from "../store/forgotten.ts";
import { dropUnsaid } from "../store/outcomes.ts";
import { admit } from "./admitting.ts";
import { letGoAfterHours, welcomeAfterHours } from "./after-hours.ts";
import { storeStays } from "./attendance.ts";
import { closeSession } from "./closing.ts";
import { compare } from "./comparing.ts";
import { askAbout } from "./early-speakers.ts";
import { withoutForgotten } from "./forgotten.ts";
import type { Move } from "./happening.ts";
import { note } from "./noting.ts";
import { openSession } from "./opening.ts";
import { changePanel, handOver } from "./panel.ts";
import { sessionOf, settlesBy } from "./restoring.ts";
import { isLive, type LiveRoom, type Room } from "./room.ts";
import type { RoomRef, Session } from "./session.ts";
import type { Done, Step } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

const NOTHING: Done = { did: "nothing of note" };

/**
 * Does a step, all of it or nothing, and returns what was done. When it rejects, the same step can be done again: either
 * nothing is stored, or unique keys keep it from being stored twice. A step that needs a session does nothing without one.
 */
export async function perform(step: Step, room: Room, place: RoomRef, context: StepContext): Promise<Done> {
	switch (step.do) {
		case "open":
			return open(step, place, context);
		case "welcome after hours":
			return greetCallers(step, place, context);
		case "let go after hours":
			await letGoAfterHours(context.store, place.id, step.moves);
			return NOTHING;
		case "fall silent":
			await dropUnsaid(context.store, place.id);
			return NOTHING;
		case "answer":
			return NOTHING;
		case "note":
			return note(step, room, context);
	}
	if (!isLive(room)) return NOTHING;
	switch (step.do) {
		case "close":
			return close(step, room.session, context);
		case "admit":
			return admitGuests(step, room.session, context);
		case "forget":
			return forget(step.userId, room, context);
		case "ask about":
			return askAbout(step, room.session, context);
		case "change panel":
			return changePanel(step, room.session, context);
		case "hand over":
			return handOver(step, room, context);
		case "follow":
			return follow(step.moves, room.session, context);
		case "compare":
			return compare(step, room, context);
	}
}

async function open(
	step: ToDo<"open">,
	place: RoomRef,
	{ store, clock, profiles, look, told }: StepContext,
): Promise<Done> {
	const opened = await openSession(store, place, step);
	if (opened.kind === "left closed") {
		return { did: "leave closed", reason: step.keptBy, endedByHost: opened.endedByHost };
	}
	const { row, reopenedAt, wasOpen } = opened;
	look(channelFor(await profiles.of(place.serverId, row.host_id), place.id)); // ready before anybody comes
	told(row.id);
	return {
		did: "open",
		session: sessionOf(row, reopenedAt),
		wasOpen,
		keptBy: step.keptBy,
		emptySince: step.visited ? null : (row.empty_since ?? step.at),
		atOpening: new Set(step.present.keys()),
		settlesAt: settlesBy(Math.min(step.reason.openedAt, step.at), step, clock),
	};
}

async function close(
	step: ToDo<"close">,
	session: Session,
	{ store, profiles, look, told }: StepContext,
): Promise<Done> {
	const channelId = await closeSession(store, profiles, session, step);
	if (channelId !== null) look(channelId);
	told(session.id);
	return { did: "close", byHost: step.byHost !== null, next: step.next };
}

async function admitGuests({ moves, at }: ToDo<"admit">, session: Session, context: StepContext): Promise<Done> {
	const guests = await withoutForgotten(moves, session, context);
	await admit(guests, session, { panel: new Set(), now: at }, context);
	return NOTHING;
}

async function follow(all: readonly Move[], session: Session, context: StepContext): Promise<Done> {
	const { store, told } = context;
	const moves = await withoutForgotten(all, session, context);
	await storeStays(store, session.id, moves);
	told(session.id);
	return NOTHING;
}

/** From here on nothing more of somebody is stored in the session; what is stored of them already is for others to erase. */
async function forget(
	userId: string,
	{ session, reason, emptySince }: LiveRoom,
	{ store }: StepContext,
): Promise<Done> {
	const forgottenKey = await store.transaction().execute((db) => forgetIn(db, session.id, userId));
	return { did: "note", change: { forgottenKey }, reason, emptySince };
}

async function greetCallers(step: ToDo<"welcome after hours">, place: RoomRef, context: StepContext): Promise<Done> {
	const { serverId, id: roomId } = place;
	const { at: now, moves } = step;
	const nextAt = context.nextSessionIn(serverId, roomId, now);
	const due = await welcomeAfterHours(context.store, context.profiles, { serverId, roomId, moves, now, nextAt });
	if (!due) return NOTHING;
	context.look(due.channelId);
	context.told(due.sessionId);
	return NOTHING;
}
