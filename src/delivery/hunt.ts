/**
 * The search for what Discord refuses in a message: it does not say which name or text it is. Halving finds
 * the greeting; that person is greeted without their name; and if that is refused too, without the host's words.
 */
export interface Hunt {
	search: Search;
	/** Until then the host's words are left out: Discord refused them, and took Byname's own. */
	plainUntil: number;
}

type Search =
	| { is: "resting" }
	/** What is refused is in the next `suspects` greetings; messages of at most `most` show in which. */
	| { is: "halving"; most: number; suspects: number }
	/** A greeting was refused without the name too: it is tried in Byname's own words, in the message of that id once there is one. */
	| { is: "trying plainly"; suspects: number; trialId: string | null };

const RESTING: Search = { is: "resting" };
/** How long a channel gets Byname's own words after Discord has refused the host's. */
const PLAIN_FOR_MS = 10 * 60_000;

/** Nothing has been refused so far. */
export const NO_HUNT: Hunt = { search: RESTING, plainUntil: Number.NEGATIVE_INFINITY };

/** How a message is to be made: of at most `most` greetings; `plain` ones leave out what the host has written. */
export interface Manner {
	most: number;
	plain: boolean;
}

/** How the next message is to be made. */
export function mannerOf({ search, plainUntil }: Hunt, now: number): Manner {
	const plain = plainUntil > now;
	switch (search.is) {
		case "resting":
			return { most: Number.POSITIVE_INFINITY, plain };
		case "halving":
			return { most: search.most, plain };
		case "trying plainly":
			return { most: 1, plain: true };
	}
}

/** Whether the next message is made as if nothing had ever been refused. */
export function rests({ search, plainUntil }: Hunt, now: number): boolean {
	return search.is === "resting" && plainUntil <= now;
}

/** Whether a message is the one that shows whether Discord refuses the host's words. */
export function isTrial({ search }: Hunt, messageId: string): boolean {
	return search.is === "trying plainly" && search.trialId === messageId;
}

/** The hunt once a message has been made; null when nothing waits: then another process has seen to the suspects. */
export function afterMaking(hunt: Hunt, messageId: string | null): Hunt {
	if (messageId === null) return { ...hunt, search: RESTING };
	return hunt.search.is === "trying plainly" ? { ...hunt, search: { ...hunt.search, trialId: messageId } } : hunt;
}

/** The hunt once a message stands in its channel: the greetings in it are innocent. */
export function afterPost(hunt: Hunt, message: { id: string; greetings: number }, now: number): Hunt {
	const { search } = hunt;
	if (search.is === "resting") return hunt;
	const suspects = Math.max(0, search.suspects - message.greetings);
	const wasTrial = isTrial(hunt, message.id);
	if (search.is === "trying plainly" && !wasTrial) return { ...hunt, search: { ...search, suspects } };
	const most = search.is === "halving" ? search.most : 1;
	return {
		search: suspects > 0 ? { is: "halving", most, suspects } : RESTING,
		plainUntil: wasTrial ? now + PLAIN_FOR_MS : hunt.plainUntil,
	};
}

/** A message that Discord will not have. */
export interface RefusedMessage {
	id: string;
	/** How many greetings it carries, at least one. */
	greetings: number;
	/** The first of them is without a name already. */
	neutral: boolean;
}

/** What is done about the greetings of a refused message. */
export type Remedy = "halve" | "leave out the name" | "leave out the host's words" | "give up";

/** What to do about a refused message, and the hunt from there. */
export function afterRefusal(hunt: Hunt, { id, greetings, neutral }: RefusedMessage): { remedy: Remedy; hunt: Hunt } {
	const suspects = hunt.search.is === "resting" ? 0 : hunt.search.suspects;
	const to = (remedy: Remedy, search: Search) => ({ remedy, hunt: { ...hunt, search } });
	if (greetings > 1) {
		const halving = { most: Math.ceil(greetings / 2), suspects: Math.max(suspects, greetings) };
		return to("halve", { is: "halving", ...halving });
	}
	if (!neutral) return to("leave out the name", { is: "halving", most: 1, suspects: Math.max(suspects, 1) });
	if (isTrial(hunt, id)) return to("give up", { is: "halving", most: 1, suspects });
	return to("leave out the host's words", { is: "trying plainly", suspects, trialId: null });
}
