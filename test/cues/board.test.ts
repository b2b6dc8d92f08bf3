import { describe, expect, it } from "vitest";
import { judge } from "../../src/cues/board.ts";

const refused = (status: number, code = 0) => ({ kind: "refused" as const, status, code, reason: "" });

describe("judging why a cue could not be shown", () => {
	it("tries again later, and later still, when nobody knows what became of it", () => {
		const unknown = { kind: "unknown" as const, reason: "timeout" };
		expect([1, 2, 3].map((failures) => judge(unknown, failures))).toEqual([
			{ do: "again", afterMs: 500 },
			{ do: "again", afterMs: 1_000 },
			{ do: "again", afterMs: 2_000 },
		]);
	});

	it("waits as long as Discord says", () => {
		expect(judge({ kind: "limited", retryAfterMs: 7_000, global: false }, 1)).toEqual({ do: "again", afterMs: 7_000 });
	});

	it("posts anew where the message was deleted or its thread is archived", () => {
		expect(judge(refused(404, 10008), 1)).toEqual({ do: "post anew" });
		expect(judge(refused(400, 50083), 1)).toEqual({ do: "post anew" });
	});

	it("leaves a place that is closed to it or gone", () => {
		expect(judge(refused(403, 50013), 1)).toEqual({ do: "leave" });
		expect(judge(refused(404, 10003), 1)).toEqual({ do: "leave" });
	});

	it("does without names when the words are refused", () => {
		expect(judge(refused(400, 200000), 1)).toEqual({ do: "unname" });
	});

	it("stops when the token is not known any more", () => {
		expect(judge(refused(401), 1)).toEqual({ do: "stop" });
	});
});
