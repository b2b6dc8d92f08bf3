import { writtenForOthers } from "../greetings/other-bots.ts";
import { PLACEHOLDERS, REQUIRED, type TextKey } from "../greetings/texts.ts";
import { DASH, linesIn } from "./variants.ts";

/**
 * Each line of a form is a wording of its own, and some people write one greeting over several lines. Returns what they have
 * typed with the lines joined that look like one; null where none do.
 */
export function joinedLines(key: TextKey, typed: string): string | null {
	const lines = linesIn(typed).filter((line) => line !== "");
	const joined = joinNameless(key, joinOpen(lines));
	return joined.length < lines.length ? joined.join("\n") : null;
}

/** Joins a line in which a brace stays open to those after it, until it is closed. */
function joinOpen(lines: readonly string[]): readonly string[] {
	const joined: string[] = [];
	let open = 0;
	for (const line of lines) {
		joined.push(open > 0 ? `${joined.pop()} ${line}` : line);
		open = Math.max(0, open + line.split("{").length - line.split("}").length);
	}
	return open > 0 ? lines : joined; // never closed: that is another mistake
}

/**
 * Joins lines that lack what each wording must have, as a name, to one that has it: to the one before, or to the one after
 * where the first line is such a line.
 */
function joinNameless(key: TextKey, lines: readonly string[]): readonly string[] {
	const required = REQUIRED[key];
	const isWhole = (line = "") =>
		DASH.test(line) || mentionsOne(required, line) || isMisspelt(line) || writtenForOthers(line, PLACEHOLDERS);
	if (required.length === 0 || !lines.some(isWhole)) return lines;
	const beginsNameless = !isWhole(lines[0]);
	const joined: string[] = [];
	for (const line of lines) {
		const last = joined.at(-1);
		const belongs = last !== undefined && !isWhole(beginsNameless ? last : line);
		joined.push(belongs ? `${joined.pop()} ${line}` : line);
	}
	if (joined.length > 1 && !isWhole(joined.at(-1))) joined.push(joined.splice(-2).join(" "));
	return joined;
}

function mentionsOne(placeholders: readonly string[], line: string): boolean {
	return placeholders.some((placeholder) => line.includes(`{${placeholder}`));
}

/** Whether a placeholder stands in a line that there is not: it may be the name that is missing. */
function isMisspelt(line: string): boolean {
	const known: readonly string[] = PLACEHOLDERS;
	return [...line.matchAll(/\{\s*([^{},\s]+)\s*\}/g)].some(([, word = ""]) => !known.includes(word));
}
