/** What is written on the picture of who was in the room over time. Few words, for the letters are large. */
export const picture = {
	start: "Start",
	end: "End",
	/** Beside a bar, of which there is one wherever somebody came. */
	arrivals: "Arrivals",
	/** In the room. */
	most: "Most at once: {count, number}",
	/** What it shows, for who cannot see it. */
	about: "Who was in the room over time: {count, plural, =0 {nobody} other {at most # at once}}.",
	/** In place of a curve. */
	nobodyYet: "Nobody has come yet.",
	nobody: "Nobody came.",
} as const;
