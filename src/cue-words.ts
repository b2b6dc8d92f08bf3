import { isDeepStrictEqual } from "node:util";

/** What a cue's message says, and what its host can do with it. */
export interface CueWords {
	text: string;
	/** Whom the host is to greet next; null for nobody. */
	next: CueNext | null;
	/** About whom the host is asked whether they are on the panel. */
	questions: readonly CueQuestion[];
	/** Null when there is nothing to do. */
	control: CueControl | null;
	/** Opens the report of a session that is over; null while it is on. */
	report: CueReport | null;
}

/** Opens the report of a session. */
export interface CueReport {
	sessionId: string;
	/** What the button says. */
	label: string;
}

/** Says that somebody has been greeted, or passes on to the next. */
export interface CueNext {
	sessionId: string;
	userId: string;
	/** What the two buttons say. */
	said: string;
	pass: string;
}

/** Says whether somebody is on the panel. */
export interface CueQuestion {
	sessionId: string;
	userId: string;
	/** What the two buttons say. */
	yes: string;
	no: string;
}

/** Puts a chosen name that the cue lists out of use: a button for one name, a menu for several. */
export interface CueControl {
	sessionId: string;
	/** What the button says, or the menu while nothing is chosen in it. */
	label: string;
	names: readonly OfferedName[];
}

/** A chosen name that can be put out of use. */
export interface OfferedName {
	userId: string;
	/** Which name it is, for they may choose another one before anything is pressed (`nameMark`). */
	mark: string;
	/** What they are called, and how Discord shows them; as plain text, which labels are. */
	name: string;
	onDiscord: string;
}

/** A cue below which nothing is to be done. */
export const NOTHING_TO_DO: Omit<CueWords, "text"> = { next: null, questions: [], control: null, report: null };

export function saysSame(some: CueWords, others: CueWords): boolean {
	return isDeepStrictEqual(some, others);
}
