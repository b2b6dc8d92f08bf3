import { describe, expect, it } from "vitest";
import { afterVainLook, isPutOff, type PutOff } from "../../src/delivery/put-off.ts";

const NOW = 1_000_000;

/** A channel in which messages were looked for so often, in vain. */
const lookedFor = (times: number, soughtIds: string[] = []): PutOff => ({ until: NOW, times, soughtIds });
const lookedInVain = (before: PutOff | null, messageId: string, retryAfterMs = 0) =>
	afterVainLook(before, { messageId, retryAfterMs }, NOW);

describe("messages that were looked for in vain", () => {
	it.each<[given: string, before: PutOff | null, retryAfterMs: number, waitMs: number]>([
		["nobody knows when to look again", null, 0, 500],
		["that has been so twice before", lookedFor(2), 0, 2_000],
		["that has been so for long", lookedFor(100), 0, 30_000],
		["Discord says when to look again", null, 7_000, 7_000],
		["Discord says so, and has said it in vain", lookedFor(4), 1_000, 8_000],
		["nobody may look for an hour", null, 3_600_000, 30_000],
	])("are put off when %s", (_given, before, retryAfterMs, waitMs) => {
		expect(lookedInVain(before, "a", retryAfterMs)).toMatchObject({ until: NOW + waitMs });
	});

	it("are put off until then, and no longer", () => {
		expect([NOW - 1, NOW].map((now) => isPutOff(lookedFor(1), now))).toEqual([true, false]);
		expect(isPutOff(null, NOW)).toBe(false);
	});

	it("are looked for in turns", () => {
		expect(lookedInVain(null, "a").soughtIds).toEqual(["a"]);
		expect(lookedInVain(lookedFor(1, ["a"]), "b").soughtIds).toEqual(["a", "b"]);
		expect(lookedInVain(lookedFor(2, ["a", "b"]), "a").soughtIds).toEqual(["a"]);
	});
});
