import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import { act, begin, closes, joins, leaves, maya, modelOf, opens, postAt, settled } from "./told.ts";

const limited: UndatedEntry = { is: "limited" };
const timesOut = (seconds: number): UndatedEntry => act({ do: "time out", forMs: seconds * 1_000 });
const forgiven: UndatedEntry = act({ do: "forgive" });
const oddAnswer: UndatedEntry = act({ do: "odd answer", answer: "204", done: true, times: 1 });
const limit: UndatedEntry = act({ do: "limit", of: "posts", says: "nothing", times: 1 });
const locks: UndatedEntry = { is: "lock", on: true };
const unlocks: UndatedEntry = { is: "lock", on: false };

describe("Model, while posts are kept from a room", () => {
	/** Maya is there when her session ends, and eleven minutes go by. */
	const endsWhile = (trouble: UndatedEntry) =>
		modelOf(...begin, [18, trouble], [20, joins(maya)], [30, settled], [40, closes], [50, settled], [700, settled]);

	it.each<[string, UndatedEntry]>([
		["Discord limits the room and does not say for how long", limit],
		["Discord limits everything", limited],
		["the bot is timed out", timesOut(900)],
	])("leaves open whether who waits past the end is greeted: %s", (_title, trouble) => {
		expect(endsWhile(trouble).greetings(maya)).toEqual({ least: 0, most: 1 });
	});

	it.each<[string, UndatedEntry]>([
		["an answer tells nothing of a post", oddAnswer],
		["a time-out is soon over", timesOut(60)],
	])("wants a greeting where that is over in time: %s", (_title, trouble) => {
		expect(endsWhile(trouble).greetings(maya)).toEqual({ least: 1, most: 1 });
	});

	it.each<[string, UndatedEntry]>([
		["odd answer", oddAnswer],
		["limit", limit],
		["limit of all requests", limited],
	])("does not say by when who comes after it has to be greeted: %s", (_title, trouble) => {
		const model = modelOf(...begin, [10, trouble], [600, joins(maya)], [610, settled]);
		expect(model.words(maya, postAt(610)).tryBy).toBe(Number.POSITIVE_INFINITY);
	});
});

describe("Model, while a stage closes and opens again", () => {
	/** Maya is there all the time, and goes once it is open again. */
	const reopens = (trouble: UndatedEntry) =>
		modelOf(
			...begin,
			[20, joins(maya)],
			[60, settled],
			[70, trouble],
			[71, closes],
			[80, settled],
			[220, opens()],
			[230, leaves(maya)],
			[240, settled],
		);

	it("leaves open whether somebody is thanked to whom that could not be said before it opens again", () => {
		expect(reopens(timesOut(120)).thanks(maya).least).toBe(0);
		expect(reopens(oddAnswer).thanks(maya).least).toBe(1);
	});

	it("does so though it has opened and closed without them in between", () => {
		const twice = (trouble: UndatedEntry) =>
			modelOf(
				...begin,
				[20, joins(maya)],
				[60, settled],
				[70, trouble],
				[71, closes],
				[80, settled],
				[81, leaves(maya)],
				[110, opens()],
				[114, settled],
				[120, closes],
				[125, settled],
				[150, joins(maya)],
				[220, opens()],
				[230, leaves(maya)],
				[240, settled],
			);
		expect(twice(timesOut(120)).thanks(maya).least).toBe(0);
		expect(twice(oddAnswer).thanks(maya).least).toBe(1);
	});
});

describe("Model, where the bot is timed out", () => {
	const triedBy = (...entries: readonly (readonly [number, UndatedEntry])[]) =>
		modelOf(...begin, [10, timesOut(300)], ...entries, [410, settled]).words(maya, postAt(410)).tryBy;

	it("says by when who comes a while after its end has to be greeted, and not of who comes before", () => {
		expect(triedBy([200, joins(maya)])).toBe(Number.POSITIVE_INFINITY);
		expect(triedBy([400, joins(maya)])).toBeLessThan(Number.POSITIVE_INFINITY);
	});

	it("takes it to be over when somebody forgives the bot", () => {
		expect(triedBy([100, forgiven], [200, joins(maya)])).toBeLessThan(Number.POSITIVE_INFINITY);
	});

	it("wants an apology for who had to wait for that", () => {
		const model = modelOf(...begin, [10, timesOut(300)], [20, joins(maya)], [30, settled]);
		expect(model.words(maya, postAt(320)).apology).toBe("must");
	});
});

describe("Model, while another program locks the database", () => {
	const locked = [...begin, [10, locks], [20, joins(maya)]] as const;

	it("wants a greeting only once what was locked is certain to have been stored", () => {
		expect(modelOf(...locked, [30, settled]).greetings(maya).least).toBe(0);
		expect(modelOf(...locked, [30, unlocks], [40, settled]).greetings(maya).least).toBe(0);
		expect(modelOf(...locked, [30, unlocks], [70, settled]).greetings(maya).least).toBe(1);
	});

	it("wants none while the disk is full besides", () => {
		const full = [...locked, [25, { is: "disk", full: true }], [30, unlocks]] as const;
		expect(modelOf(...full, [70, settled]).greetings(maya).least).toBe(0);
		expect(modelOf(...full, [70, { is: "disk", full: false }], [110, settled]).greetings(maya).least).toBe(1);
	});
});
