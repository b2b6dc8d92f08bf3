import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Model } from "./model.ts";
import {
	act,
	begin,
	closes,
	isTold,
	joins,
	maya,
	modelOf,
	opens,
	postAt,
	presses,
	settled,
	sunil,
	timeAt,
} from "./told.ts";

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

const MAYA = "Chosen 1x1x1";
const quiet = presses(maya, "quiet");
const named = presses(maya, "named");
const chooses = presses(maya, "name", MAYA);
const done = isTold(maya);
const HOUR = 3_600;

/** A post that is first seen after so many seconds, and perhaps known to have been composed after so many. */
const seenAt = (seconds: number, composed: number | null = null) => ({
	...postAt(seconds),
	composedAt: composed === null ? null : timeAt(composed),
});
/** What happens to a bot that has run for long. */
const modelAfter = (...told: Told): Model => modelOf(...begin, ...told);
/** How Maya may be called in a post that is first seen after so many seconds. */
const calledAt = (seconds: number, ...told: Told) => [...modelAfter(...told).wishes.callsIn(maya, seenAt(seconds))];

describe("Wishes, of a post that is composed", () => {
	it.each<[string, number, Told, (string | null)[]]>([
		["who has asked for nothing goes by their name", 200, [], [maya]],
		["who is being quiet may be named or not", 201, [[200, quiet]], [maya, null]],
		[
			"who was told that they are quiet is not named",
			210,
			[
				[200, quiet],
				[201, done],
			],
			[null],
		],
		[
			"a post that came at once may be of the moment before",
			203,
			[
				[200, quiet],
				[201, done],
			],
			[maya, null],
		],
		[
			"nobody may be named by a name that they choose later",
			199,
			[
				[200, chooses],
				[201, done],
			],
			[maya],
		],
		[
			"a name that was chosen is used",
			210,
			[
				[200, chooses],
				[201, done],
			],
			[MAYA],
		],
		[
			"who is quiet is called by no name, whatever they choose",
			310,
			[
				[200, quiet],
				[201, done],
				[300, chooses],
				[301, done],
			],
			[null],
		],
		[
			"who takes it back is called as they chose",
			410,
			[
				[200, quiet],
				[201, done],
				[300, chooses],
				[301, done],
				[400, named],
				[401, done],
			],
			[MAYA],
		],
		[
			"who is forgotten goes by their name again",
			310,
			[
				[200, chooses],
				[201, done],
				[300, presses(maya, "forget")],
				[301, done],
			],
			[maya],
		],
		[
			"who is forgotten may stay quiet",
			210,
			[
				[200, presses(maya, "forget, stay quiet")],
				[201, done],
			],
			[null],
		],
	])("%s", (_, seconds, told, calls) => {
		expect(calledAt(seconds, ...told)).toEqual(calls);
	});

	it("leaves open what was not answered, until something else is", () => {
		const open: Told = [
			[200, quiet],
			[300, chooses],
		];
		expect(new Set(calledAt(310, ...open))).toEqual(new Set([maya, null, MAYA]));
		expect(new Set(calledAt(310, ...open, [301, done]))).toEqual(new Set([null, MAYA]));
		expect(calledAt(410, ...open, [301, done], [400, named], [401, done])).toEqual([MAYA]);
		expect(new Set(calledAt(310, [200, quiet], [201, { is: "answered", who: maya, isDone: false }]))).toEqual(
			new Set([maya, null]),
		);
	});

	it.each<[string, Told, boolean]>([
		["nothing", [], false],
		[
			"a process that was killed",
			[
				[205, { is: "killed" }],
				[206, { is: "up" }],
			],
			true,
		],
		[
			"a process that was killed long ago",
			[
				[10, { is: "killed" }],
				[11, { is: "up" }],
			],
			false,
		],
		["a locked database", [[100, { is: "lock", on: true }]], true],
		[
			"a limit of which nobody knows for how long",
			[[100, act({ do: "limit", of: "posts", says: "nothing", times: 1 })]],
			true,
		],
	])("may be of long ago when it was hidden by %s", (_, trouble, isHidden) => {
		const calls = modelOf(
			[0, { is: "up" }],
			...trouble.filter(([at]) => at < 200),
			[200, quiet],
			[201, done],
			...trouble.filter(([at]) => at > 200),
		).wishes.callsIn(maya, seenAt(240));
		expect(calls.has(maya)).toBe(isHidden);
	});
});

