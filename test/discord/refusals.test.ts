import { expect, it } from "vitest";
import { countRefusals, type Refusals, withRefusal } from "../../src/discord/refusals.ts";

it("counts the answers that Discord counts, for ten minutes", () => {
	let refusals: Refusals = [];
	for (let at = 0; at < 20 * 60_000; at += 1_000) refusals = withRefusal(refusals, at);
	const now = 20 * 60_000;
	expect(countRefusals(refusals, now)).toBeGreaterThanOrEqual(600);
	expect(countRefusals(refusals, now)).toBeLessThanOrEqual(620);
	expect(countRefusals(refusals, now + 5 * 60_000)).toBeLessThanOrEqual(320);
	expect(countRefusals(refusals, now + 11 * 60_000)).toBe(0);
	expect(refusals.length).toBeLessThan(65);
});
