/** Where some people are called in a message, one after the other, by name or otherwise. */
export interface Roll {
	/** The tag of the language that it is said in. */
	language: string;
	/** They are mentioned there. */
	mention?: true;
	/** Honorifics stand around each of their names. */
	polite?: true;
	/** Who is called there, and the UTF-16 units at which that begins and that it takes. */
	spots: readonly (readonly [who: string, at: number, length: number])[];
}

/** A message, and where its people are called in it, in the order of the message. */
export interface Written {
	body: string;
	rolls: Roll[];
	/** In thanks: the UTF-16 units at which the line with the recap begins and that it takes, its line break included; none for no recap. */
	recap?: readonly [at: number, length: number];
	/** In thanks: where the words say the recap themselves, in the order of the message; none for nowhere. */
	recapInWords?: readonly (readonly [at: number, length: number])[];
}

/**
 * Puts other words at some of the places that a message knows of, and tells where each of them is now. `wordsAt` is asked for
 * each place in turn, with what follows it; undefined leaves it as it is.
 */
export function rewrite(written: Written, wordsAt: (at: number, after: string) => string | undefined): Written {
	const { body, rolls, recap, recapInWords = [] } = written;
	const people = rolls.flatMap(({ spots }) => spots.map(([, at, length]) => [at, length] as const));
	const places = [...people, ...recapInWords, ...(recap ? [recap] : [])].toSorted(([a], [b]) => a - b);
	const moved = new Map<number, readonly [at: number, length: number]>();
	let rewritten = "";
	let from = 0;
	for (const [at, length] of places) {
		rewritten += body.slice(from, at);
		from = at + length;
		const words = wordsAt(at, body.slice(from)) ?? body.slice(at, from);
		moved.set(at, [rewritten.length, words.length]);
		rewritten += words;
	}
	const now = (at: number) => moved.get(at) ?? ([0, 0] as const);
	return {
		body: rewritten + body.slice(from),
		rolls: rolls.map((roll) => ({ ...roll, spots: roll.spots.map(([who, at]) => [who, ...now(at)] as const) })),
		...(recap && { recap: now(recap[0]) }),
		...(recapInWords.length > 0 && { recapInWords: recapInWords.map(([at]) => now(at)) }),
	};
}

/** What is left of rolls of a message that is cut after so many units. */
export function within(rolls: readonly Roll[], length: number): Roll[] {
	return rolls.map((roll) => ({ ...roll, spots: roll.spots.filter(([, at, units]) => at + units <= length) }));
}
