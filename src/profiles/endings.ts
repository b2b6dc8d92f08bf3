import { type ClosedEnding, writeClosed } from "../greetings/closed.ts";
import { endingsIn } from "../greetings/languages.ts";
import { isLiteral, parse } from "../greetings/template.ts";

/** Adds endings to an after-hours opening, in the words of a language; none of what it speaks of itself. */
export function withEndings(opening: string, endings: readonly ClosedEnding[], language: string): string {
	const words = endingsIn(language);
	const ending = (one: ClosedEnding) => (endings.includes(one) && !opening.includes(`{${one}`) ? words[one] : null);
	const [next, recap] = [ending("next"), ending("recap")];
	return writeClosed({
		opening: next === null && recap === null ? opening : beforeABrace(opening, language),
		next,
		recap,
	});
}

/** An opening that a brace can follow: an apostrophe right before it, or one that was never closed, would switch it off. */
function beforeABrace(opening: string, language: string): string {
	if (!opening.includes("'")) return opening;
	const ways = [opening, opening.replace(/'$/, "’"), `${opening}'`];
	return ways.find((way) => isReadAfter(way, language)) ?? opening;
}

/** Whether a placeholder is read as one behind these words. */
function isReadAfter(words: string, language: string): boolean {
	try {
		const last = parse(`${words}{name}`, language).getAst().at(-1);
		return last !== undefined && "value" in last && last.value === "name" && !isLiteral(last);
	} catch {
		return false; // they cannot be read at all, whatever follows: `checkText` says why
	}
}
