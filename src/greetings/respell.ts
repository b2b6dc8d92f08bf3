import { LONGEST_CONTENT } from "../limits.ts";
import { honorificsOf, neutralWord } from "./joining.ts";
import { languageOf } from "./languages.ts";
import { listedName, safeName } from "./names.ts";
import { type Roll, rewrite, type Written } from "./rolls.ts";

/** How somebody is to be called from now on in a message that stands. */
export interface Correction {
	/** As `chooseName` gave it, not escaped; null for a neutral word. */
	name: string | null;
	/** The name that stood there was wrong: that is said with the right one. */
	sorry: boolean;
}

/** Stands for somebody where nothing longer has room. */
const ELLIPSIS = "…";

/** One place at which somebody is called, and what is to stand there: as long as it is possible the first, else one of the next. */
interface PlaceToFill {
	at: number;
	length: number;
	options: string[];
}

/**
 * Calls some people otherwise in a message that stands, and leaves all others as they are. What gets too long goes without
 * an apology, then with a shorter word. A mention stays where its person gets another name: Discord says what it shows.
 */
export function respell(written: Written, corrections: ReadonlyMap<string, Correction>): Written {
	const places = placesIn(written, corrections);
	const lengthNow = () =>
		places.reduce((sum, place) => sum + (place.options[0]?.length ?? 0) - place.length, written.body.length);
	while (lengthNow() > LONGEST_CONTENT) {
		const longest = places.reduce((a, b) => (b.options.length > a.options.length ? b : a));
		if (longest.options.length === 1) break;
		longest.options.shift();
	}
	const wordsAt = new Map(places.map((place) => [place.at, place.options[0] ?? ""]));
	// A full stop behind it does for "Smith Jr." as well.
	return rewrite(written, (at, after) =>
		/^\.(?!\.)/.test(after) ? wordsAt.get(at)?.replace(/\.$/, "") : wordsAt.get(at),
	);
}

function placesIn({ body, rolls }: Written, corrections: ReadonlyMap<string, Correction>): PlaceToFill[] {
	const sorryTo = new Set<string>();
	return rolls.flatMap((roll) =>
		roll.spots.flatMap(([who, at, length], index) => {
			const correction = corrections.get(who);
			if (correction === undefined) return [];
			const now = body.slice(at, at + length);
			const options = optionsFor(roll, index, { ...correction, sorry: correction.sorry && !sorryTo.has(who) });
			if (isRight(now, roll, options, correction)) return [];
			sorryTo.add(who);
			return { at, length, options };
		}),
	);
}

/** What may stand at a place, the best first. */
function optionsFor({ language: tag, polite, spots }: Roll, index: number, { name, sorry }: Correction): string[] {
	const language = languageOf(tag);
	const neutral = neutralWord(index === 0, language);
	const shortest = [neutral, language.neutralName].toSorted((a, b) => a.length - b.length)[0] ?? neutral;
	const others = [...new Set([neutral, shortest, ELLIPSIS])];
	const safe = name === null ? "" : spots.length === 1 ? safeName(name) : listedName(name);
	if (safe === "") return others;
	const [before, after] = polite ? honorificsOf(language) : ["", ""];
	const named = before + safe + after;
	return [...(sorry ? [named + language.misnamed] : []), named, ...others];
}

/** Whether somebody is called at a place as they are to be. */
function isRight(now: string, { mention, language }: Roll, options: readonly string[], { name }: Correction): boolean {
	if (name === null) return now === options[0];
	if (mention && now.startsWith("<@")) return true;
	const { misnamed } = languageOf(language);
	const withoutApology = now.endsWith(misnamed) ? now.slice(0, now.length - misnamed.length) : now;
	return options.includes(withoutApology) && withoutApology !== ELLIPSIS;
}
