import { setTimeout } from "node:timers/promises";
import { voiceIn } from "../profiles/profile.ts";
import { channelFor } from "../profiles/profiles.ts";
import { isForGood } from "../store/failures.ts";
import { arrivalOf, factsOf, firstEnterings } from "./attendance.ts";
import type { Move } from "./happening.ts";
import type { Session } from "./session.ts";
import type { StepContext } from "./step-context.ts";

/** How long to wait after a post was handed on, so that it leaves before anything else is stored. */
const POST_LEAVES_WITHIN_MS = 10;

/** Stores who has come for the first time among those who enter, with their greetings, and posts what can be posted at once. */
export async function admit(
	moves: readonly Move[],
	session: Session,
	at: { panel: ReadonlySet<string>; now: number },
	context: StepContext,
): Promise<void> {
	const coming = firstEnterings(moves);
	try {
		await admitTogether(coming, session, at, context);
	} catch (err) {
		if (!isForGood(err)) throw err;
		// One of them can never be stored; the others are not to wait for that one.
		if (coming.length > 1) for (const move of coming) await admit([move], session, at, context);
		else dropArrival(coming[0], session, err, context);
	}
}

function dropArrival(move: Move | undefined, { id, roomId }: Session, err: unknown, { log }: StepContext): void {
	log.error(
		{ err, session: id, room: roomId, user: move?.person.id },
		"somebody who came can never be stored; passed over",
	);
}

async function admitTogether(
	coming: readonly Move[],
	session: Session,
	{ panel, now }: { panel: ReadonlySet<string>; now: number },
	{ profiles, sceneOf, expectedAt, observe, admit }: StepContext,
): Promise<void> {
	if (coming.length === 0) return;
	const profile = await profiles.of(session.serverId, session.hostId);
	const expected = expectedAt(session);
	const greeted = await admit({
		serverId: session.serverId,
		roomId: session.roomId,
		hostId: session.hostId,
		sessionId: session.id,
		openedAt: session.openedAt,
		channelId: channelFor(profile, session.roomId),
		pace: profile.pace,
		voice: voiceIn(profile, session.language),
		scene: sceneOf(factsOf(session), now),
		arrivals: coming.map((move) => arrivalOf(move, session, { profile, panel, expected, now })),
	});
	if (greeted.length > 0) observe({ kind: "arrived", arrivals: greeted });
	if (greeted.some(({ message_id }) => message_id !== null)) await setTimeout(POST_LEAVES_WITHIN_MS);
}
