import { expect, it } from "vitest";
import { type Greetable, greetNext } from "../../src/cues/greet-next.ts";

interface Guest extends Greetable {
	name: string;
}

function guest(name: string, parts: Partial<Greetable> = {}): Guest {
	return { name, quiet: false, isDone: false, leftUntil: null, ...parts };
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
	["who came last, once nobody is left to the host", [guest("Sunil"), guest("Maya", { leftUntil: NOW })], "Sunil"],
])("the next to greet is %s", (_who, guests, next) => {
	expect(greetNext(guests, NOW)?.name ?? null).toBe(next);
});
