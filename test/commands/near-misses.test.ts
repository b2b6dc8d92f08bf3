import { describe, expect, it } from "vitest";
import { describeNearMiss } from "../../commands/session/near-miss-words.ts";
import { describeStatus } from "../../commands/session/status-words.ts";
import type { NearMissRow } from "../../src/store/near-misses.ts";
import { sessionRow } from "../store/rows.ts";

const NOON = Date.UTC(2026, 10, 21, 12);
const CAUSES = [
	"away",
	"parked",
	"behind",
	"no answer",
	"error",
	"limited",
	"stopped",
	"found",
	"lost",
	"unseen",
] as const;
const REFUSALS = ["name", "words", "altogether"] as const;

function miss(parts: Pick<NearMissRow, "kind" | "cause"> & Partial<NearMissRow>): NearMissRow {
	return {
		session_id: "s",
		channel_id: "c",
		times: 1,
		people: 1,
		first_at: NOON,
		last_at: NOON,
		mended_at: null,
		...parts,
	};
}

const ALL = [
	...CAUSES.map((cause) => miss({ kind: "late", cause })),
	...CAUSES.map((cause) => miss({ kind: "retried", cause, times: 12, last_at: NOON + 600_000 })),
	...REFUSALS.map((cause) => miss({ kind: "refused", cause })),
	miss({ kind: "unsaid", cause: "overdue" }),
	miss({ kind: "parked", cause: "permissions" }),
	miss({ kind: "parked", cause: "permissions", mended_at: NOON }),
];

describe("a near miss", () => {
	it.each(ALL)("that was $kind ($cause) is told in whole sentences, with the time", (near) => {
		expect(describeNearMiss(near)).toMatch(/^<t:\d+:t>( – <t:\d+:t>)?: [A-Z0-9<].*[.]$/);
		expect(describeNearMiss(near)).not.toContain("undefined");
	});

	it("tells from when to when, and how often", () => {
		const again = miss({ kind: "retried", cause: "error", times: 3, last_at: NOON + 60_000 });
		expect(describeNearMiss(again)).toBe(
			`<t:${NOON / 1_000}:t> – <t:${NOON / 1_000 + 60}:t>: Discord had trouble of its own, so I sent the same words again. That happened 3 times. Nobody was greeted twice.`,
		);
	});

	it("tells how many it concerned", () => {
		expect(describeNearMiss(miss({ kind: "late", cause: "away", people: 2 }))).toContain(
			"2 people came while I was away",
		);
	});
});

describe("the status", () => {
	it("fits into a message, however much nearly went wrong, and says how much it leaves out", () => {
		const text = describeStatus({
			session: sessionRow({ title: "T".repeat(300), note: "n".repeat(300) }),
			status: {
				came: 9,
				greeted: 9,
				waiting: 1,
				waitingSince: NOON,
				medianDelayMs: 100,
				worstDelayMs: 90_000,
				nearMisses: ALL,
			},
			inside: 1,
			trouble: "I lack *Send Messages*.",
			now: NOON,
		});
		expect(text.length).toBeLessThanOrEqual(2_000);
		expect(text).toMatch(/… and \d+ more\.$/);
	});
});
