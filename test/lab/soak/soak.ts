import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { systemClock } from "../../../src/clock.ts";
import { freePort } from "../../free-port.ts";
import { type Bot, type BotKind, startBot } from "../bench/bot.ts";
import { orAbort } from "../bench/or-abort.ts";
import { seeded } from "../bench/random.ts";
import { type DiscordTrouble, makeTrouble } from "./discord-trouble.ts";
import { buildHall, type Hall, type HallRhythm, holdSessions } from "./hall.ts";
import { type HallTally, sumOf, tallyOf } from "./hall-tally.ts";
import { countSaid } from "./said.ts";
import { type Sample, takeSamples } from "./sample.ts";

/** How a soak is to go; times in milliseconds. */
export interface SoakPlan {
	kind: BotKind;
	lastsMs: number;
	sampleEveryMs: number;
	troubleEveryMs: number;
	servers: number;
	hallsPerServer: number;
	rhythm: HallRhythm;
}

/** How it went, or goes so far. */
export interface Soak {
	bot: string;
	/** How long it has lasted, in milliseconds. */
	lastedMs: number;
	samples: Sample[];
	tally: HallTally;
	/** People who are in a room. */
	inside: number;
	troubles: Partial<Record<DiscordTrouble, number>>;
	/** New sessions with the gateway, sessions resumed, and answers 429. */
	identifies: number;
	resumes: number;
	rateLimited: number;
	/** What the bot itself logged as warnings and errors, and how often. */
	said: Record<string, number>;
	/** Why the bot ended by itself; null when it did not. */
	crash: string | null;
}

const ANSWER_MS = 100;
/** Who comes in the last moments need not have been greeted before the end: a calm room may keep them waiting for 21 s. */
const LAST_MOMENTS_MS = 31_000;

/**
 * Lets a bot work until the time is over or `signal` aborts; `onMinute` hears how it goes. Resolves with how it went,
 * also when the bot ends by itself.
 */
export async function soak(plan: SoakPlan, onMinute: (soFar: Soak) => void, signal: AbortSignal): Promise<Soak> {
	const { kind, lastsMs, servers, hallsPerServer, rhythm } = plan;
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	try {
		const halls = buildHalls(simulator, servers, hallsPerServer);
		const port = await freePort();
		const connected = simulator.ready();
		const bot = await startBot(kind, simulator, { HEALTH_PORT: String(port) });
		const over = new AbortController();
		try {
			await orAbort(connected, AbortSignal.any([signal, bot.signal]));
			const ending = AbortSignal.any([signal, bot.signal, over.signal]);
			const beganAt = performance.now();
			const samples: Sample[] = [];
			const { struck, isSilent } = makeTrouble(simulator, plan.troubleEveryMs, ending);
			const sampling = takeSamples({ bot, port, isSilent }, samples, plan.sampleEveryMs, ending);
			const holding = halls.map((hall, index) => open(hall, rhythm, index / halls.length, ending));
			const soFar = (): Soak => ({
				bot: kind.name,
				lastedMs: performance.now() - beganAt,
				samples,
				tally: sumOf(halls.map((hall) => count(hall, simulator))),
				inside: halls.reduce((sum, hall) => sum + hall.inside(), 0),
				troubles: Object.fromEntries(struck),
				identifies: simulator.identifies,
				resumes: simulator.resumes,
				rateLimited: simulator.rateLimited,
				said: countSaid(bot.troubles),
				crash: crashOf(bot, signal),
			});
			for (let minute = 1; !ending.aborted; minute++) {
				const nextMs = Math.min(minute * 60_000, lastsMs);
				await systemClock.sleep(beganAt + nextMs - performance.now(), ending);
				if (ending.aborted || nextMs === lastsMs) break;
				onMinute(soFar());
			}
			const soaked = soFar();
			over.abort();
			await Promise.all([sampling, ...holding]);
			return soaked;
		} finally {
			over.abort();
			await bot.stop();
		}
	} finally {
		await simulator.stop();
	}
}

function buildHalls(simulator: Simulator, servers: number, each: number): Hall[] {
	return Array.from({ length: servers }, (_, s) => simulator.addServer({ name: `Server ${s + 1}` })).flatMap(
		(server, s) =>
			Array.from({ length: each }, (_, n) => buildHall(server, s * each + n + 1, { withEvents: n === each - 1 })),
	);
}

/** Opens a hall; they do not begin all at once. */
async function open(hall: Hall, rhythm: HallRhythm, share: number, signal: AbortSignal): Promise<void> {
	await systemClock.sleep(share * rhythm.breakMs, signal);
	await holdSessions(hall, rhythm, seeded(hall.number), signal);
}

function count(hall: Hall, simulator: Simulator): HallTally {
	const posts = hall.room.messages
		.filter(({ author }) => author === simulator.world.bot)
		.map(({ content, acceptedRealMs }) => ({ content, at: acceptedRealMs }));
	return tallyOf(hall.comings, posts, performance.now() - LAST_MOMENTS_MS);
}

/** Ctrl-C reaches the bot as well; that it ends then is no crash. */
function crashOf(bot: Bot, signal: AbortSignal): string | null {
	return bot.signal.aborted && !signal.aborted ? String(bot.signal.reason) : null;
}
