import { afterAll, describe, expect, inject, it } from "vitest";
import { check, type Post } from "./check.ts";
import { type Engine, postgresAt, sqlite } from "./database.ts";
import { Dice } from "./dice.ts";
import type { Entry } from "./entry.ts";
import { Model } from "./model.ts";
import { readOptions } from "./options.ts";
import { type Action, type Cast, planWave } from "./plan.ts";
import { Kennel } from "./process.ts";
import { readPost } from "./read.ts";
import { add, describe as describeTally, newTally } from "./tally.ts";
import { runWave } from "./wave.ts";

const cast: Cast = {
	trial: 1,
	kind: "stage",
	startsInMinutes: [0, 0, 0],
	hosts: ["Host 1x1", "Host 1x2"],
	guests: ["Guest 1x1", "Guest 1x2"],
	panel: [],
	bots: ["Jukebox 1x1"],
};
const [maya = "", sunil = ""] = cast.guests;
const BEGAN = 1_000_000_000;

type Told = Entry extends infer One ? (One extends Entry ? Omit<One, "at"> : never) : never;

/** What a model makes of entries that follow one another at these seconds. */
function modelOf(...entries: readonly (readonly [seconds: number, Told])[]): Model {
	return modelFor(cast, ...entries);
}

function modelFor(cast: Cast, ...entries: readonly (readonly [seconds: number, Told])[]): Model {
	const model = new Model(cast);
	for (const [seconds, entry] of entries) model.take({ ...entry, at: BEGAN + seconds * 1_000 } as Entry);
	return model;
}

const act = (action: Action): Told => ({ is: "action", action, startsAt: null });
const joins = (who: string, packet: "sent" | "lost" = "sent"): Told =>
	act({ do: "join", who, room: "room", speaker: who.startsWith("Host"), packet });
const leaves = (who: string): Told => act({ do: "leave", who, packet: "sent" });
const opens = (host = "Host 1x1"): Told => act({ do: "open", host, packet: "sent" });
const closes = act({ do: "close", packet: "sent" });
const settled: Told = { is: "settled" };
const begin = [
	[0, { is: "up" }],
	[1, joins("Host 1x1")],
	[1, opens()],
	[5, settled],
] as const;

function post(content: string, seconds: number): Post {
	return { content, triedAt: BEGAN + seconds * 1_000, acceptedAt: BEGAN + seconds * 1_000, pings: 0 };
}

const HELLO = (who: string) => `Hello, ${who}! Thanks for joining us!`;
const SORRY = "Sorry I wasn't at the door when you came in. That was my slip, not yours.";

describe("Dice", () => {
	it("fall the same way for the same seeds, and otherwise for others", () => {
		const throws = (...seeds: number[]) => {
			const dice = new Dice(...seeds);
			return Array.from({ length: 20 }, () => dice.between(1, 1_000));
		};
		expect(throws(7, 3)).toEqual(throws(7, 3));
		expect(throws(7, 3)).not.toEqual(throws(7, 4));
		expect(throws(7, 3)).not.toEqual(throws(3, 7));
	});

	it("stay within bounds and reach both", () => {
		const dice = new Dice(1);
		const thrown = new Set(Array.from({ length: 500 }, () => dice.between(2, 4)));
		expect([...thrown].sort()).toEqual([2, 3, 4]);
	});

	it("shuffle without losing anything", () => {
		const things = [1, 2, 3, 4, 5, 6];
		expect(new Dice(5).shuffle(things).toSorted()).toEqual(things);
	});
});

describe("planWave", () => {
	it("plans the same for the same seed, and a trial the same whatever runs beside it", () => {
		expect(planWave(7, 2)).toEqual(planWave(7, 2));
		expect(planWave(7, 2)).not.toEqual(planWave(8, 2));
		expect(planWave(7, 2, 4).casts).toEqual(planWave(7, 2).casts.slice(0, 4));
	});

	it("opens only what is closed, closes only what is open, and lets nobody leave who is not there", () => {
		for (let wave = 0; wave < 30; wave++) {
			const open = new Set<number>();
			const inside = new Set<string>();
			for (const { trial, action } of planWave(3, wave).beats.flatMap(({ actions }) => actions)) {
				if (action.do === "open") expect(open.has(trial)).toBe(false);
				if (action.do === "open") open.add(trial);
				if (action.do === "close") expect(open.delete(trial)).toBe(true);
				if (action.do === "join") inside.add(action.who);
				if (action.do === "leave") expect(inside.delete(action.who)).toBe(true);
				if (action.do === "mute") expect(inside.has(action.who)).toBe(true);
			}
		}
	});
});

