import { Accomplice } from "./accomplice.ts";
import { Dice } from "./dice.ts";
import type { Beat, WavePlan } from "./plan.ts";
import { Troupe, type Turn } from "./troupe.ts";
import { FAMILIES, Villain } from "./villain.ts";

/** How many webinars run at the same time, each in a server of its own, before the same bot. */
export const TRIALS_PER_WAVE = 12;

/** Longer than a room may stay empty while something is on. */
const LONG_MS = 11.5 * 60_000;
const PASSES_MS = [0, 0, 0, 50, 300, 1_000, 2_600, 2_600, 15_000, 70_000, 150_000];

/** How a beat goes before its actions are known. */
interface Measure {
	turn: Turn;
	settle: boolean;
	passMs: number;
}

/** Plans a wave from the seed alone. */
export function planWave(seed: number, wave: number, trials = TRIALS_PER_WAVE): WavePlan {
	const dice = new Dice(seed, wave, 0);
	const troupe = Array.from({ length: trials }, (_, index) => new Troupe(seed, wave * TRIALS_PER_WAVE + index));
	const families = new Set(dice.shuffle(FAMILIES).slice(0, dice.between(1, 3)));
	const slow = dice.chance(0.12);
	const villain = new Villain(dice, families, slow);
	const accomplice = new Accomplice(seed, wave);
	const strike = () => villain.strike() ?? (villain.isBotRunning ? accomplice.strike() : null);
	const measureOf = dice.chance(0.35) ? rhythmic : free;
	const beats: Beat[] = [];
	const count = dice.between(12, 18);
	let at = 0;
	for (let n = 0; n < count; n++) {
		const blow = n === 0 ? null : strike();
		const { turn, settle, passMs } = measureOf(dice, n);
		const actions = dice
			.shuffle(troupe)
			.flatMap((one) => one.act(at, { slow, passMs, turn }).map((action) => ({ trial: one.cast.trial, action })));
		beats.push({ actions, blow, settle, passMs });
		at += passMs;
	}
	const mending = [...accomplice.relent(), ...villain.relent()];
	beats.push(...mending.map((blow) => ({ actions: [], blow, settle: false, passMs: 0 })));
	return { wave, casts: troupe.map(({ cast }) => cast), beats };
}

/** Hosts do what they like, and time passes as it likes. */
function free(dice: Dice): Measure {
	const passMs = dice.chance(0.03) ? LONG_MS : dice.pick(PASSES_MS);
	return { turn: "free", settle: dice.chance(0.45), passMs };
}

/** Hosts open, people come and are greeted, hosts close; in between there is the time to know of it. */
function rhythmic(dice: Dice, n: number): Measure {
	switch (n % 3) {
		case 0:
			return { turn: "open", settle: false, passMs: 2_600 };
		case 1:
			return { turn: "nobody's", settle: true, passMs: dice.pick([2_600, 26_000, 26_000]) };
		default:
			return { turn: "close", settle: true, passMs: dice.pick(PASSES_MS) };
	}
}
