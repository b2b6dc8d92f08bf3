import { onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { type Simulator, startSimulator } from "../../rehearsal/simulator/simulator.ts";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { run } from "../../src/run.ts";
import { temporaryFile } from "../engines.ts";
import { morning } from "../morning.ts";

/** The speed of a clock on which a test takes no time. */
export const STANDING_STILL = 0.001;

/** A Byname that runs against a simulated Discord. */
export interface Journey {
	discord: Simulator;
	clock: ScaledClock;
	/** By how much Byname's own clock is fast (ms). */
	fastByMs: number;
	/** What has been logged so far. */
	log: Record<string, unknown>[];
	/** Starts Byname, after a `stop` again, with the same database; resolves when Discord has greeted it. */
	start(): Promise<void>;
	/** Ends Byname and waits until it has. */
	stop(): Promise<void>;
	/** What `run` came to: pending while it runs. */
	readonly running: Promise<void>;
}

/**
 * Opens a simulated Discord and, unless told otherwise, starts Byname at it. Everything ends with the test. With
 * `STANDING_STILL` for its speed the clock goes on only where the test skips time.
 */
export async function setOut({
	databaseUrl = temporaryFile(),
	started = true,
	speed = 1,
	health = null as Config["health"],
} = {}): Promise<Journey> {
	const clock = new ScaledClock({ speed, start: morning() });
	const discord = await startSimulator({ clock });
	const log: Record<string, unknown>[] = [];
	let ending = new AbortController();
	let running = Promise.resolve();

	const journey: Journey = {
		discord,
		clock,
		fastByMs: 0,
		log,
		async start() {
			ending = new AbortController();
			const config = { token: discord.token, apiUrl: discord.url, databaseUrl, logLevel: "debug" as const, health };
			const sink = { write: (line: string) => void log.push(JSON.parse(line)) };
			const identified = discord.identifies;
			const wrong: Clock = {
				now: () => clock.now() + journey.fastByMs,
				steady: () => clock.steady(),
				sleep: (...sleep) => clock.sleep(...sleep),
			};
			running = run({
				config,
				clock: wrong,
				log: createLog("debug", sink),
				random: Math.random,
				linesLost: () => 0,
				signal: ending.signal,
			});
			running.catch(() => undefined); // tests that expect it look at `running`
			await Promise.race([running, until(() => discord.identifies > identified)]);
			await discord.ready();
		},
		async stop() {
			ending.abort();
			await running;
		},
		get running() {
			return running;
		},
	};
	onTestFinished(async () => {
		ending.abort();
		await running.catch(() => undefined);
		await discord.stop();
	});
	if (started) await journey.start();
	return journey;
}

/** Resolves as soon as a condition holds; looks again whenever the event loop has turned. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Resolves as soon as a condition holds; time passes quickly until then, so that back-off takes hardly any. */
export function skipUntil({ clock }: Pick<Journey, "clock">, holds: () => boolean, stepMs = 100): Promise<void> {
	return until(() => {
		if (holds()) return true;
		clock.skip(stepMs);
		return false;
	});
}

/** How many lines of the log say so. */
export function timesLogged({ log }: Pick<Journey, "log">, message: RegExp): number {
	return log.filter(({ msg }) => message.test(String(msg))).length;
}
