import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import { checkTrial, type SeenPost, type TrialVerdict } from "./check.ts";
import { begin, cast, isTold, joins, maya, modelOf, postAt, presses, settled, sunil } from "./told.ts";

function post(content: string, seconds: number): SeenPost {
	return { content, changes: [], ...postAt(seconds), composedAt: null, pings: 0 };
}

const HELLO = (who: string) => says("onTime", [who]);

describe("checkTrial", () => {
	const model = modelOf(...begin, [20, joins(maya)], [21, settled], [22, joins(sunil)], [23, settled]);
	const good = [post(HELLO(maya), 21), post(HELLO(sunil), 23)];

	it("finds nothing wrong with a room that saw what it had to", () => {
		expect(checkTrial(cast, model, good)).toEqual({
			...{ due: 2, greeted: 2 },
			...{ lost: [], doubled: [], wrong: [], against: [], panel: [] },
		});
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

	it("counts neutral words for those who are quiet, and finds one too few or too many", () => {
		const quiet = [
			...begin,
			[206, presses(maya, "quiet")],
			[207, isTold(maya)],
			[220, joins(maya)],
			[221, settled],
		] as const;
		const both = [
			...quiet,
			[218, presses(sunil, "quiet")],
			[219, isTold(sunil)],
			[222, joins(sunil)],
			[223, settled],
		] as const;
		const unnamed = says("onTime", [""]);
		const lists = (verdict: TrialVerdict) =>
			[verdict.lost, verdict.doubled, verdict.wrong, verdict.against].map((list) => list.length);
		const verdictOn = (told: typeof quiet | typeof both, ...posts: SeenPost[]) =>
			lists(checkTrial(cast, modelOf(...told), posts));
		expect(verdictOn(quiet, post(unnamed, 221))).toEqual([0, 0, 0, 0]);
		expect(verdictOn(quiet)).toEqual([1, 0, 0, 0]);
		expect(verdictOn(quiet, post(unnamed, 221), post(unnamed, 223))).toEqual([0, 1, 0, 0]);
		expect(verdictOn(both, post(says("onTime", ["", ""]), 223))).toEqual([0, 0, 0, 0]);
		expect(verdictOn(both, post(unnamed, 223))).toEqual([1, 0, 0, 0]);
		expect(verdictOn(quiet, post(HELLO(maya), 221))).toEqual([0, 0, 0, 2]);
	});

	it("finds who is still named where that was to be put right, and what is put right for nothing", () => {
		const quiet = modelOf(
			...begin,
			[220, joins(maya)],
			[221, settled],
			[300, presses(maya, "quiet")],
			[301, isTold(maya)],
		);
		const said = post(HELLO(maya), 221);
		const changed = { content: HELLO(maya).replace(maya, "dear guest"), at: postAt(302).acceptedAt };
		expect(checkTrial(cast, quiet, [said]).against).toEqual([expect.stringContaining("still called")]);
		expect(checkTrial(cast, quiet, [{ ...said, changes: [changed] }])).toMatchObject({
			lost: [],
			wrong: [],
			against: [],
		});
		expect(checkTrial(cast, model, [{ ...said, changes: [changed] }, ...good.slice(1)]).against).not.toEqual([]);
	});

	it("finds a ping", () => {
		expect(
			checkTrial(cast, model, [post(HELLO(maya), 21), { ...post(HELLO(sunil), 23), pings: 1 }]).wrong,
		).toHaveLength(1);
	});
});
