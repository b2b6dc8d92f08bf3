import { type Phrase, phrasesIn, type Say } from "./phrases/phrases.ts";

/** Something the person can do something about: what is said to them, in their language, says what to do. */
export class UserError extends Error {
	override name = "UserError";
	readonly #what: Phrase | string;

	constructor(what: Phrase | string) {
		super(typeof what === "string" ? what : phrasesIn("en")(what));
		this.#what = what;
	}

	/** What is said to the person. */
	in(say: Say): string {
		return typeof this.#what === "string" ? this.#what : say(this.#what);
	}
}
