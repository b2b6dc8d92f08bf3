import type { Greeting, Scene } from "./greeting.ts";
import type { Language } from "./language.ts";
import { timeOfDayGreeting } from "./languages.ts";
import { MENTIONS, NAMES, type Words } from "./lines.ts";
import type { Turns } from "./pick.ts";
import { LONGEST_TEXT, renderText, type TextKey, type TextValues } from "./texts.ts";
import { sceneValues } from "./values.ts";
import type { Voice } from "./voice.ts";

/** The texts a host may leave out. */
export const OPTIONAL: readonly TextKey[] = ["missed", "returning", "note"];

/**
 * Returns what one message says to each person, remembered so that the same circumstances get the same words.
 * Every text is picked once, when first needed.
 */
export function wordsFor(
	voice: Voice,
	language: Language,
	scene: Scene,
	turns: Turns,
): (greeting: Greeting) => Words {
	const fixed = {
		...sceneValues(scene),
		greeting: timeOfDayGreeting(language, scene.now, voice.timeZone),
		name: NAMES,
		mention: voice.ping === "off" ? NAMES : MENTIONS,
	};
	const picked = new Map<TextKey, string>();
	const sourceOf = (key: TextKey): string => {
		const before = picked.get(key);
		if (before !== undefined) return before;
		const variants = voice.texts[key].length > 0 || OPTIONAL.includes(key) ? voice.texts[key] : language.texts[key];
		const source = variants[turns.pick(key, variants.length)] ?? variants[0] ?? "";
		picked.set(key, source);
		return source;
	};
	const known = new Map<string, Words>();

	return (greeting) => {
		const parts = partsOf(greeting, scene);
		const sources = parts.map(sourceOf).join("");
		const minutes = sources.includes("minutes") ? greeting.minutes : 0;
		const visits = sources.includes("visits") ? greeting.visits : 0;
		const circumstances = `${parts} ${minutes} ${visits}`;
		const before = known.get(circumstances);
		if (before !== undefined) return before;
		const values = { ...fixed, minutes, visits };
		const say = (key: TextKey) => (parts.includes(key) ? render(key, sourceOf(key), language, values) : "");
		const opening = parts.filter((key) => key !== "missed" && key !== "note").map(say);
		const words = arrange(say("missed"), opening, say("note"), language);
		known.set(circumstances, words);
		return words;
	};
}

function partsOf(greeting: Greeting, scene: Scene): TextKey[] {
	if (greeting.kind === "thanks") return ["thanks"];
	const parts: TextKey[] = greeting.missed ? ["missed"] : [];
	// "We start 3 minutes ago": somebody early whom we greet after the start hears what those in time do.
	parts.push(greeting.kind === "early" && scene.now >= scene.startsAt ? "onTime" : greeting.kind);
	if (greeting.visits > 1 && greeting.kind !== "afterHours") parts.push("returning");
	if ((greeting.kind === "late" || greeting.foundLate) && scene.note !== null) parts.push("note");
	return parts;
}

/** Says a text; one that cannot be rendered, gets too long, or leaves its people nameless gives way to the language's own. */
function render(key: TextKey, source: string, language: Language, values: TextValues): string {
	const own = () => tidy(renderText(language.texts[key][0] ?? "", language.tag, values));
	if (key === "note" && values.note === "") return "";
	try {
		const said = tidy(renderText(source, language.tag, values));
		if (said.length > LONGEST_TEXT[key]) return own();
		return OPTIONAL.includes(key) || isAddressed(said) ? said : own();
	} catch {
		return own(); // saved before a rule of checkText changed: a greeting in our words beats none
	}
}

/** Puts the parts in a row. An apology or note that names people is said line by line, any other once per message. */
function arrange(apology: string, opening: readonly string[], note: string, language: Language): Words {
	const personal = (said: string) => (isAddressed(said) ? said : "");
	const shared = (said: string) => (isAddressed(said) ? "" : said);
	const parts = [personal(apology), ...opening, personal(note)].filter((part) => part !== "");
	return { before: shared(apology), sentence: parts.join(language.between), after: shared(note) };
}

const isAddressed = (said: string): boolean => said.includes(NAMES) || said.includes(MENTIONS);

const tidy = (said: string): string =>
	said
		.replace(/[ \t]{2,}/g, " ")
		.replace(/[ \t]*\n\s*/g, "\n")
		.trim();