describe("Wishes, of a post of which the bot knows when it was composed", () => {
	const told: Told = [
		[190, { is: "killed" }],
		[191, { is: "up" }],
		[200, quiet],
		[201, done],
	];
	const calls = (composed: number, ...more: Told) => [
		...modelAfter(...told, ...more).wishes.callsIn(maya, seenAt(240, composed)),
	];

	it("are those of that moment, however long it was hidden", () => {
		expect(calls(190)).toEqual([maya]);
		expect(calls(210)).toEqual([null]);
	});

	it("are not told by a clock that was wrong", () => {
		expect(calls(210, [220, { is: "clock", wrong: true }], [230, { is: "clock", wrong: false }])).toEqual([maya, null]);
	});
});

describe("Wishes, of a post that stands", () => {
	const standing = (seconds: number, ...told: Told) => [
		...modelAfter(...told).wishes.callsInStanding(maya, seenAt(seconds)),
	];

	it.each<[string, number, Told, (string | null)[]]>([
		[
			"is put right when somebody becomes quiet",
			200,
			[
				[300, quiet],
				[301, done],
			],
			[null],
		],
		[
			"is put right when somebody chooses a name",
			200,
			[
				[300, chooses],
				[301, done],
			],
			[MAYA],
		],
		["need not be before that is answered", 200, [[300, quiet]], [maya, null]],
		[
			"stands as it stood where it was an hour old",
			200,
			[
				[300 + HOUR, quiet],
				[301 + HOUR, done],
			],
			[maya, null],
		],
		[
			"keeps its neutral word when somebody is quiet no more",
			200,
			[
				[300, quiet],
				[301, done],
				[400, named],
				[401, done],
			],
			[null, maya],
		],
		[
			"stands as it stood when its person is forgotten",
			200,
			[
				[300, quiet],
				[301, done],
				[302, presses(maya, "forget")],
				[303, done],
			],
			[maya, null],
		],
		[
			"is put right although its person was forgotten before it came",
			400,
			[
				[200, presses(maya, "forget")],
				[201, done],
				[500, quiet],
				[501, done],
			],
			[null],
		],
		[
			"may stand as it stood in a room that is gone",
			200,
			[
				[300, quiet],
				[301, done],
				[400, act({ do: "delete room", channelFirst: false })],
			],
			[maya, null],
		],
		[
			"may stand as it stood by a clock that is wrong",
			200,
			[
				[250, { is: "clock", wrong: true }],
				[300, quiet],
				[301, done],
				[400, { is: "clock", wrong: false }],
			],
			[maya, null],
		],
	])("%s", (_, seconds, told, calls) => {
		expect(new Set(standing(seconds, ...told))).toEqual(new Set(calls));
	});
});

describe("Model, of who is forgotten", () => {
	const forget = presses(maya, "forget");
	const came: Told = [...begin, [220, joins(maya)], [221, settled]];
	const forgotten: Told = [...came, [230, forget], [231, done]];

	it("wants nothing said to them that had not been said by then", () => {
		expect(modelOf(...forgotten).greetings(maya)).toEqual({ least: 0, most: 1 });
		expect(modelOf(...came, [300, forget], [301, done]).greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(modelOf(...forgotten, [400, closes], [401, settled]).thanks(maya)).toEqual({ least: 0, most: 1 });
		expect(modelOf(...came, [240, closes], [241, settled], [242, forget], [243, done]).thanks(maya)).toEqual({
			least: 0,
			most: 1,
		});
	});

	it("lets nothing be said to them in that session any more", () => {
		expect(modelOf(...forgotten).isForgotten(maya, seenAt(240))).toBe(true);
		expect(modelOf(...forgotten).isForgotten(maya, seenAt(232))).toBe(false); // it may have been composed before
		expect(modelOf(...forgotten).isForgotten(sunil, seenAt(240))).toBe(false);
		expect(modelOf(...forgotten, [400, closes]).isForgotten(maya, seenAt(401))).toBe(true);
		expect(modelOf(...came, [230, forget]).isForgotten(maya, seenAt(240))).toBe(false); // nobody knows whether it was done
	});

	it("lets them be greeted again once it has opened anew, for who was forgotten goes with its end", () => {
		const anew: Told = [
			...forgotten,
			[400, closes],
			[401, settled],
			[500, opens()],
			[510, joins(maya)],
			[511, settled],
		];
		expect(modelOf(...anew).isForgotten(maya, seenAt(512))).toBe(false);
		expect(modelOf(...anew).greetings(maya)).toEqual({ least: 0, most: 2 });
	});

	it("lets who was not known of be greeted when they come", () => {
		const before: Told = [...begin, [220, forget], [221, done], [300, joins(maya)], [301, settled]];
		expect(modelOf(...before).isForgotten(maya, seenAt(302))).toBe(false);
	});
});
