/** One person to greet. */
export interface Greeting {
	userId: string;
	/** As `chooseName` gave it, not escaped. */
	name: string;
	kind: "early" | "onTime" | "late" | "afterHours" | "lookBack" | "thanks";
	/** How late a late person came. */
	minutes: number;
	/** Which visit this is; 1 is the first. */
	visits: number;
	/** Greeted so long after the arrival that an apology is due. */
	missed: boolean;
	/** Had marked that they are interested in the session's event. */
	expected?: boolean;
	/** Came unseen, and was found only when whoever comes is late: the host's note is for them, too. */
	foundLate?: boolean;
	/** Discord refused a message with this name: the language's neutral name stands in, without a mention. */
	neutral?: boolean;
	/** The tag of the language that they want to be greeted in; without one, it is the host's. */
	language?: string;
}

/** What is the same for everyone a message greets. Times in milliseconds; null for what there is nothing to say about. */
export interface Scene {
	title: string;
	host: string | null;
	server: string;
	startsAt: number;
	note: string | null;
	recap: string | null;
	/** The next session's start. */
	next: number | null;
	/** The event to which who is thanked is invited, and Discord's link to it. */
	nextEvent: { at: number; link: string } | null;
	now: number;
}
