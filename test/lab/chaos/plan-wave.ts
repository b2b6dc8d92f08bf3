import { Dice } from "./dice.ts";
import type { Beat, WavePlan } from "./plan.ts";
import { Troupe } from "./troupe.ts";
import { FAMILIES, Villain } from "./villain.ts";

/** How many webinars run at the same time, each in a server of its own, before the same bot. */
export const TRIALS_PER_WAVE = 12;

/** Longer than a room may stay empty while something is on. */
const LONG_MS = 11.5 * 60_000;
const PASSES_MS = [0, 0, 0, 50, 300, 1_000, 2_600, 2_600, 15_000, 70_000, 150_000];

/** Plans a wave from the seed alone. */
export function planWave(seed: number, wave: number, trials = TRIALS_PER_WAVE): WavePlan {
	const dice = new Dice(seed, wave, 0);
	const troupe = Array.from({ length: trials }, (_, index) => new Troupe(seed, wave * TRIALS_PER_WAVE + index));
	const families = new Set(dice.shuffle(FAMILIES).slice(0, dice.between(1, 3)));
	const slow = dice.chance(0.12);
	const villain = new Villain(dice, families, slow);
	const beats: Beat[] = [];
	const count = dice.between(12, 18);
	let at = 0;
	for (let n = 0; n < count; n++) {
		const blow = n === 0 ? null : villain.strike();
		const passMs = dice.chance(0.03) ? LONG_MS : dice.pick(PASSES_MS);
		const actions = dice
			.shuffle(troupe)
			.flatMap((one) => one.act(at, { slow, passMs }).map((action) => ({ trial: one.cast.trial, action })));
		beats.push({ actions, blow, settle: dice.chance(0.45), passMs });
		at += passMs;
	}
	beats.push(...villain.relent().map((blow) => ({ actions: [], blow, settle: false, passMs: 0 })));
	return { wave, casts: troupe.map(({ cast }) => cast), beats };
}
