import type { Profile } from "../profiles/profile.ts";
import { holdForAnswer } from "../store/asked.ts";
import type { Session } from "./session.ts";
import type { Done } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

/** Who becomes a speaker this soon after the start has more likely come to lead than to listen. */
const EARLY_MS = 5 * 60_000;
/** For so long their greeting waits for the host to say which. */
const ANSWERED_WITHIN_MS = 30_000;

/** Whether who becomes a speaker now is one of whom the host is asked whether they are on the panel. */
export function isEarly({ startsAt }: Pick<Session, "startsAt">, at: number): boolean {
	return at - startsAt < EARLY_MS;
}

/**
 * Until when the greeting of somebody who comes as a speaker waits for the host's answer; null where it does not. It is in
 * the cue that a host is asked: where there is none, nobody can answer, and a guest who speaks is not to go without a hello.
 */
export function asksUntil(session: Session, { cueTo }: Pick<Profile, "cueTo">, now: number): number | null {
	return cueTo !== null && isEarly(session, now) ? now + ANSWERED_WITHIN_MS : null;
}

/** Has the host be asked about somebody who came to listen and speaks by now, unless they have been greeted. */
export async function askAbout(
	{ userId, at }: ToDo<"ask about">,
	session: Session,
	{ store, profiles, told }: StepContext,
): Promise<Done> {
	const until = asksUntil(session, await profiles.of(session.serverId, session.hostId), at);
	if (until !== null && (await holdForAnswer(store, { sessionId: session.id, userId }, until))) told(session.id);
	return { did: "nothing of note" };
}
