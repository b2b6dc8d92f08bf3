import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postReaderFor } from "../../rehearsal/read-post.ts";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { listedName, safeName } from "../../src/greetings/names.ts";
import { always } from "../../src/greetings/pick.ts";
import { checkText, type TextKey, TextRefused } from "../../src/greetings/texts.ts";
import { sceneValues } from "../../src/greetings/values.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { crowdRuns } from "../greetings/runs.ts";
import { guest, MINUTE_MS, START, scene } from "../greetings/scene.ts";
import { template } from "../greetings/templates.ts";

const PEOPLE = ["Maya", "Okafor, Ngozi", "Rock and Roll", "Inés", "**Max**", "王小明", "Tom!", "Ana y Eva"];
const CALLED = new Set(PEOPLE.flatMap((name) => [safeName(name), listedName(name)]));
const isName = (name: string) => CALLED.has(name);
const KINDS = ["early", "onTime", "late", "thanks"] as const;
const { title, host, server, note, recap } = sceneValues(scene);

/** What is read in the posts that greet these people: whom they name, and the lines that are not understood. */
function readingOf(voice: Voice, people: string[], but: Partial<Greeting>, wording: number) {
	const read = postReaderFor(voice, { title, host, server, note, recap });
	const turns = always((_, variants) => wording % Math.max(variants, 1));
	const where = { ...scene, now: START + (but.kind === "early" ? -MINUTE_MS : MINUTE_MS) };
	const posts: string[] = [];
	for (let waiting = people.map((name) => guest(name, but)); waiting.length > 0; ) {
		const { body, count } = compose(waiting, voice, where, turns);
		posts.push(body);
		waiting = waiting.slice(count);
	}
	const said = posts.map((post) => read(post, isName));
	const lines = said.flatMap(({ lines }) => lines);
	return {
		posts: posts.join("\n"),
		lines,
		found: { names: lines.flatMap(({ names }) => names).toSorted(), unread: said.flatMap(({ unread }) => unread) },
	};
}

/** As they are called, one alone or several together. */
function calledOf(people: string[]): string[] {
	return people.map((name) => (people.length === 1 ? safeName(name) : listedName(name))).toSorted();
}

describe.each(LANGUAGES)("a post in Byname's own words in %s", (language) => {
	const { texts } = languageOf(language);
	const wordings = Math.max(...Object.values(texts).map((variants) => variants.length));

	it.each(KINDS)("is understood: %s", (kind) => {
		for (let wording = 0; wording < wordings; wording++) {
			for (const people of [["Maya"], ["Maya", "Okafor, Ngozi"], PEOPLE]) {
				for (const [visits, missed, timeZone] of [
					[1, false, null],
					[2, false, "UTC"],
					[5, true, "Asia/Tokyo"],
				] as const) {
					const voice = { ...DEFAULT_VOICE, language, texts, timeZone };
					const { found, lines, posts } = readingOf(voice, people, { kind, visits, missed, minutes: 25 }, wording);
					expect(found, posts).toEqual({ names: calledOf(people), unread: [] });
					expect([...new Set(lines.map((line) => line.kind))], posts).toEqual([expect.toBeOneOf([kind, "back"])]);
					if (kind !== "thanks")
						expect(
							lines.some(({ apology }) => apology),
							posts,
						).toBe(missed);
				}
			}
		}
	});
});

describe.each(LANGUAGES)("a post to guests of a host who speaks %s", (language) => {
	const voice = { ...DEFAULT_VOICE, language, texts: languageOf(language).texts, timeZone: "UTC" };
	const read = postReaderFor(voice, { title, host, server, note: "slide 12", recap });
	const noted = { ...scene, note: "slide 12" };

	it.each(["onTime", "late", "thanks"] as const)("is understood, whatever languages they have chosen: %s", (kind) => {
		for (const chosen of LANGUAGES.filter((_, index) => index % 5 === LANGUAGES.indexOf(language) % 5)) {
			const but = { kind, minutes: 25, missed: true };
			const waiting = [
				guest("Maya", but),
				guest("Tom!", { ...but, language: chosen }),
				guest("Inés", { ...but, language: "de" }),
			];
			const { body } = compose(
				waiting,
				voice,
				noted,
				always(() => 0),
			);
			const { lines, unread } = read(body, isName);
			const names = lines.flatMap((line) => line.names).toSorted();
			expect([unread, names, new Set(lines.map((line) => line.kind))], body).toEqual([
				[],
				calledOf(["Maya", "Tom!", "Inés"]),
				new Set([kind]),
			]);
			if (kind === "late") expect(lines.filter(({ note }) => note.includes("slide 12")).length, body).toBe(1);
		}
	});
});

it("a post in a host's own words is understood, whatever they are", () => {
	fc.assert(
		fc.property(
			fc.record({
				language: fc.constantFrom(...LANGUAGES),
				kind: fc.constantFrom(...KINDS),
				opening: template,
				returning: template,
				missed: template,
				people: fc.subarray(PEOPLE, { minLength: 1 }),
				visits: fc.nat(3),
				isMissed: fc.boolean(),
			}),
			({ language, kind, people, visits, isMissed, ...typed }) => {
				const own = languageOf(language).texts;
				const wordings = (key: TextKey, source: string) => (isFine(key, source, language) ? [source] : own[key]);
				const texts = {
					...own,
					[kind]: wordings(kind, typed.opening),
					returning: wordings("returning", typed.returning),
					missed: wordings("missed", typed.missed),
				};
				const but = { kind, visits, missed: isMissed, minutes: kind === "late" ? 7 : 0 };
				const { found, posts } = readingOf({ ...DEFAULT_VOICE, language, texts, timeZone: "UTC" }, people, but, 0);
				// A text may name the same people more than once.
				expect({ ...found, names: [...new Set(found.names)] }, posts).toEqual({ names: calledOf(people), unread: [] });
			},
		),
		{ numRuns: crowdRuns(150) },
	);
});

/** Whether a host may say this; they write it on one line. */
function isFine(key: TextKey, source: string, language: string): boolean {
	try {
		checkText(key, source, language);
		return !/[\r\n\u2028\u2029]/.test(source);
	} catch (error) {
		if (error instanceof TextRefused) return false;
		throw error;
	}
}
