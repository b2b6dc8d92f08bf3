import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { showProblems } from "../../commands/greeting/typed.ts";
import { ENDINGS } from "../../src/greetings/closed.ts";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import {
	LONGEST_TEXT,
	PLACEHOLDERS,
	type Placeholder,
	renderText,
	TEXT_KEYS,
	type TextKey,
	type Texts,
} from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { isLeftOut, readVariants, SILENT } from "../../src/profiles/variants.ts";
import { storable } from "../../src/storable.ts";
import { SAID_AFTER_HOURS } from "../../src/store/greetings.ts";
import { crowdRuns, SEED, tried } from "./runs.ts";
import { first, scene } from "./scene.ts";
import { template } from "./templates.ts";

const say = phrasesIn("en");
/** All that is escaped, and as long as it may be. */
const WORST = "*_".repeat(160);
const FULL: Scene = { ...scene, title: WORST, host: WORST, server: WORST, note: WORST, recap: WORST, next: scene.now };
const EMPTY: Scene = { ...scene, title: "", host: null, server: "" };
const VALUES = Object.fromEntries(PLACEHOLDERS.map((one) => [one, "x"])) as Record<Placeholder, string>;
const KINDS = ["early", "onTime", "late", "afterHours", "lookBack", "thanks"] as const;

/** So many people in the circumstances in which most is said; no two hear the same. */
function guests(count: number, kind: Greeting["kind"], longest: boolean): Greeting[] {
	return Array.from({ length: count }, (_, index) => ({
		userId: `${10n ** 18n + BigInt(index)}`,
		name: longest ? WORST : "",
		kind,
		minutes: longest ? 99_999_999 - index : 0,
		visits: longest ? 99_999_999 - index : 1,
		missed: longest,
		foundLate: longest,
	}));
}

/** Everything that is said to some people with these texts, whoever they are and whatever there is to say. */
function said(by: Voice): string[] {
	const kinds = isLeftOut(by.texts.afterHours) ? KINDS.filter((kind) => !SAID_AFTER_HOURS.includes(kind)) : KINDS;
	return [1, 2, 3].flatMap((count) =>
		kinds.flatMap((kind) =>
			[true, false].flatMap((longest) => {
				const posts: string[] = [];
				for (let waiting = guests(count, kind, longest); waiting.length > 0; ) {
					const post = compose(waiting, by, longest ? FULL : EMPTY, first);
					expect(post.mentions.every((id) => waiting.slice(0, post.count).some(({ userId }) => userId === id))).toBe(
						true,
					);
					posts.push(post.body);
					waiting = waiting.slice(post.count);
				}
				return posts;
			}),
		),
	);
}

const seen = new Map<string, number>();
afterAll(() => tried("templates", seen));

it("says what a host has typed for one, two and three people, or says why not", () => {
	fc.assert(
		fc.property(
			template,
			fc.constantFrom(...TEXT_KEYS),
			fc.constantFrom(...LANGUAGES),
			fc.constantFrom<Voice["ping"]>("off", "quiet", "on"),
			fc.nat(99_999_999),
			fc.subarray([...ENDINGS]),
			(input, key: TextKey, language, ping, number, endings) => {
				const typed = storable(input); // as all that comes in
				const { sources, problems } = readVariants(key, { typed, endings }, language);
				const outcome = problems.length > 0 ? "refused" : "accepted";
				seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
				for (const told of problems) {
					const problem = say(told.problem);
					expect(problem).toMatch(/^[A-Z“{].*\w{2}.*[.!?}]$/s);
					expect(problem.isWellFormed()).toBe(true);
				}
				if (problems.length > 0) {
					const { content = "" } = showProblems(typed, problems, say, { again: "again", join: "join" });
					expect(content.length).toBeLessThanOrEqual(LONGEST_CONTENT);
					return;
				}
				for (const source of sources.filter((one) => one !== SILENT)) {
					const values = { ...VALUES, minutes: number, visits: number, people: number };
					expect(renderText(source, language, values).length).toBeLessThanOrEqual(LONGEST_TEXT[key]);
				}
				const texts: Texts = { ...languageOf(language).texts, ...(sources.length > 0 && { [key]: sources }) };
				for (const body of said({ ...DEFAULT_VOICE, language, ping, texts })) {
					expect(body.length).toBeLessThanOrEqual(LONGEST_CONTENT);
					expect(body.trim()).not.toBe("");
				}
			},
		),
		{ numRuns: crowdRuns(120), seed: SEED },
	);
});
