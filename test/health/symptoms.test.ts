import { describe, expect, it } from "vitest";
import { chronic, type Look, type Persistence, persist, type Symptom, symptomsOf } from "../../src/health/symptoms.ts";
import type { Waiting } from "../../src/store/monitoring.ts";

/** A look at a Byname that is well, but for these parts. */
function look(parts: Partial<Look>): Look {
	return {
		shards: ["ready"],
		waiting: [],
		sessions: [],
		movement: { isStill: () => true, isUnattended: () => true },
		isParked: () => false,
		...parts,
	};
}

const waits: Waiting = { channelId: "room", due: 1, later: 0, frozen: 0, since: 5 };

describe("symptomsOf", () => {
	it("finds nothing where all shards are ready and nothing is to do", () => {
		expect(symptomsOf(look({}))).toEqual([]);
	});

	it("finds nothing before the first login", () => {
		expect(symptomsOf(look({ shards: [] }))).toEqual([]);
	});

	it("finds nothing where a shard may not log in yet: a new process would have to wait as long", () => {
		expect(symptomsOf(look({ shards: ["ready", "waiting to log in"] }))).toEqual([]);
	});

	it("finds one shard of several that is not ready", () => {
		expect(symptomsOf(look({ shards: ["ready", "resuming"] }))).toEqual([{ of: "gateway", id: "" }]);
	});

	it("finds a channel where greetings wait and nothing moves", () => {
		expect(symptomsOf(look({ waiting: [waits] }))).toEqual([{ of: "delivery", id: "room" }]);
	});

	it.each<[string, Partial<Look>]>([
		["posts come to an end there", { movement: { isStill: () => false, isUnattended: () => true } }],
		["the channel takes no posts", { isParked: () => true }],
		["all of it is for later", { waiting: [{ ...waits, due: 0, later: 1, since: null }] }],
	])("finds nothing in such a channel when %s", (_title, parts) => {
		expect(symptomsOf(look({ waiting: [waits], ...parts }))).toEqual([]);
	});

	it("finds a session that nobody looks after", () => {
		expect(symptomsOf(look({ sessions: ["a"] }))).toEqual([{ of: "session", id: "a" }]);
	});

	it("finds nothing in a session that is another process's business", () => {
		const movement = { isStill: () => true, isUnattended: () => false };
		expect(symptomsOf(look({ sessions: ["a"], movement }))).toEqual([]);
	});
});

describe("a symptom", () => {
	const gateway: Symptom = { of: "gateway", id: "" };
	const room: Symptom = { of: "delivery", id: "room" };
	const having = (looks: Symptom[][]) => looks.reduce(persist, new Map() as Persistence);

	it("is chronic after five minutes of looks for the gateway, two for a room", () => {
		expect(chronic(having(Array(29).fill([gateway])))).toBeNull();
		expect(chronic(having(Array(30).fill([gateway])))).toEqual(gateway);
		expect(chronic(having(Array(11).fill([room])))).toBeNull();
		expect(chronic(having(Array(12).fill([room])))).toEqual(room);
	});

	it("that is gone for one look begins anew", () => {
		expect(chronic(having([...Array(11).fill([room]), [], ...Array(11).fill([room])]))).toBeNull();
	});

	it("of one room does not add to that of another", () => {
		const other: Symptom = { of: "delivery", id: "other" };
		expect(chronic(having([...Array(6).fill([room]), ...Array(6).fill([other])]))).toBeNull();
	});
});
