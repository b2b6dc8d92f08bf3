import { describe, expect, it } from "vitest";
import { judge, type Outcome } from "../src/outcome.ts";

const refused = (status: number, code: number): Outcome => ({ kind: "refused", status, code, reason: "" });

describe("judge", () => {
	it("settles what was posted", () => {
		expect(judge({ kind: "posted", discordId: "1", bucketOpensInMs: 0 }, 1)).toEqual({ do: "settle" });
	});

	it("settles a message that was deleted before we could ask again: it was delivered", () => {
		expect(judge(refused(404, 10008), 2)).toEqual({ do: "settle" });
	});

	it("waits as long as Discord asks when there were too many", () => {
		expect(judge({ kind: "limited", retryAfterMs: 1_234, global: false }, 3)).toEqual({ do: "again", afterMs: 1_234 });
	});

	it("tries again after an unknown outcome, waiting longer each time and half a minute at most", () => {
		const waits = [1, 2, 3, 10, 1_000].map((attempts) => judge({ kind: "unknown", reason: "reset" }, attempts));
		expect(waits).toEqual([500, 1_000, 2_000, 30_000, 30_000].map((afterMs) => ({ do: "again", afterMs })));
	});

	it("parks the channel when we may not post there", () => {
		expect(judge(refused(403, 50001), 1)).toEqual({ do: "park" });
		expect(judge(refused(403, 50013), 1)).toEqual({ do: "park" });
	});

	it("leaves a channel that is no more", () => {
		expect(judge(refused(404, 10003), 1)).toEqual({ do: "leave" });
	});

	it("rewords what Discord will not have", () => {
		expect(judge(refused(400, 200000), 1)).toEqual({ do: "reword" });
		expect(judge(refused(400, 50035), 1)).toEqual({ do: "reword" });
	});

	it("stops when the token is refused", () => {
		expect(judge(refused(401, 0), 1)).toEqual({ do: "stop" });
	});
});
