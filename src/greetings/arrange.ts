import type { Language } from "./language.ts";
import { isAddressed, type Words } from "./lines.ts";
import { asksHowMany, type Numbers, type SayText } from "./saying.ts";
import type { TextKey } from "./texts.ts";
import type { Voice } from "./voice.ts";

/** Who says it, and how. */
export interface Speaker {
	voice: Voice;
	language: Language;
	say: SayText;
	/** Whether it is the host, as opposed to Byname in a language that a guest has chosen. */
	isHost: boolean;
	/** Under which key the wordings of a text are drawn: speakers who say the same have the same one. */
	bagOf(key: TextKey): string;
}

/** A wording of each text that a line is made of, in the order in which they are said. */
export type Sources = ReadonlyMap<TextKey, string>;

/** Numbers of people to whom languages speak in different ways. */
const PEOPLE = [1, 2, 5] as const;

/** Puts texts in a row. */
export function arrange(sources: Sources, numbers: Numbers, speaker: Speaker): Words {
	const { say, language, voice, isHost } = speaker;
	const all = [...sources];
	const own = all.filter(([key, source]) => !isShared(key, source, numbers, speaker));
	const shared = (which: TextKey) => {
		const source = sources.get(which) ?? "";
		return isShared(which, source, numbers, speaker) ? say(which, source, numbers, 1) : "";
	};
	const said = (people: number) => {
		const parts = own.map(([key, source]) => say(key, source, numbers, people));
		return parts.filter((part) => part !== "").join(language.between);
	};
	const [apology, note, alone] = [shared("missed"), shared("note"), said(1)];
	const counts = all.some(([, source]) => asksHowMany(source));
	return {
		key: [language.tag, ...(counts ? PEOPLE.map(said) : [alone]), apology, note].join("\n"),
		language,
		isHosts: isHost,
		sentence: counts ? said : () => alone,
		apology,
		apologyFirst: voice.oldOrder.includes("missed"),
		note,
	};
}

/** Whether a text is said once for several lines: an apology or note that neither names people nor asks how many they are. */
export function isShared(key: TextKey, source: string, numbers: Numbers, { say }: Speaker): boolean {
	if ((key !== "missed" && key !== "note") || asksHowMany(source)) return false;
	return !isAddressed(say(key, source, numbers, 1));
}

/** What is added for somebody in particular; at most one of them is. */
export const TOUCHES = ["returning", "expected"] as const satisfies readonly TextKey[];
/** One of them. */
export type Touch = (typeof TOUCHES)[number];

/**
 * Whether a touch greets by name, and so is said instead of an opening: always, never, or for some numbers of people
 * only. One of earlier times never is.
 */
export function greets(
	touch: Touch,
	source: string,
	numbers: Numbers,
	{ say, voice }: Speaker,
): "always" | "never" | "sometimes" {
	if (voice.oldOrder.includes(touch)) return "never";
	const isNamed = PEOPLE.map((people) => isAddressed(say(touch, source, numbers, people)));
	if (isNamed.every(Boolean)) return "always";
	return isNamed.some(Boolean) ? "sometimes" : "never";
}
