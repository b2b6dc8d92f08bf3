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
}

/** What is left of rolls of a message that is cut after so many units. */
export function within(rolls: readonly Roll[], length: number): Roll[] {
	return rolls.map((roll) => ({ ...roll, spots: roll.spots.filter(([, at, units]) => at + units <= length) }));
}
