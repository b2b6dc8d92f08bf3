import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPicks } from "../../src/greetings/pick.ts";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Turns of one host whose luck is given; when it has run out, the first that can be taken is. */
function turnsWith(luck: readonly number[] = []) {
	const left = [...luck];
	return createPicks(() => left.shift() ?? 0).of("server", "host");
}

/** Draws so often of so many wordings. */
const draw = (turns: Pick<ReturnType<typeof turnsWith>, "pick">, times: number, variants: number, key = "late") =>
	Array.from({ length: times }, () => turns.pick(key, variants));

describe("the turns of a host's texts", () => {
	it("give each of n wordings once in n draws, round after round, and none twice running", () => {
		fc.assert(
			fc.property(fc.array(chance, { maxLength: 60 }), fc.integer({ min: 2, max: 10 }), (luck, variants) => {
				const turns = turnsWith(luck);
				const rounds = Array.from({ length: 5 }, () => draw(turns, variants, variants));
				for (const round of rounds) expect(round.toSorted((a, b) => a - b)).toEqual([...Array(variants).keys()]);
				for (const [index, one] of rounds.flat().entries()) expect(one).not.toBe(rounds.flat()[index - 1]);
			}),
		);
	});

	it("can bring any wording first", () => {
		expect([0, 0.4, 0.9].map((luck) => turnsWith([luck]).pick("late", 3))).toEqual([0, 1, 2]);
	});

	it("leave no choice with one wording or none", () => {
		const turns = turnsWith();
		expect([draw(turns, 2, 1), draw(turns, 2, 0, "note")]).toEqual([
			[0, 0],
			[-1, -1],
		]);
	});

	it("are kept for each text by itself, each host and each server", () => {
		const picks = createPicks(() => 0);
		const turns = [
			["one", "anna"],
			["one", "henry"],
			["one", null],
			["two", "anna"],
		] as const;
		const first = turns.map(([serverId, hostId]) => picks.of(serverId, hostId).pick("late", 2));
		expect([...first, picks.of("one", "anna").pick("onTime", 2)]).toEqual([0, 0, 0, 0, 0]);
		expect(picks.of("one", "anna").pick("late", 2)).toBe(1);
	});

	it("begin anew, and not with the last one, when the wordings have become more or fewer", () => {
		const turns = turnsWith();
		expect(draw(turns, 1, 3)).toEqual([0]);
		expect(draw(turns, 4, 4)).toEqual([1, 0, 2, 3]);
		expect(draw(turns, 3, 3)).toEqual([0, 1, 2]);
	});

	it("come to one that suits, over and over if need be, and keep what does not for another time", () => {
		const turns = turnsWith();
		const isEven = (index: number) => index % 2 === 0;
		const even = Array.from({ length: 3 }, () => turns.pick("late", 4, isEven));
		expect(even).toEqual([0, 2, 0]);
		expect(draw(turns, 3, 4)).toEqual([1, 2, 3]);
		expect(turns.pick("late", 4, () => false)).toBe(-1);
	});
});

describe("turns that are only tried", () => {
	it("count as taken once they are kept", () => {
		const turns = turnsWith();
		expect(turns.pick("late", 3)).toBe(0);
		const vain = turns.try();
		expect(draw(vain, 2, 3)).toEqual([1, 2]);
		const said = turns.try();
		expect(said.pick("late", 3)).toBe(1);
		said.keep();
		expect(turns.pick("late", 3)).toBe(2);
	});

	it("are all counted where several are tried at a time", () => {
		const turns = turnsWith([0, 0.9]);
		const [one, other] = [turns.try(), turns.try()];
		expect([one.pick("late", 4), other.pick("late", 4)]).toEqual([0, 3]);
		one.keep();
		other.keep();
		expect(draw(turns, 2, 4)).toEqual([1, 2]);
	});

	it("can be tried one after the other within others", () => {
		const turns = turnsWith();
		const message = turns.try();
		const line = message.try();
		expect(line.pick("late", 3)).toBe(0);
		line.keep();
		expect(message.try().pick("late", 3)).toBe(1);
		expect(message.pick("late", 3)).toBe(1);
		expect(turns.pick("late", 3)).toBe(0);
		message.keep();
		expect(turns.pick("late", 3)).toBe(2);
	});
});
