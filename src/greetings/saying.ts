import type { Greeting, Scene } from "./greeting.ts";
import type { Language } from "./language.ts";
import { timeOfDayGreeting } from "./languages.ts";
import { isAddressed, MENTIONS, NAMES, RECAP } from "./lines.ts";
import { LONGEST_TEXT, OPTIONAL, renderText, type TextKey, type TextValues } from "./texts.ts";
import { GREETING, sayTimeOfDay } from "./time-of-day.ts";
import { sceneValues } from "./values.ts";
import type { Voice } from "./voice.ts";

/** What texts may say of the numbers that are somebody's own. */
export type Numbers = Pick<Greeting, "minutes" | "visits">;

/** Says a text to so many people with these numbers, with marks in place of their names. The same is rendered once. */
export type SayText = (key: TextKey, source: string, numbers: Numbers, people: number) => string;

/** Whether a text asks to how many people it is said. */
export function asksHowMany(source: string): boolean {
	return /\{\s*people\b/.test(source);
}

/** Says texts in a voice and a scene. */
export function sayingFor(voice: Voice, language: Language, scene: Scene): SayText {
	const greeting = timeOfDayGreeting(language, scene.now, voice.timeZone);
	const values = sceneValues(scene);
	const fixed = {
		...values,
		recap: values.recap && RECAP + values.recap + RECAP,
		greeting: GREETING,
		name: NAMES,
		mention: voice.ping === "off" ? NAMES : MENTIONS,
	};
	const said = new Map<string, string>();
	return (key, source, numbers, count) => {
		const minutes = source.includes("minutes") ? numbers.minutes : 0;
		const visits = source.includes("visits") ? numbers.visits : 0;
		const people = asksHowMany(source) ? count : 1;
		const what = `${key} ${minutes} ${visits} ${people} ${source}`;
		const words = said.get(what) ?? render(key, source, language, greeting, { ...fixed, minutes, visits, people });
		said.set(what, words);
		return words;
	};
}

/** Says a text; one that cannot be rendered, gets too long, or leaves its people nameless gives way to the language's own. */
function render(key: TextKey, source: string, language: Language, greeting: string, values: TextValues): string {
	const fill = (text: string) => tidy(sayTimeOfDay(renderText(text, language.tag, values), greeting, language.tag));
	const own = () => fill(language.texts[key][0] ?? "");
	if (key === "note" && values.note === "") return "";
	try {
		const said = fill(source);
		if (said.replaceAll(RECAP, "").length > LONGEST_TEXT[key]) return own();
		return OPTIONAL.includes(key) || isAddressed(said) ? said : own();
	} catch {
		return own(); // saved before a rule of checkText changed: a greeting in our words beats none
	}
}

const tidy = (said: string): string =>
	said
		.replace(/[ \t]{2,}/g, " ")
		.replace(/[ \t]*\n\s*/g, "\n")
		.trim();