describe("Model", () => {
	it("wants one greeting for who comes, leaves and comes again", () => {
		const model = modelOf(...begin, [20, joins(maya)], [21, leaves(maya)], [22, joins(maya)], [23, settled]);
		expect(model.greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(model.greetings(sunil)).toEqual({ least: 0, most: 0 });
	});

	it("wants none for the host and for bots", () => {
		const model = modelOf(...begin, [20, joins("Jukebox 1x1")], [21, settled]);
		expect(model.greetings("Host 1x1").most).toBe(0);
		expect(model.greetings("Jukebox 1x1").most).toBe(0);
	});

	it("leaves open whether somebody is greeted who came and left while the bot was down", () => {
		const model = modelOf(
			...begin,
			[20, { is: "killed" }],
			[21, joins(maya)],
			[22, leaves(maya)],
			[23, joins(sunil)],
			[30, { is: "up" }],
			[31, settled],
		);
		expect(model.greetings(maya)).toEqual({ least: 0, most: 1 });
		expect(model.greetings(sunil)).toEqual({ least: 1, most: 1 });
	});

	it("leaves open whether somebody is greeted whose packet was lost, until they show", () => {
		const lost = [...begin, [20, joins(maya, "lost")], [21, settled]] as const;
		expect(modelOf(...lost).greetings(maya)).toEqual({ least: 0, most: 1 });
		const shown = modelOf(...lost, [22, act({ do: "mute", who: maya })], [23, settled]);
		expect(shown.greetings(maya)).toEqual({ least: 1, most: 1 });
	});

	it("takes a session that the same host opens again within five minutes for the same", () => {
		const first = [...begin, [20, joins(maya)], [30, settled], [40, closes], [41, settled]] as const;
		const soon = modelOf(...first, [200, opens()], [210, settled]);
		expect(soon.greetings(maya)).toEqual({ least: 1, most: 1 });
		const late = modelOf(...first, [400, opens()], [410, settled]);
		expect(late.greetings(maya)).toEqual({ least: 2, most: 2 });
	});

	it("wants an apology from who comes back to somebody unseen, and none from who was there", () => {
		const model = modelOf(
			...begin,
			[20, joins(maya)],
			[21, settled],
			[25, { is: "killed" }],
			[100, joins(sunil)],
			[200, { is: "up" }],
			[201, settled],
		);
		const at = (seconds: number) => ({ triedAt: BEGAN + seconds * 1_000, acceptedAt: BEGAN + seconds * 1_000 });
		expect(model.words(maya, at(21))).toEqual({ kinds: new Set(["onTime"]), apology: "never" });
		expect(model.words(sunil, at(201)).apology).toBe("must");
	});
});

describe("Model, where it cannot tell how the bot learnt of somebody", () => {
	const apologyIn = (model: Model, seconds: number) => {
		const at = BEGAN + seconds * 1_000;
		return model.words(maya, { triedAt: at, acceptedAt: at }).apology;
	};

	it("wants no apology from a greeting that came before the bot had to know", () => {
		const lost: Told = act({ do: "open", host: "Host 1x1", packet: "lost" });
		const model = modelOf(
			[0, { is: "up" }],
			[1, joins("Host 1x1")],
			[1, lost],
			[2, joins(maya)],
			[200, { is: "up" }],
			[205, settled],
		);
		expect(apologyIn(model, 3)).toBe("may");
		expect(apologyIn(model, 201)).toBe("must");
	});

	it("does not expect it to know when an event began that it did not see begin", () => {
		const lost: Told = {
			is: "action",
			action: { do: "open", host: "Host 1x1", packet: "lost" },
			startsAt: BEGAN + 200_000,
		};
		const told = [
			[0, { is: "up" }],
			[1, lost],
			[2, joins(maya)],
			[190, { is: "up" }],
			[195, settled],
		] as const;
		expect(apologyIn(modelOf(...told), 191)).toBe("must");
		const event = modelFor({ ...cast, kind: "event" }, ...told);
		expect(apologyIn(event, 191)).toBe("may");
	});

	it("does not expect it to have looked at who was there when it has just been shown a running event", () => {
		const open: Told = {
			is: "action",
			action: { do: "open", host: "Host 1x1", packet: "sent" },
			startsAt: BEGAN + 500_000,
		};
		const told = [
			[0, open],
			[0, joins(maya)],
			[2, { is: "up" }],
		] as const;
		const event = { ...cast, kind: "event" } as const;
		expect(modelFor(event, ...told, [3, settled]).greetings(maya)).toEqual({ least: 0, most: 1 });
		expect(modelFor(event, ...told, [5, settled]).greetings(maya)).toEqual({ least: 1, most: 1 });
	});

	it("leaves open whether it says sorry to who was shown, went at once and came again", () => {
		const shown = [...begin, [10, { is: "killed" }], [100, joins(maya)], [200, { is: "up" }]] as const;
		const again = [
			[200, leaves(maya)],
			[204, settled],
			[205, joins(maya)],
			[206, settled],
		] as const;
		expect(apologyIn(modelOf(...shown, ...again), 205)).toBe("may");
		expect(apologyIn(modelOf(...shown, [204, settled]), 204)).toBe("must");
	});

	it("leaves open whether a process says sorry that came while nothing could be stored", () => {
		const full = [
			[10, { is: "disk", full: true }],
			[100, joins(maya)],
		] as const;
		const settles = [
			[101, { is: "up" }],
			[102, { is: "disk", full: false }],
			[140, settled],
		] as const;
		expect(apologyIn(modelOf(...begin, ...full, ...settles), 102)).toBe("may");
		expect(apologyIn(modelOf(...begin, ...full, ...settles.slice(1)), 102)).toBe("never");
	});
});

describe("Model, while the line is stalled", () => {
	const stalled: Told = { is: "stalled" };
	const goesOn: Told = { is: "back", fresh: false };
	const wordsAt = (model: Model, seconds: number) => {
		const at = BEGAN + seconds * 1_000;
		return model.words(maya, { triedAt: at, acceptedAt: at });
	};

	it("wants a greeting for who came and left meanwhile once everything has arrived, be it late", () => {
		const meanwhile = [...begin, [20, stalled], [21, joins(maya)], [25, leaves(maya)]] as const;
		const model = modelOf(...meanwhile, [100, goesOn], [101, settled]);
		expect(model.greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(wordsAt(model, 101).apology).toBe("may");
		expect(wordsAt(model, 170).apology).toBe("must");
	});

	it("leaves open whether somebody is greeted who came and left before the bot was killed", () => {
		const model = modelOf(
			...begin,
			[20, stalled],
			[21, joins(maya)],
			[22, leaves(maya)],
			[23, joins(sunil)],
			[25, { is: "killed" }],
			[30, { is: "up" }],
			[31, settled],
		);
		expect(model.greetings(maya)).toEqual({ least: 0, most: 1 });
		expect(model.greetings(sunil)).toEqual({ least: 1, most: 1 });
	});

	it("counts the five minutes from when the end was heard to when the opening was", () => {
		const met = [...begin, [20, joins(maya)], [30, settled]] as const;
		const closed = [...met, [40, closes], [41, settled]] as const;
		const openedLate = (opened: number, heard: number) =>
			modelOf(...closed, [opened, stalled], [opened, opens()], [heard, goesOn], [heard + 1, settled]).greetings(maya);
		expect(openedLate(200, 300)).toEqual({ least: 1, most: 1 });
		expect(openedLate(250, 350)).toEqual({ least: 1, most: 2 });
		expect(openedLate(430, 500)).toEqual({ least: 2, most: 2 });
		const closedLate = [...met, [40, stalled], [40, closes], [140, goesOn], [141, settled]] as const;
		expect(modelOf(...closedLate, [430, opens()], [440, settled]).greetings(maya)).toEqual({ least: 1, most: 2 });
		expect(modelOf(...closedLate, [450, opens()], [460, settled]).greetings(maya)).toEqual({ least: 2, most: 2 });
	});

	it("cannot tell which clock an opening was heard by that was set meanwhile", () => {
		const model = modelOf(
			...begin,
			[20, joins(maya)],
			[30, settled],
			[40, closes],
			[41, settled],
			[50, stalled],
			[51, opens()],
			[60, { is: "clock", wrong: true }],
			[70, goesOn],
			[75, settled],
		);
		expect(model.greetings(maya)).toEqual({ least: 1, most: 2 });
	});

	it("takes an event to have begun when the bot heard of it", () => {
		const model = modelFor(
			{ ...cast, kind: "event" },
			[0, { is: "up" }],
			[1, stalled],
			[1, { is: "action", action: { do: "open", host: "Host 1x1", packet: "sent" }, startsAt: BEGAN }],
			[100, goesOn],
			[105, settled],
			[106, { is: "killed" }],
			[107, joins(maya)],
			[130, { is: "up" }],
			[131, settled],
		);
		expect(wordsAt(model, 131).apology).toBe("may");
	});
});

describe("readPost", () => {
	it("takes a post apart", () => {
		const text = `${SORRY} Hello, ${maya} and ${sunil}! So glad you made it. Thanks for joining us!\nThank you for coming, ${maya}!\nWhat?`;
		expect(readPost(text)).toEqual({
			apology: true,
			said: [
				{ who: maya, kind: "late", apology: true },
				{ who: sunil, kind: "late", apology: true },
				{ who: maya, kind: "thanks", apology: false },
			],
			unread: ["What?"],
		});
	});
});

describe("check", () => {
	const model = modelOf(...begin, [20, joins(maya)], [21, settled], [22, joins(sunil)], [23, settled]);
	const good = [post(HELLO(maya), 21), post(HELLO(sunil), 23)];

	it("finds nothing wrong with a room that saw what it had to", () => {
		expect(check(cast, model, good)).toEqual({ due: 2, greeted: 2, lost: [], doubled: [], wrong: [] });
	});

	it("finds a lost greeting", () => {
		const verdict = check(cast, model, good.slice(1));
		expect(verdict).toMatchObject({ lost: [expect.stringContaining(maya)], doubled: [], wrong: [] });
	});

	it("finds a doubled greeting", () => {
		const verdict = check(cast, model, [...good, post(HELLO(maya), 24)]);
		expect(verdict).toMatchObject({ lost: [], doubled: [expect.stringContaining(maya)], wrong: [] });
	});

	it.each([
		["the words of another moment", HELLO(maya).replace("Thanks", "So glad you made it. Thanks")],
		["an apology for nothing", `${SORRY} ${HELLO(maya)}`],
		["words without a name", `${HELLO(maya)}\nHello, dear guest! Thanks for joining us!`],
		["somebody from elsewhere", HELLO(`${maya} and Guest 2x1`)],
	])("finds %s", (_, words) => {
		expect(check(cast, model, [post(words, 21), ...good.slice(1)]).wrong).not.toEqual([]);
	});

	it("finds a ping", () => {
		expect(check(cast, model, [post(HELLO(maya), 21), { ...post(HELLO(sunil), 23), pings: 1 }]).wrong).toHaveLength(1);
	});
});

describe("readOptions", () => {
	it("reads what the help shows", () => {
		expect(readOptions(["--trials", "1000", "--seed", "3", "--engine", "postgres"])).toMatchObject({
			kind: "chaos",
			trials: 1_000,
			seed: 3,
			engine: "postgres",
			trial: null,
		});
		expect(readOptions(["--trial", "17", "--verbose"])).toMatchObject({ trial: 17, verbose: true });
	});

	it.each([[["--trials", "none"]], [["--engine", "mysql"]], [["--what"]], [["seven"]]])("refuses %j", (words) => {
		expect(readOptions(words)).toMatchObject({ kind: "mistake", text: expect.stringContaining("--help") });
	});
});

describe("a small share of chaos", () => {
	const kennel = new Kennel(1);
	afterAll(() => kennel.close());
	const engines: [string, () => Engine][] = [
		["SQLite", () => sqlite],
		["PostgreSQL", () => postgresAt(inject("postgresUrl"))],
	];

	const busy = { timeout: BUSY_MS };
	it.each(engines)(
		"leaves nobody ungreeted, greeted twice or with the wrong words, on %s",
		busy,
		async (name, engine) => {
			const tally = newTally(name, 7);
			const plan = planWave(7, SHARE);
			add(tally, plan, await runWave(plan, engine(), kennel));
			expect(tally.failings, describeTally(tally)).toEqual([]);
			expect(tally.due).toBeGreaterThan(20);
		},
	);
});

/** The wave that runs with the other tests: one with restarts, and without silences that take real seconds. */
const SHARE = 20;
/** It takes ten seconds; beside everything else on a busy machine, many times as long. */
const BUSY_MS = 180_000;
