import { describe, expect, it } from "vitest";
import type { SaidMoment } from "../../../rehearsal/happening.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { WebinarKind } from "./plan.ts";
import { cancels, cast, joins, maya, modelFor, movesTo, opens, postAt, settled, timeAt } from "./told.ts";

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

/** A bot that runs, a host who is there, what happened before Maya comes, and her. */
function heard(kind: WebinarKind, before: Told, comesAt: number) {
	const told: Told = [
		[0, { is: "up" }],
		[1, joins("Host 1x1")],
		...before,
		[comesAt, joins(maya)],
		[comesAt + 1, settled],
	];
	const { kinds, starts } = modelFor({ ...cast, kind }, ...told).words(maya, postAt(comesAt + 1));
	return { kinds: [...kinds], starts: [...starts] };
}

describe("Model, where something is scheduled", () => {
	it.each<[string, WebinarKind, Told, number, SaidMoment[], number | null]>([
		["in an event that begins when it should", "event", [[10, opens("Host 1x1", 5)]], 400, ["late"], 5],
		["in an event that begins late", "event", [[1_200, opens("Host 1x1", 0)]], 1_400, ["onTime"], 0],
		["long after an event began late", "event", [[1_200, opens("Host 1x1", 0)]], 1_600, ["late"], 0],
		["early for an event", "stage event", [[10, opens("Host 1x1", 300)]], 100, ["early"], 300],
		[
			"early for an event that was put off while it is on",
			"event",
			[
				[10, opens("Host 1x1", 5)],
				[320, movesTo(900)],
			],
			400,
			["early"],
			900,
		],
		[
			"long after an event that was moved forward while it is on",
			"event",
			[
				[10, opens("Host 1x1", 3_000)],
				[320, movesTo(330)],
			],
			700,
			["late"],
			330,
		],
		[
			"for a date that was moved before it began",
			"weekly",
			[
				[5, movesTo(300)],
				[10, opens("Host 1x1", 300)],
			],
			100,
			["early"],
			300,
		],
	])("tells who comes %s", (_, kind, before, comesAt, kinds, start) => {
		expect(heard(kind, before, comesAt)).toEqual({ kinds, starts: [start === null ? null : timeAt(start)] });
	});

	it("counts what is scheduled within the hour for a stage that is opened by hand, as long as it is", () => {
		const ahead = (before: Told, comesAt: number) => heard("ahead", before, comesAt).kinds;
		expect(
			ahead(
				[
					[10, movesTo(1_800)],
					[20, opens()],
				],
				400,
			),
		).toEqual(["early"]);
		expect(
			ahead(
				[
					[10, movesTo(5_400)],
					[20, opens()],
				],
				400,
			),
		).toEqual(["late"]);
		expect(
			ahead(
				[
					[10, movesTo(1_800)],
					[20, opens()],
					[30, cancels],
				],
				100,
			),
		).toEqual(["onTime"]);
		expect(
			ahead(
				[
					[10, movesTo(1_800)],
					[15, cancels],
					[20, opens()],
				],
				400,
			),
		).toEqual(["late"]);
		expect(
			ahead(
				[
					[10, movesTo(1_800)],
					[20, opens()],
					[30, movesTo(900)],
				],
				950,
			),
		).toEqual(["onTime"]);
	});

	it("leaves open which start counts when nobody told the bot that it was moved", () => {
		const told: Told = [
			[10, opens("Host 1x1", 5)],
			[20, movesTo(900, "lost")],
		];
		expect(heard("event", told, 100)).toEqual({ kinds: ["onTime", "early"], starts: [timeAt(5), timeAt(900)] });
		const shown: Told = [...told, [30, { is: "killed" }], [40, { is: "up" }], [44, settled]];
		expect(heard("event", shown, 100)).toEqual({ kinds: ["early"], starts: [timeAt(900)] });
	});

	it("has no host where a bot made the event, and whoever opens a stage then", () => {
		const [jukebox = ""] = cast.bots;
		const greetings = (kind: WebinarKind, who: string) => {
			const told: Told = [
				[0, { is: "up" }],
				[1, joins("Host 1x1")],
				[2, opens("Host 1x1", 5)],
				[6, settled],
			];
			return modelFor({ ...cast, kind, maker: jukebox }, ...told).greetings(who).most;
		};
		expect(greetings("event", "Host 1x1")).toBe(1);
		expect(greetings("stage event", "Host 1x1")).toBe(0);
	});

	it("does not let what was moved away come next", () => {
		const model = modelFor({ ...cast, kind: "weekly" }, [0, { is: "up" }], [5, movesTo(300)], [10, movesTo(900)]);
		const composed = (seconds: number) => ({ ...postAt(20), composedAt: timeAt(seconds) });
		expect(model.mayComeNext(timeAt(300), composed(20))).toBe(false);
		expect(model.mayComeNext(timeAt(300), composed(9))).toBe(true); // its words never change
		expect(model.mayComeNext(timeAt(900), composed(20))).toBe(true);
		expect(model.mayComeNext(timeAt(77), composed(20))).toBe(true); // another event: nothing is known of it
	});
});
