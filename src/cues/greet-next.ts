/** What decides whether somebody who is in is the next whom the host is to greet. */
export interface Greetable {
	/** They are to be named nowhere in public. */
	quiet: boolean;
	/** The host has greeted them, or passed on to somebody else. */
	isDone: boolean;
	/** Until when their greeting is left to the host; null where Byname has said it, or is about to. */
	leftUntil: number | null;
	/** Until when the host is asked whether they are on the panel; null where they are not. */
	askedUntil: number | null;
}

/**
 * Whom the host is to greet next, of those who are in, latest arrivals first: who has waited longest of those whom Byname
 * leaves to the host, else who came last. Never somebody who is quiet, nor while it is asked whether they are on the panel.
 */
export function greetNext<G extends Greetable>(guests: readonly G[], now: number): G | null {
	const open = guests.filter((guest) => !guest.quiet && !guest.isDone && !isAskedAbout(guest, now));
	const left = open.filter((guest) => isLeftToHost(guest, now));
	return left.toSorted((a, b) => (a.leftUntil ?? 0) - (b.leftUntil ?? 0))[0] ?? open[0] ?? null;
}

/** A question takes a row of buttons, of which a message has five: one is for the next to greet, one for chosen names. */
const MOST_QUESTIONS = 3;

/** About whom the host is asked of those who are in: who has waited longest for the answer first, three at a time. */
export function askedAbout<G extends Greetable>(guests: readonly G[], now: number): G[] {
	const asked = guests.filter((guest) => isAskedAbout(guest, now));
	return asked.toSorted((a, b) => (a.askedUntil ?? 0) - (b.askedUntil ?? 0)).slice(0, MOST_QUESTIONS);
}

function isAskedAbout({ askedUntil }: Greetable, now: number): boolean {
	return askedUntil !== null && askedUntil > now;
}

/** Whether somebody's greeting is left to the host at `now`. */
export function isLeftToHost({ leftUntil }: Greetable, now: number): boolean {
	return leftUntil !== null && leftUntil > now;
}
