import type { Greeting, Scene } from "./greeting.ts";
import type { Language } from "./language.ts";
import { isAddressed, type Words } from "./lines.ts";
import type { Turns } from "./pick.ts";
import type { Numbers, Say } from "./saying.ts";
import { OPTIONAL, type TextKey } from "./texts.ts";
import type { Voice } from "./voice.ts";

/** The words for some of those whom a message greets. */
export interface Line {
	words: Words;
	/** To be called when they stand in the message: what was drawn for them counts as heard. */
	keep(): void;
}

/** A wording of each text that a line is made of. */
type Sources = ReadonlyMap<TextKey, string>;

/**
 * Returns what one message says to each person. Those to whom the same wordings say the same share a line, and each line
 * draws its wordings anew; but an apology and a note, which are said once for several lines, are drawn once.
 */
export function wordsFor(
	voice: Voice,
	language: Language,
	scene: Scene,
	say: Say,
	turns: Turns,
): (greeting: Greeting) => Line {
	const drawn = new Map<string, (Line & { sources: Sources })[]>(); // by the texts that are due
	const known = new Map<string, Line>();
	const once = new Map<TextKey, string>();
	const wordings = (key: TextKey) =>
		voice.texts[key].length > 0 || OPTIONAL.includes(key) ? voice.texts[key] : language.texts[key];
	const isOpening = (returning: string, numbers: Numbers) =>
		!voice.oldOrder.includes("returning") && isAddressed(say("returning", returning, numbers));

	function drawLine(due: readonly TextKey[], numbers: Numbers) {
		const tried = turns.try();
		const draw = (key: TextKey, suits?: (source: string) => boolean) => {
			const variants = wordings(key);
			const index = tried.pick(key, variants.length, suits && ((at) => suits(variants[at] ?? "")));
			return variants[index] ?? "";
		};
		// One that names people is a greeting of its own; but who is early is to hear when it starts.
		const suitsEarly = (source: string) => !isOpening(source, numbers);
		const back = due.includes("returning") ? draw("returning", due.includes("early") ? suitsEarly : undefined) : "";
		const sources = new Map<TextKey, string>();
		for (const key of due) {
			if (key === "returning") sources.set(key, back);
			else if (isShared(key)) sources.set(key, once.get(key) ?? draw(key));
			else if (!isOpening(back, numbers)) sources.set(key, draw(key));
		}
		for (const [key, source] of sources) {
			if (isShared(key) && !isAddressed(say(key, source, numbers))) once.set(key, source);
		}
		return { sources, words: arrange(sources, numbers), keep: tried.keep };
	}

	/** Puts the texts in a row. An apology or note that names people is said line by line, any other once per message. */
	function arrange(sources: Sources, numbers: Numbers): Words {
		const shared = { missed: "", note: "" };
		const parts: string[] = [];
		for (const [key, source] of sources) {
			const said = say(key, source, numbers);
			if (isShared(key) && !isAddressed(said)) shared[key] = said;
			else if (said !== "") parts.push(said);
		}
		return {
			sentence: parts.join(language.between),
			apology: shared.missed,
			apologyFirst: voice.oldOrder.includes("missed"),
			note: shared.note,
		};
	}

	return (greeting) => {
		const due = dueTo(greeting, voice, scene).filter((key) => wordings(key).some((source) => source !== ""));
		const circumstances = `${due} ${greeting.minutes} ${greeting.visits}`;
		const before = known.get(circumstances);
		if (before !== undefined) return before;
		const lines = drawn.get(`${due}`) ?? [];
		const shared = lines.find(({ sources, words }) => isSame(arrange(sources, greeting), words));
		const line = shared ?? drawLine(due, greeting);
		if (shared === undefined) drawn.set(`${due}`, [...lines, line]);
		known.set(circumstances, line);
		return line;
	};
}

/** The texts that are due to somebody, in the order in which they are said. */
function dueTo(greeting: Greeting, { oldOrder }: Voice, scene: Scene): TextKey[] {
	if (greeting.kind === "thanks") return ["thanks"];
	// Nobody is early any more: somebody early whom we greet after the start hears what those in time do.
	const due: TextKey[] = [greeting.kind === "early" && scene.now >= scene.startsAt ? "onTime" : greeting.kind];
	if (greeting.visits > 1 && greeting.kind !== "afterHours") due.push("returning");
	if (greeting.missed) due.push("missed");
	if ((greeting.kind === "late" || greeting.foundLate) && scene.note !== null) due.push("note");
	return oldOrder.includes("missed") && greeting.missed ? ["missed", ...due.filter((key) => key !== "missed")] : due;
}

/** Whether a text is said once for several lines, unless it names people. */
function isShared(key: TextKey): key is "missed" | "note" {
	return key === "missed" || key === "note";
}

function isSame(one: Words, other: Words): boolean {
	return one.sentence === other.sentence && one.apology === other.apology && one.note === other.note;
}
