import type { ScaledClock } from "../../../rehearsal/scaled-clock.ts";
import type { Pauses } from "./pauses.ts";
import type { BotProcess } from "./process.ts";
import type { Wire } from "./wire.ts";

/** The steps in which time passes: small at first, so that whoever tries again in half a second does. */
const STEPS_MS = [100, 300, 600, 1_200, 2_500, 5_000, 10_000, 20_000];
/** Before and after a step this long nothing may be left under way, for it would seem to take as long. */
const LONG_STEP_MS = 1_000;

/** For whom time passes, and who waits meanwhile for what is under way. */
export interface Passing {
	clock: ScaledClock;
	processes: readonly BotProcess[];
	wire: Wire;
	pauses: Pauses;
}

/** Sets the clocks of Discord and of every process forward. */
export async function skip(ms: number, { clock, processes, pauses }: Omit<Passing, "wire">): Promise<void> {
	// Discord's clock goes first, so that whoever acts at the end of a step is noted down to act then.
	const skipped = processes.map((one) => one.order({ do: "skip", ms }));
	clock.skip(ms);
	await Promise.all(skipped);
	await pauses.breath();
}

/**
 * Lets time pass on Discord and for every process, whose clocks go on at the same speed, in steps that leave the bot time
 * to do what it does.
 */
export async function pass(ms: number, { clock, processes, wire, pauses }: Passing): Promise<void> {
	const steps = [...STEPS_MS];
	if (ms > 0) await pauses.rest(); // minutes must not pass between a packet and its transaction
	for (let left = ms; left > 0; ) {
		const step = Math.min(left, steps.length > 1 ? (steps.shift() ?? left) : (steps[0] ?? left));
		left -= step;
		await wire.lasts(step);
		await pauses.giveUpAnswers();
		await skip(step, { clock, processes, pauses });
		if (step >= LONG_STEP_MS) await pauses.rest();
	}
}
