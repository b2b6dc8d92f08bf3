import { checkText, MOST_VARIANTS, OPTIONAL, type TextKey, TextRefused } from "../greetings/texts.ts";
import type { Voice } from "../greetings/voice.ts";
import type { Queryable } from "../store/queryable.ts";
import { ALL_HOSTS, profilesOf, variantsOf } from "../store/settings.ts";
import { layered } from "./profile.ts";

/** The variant that says nothing; only optional texts have it. */
export const SILENT = "";
/** How `SILENT` is typed; phones make a long dash of two short ones. */
const DASH = /^[-–—]$/;

/** What ends a line of typed text. */
export const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** What is wrong with some of the typed lines, counted from 1; with none of them, it concerns all. */
export interface Problem {
	lines: number[];
	problem: string;
}

/** A text as one layer, a host's or the server's, has it. */
export interface TextInLayer {
	/** In which its plurals are read. */
	language: string;
	/** What is said now. */
	now: readonly string[];
	/** Whether this layer has set it. */
	set: boolean;
	/** What would be said had this layer set nothing. */
	beneath: readonly string[];
	/** Whose that is. */
	beneathIs: "the server's" | "Byname's own";
	/** How the host would speak then. */
	beneathVoice: Voice;
}

/** Reads a text of a host, or of the server with `ALL_HOSTS`, and what lies beneath it. */
export async function textInLayer(
	db: Queryable,
	of: { serverId: string; hostId: string; key: TextKey },
): Promise<TextInLayer> {
	const { serverId, hostId, key } = of;
	const host = hostId === ALL_HOSTS ? null : hostId;
	const profiles = await profilesOf(db, serverId, host);
	const all = await variantsOf(db, serverId, host);
	const others = all.filter((variant) => variant.host_id !== hostId);
	const { voice } = layered(profiles, all);
	const beneathVoice = layered(profiles, others).voice;
	return {
		language: voice.language,
		now: voice.texts[key],
		set: all.some((variant) => variant.host_id === hostId && variant.key === key),
		beneath: beneathVoice.texts[key],
		beneathVoice,
		beneathIs: others.some((variant) => variant.key === key) ? "the server's" : "Byname's own",
	};
}

/** Whether a text may be left out, with a line of just a dash. */
export function isOptional(key: TextKey): boolean {
	return OPTIONAL.includes(key);
}

/** Writes variants one a line, as `readVariants` reads them. */
export function writeVariants(sources: readonly string[]): string {
	return sources.map((source) => (source === SILENT ? "-" : source)).join("\n");
}

/** Reads variants typed one a line; blank lines and repetitions do not count. All that is wrong is told at once. */
export function readVariants(
	key: TextKey,
	typed: string,
	language: string,
): { sources: string[]; problems: Problem[] } {
	const linesOf = new Map<string, number[]>();
	for (const [index, line] of typed.split(LINE_END).entries()) {
		const words = line.trim();
		if (words === "") continue;
		const source = DASH.test(words) && isOptional(key) ? SILENT : words;
		linesOf.set(source, [...(linesOf.get(source) ?? []), index + 1]);
	}
	const linesWith = new Map<string, number[]>();
	for (const [source, lines] of linesOf) {
		const problem = problemWith(key, source, language);
		if (problem !== undefined) linesWith.set(problem, [...(linesWith.get(problem) ?? []), ...lines]);
	}
	const problems = [...linesWith].map(([problem, lines]) => ({ lines: lines.sort((a, b) => a - b), problem }));
	const tooMany = linesOf.size - MOST_VARIANTS;
	if (tooMany > 0) {
		const many = `These are ${linesOf.size} different texts; ${MOST_VARIANTS} is the most. Take out ${tooMany}.`;
		problems.unshift({ lines: [], problem: many });
	}
	return { sources: [...linesOf.keys()], problems };
}

function problemWith(key: TextKey, source: string, language: string): string | undefined {
	if (source === SILENT) return undefined;
	if (DASH.test(source)) return "This text cannot be left out. Write what I should say, for example: Hello, {name}!";
	try {
		checkText(key, source, language);
		return undefined;
	} catch (error) {
		if (error instanceof TextRefused) return error.message;
		throw error;
	}
}
