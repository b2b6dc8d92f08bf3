import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Composed, compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { listedName, safeName } from "../../src/greetings/names.ts";
import { respell } from "../../src/greetings/respell.ts";
import type { Written } from "../../src/greetings/rolls.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { renderLikeDiscord, staysInItsPlace } from "./rendering.ts";
import { crowdRuns } from "./runs.ts";
import { first, MINUTE_MS, START, scene } from "./scene.ts";

const words = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 12 }),
	fc.string({ unit: "binary", maxLength: 12 }),
	fc.constantFrom(
		"Maya",
		"@everyone",
		"<@1>",
		"{host}",
		"$&",
		"[a](https://b.c)",
		"discord.gg/x",
		"محمد",
		"||",
		"`",
		"- ",
		"# x",
	),
);
const greeting = fc.record({
	userId: fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n }).map(String),
	name: words,
	kind: fc.constantFrom<Greeting["kind"]>("early", "onTime", "late", "afterHours", "lookBack", "thanks"),
	minutes: fc.integer({ min: 0, max: 600 }),
	visits: fc.integer({ min: 1, max: 4 }),
	missed: fc.boolean(),
	neutral: fc.boolean(),
	language: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(...LANGUAGES)),
});
const crowd = fc.uniqueArray(greeting, { minLength: 1, maxLength: 120, selector: (one) => one.userId });
const mentioning = {
	onTime: ["{mention} ({name})!"],
	late: ["{people, plural, one {{mention}} =2 {You two, {name}} other {All # of you: {mention}}}!"],
	thanks: ["Bye, {mention}!"],
	missed: ["Sorry, {people, plural, one {my friend} other {my friends}}!"],
};
const voice = fc
	.record({
		language: fc.constantFrom(...LANGUAGES),
		ping: fc.constantFrom<Voice["ping"]>("off", "quiet", "on"),
		own: fc.boolean(),
	})
	.map(({ language, ping, own }): Voice => {
		const { texts } = languageOf(language);
		return { ...DEFAULT_VOICE, language, ping, texts: own ? { ...texts, ...mentioning } : texts };
	});
const place = fc
	.record({ title: words, host: words, server: words, note: words, recap: words, late: fc.boolean() })
	.map(({ late, ...said }) => ({ ...scene, ...said, now: START + (late ? MINUTE_MS : -MINUTE_MS), next: START }));

/** Posts until everyone has been greeted. */
function drain(greetings: readonly Greeting[], by: Voice, where: typeof scene): [Composed, readonly Greeting[]][] {
	const posts: [Composed, readonly Greeting[]][] = [];
	for (let at = 0; at < greetings.length; at += posts.at(-1)?.[0].count ?? greetings.length) {
		const composed = compose(greetings.slice(at), by, where, first);
		posts.push([composed, greetings.slice(at, at + composed.count)]);
	}
	return posts;
}

