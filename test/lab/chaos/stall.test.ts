import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Model } from "./model.ts";
import { BEGAN, begin, cast, closes, joins, leaves, maya, modelFor, modelOf, opens, settled, sunil } from "./told.ts";

describe("Model, while the wire is stalled", () => {
	const stalled: UndatedEntry = { is: "stalled" };
	const goesOn: UndatedEntry = { is: "back", fresh: false };
	const wordsAt = (model: Model, seconds: number) => {
		const at = BEGAN + seconds * 1_000;
		return model.words(maya, { triedAt: at, acceptedAt: at });
	};

	it("wants a greeting for who came and left meanwhile once everything has arrived, be it late", () => {
		const meanwhile = [...begin, [20, stalled], [21, joins(maya)], [25, leaves(maya)]] as const;
		const model = modelOf(...meanwhile, [100, goesOn], [101, settled]);
		expect(model.greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(wordsAt(model, 101).apology).toBe("may");
		expect(wordsAt(model, 170).apology).toBe("may"); // its pace may have kept it back
		expect(wordsAt(model, 190).apology).toBe("must");
	});

	it("takes the bot that is killed meanwhile for one that has heard nothing, and the next one to hear again", () => {
		const killed = [
			...begin,
			[20, stalled],
			[21, joins(sunil)],
			[22, leaves(sunil)],
			[23, joins(maya)],
			[110, { is: "killed" }],
			[120, { is: "up" }],
			[124, settled],
		] as const;
		expect(modelOf(...killed).greetings(sunil)).toEqual({ least: 0, most: 1 });
		expect(modelOf(...killed, [130, joins(sunil)], [131, settled]).greetings(sunil)).toEqual({ least: 1, most: 1 });
		expect(wordsAt(modelOf(...killed), 124).apology).toBe("may"); // the one that was killed may have tried
	});

	it("takes the bot that is shown everything anew for one that has not seen who came meanwhile", () => {
		const model = modelOf(
			...begin,
			[20, stalled],
			[21, joins(maya)],
			[120, { is: "back", fresh: true }],
			[124, settled],
		);
		expect(model.greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(wordsAt(model, 124).apology).toBe("must");
	});

	it("does not say whether who came while the wire was cut was seen to come or shown: the bot may have been back sooner", () => {
		const cut = [...begin, [100, { is: "dropped" }], [160, joins(maya)], [170, { is: "back", fresh: true }]] as const;
		expect(modelOf(...cut, [171, settled]).greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(wordsAt(modelOf(...cut, [171, settled]), 171).apology).toBe("may");
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
			[112, joins(maya)],
			[130, { is: "up" }],
			[131, settled],
		);
		expect(wordsAt(model, 131).apology).toBe("may");
	});
});
