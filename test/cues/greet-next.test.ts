import { expect, it } from "vitest";
import { askedAbout, type Greetable, greetNext } from "../../src/cues/greet-next.ts";

interface Guest extends Greetable {
	name: string;
}

function guest(name: string, parts: Partial<Greetable> = {}): Guest {
	return { name, quiet: false, isDone: false, leftUntil: null, askedUntil: null, ...parts };
}

const NOW = 100;

it.each<[string, Guest[], string | null]>([
	["nobody of nobody", [], null],
	["who came last", [guest("Sunil"), guest("Maya")], "Sunil"],
	["the one before, once that one is done", [guest("Sunil", { isDone: true }), guest("Maya")], "Maya"],
	["nobody, once all are done", [guest("Sunil", { isDone: true })], null],
	["nobody who is quiet", [guest("Sunil", { quiet: true }), guest("Maya")], "Maya"],
	["nobody who is quiet, not even when left to the host", [guest("Sunil", { quiet: true, leftUntil: 120 })], null],
	["who is left to the host before who came later", [guest("Sunil"), guest("Maya", { leftUntil: 120 })], "Maya"],
	["the longest waiting of those", [guest("Sunil", { leftUntil: 130 }), guest("Maya", { leftUntil: 120 })], "Maya"],
	["nobody who may be on the panel, while that is asked", [guest("Lena", { askedUntil: 120 }), guest("Maya")], "Maya"],
	["who may have been, once it is not asked any more", [guest("Lena", { askedUntil: NOW }), guest("Maya")], "Lena"],
	["who came last, once nobody is left to the host", [guest("Sunil"), guest("Maya", { leftUntil: NOW })], "Sunil"],
])("the next to greet is %s", (_who, guests, next) => {
	expect(greetNext(guests, NOW)?.name ?? null).toBe(next);
});

it.each<[string, Guest[], string[]]>([
	["nobody of nobody", [guest("Maya")], []],
	["who waits longest first", [guest("Lena", { askedUntil: 130 }), guest("Ana", { askedUntil: 120 })], ["Ana", "Lena"]],
	["nobody any more, once they are to be greeted", [guest("Lena", { askedUntil: NOW })], []],
	["even who is quiet", [guest("Lena", { askedUntil: 120, quiet: true })], ["Lena"]],
	[
		"three at a time",
		[140, 130, 120, 110].map((askedUntil) => guest(`who waits until ${askedUntil}`, { askedUntil })),
		["who waits until 110", "who waits until 120", "who waits until 130"],
	],
])("the host is asked about %s", (_who, guests, asked) => {
	expect(askedAbout(guests, NOW).map(({ name }) => name)).toEqual(asked);
});
