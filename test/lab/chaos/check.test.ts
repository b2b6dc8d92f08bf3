import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import { checkTrial, type SeenPost } from "./check.ts";
import { BEGAN, begin, cast, joins, maya, modelOf, settled, sunil } from "./told.ts";

function post(content: string, seconds: number): SeenPost {
	return { content, triedAt: BEGAN + seconds * 1_000, acceptedAt: BEGAN + seconds * 1_000, pings: 0 };
}

const HELLO = (who: string) => says("onTime", [who]);

describe("checkTrial", () => {
	const model = modelOf(...begin, [20, joins(maya)], [21, settled], [22, joins(sunil)], [23, settled]);
	const good = [post(HELLO(maya), 21), post(HELLO(sunil), 23)];

	it("finds nothing wrong with a room that saw what it had to", () => {
		expect(checkTrial(cast, model, good)).toEqual({ due: 2, greeted: 2, lost: [], doubled: [], wrong: [] });
	});

	it("finds a lost greeting", () => {
		const verdict = checkTrial(cast, model, good.slice(1));
		expect(verdict).toMatchObject({ lost: [expect.stringContaining(maya)], doubled: [], wrong: [] });
	});

	it("finds a doubled greeting", () => {
		const verdict = checkTrial(cast, model, [...good, post(HELLO(maya), 24)]);
		expect(verdict).toMatchObject({ lost: [], doubled: [expect.stringContaining(maya)], wrong: [] });
	});

	it.each([
		["the words of another moment", says("late", [maya])],
		["an apology for nothing", says("onTime", [maya], { missed: true })],
		["words without a name", `${HELLO(maya)}\n${says("onTime", [""])}`],
		["somebody from elsewhere", says("onTime", [maya, "Guest 2x1"])],
	])("finds %s", (_, words) => {
		expect(checkTrial(cast, model, [post(words, 21), ...good.slice(1)]).wrong).not.toEqual([]);
	});

	it("finds a ping", () => {
		expect(
			checkTrial(cast, model, [post(HELLO(maya), 21), { ...post(HELLO(sunil), 23), pings: 1 }]).wrong,
		).toHaveLength(1);
	});
});
