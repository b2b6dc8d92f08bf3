import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import {
	act,
	begin,
	cast,
	closes,
	deletes,
	joins,
	leaves,
	maya,
	modelFor,
	modelOf,
	opens,
	postAt,
	settled,
	sunil,
} from "./told.ts";

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

/** A session that is over. */
const over: Told = [...begin, [100, closes], [101, settled]];

describe("Model, after hours", () => {
	const mayHear = (told: Told, seconds: number) => modelOf(...told).mayHearOfClosing(maya, postAt(seconds));

	it("lets nobody hear that a room has closed before it is certain that it stays so", () => {
		const came: Told = [...over, [120, joins(maya)], [121, settled]];
		expect(mayHear(came, 300)).toBe(false);
		expect(mayHear(came, 401)).toBe(true);
	});

	it("lets a bot that may not have heard of the last session count from the one before it", () => {
		const unheard: Told = [...over, [120, joins(maya)], [300, opens()], [301, { is: "killed" }], [400, closes]];
		expect(mayHear([...unheard, [410, { is: "up" }]], 411)).toBe(true);
		const heard: Told = [...over, [120, joins(maya)], [300, opens()], [310, settled], [400, closes], [401, settled]];
		expect(mayHear(heard, 411)).toBe(false);
	});

	it("lets who comes later hear it at once", () => {
		expect(mayHear([...over, [500, joins(maya)]], 500)).toBe(true);
	});

	it("tells nothing to who has left by then, or when the room is open again", () => {
		expect(mayHear([...over, [120, joins(maya)], [390, leaves(maya)]], 500)).toBe(false);
		expect(mayHear([...over, [120, joins(maya)], [300, opens()]], 500)).toBe(false);
	});

	it("tells nothing to who was there all along", () => {
		expect(mayHear([...begin, [20, joins(maya)], [100, closes], [101, settled]], 500)).toBe(false);
	});

	it("may tell who is shown in a closed room, as if they had just come", () => {
		const shown: Told = [...begin, [20, joins(maya)], [100, closes], [450, { is: "killed" }], [460, { is: "up" }]];
		expect(mayHear(shown, 461)).toBe(true);
	});

	it("has to tell who was seen to come and is still there when the time is over", () => {
		const told: Told = [...over, [120, joins(maya)], [121, settled]];
		expect(modelOf(...told).afterHours(maya)).toEqual({ least: 0, most: 1 });
		expect(modelOf(...told, [440, settled]).afterHours(maya)).toEqual({ least: 1, most: 1 });
	});

	it("does not have to tell who could not be told within ten minutes from when they came", () => {
		const came: Told = [...over, [500, act({ do: "deny" })], [510, joins(maya)], [511, settled]];
		const least = (...then: Told) => modelOf(...came, ...then).afterHours(maya).least;
		expect(least([1_200, act({ do: "allow" })], [1_270, settled], [1_300, settled])).toBe(0);
		expect(least([700, act({ do: "allow" })], [1_270, settled], [1_300, settled])).toBe(1);
		const soon: Told = [...over, [102, act({ do: "deny" })], [120, joins(maya)], [121, settled]];
		const opened: Told = [
			[650, act({ do: "allow" })],
			[800, settled],
		];
		expect(modelOf(...soon, ...opened).afterHours(maya).least).toBe(0); // given up by then
	});

	it("does not have to where something is scheduled, for which they may be early", () => {
		const told: Told = [...over, [120, joins(maya)], [440, settled]];
		expect(modelFor({ ...cast, kind: "ahead" }, ...told).afterHours(maya).least).toBe(0);
	});
});

describe("Model, of a room that is deleted", () => {
	const came: Told = [...begin, [100, joins(maya)], [101, settled]];

	it("wants a greeting only from who had the time to say it", () => {
		expect(modelOf(...came, [110, deletes]).greetings(maya)).toEqual({ least: 0, most: 1 });
		expect(modelOf(...came, [160, deletes]).greetings(maya)).toEqual({ least: 1, most: 1 });
		const troubled: Told = [...came, [105, { is: "refused" }], [160, deletes]];
		expect(modelOf(...troubled).greetings(maya)).toEqual({ least: 0, most: 1 });
	});

	it("wants nothing to be tried there once the bot has heard of it", () => {
		const heard = modelOf(...came, [160, deletes]);
		expect(heard.isToBeSilent(postAt(165).triedAt)).toBe(false);
		expect(heard.isToBeSilent(postAt(185).triedAt)).toBe(true);
		const away = modelOf(...came, [150, { is: "killed" }], [160, deletes]);
		expect(away.isToBeSilent(postAt(300).triedAt)).toBe(false);
	});
});

describe("Model, of what waits in a session that is over", () => {
	const denied: Told = [...begin, [20, joins(maya)], [21, settled], [22, act({ do: "deny" })], [100, closes]];
	const least = (...then: Told) => modelOf(...denied, ...then).greetings(maya).least;

	it("wants it said, unless nothing could be said there for ten minutes", () => {
		expect(least([200, settled])).toBe(1);
		expect(least([800, settled])).toBe(0);
		expect(least([300, act({ do: "allow" })], [800, settled])).toBe(1);
		expect(least([650, act({ do: "allow" })], [800, settled])).toBe(0); // it may not have got through in time
	});
});

describe("Model, of a room that stays empty while something is on", () => {
	const left: Told = [...begin, [20, joins(maya)], [60, settled], [70, leaves(maya)], [70, leaves("Host 1x1")]];

	it("leaves open after ten minutes whether it is the same session that goes on", () => {
		expect(modelOf(...left, [600, joins(maya)], [610, settled]).greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(modelOf(...left, [700, joins(maya)], [710, settled]).greetings(maya)).toEqual({ least: 1, most: 2 });
	});

	it("wants a greeting for who comes first then, once it is certain who leads", () => {
		const came: Told = [...left, [700, joins(sunil)]];
		const gone: Told = [
			[701, leaves(sunil)],
			[710, settled],
		];
		expect(modelOf(...came, ...gone).greetings(sunil).least).toBe(0);
		expect(modelOf(...came, [710, settled]).greetings(sunil).least).toBe(1);
	});

	it("leaves open whether they hear an apology when another process begins before they are stored", () => {
		const apology = (...then: Told) => modelOf(...left, [700, joins(sunil)], ...then).words(sunil, postAt(703)).apology;
		expect(apology([702, settled], [703, settled])).toBe("never");
		expect(apology([701, { is: "up" }], [703, settled])).toBe("may");
		expect(apology([701, settled], [702, { is: "up" }], [703, settled])).toBe("may");
	});
});
