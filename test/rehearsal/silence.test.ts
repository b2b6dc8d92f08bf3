import { describe, expect, it } from "vitest";
import { pauseIn, type Quiet } from "../../rehearsal/silence.ts";

const MINUTE = 60_000;
const QUIET: Quiet = { at: 0, next: 12 * MINUTE, waiting: 0, silentMs: 0, speed: 100, isOver: false };

describe("pauseIn", () => {
	it.each<[string, Partial<Quiet>, ReturnType<typeof pauseIn>]>([
		["a gap that takes seconds to play", {}, { why: "nobody", lengthMs: 12 * MINUTE, waiting: 0 }],
		["the rest of one", { at: 10 * MINUTE }, { why: "nobody", lengthMs: 2 * MINUTE, waiting: 0 }],
		["a gap that is over in a second", { next: 100_000 }, null],
		["a gap at a higher speed", { speed: 1_000 }, null],
		["a greeting that is held back", { waiting: 3, silentMs: 1_001 }, { why: "greetings", lengthMs: null, waiting: 3 }],
		["a greeting that may come any moment", { waiting: 3, silentMs: 900 }, null],
		[
			"thanks after the end",
			{ next: null, waiting: 9, silentMs: 2_000 },
			{ why: "greetings", lengthMs: null, waiting: 9 },
		],
		["nothing more to come", { next: null }, null],
		[
			"the watch after the end",
			{ next: 10_000, speed: 2, isOver: true },
			{ why: "over", lengthMs: 10_000, waiting: 0 },
		],
		[
			"the same where somebody never was greeted",
			{ next: 10_000, speed: 2, isOver: true, waiting: 1, silentMs: 9_000 },
			{ why: "over", lengthMs: 10_000, waiting: 1 },
		],
	])("explains %s", (_what, but, pause) => {
		expect(pauseIn({ ...QUIET, ...but })).toEqual(pause);
	});
});
