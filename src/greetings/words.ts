import { arrange, greets, isShared, type Sources, type Speaker, TOUCHES, type Touch } from "./arrange.ts";
import type { Greeting, Scene } from "./greeting.ts";
import type { Words } from "./lines.ts";
import type { Turns } from "./pick.ts";
import type { Numbers } from "./saying.ts";
import { OPTIONAL, type TextKey } from "./texts.ts";
import type { Voice } from "./voice.ts";

/** The words for some of those whom a message greets. */
export interface Line {
	words: Words;
	/** To be called when they stand in the message: what was drawn for them counts as heard. */
	keep(): void;
}

/**
 * Returns what one message says to each person. Those to whom the same wordings say the same share a line, and each line
 * draws its wordings anew; but an apology and a note, which are said once for several lines, are drawn once.
 */
export function wordsFor(
	speakerFor: (greeting: Greeting) => Speaker,
	scene: Scene,
	turns: Turns,
): (greeting: Greeting) => Line {
	const once = new Map<string, string>();
	const speaking = new Map<Speaker, (greeting: Greeting) => Line>();
	return (greeting) => {
		const speaker = speakerFor(greeting);
		const lineFor = speaking.get(speaker) ?? wordsOf(speaker, scene, turns, once);
		speaking.set(speaker, lineFor);
		return lineFor(greeting);
	};
}

/** What one speaker says; `once` holds what all of them say once, by where it was drawn. */
function wordsOf(
	speaker: Speaker,
	scene: Scene,
	turns: Turns,
	once: Map<string, string>,
): (greeting: Greeting) => Line {
	const { voice, language, bagOf } = speaker;
	const drawn = new Map<string, (Line & { sources: Sources })[]>(); // by the texts that are due
	const known = new Map<string, Line>();
	const wordings = (key: TextKey) =>
		voice.texts[key].length > 0 || OPTIONAL.includes(key) ? voice.texts[key] : language.texts[key];

	function drawLine(due: readonly TextKey[], numbers: Numbers) {
		const tried = turns.try();
		const touch = TOUCHES.find((key) => due.includes(key));
		const touching = touch ? drawTouch(touch, due, numbers, tried) : "";
		const isInPlace = touch !== undefined && greets(touch, touching, numbers, speaker) === "always";
		const said = isInPlace ? due.filter((key) => OPTIONAL.includes(key)) : due;
		const sourceOf = (key: TextKey) => (key === touch ? touching : (once.get(bagOf(key)) ?? draw(key, tried)));
		const sources = new Map(said.map((key) => [key, sourceOf(key)]));
		for (const [key, source] of sources) if (isShared(key, source, numbers, speaker)) once.set(bagOf(key), source);
		return { sources, words: arrange(sources, numbers, speaker), keep: tried.keep };
	}

	/** Who is early is to hear when it starts, so no touch is said in place of that. */
	function drawTouch(touch: Touch, due: readonly TextKey[], numbers: Numbers, tried: Turns): string {
		const isEarly = due.includes("early");
		return draw(touch, tried, (source) => !isEarly || greets(touch, source, numbers, speaker) === "never");
	}

	function draw(key: TextKey, tried: Turns, suits: (source: string) => boolean = () => true): string {
		const variants = wordings(key);
		return variants[tried.pick(bagOf(key), variants.length, (index) => suits(variants[index] ?? ""))] ?? "";
	}

	return (greeting) => {
		const due = dueTo(greeting, voice, scene).filter((key) => wordings(key).some((source) => source !== ""));
		const circumstances = `${due} ${greeting.minutes} ${greeting.visits}`;
		const before = known.get(circumstances);
		if (before !== undefined) return before;
		const lines = drawn.get(`${due}`) ?? [];
		const shared = lines.find(({ sources, words }) => arrange(sources, greeting, speaker).key === words.key);
		const line = shared ?? drawLine(due, greeting);
		if (shared === undefined) drawn.set(`${due}`, [...lines, line]);
		known.set(circumstances, line);
		return line;
	};
}

/** The texts that are due to somebody, in the order in which they are said. */
function dueTo(greeting: Greeting, { oldOrder }: Voice, scene: Scene): TextKey[] {
	if (greeting.kind === "thanks" || greeting.kind === "lookBack") return [greeting.kind];
	// Nobody is early any more: somebody early whom we greet after the start hears what those in time do.
	const due: TextKey[] = [greeting.kind === "early" && scene.now >= scene.startsAt ? "onTime" : greeting.kind];
	const touch = touchFor(greeting);
	if (touch) due.push(touch);
	if (greeting.missed) due.push("missed");
	if ((greeting.kind === "late" || greeting.foundLate) && scene.note !== null) due.push("note");
	return oldOrder.includes("missed") && greeting.missed ? ["missed", ...due.filter((key) => key !== "missed")] : due;
}

/** Whoever is not named is not told before everybody that they were expected, which is what they have told Discord. */
function touchFor({ kind, visits, expected, neutral }: Greeting): Touch | null {
	if (kind === "afterHours") return null;
	if (visits > 1) return "returning";
	return expected && !neutral ? "expected" : null;
}
