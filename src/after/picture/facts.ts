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
	/** How many were in the room at the same time, at most. */
	mostAtOnce: number;
	/** When each came first, and when they were in the room. Who is still there is there until now. */
	attendees: readonly { arrivedAt: number; spans: readonly { from: number; to: number }[] }[];
}

/** All that is written on the picture, besides the title and the times. */
export interface PictureWords {
	start: string;
	end: string;
	arrivals: string;
	most: string;
	/** Said in place of a curve. */
	nobody: string;
}

/** What the child process is given: the facts, with the attendees as mere times, which are in any order. */
export interface PictureOrder extends Omit<PictureFacts, "attendees" | "mostAtOnce"> {
	crowd: Crowd;
	words: PictureWords;
}

/** When people came and went, and not who. */
export interface Crowd {
	arrivals: Float64Array<ArrayBuffer>;
	entered: Float64Array<ArrayBuffer>;
	left: Float64Array<ArrayBuffer>;
}