describe("compose, for whoever comes and whatever the host says", () => {
	it("names everyone exactly once, in messages that Discord takes", () => {
		fc.assert(
			fc.property(crowd, voice, place, (greetings, by, where) => {
				const posts = drain(greetings, by, where);
				expect(posts.reduce((sum, [{ count }]) => sum + count, 0)).toBe(greetings.length);
				for (const [{ body, count, rolls }, people] of posts) {
					const spoken = new Set([by.language, ...rolls.map(({ language }) => language)]);
					expect(spoken.size).toBeLessThanOrEqual(3);
					expect(count).toBeGreaterThanOrEqual(1);
					expect(body.length).toBeLessThanOrEqual(2000);
					expect(body.trim()).not.toBe("");
					expect(body.isWellFormed()).toBe(true);
					for (const person of people) {
						const roll = rolls.find(({ spots }) => spots.some(([who]) => who === person.userId));
						expect(roll?.language).toBeOneOf([by.language, person.language]);
						const { neutralName, neutralAmong = neutralName } = languageOf(roll?.language ?? by.language);
						const isNamed = !person.neutral && safeName(person.name) !== "";
						const names = isNamed ? [safeName(person.name), listedName(person.name)] : [neutralName, neutralAmong];
						expect([...names, `<@${person.userId}>`].some((called) => body.includes(called))).toBe(true);
					}
				}
			}),
			{ numRuns: crowdRuns(120) },
		);
	});

	it("mentions only people it greets, only when the host allows it, and at most twenty", () => {
		fc.assert(
			fc.property(crowd, voice, place, (greetings, by, where) => {
				for (const [{ body, mentions, silent }, people] of drain(greetings, by, where)) {
					const written = [...body.matchAll(/<@(\d+)>/g)].map(([, id]) => id ?? "");
					expect([...mentions].sort()).toEqual([...new Set(written)].sort());
					expect(people.map((person) => person.userId)).toEqual(expect.arrayContaining(mentions));
					expect(mentions.length).toBeLessThanOrEqual(by.ping === "off" ? 0 : 20);
					expect(silent).toBe(by.ping === "quiet" && mentions.length > 0);
				}
			}),
			{ numRuns: crowdRuns(120) },
		);
	});

	it("lets no name, title or server do anything in the message", () => {
		fc.assert(
			fc.property(crowd, place, (greetings, where) => {
				const texts = { ...DEFAULT_VOICE.texts, onTime: ["{name}, {title}, {host}, {server}!"] };
				const quiet = { ...where, note: null, recap: null, next: null, now: START };
				for (const [{ body }] of drain(greetings, { ...DEFAULT_VOICE, texts }, quiet)) {
					expect(renderLikeDiscord(body).live).toEqual([]);
					expect(staysInItsPlace(body)).toBe(true);
				}
			}),
			{ numRuns: crowdRuns(120) },
		);
	});

	it("lets no note ping, whatever the host wrote", () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
				const late: Greeting = { userId: "5", name: "Maya", kind: "late", minutes: 9, visits: 1, missed: false };
				const { body } = compose([late], DEFAULT_VOICE, { ...scene, note: parts.join("") }, first);
				const { live } = renderLikeDiscord(body);
				expect(live.filter((what) => /user|role|everyone/.test(what))).toEqual([]);
				expect(body).not.toContain("\n");
			}),
			{ numRuns: crowdRuns(300) },
		);
	});
});

/** What stands around all who are called in a message, and how each of them is called, in the order of the message. */
function takenApart({ body, rolls }: Written): { around: string[]; calls: (readonly [who: string, as: string])[] } {
	const spots = rolls.flatMap((roll) => roll.spots).toSorted(([, a], [, b]) => a - b);
	const around: string[] = [];
	let from = 0;
	for (const [, at, length] of spots) {
		around.push(body.slice(from, at));
		from = at + length;
	}
	around.push(body.slice(from));
	return { around, calls: spots.map(([who, at, length]) => [who, body.slice(at, at + length)] as const) };
}

describe("respell, for whoever is called otherwise afterwards", () => {
	it("calls them so, and leaves every other word as it stands", () => {
		const changes = fc.array(fc.option(fc.record({ name: fc.option(words), sorry: fc.boolean() })), { minLength: 1 });
		fc.assert(
			fc.property(crowd, voice, place, changes, (greetings, by, where, some) => {
				for (const [composed, people] of drain(greetings, by, where)) {
					const wanted = new Map(
						people.flatMap(({ userId }, index) => {
							const change = some[index % some.length];
							return change ? [[userId, change] as const] : [];
						}),
					);
					const before = takenApart(composed);
					const respelt = respell(composed, wanted);
					const after = takenApart(respelt);
					expect(respelt.body.length).toBeLessThanOrEqual(2000);
					expect(respelt.body.isWellFormed()).toBe(true);
					expect(after.around).toEqual(before.around);
					expect(after.calls.map(([who]) => who)).toEqual(before.calls.map(([who]) => who));
					const others = ({ calls }: typeof before) => calls.filter(([who]) => !wanted.has(who));
					expect(others(after)).toEqual(others(before));
					for (const [who, as] of after.calls) {
						if (wanted.get(who)?.name === null) expect(as).not.toContain("<@");
					}
					expect(respell(respelt, wanted)).toEqual(respelt);
				}
			}),
			{ numRuns: crowdRuns(30) },
		);
	});
});
