import { describe, expect, it } from "vitest";
import { describeStatus } from "../../commands/session/status-words.ts";
import { describeNearMiss } from "../../src/after/near-miss-words.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import type { NearMissRow } from "../../src/store/near-misses.ts";
import { sessionRow } from "../store/rows.ts";

const english = phrasesIn("en");
const german = phrasesIn("de");
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
		for (const say of [english, german])
			expect(say(describeNearMiss(near))).toMatch(/^<t:\d+:t>( – <t:\d+:t>)?: [A-Z0-9<][^{}]*[.]$/);
	});

	it("tells from when to when, and how often", () => {
		const again = miss({ kind: "retried", cause: "error", times: 3, last_at: NOON + 60_000 });
		expect(english(describeNearMiss(again))).toBe(
			`<t:${NOON / 1_000}:t> – <t:${NOON / 1_000 + 60}:t>: Discord had trouble of its own, so I sent the same words again. That happened 3 times. Nobody was greeted twice.`,
		);
		expect(german(describeNearMiss(again))).toMatch(/geschickt\. Das geschah 3 Mal\. Niemand wurde zweimal begrüßt\.$/);
	});

	it("tells how many it concerned", () => {
		const away = describeNearMiss(miss({ kind: "late", cause: "away", people: 2 }));
		expect(english(away)).toContain("2 people came while I was away");
		expect(german(away)).toContain("2 Personen kamen, während ich weg war");
	});
});

describe("the status", () => {
	it.each([english, german])(
		"fits into a message, however much nearly went wrong, and says how much it leaves out",
		(say) => {
			const status = {
				came: 9,
				greeted: 9,
				byHand: 0,
				waiting: 1,
				waitingSince: NOON - 150_000,
				medianDelayMs: 100,
				worstDelayMs: 90_000,
				nearMisses: ALL,
			};
			const session = sessionRow({ title: "T".repeat(300), note: "n".repeat(300) });
			const trouble = phrase("trouble.quarantined");
			const text = describeStatus(
				{ session, status, inside: 1, trouble, cueTrouble: phrase("alert.cueDirect"), now: NOON },
				say,
			);
			expect(text.length).toBeLessThanOrEqual(LONGEST_CONTENT);
			expect(text).toMatch(/… (and|und) \d+ (more|weitere)\.$/);
		},
	);

	it.each([
		{
			say: english,
			medianDelayMs: 340,
			worstDelayMs: 9_940,
			words: "within 9.9 s of coming in, half of them within 0.3 s.",
		},
		{
			say: english,
			medianDelayMs: 12_400,
			worstDelayMs: 240_000,
			words: "within 4 min of coming in, half of them within 12 s.",
		},
		{ say: german, medianDelayMs: 340, worstDelayMs: 9_940, words: "höchstens 9,9 s, bei der Hälfte höchstens 0,3 s." },
	])("tells how soon people were greeted: $words", ({ say, words, ...delays }) => {
		const status = { came: 2, greeted: 2, byHand: 0, waiting: 0, waitingSince: null, nearMisses: [], ...delays };
		expect(
			describeStatus({ session: sessionRow({}), status, inside: 1, trouble: null, cueTrouble: null, now: NOON }, say),
		).toContain(words);
	});
});
