/** One opening of the room. */
export interface Epoch {
	openedAt: number;
	closedAt: number | null;
	host: string;
	startsAt: number;
	/** The bot has seen the opening and, two seconds later, the host: it knows who hosts. */
	sure: boolean;
	/** When a bot first saw it, that has lived on since or stored it; null while none did. */
	shownAt: number | null;
	/** When it opened, as it is certain to be stored; null while it is not. */
	storedOpening: number | null;
	/** The bot has seen the end, before the next opening. */
	closeSure: boolean;
	/** The bot's clock was wrong between this opening and the next. */
	clockWrong: boolean;
	/** The host and the panel, as far as they were on stage when it opened and have stayed there. */
	onStage: Set<string>;
	guests: Map<string, Visit>;
}

/** What is known about a person and an opening. */
export interface Visit {
	/** The first moment at which anybody could take them for an attendee. */
	from: number;
	/** They are owed a greeting. */
	must: boolean;
	/** When, at the latest, the bot knew; null while it may not. */
	knownBy: number | null;
	/** How the bot learnt of them, where that is certain. */
	how: "packet" | "snapshot" | "unsure";
	learntAt: number;
	tentative: boolean;
	/** On the stage's panel, as everybody could see. */
	exempt: boolean;
}

/** Moments so close to a boundary may fall on either side. */
export const TOLERANCE_MS = 3_000;

/** An opening of which nobody knows anything yet. */
export function newEpoch(begun: Pick<Epoch, "openedAt" | "host" | "startsAt" | "onStage" | "clockWrong">): Epoch {
	return {
		...begun,
		closedAt: null,
		sure: false,
		shownAt: null,
		storedOpening: null,
		closeSure: false,
		guests: new Map(),
	};
}

/** What is known about a person and an opening; `at` is when anybody could first take them for an attendee. */
export function visitOf(epoch: Epoch, who: string, at: number): Visit {
	let visit = epoch.guests.get(who);
	if (!visit) {
		visit = {
			from: at,
			must: false,
			knownBy: null,
			how: "unsure",
			learntAt: 0,
			tentative: false,
			exempt: epoch.host === who && epoch.sure,
		};
		epoch.guests.set(who, visit);
	}
	return visit;
}
