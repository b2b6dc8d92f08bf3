import { describe, expect, it } from "vitest";
import { missesIn, troubleOf } from "../../src/delivery/near-miss.ts";
import type { SettledGreeting } from "../../src/store/outbox.ts";

const NOON = Date.UTC(2026, 10, 21, 12);
const SECOND = 1_000;

function greeting(parts: Partial<SettledGreeting> = {}): SettledGreeting {
	const usual = { occasion: "arrival" as const, missed: 0, neutral: 0, due_at: null, ripe_at: null };
	return { session_id: "s", ...usual, arrived_at: NOON, ...parts };
}

function missesAt(at: number, greetings: SettledGreeting[], parts: Partial<Parameters<typeof missesIn>[0]> = {}) {
	return missesIn({ greetings, channelId: "room", at, trouble: null, plainTrial: false, letInAt: null, ...parts });
}

describe("a post", () => {
	it("within a minute and at the first attempt is no near miss", () => {
		expect(missesAt(NOON + 60 * SECOND, [greeting(), greeting({ occasion: "after hours 2026-11-21" })])).toEqual([]);
	});

	it("over a minute late is one, with its cause", () => {
		const late = NOON + 61 * SECOND;
		expect(missesAt(late, [greeting(), greeting({ arrived_at: late })])).toEqual([
			{ kind: "late", cause: "behind", people: 1 },
		]);
		expect(missesAt(late, [greeting()], { letInAt: late })).toEqual([{ kind: "late", cause: "parked", people: 1 }]);
		expect(missesAt(late, [greeting()], { letInAt: NOON - 1 })).toEqual([{ kind: "late", cause: "behind", people: 1 }]);
		expect(missesAt(late, [greeting()], { trouble: "error" })).toEqual([
			{ kind: "retried", cause: "error", people: 1 },
			{ kind: "late", cause: "error", people: 1 },
		]);
		expect(missesAt(late, [greeting()], { trouble: "error", letInAt: late })).toContainEqual({
			kind: "late",
			cause: "parked",
			people: 1,
		});
	});

	it("for somebody who came in unseen is one, however soon it follows", () => {
		expect(missesAt(NOON, [greeting({ missed: 1 }), greeting()])).toEqual([{ kind: "late", cause: "away", people: 1 }]);
	});

	it("without the name, or without the host's words, is one", () => {
		const refused = [greeting({ neutral: 1 }), greeting()];
		expect(missesAt(NOON, refused)).toEqual([{ kind: "refused", cause: "name", people: 1 }]);
		expect(missesAt(NOON, refused, { plainTrial: true })).toEqual([{ kind: "refused", cause: "words", people: 1 }]);
	});

	it("counts from when the host wants it said, and who is thanked or comes after hours is never late", () => {
		const later = NOON + 120 * SECOND;
		const unhurried = [greeting({ occasion: "farewell" }), greeting({ occasion: "after hours 2026-11-21" })];
		expect(missesAt(later, [greeting({ due_at: NOON + 90 * SECOND }), ...unhurried])).toEqual([]);
	});

	it("counts from when the pace let it be said, were that after a delay", () => {
		const kept = greeting({ due_at: NOON + 30 * SECOND, ripe_at: NOON + 80 * SECOND });
		expect(missesAt(NOON + 140 * SECOND, [kept])).toEqual([]);
		expect(missesAt(NOON + 141 * SECOND, [kept])).toEqual([{ kind: "late", cause: "behind", people: 1 }]);
	});
});

describe("the trouble with a post", () => {
	it("is told apart by what Discord did", () => {
		expect(troubleOf({ kind: "limited", retryAfterMs: 1, global: false })).toBe("limited");
		expect(troubleOf({ kind: "unknown", reason: "503 Service Unavailable" })).toBe("error");
		expect(troubleOf({ kind: "unknown", reason: "SocketError: other side closed" })).toBe("no answer");
	});
});
