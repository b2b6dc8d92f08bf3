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

	const again = { do: "again", afterMs: 500 };
	it.each<[said: string, status: number, code: number, attempts: number, verdict: object]>([
		["missing access", 403, 50001, 1, { do: "park" }],
		["missing access, with another status", 400, 50001, 1, { do: "park" }],
		["missing permissions", 403, 50013, 1, { do: "park" }],
		["missing permissions, with another status", 400, 50013, 1, { do: "park" }],
		["missing permissions, with the status of an outage", 500, 50013, 1, { do: "park" }],
		["no text channel", 400, 50008, 1, { do: "park" }],
		["missing permissions, with the status of an outage", 500, 50013, 1, { do: "park" }],
		["an archived thread", 400, 50083, 1, { do: "park" }],
		["a locked thread", 400, 160005, 1, { do: "park" }],
		["an unknown channel", 404, 10003, 1, { do: "leave" }],
		["an unknown channel, with another status", 400, 10003, 1, { do: "leave" }],
		["words that AutoMod blocks", 400, 200000, 1, { do: "reword" }],
		["a harmful link", 400, 240000, 1, { do: "reword" }],
		["an invalid form", 400, 50035, 1, { do: "reword" }],
		["an invalid form, with another status", 403, 50035, 1, { do: "reword" }],
		["something that nobody here knows", 400, 50109, 1, { do: "park" }],
		["no more than 400", 400, 0, 1, { do: "park" }],
		["no more than 403", 403, 0, 1, { do: "park" }],
		["no more than 404, as a wrong address does", 404, 0, 1, again],
		["no more than 401, which ends the process", 401, 0, 1, again],
		["no more than 405", 405, 0, 1, again],
		["that a first attempt was made before and deleted", 404, 10008, 1, again],
	])("knows what to do when Discord says %s", (_said, status, code, attempts, verdict) => {
		expect(judge(refused(status, code), attempts)).toEqual(verdict);
	});
});
