import { expect, it } from "vitest";
import { Accomplice } from "./accomplice.ts";
import { Mishaps } from "./mishaps.ts";

const STEP_MS = 20_000;
const many = Array.from({ length: 200 }, (_, n) => n);

it("forgives only a bot that is timed out, and leaves nothing out of what may befall a webinar", () => {
	const seen = new Set<string>();
	for (const trial of many) {
		const mishaps = new Mishaps(3, trial);
		let timedOutUntil = 0;
		for (let at = 0; at < 60 * STEP_MS; at += STEP_MS) {
			for (const action of mishaps.befall(at)) {
				seen.add(action.do);
				if (action.do === "forgive") expect(at).toBeLessThan(timedOutUntil);
				if (action.do === "time out") timedOutUntil = at + action.forMs;
			}
		}
	}
	expect(seen).toEqual(new Set(["odd answer", "limit", "time out", "forgive"]));
});

it("locks only what is unlocked, unlocks it in the end, and ends few sessions", () => {
	const seen = new Set<string>();
	for (const wave of many) {
		const accomplice = new Accomplice(3, wave);
		const blows = Array.from({ length: 18 }, () => accomplice.strike()?.blow).filter((blow) => blow !== undefined);
		for (const { blow } of accomplice.relent()) blows.push(blow);
		for (const blow of blows) seen.add(blow);
		const turns = blows.filter((blow) => blow === "lock store" || blow === "unlock store");
		expect(turns).toEqual(turns.map((_, n) => (n % 2 === 0 ? "lock store" : "unlock store")));
		expect(turns.length % 2).toBe(0);
		expect(blows.filter((blow) => blow === "end session").length).toBeLessThanOrEqual(2);
	}
	expect(seen).toEqual(new Set(["lock store", "unlock store", "end session", "limit all"]));
});
