/** What a picture of attendance shows; times are in milliseconds since 1970. */
export interface PictureFacts {
	title: string;
	/** The scheduled start. */
	startsAt: number;
	openedAt: number;
	/** Null while the session runs. */
	endsAt: number | null;
	now: number;
	/** The host's (IANA name); null while they have set none, and then times are in UTC and say so. */
	timeZone: string | null;
	/** How the host's language writes times; a BCP 47 tag. */
	language: string;
	stays: readonly Stay[];
}

/** One span in the room. `leftAt` is null while it lasts. */
export interface Stay {
	userId: string;
	enteredAt: number;
	leftAt: number | null;
}

/** All that is written on the picture, besides the title and the times. */
export interface PictureWords {
	start: string;
	end: string;
	arrivals: string;
	/** How many were in the room at most at once. */
	most: string;
	/** Said in place of a curve. */
	nobody: string;
}

/** What the child process is given: the facts, with the stays as mere times. */
export interface PictureOrder extends Omit<PictureFacts, "stays"> {
	crowd: Crowd;
	words: PictureWords;
}

/** When people came and went, and not who: each list in the order of time. */
export interface Crowd {
	/** When stays began. */
	entered: readonly number[];
	/** When those ended that have. */
	left: readonly number[];
	/** When each person came for the first time. */
	arrivals: readonly number[];
}
