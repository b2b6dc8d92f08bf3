import { readPost, type SaidLine } from "../../rehearsal/read-post.ts";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import type { TextKey } from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { first, guest, MINUTE_MS, START, scene } from "./scene.ts";

/**
 * What a post in Byname's own English words says, whichever wordings were drawn: "onTime: Maya, Tom" or, with all that can
 * be added, "late: Maya + back + sorry + note"; a line for each line. Lines that are none of its words stay as they are.
 */
export function heard(post: string): string {
	return post
		.split("\n")
		.map((line) => {
			const [said] = readPost(line, () => false).lines;
			return said ? told(said) : line;
		})
		.join("\n");
}

function told({ kind, names, welcomesBack, expects, apology, note }: SaidLine): string {
	const added = [
		welcomesBack && kind !== "back" && "back",
		expects && "expected",
		apology && "sorry",
		note !== "" && "note",
	];
	return [`${kind}: ${names.join(", ")}`, ...added.filter(Boolean)].join(" + ");
}

/** A post as Byname would write it to people under these names in the same circumstances. */
export function says(kind: Greeting["kind"], names: readonly string[], but: Partial<Greeting> = {}): string {
	const where = kind === "early" ? { ...scene, now: START - MINUTE_MS } : scene;
	const people = names.map((name) => guest(name, { kind, ...but }));
	return compose(people, DEFAULT_VOICE, where, first).body;
}

/** All that a language's text may become for one person, where there is nothing else to fill in and no time zone is set. */
export function sayings(tag: string, key: TextKey, name: string): string[] {
	const { texts, plainGreeting } = languageOf(tag);
	return texts[key].map((text) => text.replace("{greeting}", plainGreeting).replace("{name}", name));
}
