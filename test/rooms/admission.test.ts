import { describe, expect, it } from "vitest";
import { admit, conclude, follow, type Move } from "../../src/rooms/admission.ts";
import type { Presence } from "../../src/rooms/view.ts";

const person = (id: string, bot = false) => ({ id, name: id, bot });
const enters = (id: string, at: number): Move => ({ person: person(id), enters: true, at, witnessed: true });
const leaves = (id: string, at: number): Move => ({ person: person(id), enters: false, at, witnessed: true });
const nobody = new Set<string>();

describe("admit", () => {
	it("makes a stay and an arrival of each person's first entering", () => {
		const { stays, arrivals, moved } = admit([enters("maya", 1), enters("tom", 2)], nobody, null);
		expect(stays).toEqual([
			{ userId: "maya", enteredAt: 1, leftAt: null, witnessed: true },
			{ userId: "tom", enteredAt: 2, leftAt: null, witnessed: true },
		]);
		expect(arrivals.map((arrival) => arrival.person.id)).toEqual(["maya", "tom"]);
		expect(follow(new Set(["sunil"]), { moved })).toEqual(new Set(["sunil", "maya", "tom"]));
	});

	it("makes two stays but one arrival of somebody who leaves and comes back", () => {
		const moves = [enters("maya", 1), leaves("maya", 2), enters("maya", 3)];
		const { stays, endings, arrivals } = admit(moves, nobody, null);
		expect(stays.map(({ enteredAt, leftAt }) => [enteredAt, leftAt])).toEqual([
			[1, 2],
			[3, null],
		]);
		expect(endings).toEqual([]);
		expect(arrivals).toHaveLength(1);
	});

	it("ends the stored stay of somebody who was inside", () => {
		const inside = new Set(["maya", "tom"]);
		const { endings, moved } = admit([leaves("maya", 5)], inside, null);
		expect(endings).toEqual([{ userId: "maya", leftAt: 5, witnessed: true }]);
		expect(inside).toContain("maya"); // until that is stored
		expect(follow(inside, { moved })).toEqual(new Set(["tom"]));
	});

	it("makes nothing of the same packet twice or of a leaving of somebody who was never in", () => {
		const { stays, endings } = admit([enters("maya", 1), enters("maya", 1), leaves("tom", 2)], nobody, null);
		expect(stays).toHaveLength(1);
		expect(endings).toEqual([]);
	});

	it("passes over bots and the host", () => {
		const bot: Move = { person: person("jukebox", true), enters: true, at: 1, witnessed: true };
		expect(admit([bot, enters("henry", 1)], nobody, "henry").stays).toEqual([]);
	});
});

describe("conclude", () => {
	const seen = { enteredAt: 1, onStage: false, witnessed: false, unnamed: false };
	const present = (ids: string[], how: Partial<Presence> = {}) =>
		new Map(ids.map((id): [string, Presence] => [id, { person: person(id), ...seen, ...how }]));

	it("has those come who are there without a stay, and those gone who have one without being there", () => {
		const moves = conclude(present(["maya", "tom"]), new Set(["tom", "sunil"]), nobody, 9);
		expect(moves.map((move) => [move.person.id, move.enters, move.at, move.witnessed])).toEqual([
			["sunil", false, 9, false],
			["maya", true, 1, false],
		]);
	});

	it("leaves people for later whose part is not settled yet", () => {
		expect(conclude(present(["maya"]), nobody, new Set(["maya"]), 9)).toEqual([]);
	});

	it("leaves people for later of whom it is not known who they are", () => {
		expect(conclude(present(["maya"], { unnamed: true }), nobody, nobody, 9)).toEqual([]);
	});
});
