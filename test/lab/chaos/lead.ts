import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import type { HelloTime } from "./plan.ts";

/** What somebody presses who leads a session, about somebody in it. */
export interface LeadPress {
	/** Which of all that were pressed in a webinar. */
	number: number;
	what: "hello" | "add" | "remove" | "greets" | "hand over";
	who: string;
	/** The session's id and the time of a hello; null for all else. */
	session: string | null;
	when: HelloTime | null;
}

/** What that was answered: what was booked of a hello, or nothing that is seen; that it is done; or something else. */
export type LeadAnswer = "said" | "too" | "quietly" | "done" | "other";

/** What is certain of something that was pressed. */
export interface Pressed {
	sentAt: number;
	/** When it was answered as done; null while it was not. */
	doneAt: number | null;
}

/** Between what a host sees of a session and what they press in it lies so much time at most. */
const A_MOMENT_MS = 60_000;

/** Whether something that was pressed may be about the session of an opening. */
export function mayConcern({ openedAt, closedAt, closeSure }: Epoch, { sentAt, doneAt }: Pressed): boolean {
	if (openedAt > (doneAt ?? sentAt + A_MOMENT_MS) + TOLERANCE_MS) return false;
	return closedAt === null || !closeSure || closedAt >= sentAt - A_MOMENT_MS;
}
