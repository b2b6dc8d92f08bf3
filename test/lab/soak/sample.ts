import { systemClock } from "../../../src/clock.ts";
import type { Bot } from "../bench/bot.ts";
import { openFilesOf } from "./files.ts";
import { askMetrics, type BotMetrics } from "./metrics.ts";

/** How the bot's process stands, and how it stood since the sample before; null for what cannot be told. */
export interface Sample {
	/** Since the soak began, in milliseconds. */
	atMs: number;
	/** Resident memory. */
	memoryMiB: number | null;
	/** V8's heap, in use. */
	heapMiB: number | null;
	/** Open files and sockets. */
	files: number | null;
	/** The most greetings that waited at once, and the longest any had waited, since the sample before. */
	waiting: number | null;
	oldestS: number | null;
	/** The longest any had waited while Discord gave no answer to a post. */
	oldestInSilenceS: number | null;
}

/** How often the outbox is looked at; what waits longer than that is seen. */
const LOOK_EVERY_MS = 1_000;

/** What samples are taken of. */
export interface Sampled {
	bot: Bot;
	/** Its HEALTH_PORT. */
	port: number;
	isSilent(): boolean;
}

/** Adds a sample to `samples` every so often, until `signal` aborts. Never rejects. */
export async function takeSamples(
	{ bot, port, isSilent }: Sampled,
	samples: Sample[],
	everyMs: number,
	signal: AbortSignal,
): Promise<void> {
	const began = performance.now();
	for (let nth = 1; !signal.aborted; nth++) {
		const looks: Glance[] = [];
		const until = began + nth * everyMs;
		while (!signal.aborted && performance.now() < until) {
			await systemClock.sleep(Math.min(LOOK_EVERY_MS, until - performance.now()), signal);
			if (signal.aborted) return;
			const inSilence = isSilent();
			const told = await askMetrics(port);
			if (told) looks.push({ ...told, inSilence });
		}
		if (signal.aborted) return;
		const [memoryMiB, files] = await Promise.all([bot.memory(), openFilesOf(bot.pid)]);
		samples.push({ atMs: performance.now() - began, memoryMiB, files, ...sumUp(looks) });
	}
}

type Glance = BotMetrics & { inSilence: boolean };

function sumUp(looks: readonly Glance[]): Pick<Sample, "heapMiB" | "waiting" | "oldestS" | "oldestInSilenceS"> {
	const worst = (some: readonly Glance[]) => (some.length > 0 ? Math.max(...some.map(({ oldestS }) => oldestS)) : null);
	return {
		heapMiB: looks.at(-1)?.heapMiB ?? null,
		waiting: looks.length > 0 ? Math.max(...looks.map(({ waiting }) => waiting)) : null,
		oldestS: worst(looks.filter(({ inSilence }) => !inSilence)),
		oldestInSilenceS: worst(looks.filter(({ inSilence }) => inSilence)),
	};
}
