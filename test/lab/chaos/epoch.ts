import type { Company } from "./company.ts";
import type { CountedStart } from "./starts.ts";

/** One opening of the room. */
export interface Epoch {
	openedAt: number;
	closedAt: number | null;
	/** Who hosts it; empty where nobody does. */
	host: string;
	/** Nobody can tell who hosts it. */
	isHostUnclear: boolean;
	/** The host is known by nothing but who is on stage first. */
	isHostOnStage: boolean;
	/** The scheduled starts that have counted so far, the last one now. */
	starts: CountedStart[];
	/** The bot has seen the opening and, two seconds later, the host: it knows who hosts. */
	sure: boolean;
	/** Since when that is certain; null while it is not. */
	sureAt: number | null;
	/** A bot saw it happen. */
	isSeen: boolean;
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
	/** Who was there when it opened, or came or went a moment later. */
	atOpening: Company;
	/** Who was there when it closed. */
	atEnd: Company;
	/** The bot had taken in all that it was shown before it closed: to who has just begun, it may have closed before. */
	isEndAwaited: boolean;
	/** Who is certain to be thanked at its end. */
	thanked: Set<string>;
	guests: Map<string, Visit>;
	/** How often it may have ended meanwhile, because nobody was there for ten minutes. */
	lapses: number;
	/** When somebody last came after that; null for never. */
	revivedAt: number | null;
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
	/** When the bot had last watched before it learnt of them; `throughout`: another process did all along. */
	watchedUntil: number | null | "throughout";
	tentative: boolean;
	/** On the stage's panel, as everybody could see. */
	exempt: boolean;
	/** When they asked to be forgotten: what had not been said by then need not be; null while they have not. */
	forgottenAt: number | null;
}

/** Moments so close to a boundary may fall on either side. */
export const TOLERANCE_MS = 3_000;

type Begun = Pick<
	Epoch,
	"openedAt" | "host" | "isHostUnclear" | "isHostOnStage" | "starts" | "onStage" | "atOpening" | "clockWrong"
>;

/** An opening of which nobody knows anything yet. */
export function newEpoch(begun: Begun): Epoch {
	return {
		...begun,
		closedAt: null,
		sure: false,
		sureAt: null,
		isSeen: false,
		shownAt: null,
		storedOpening: null,
		closeSure: false,
		atEnd: { surely: new Set(), perhaps: new Set() },
		isEndAwaited: false,
		thanked: new Set(),
		guests: new Map(),
		lapses: 0,
		revivedAt: null,
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
			watchedUntil: null,
			tentative: false,
			exempt: epoch.host === who && epoch.sure,
			forgottenAt: null,
		};
		epoch.guests.set(who, visit);
	}
	return visit;
}

/** Whether who came at a time was there when it opened, or opened anew: it is not known yet whether they lead. */
export function isAtOpening({ openedAt, revivedAt }: Epoch, at: number): boolean {
	return at <= openedAt + TOLERANCE_MS || (revivedAt !== null && Math.abs(at - revivedAt) <= TOLERANCE_MS);
}
