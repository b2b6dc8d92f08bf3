import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Model } from "./model.ts";
import {
	act,
	BEGAN,
	begin,
	cast,
	closes,
	joins,
	leaves,
	maya,
	modelFor,
	modelOf,
	opens,
	settled,
	sunil,
} from "./told.ts";

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

	it("lets who was there at the opening and went at once be greeted when they come again, however much later", () => {
		const before = [
			[0, { is: "up" }],
			[1, joins("Host 1x1")],
			[1, joins(maya)],
		] as const;
		const model = modelOf(...before, [2, opens()], [3, leaves(maya)], [4, settled], [100, joins(maya)], [101, settled]);
		const at = (seconds: number) => ({ triedAt: BEGAN + seconds * 1_000, acceptedAt: BEGAN + seconds * 1_000 });
		expect(model.greetings(maya)).toEqual({ least: 1, most: 1 });
		expect(model.words(maya, at(101))).toMatchObject({ apology: "may", tryBy: Number.POSITIVE_INFINITY });
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
		expect(model.words(maya, at(21))).toMatchObject({ kinds: new Set(["onTime"]), apology: "never" });
		expect(model.words(sunil, at(201)).apology).toBe("must");
	});
});

describe("Model, where it cannot tell how the bot learnt of somebody", () => {
	const apologyIn = (model: Model, seconds: number) => {
		const at = BEGAN + seconds * 1_000;
		return model.words(maya, { triedAt: at, acceptedAt: at }).apology;
	};

	it("wants no apology from a greeting that came before the bot had to know", () => {
		const lost: UndatedEntry = act({ do: "open", host: "Host 1x1", packet: "lost" });
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
		const lost: UndatedEntry = {
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
		const open: UndatedEntry = {
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
