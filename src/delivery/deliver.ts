import { Bell } from "../bell.ts";
import { Budget } from "../budget.ts";
import { channelsWithWork, type FreeLine, postTimesSince } from "../store/outbox.ts";
import { forgetGreetings } from "../store/outcomes.ts";
import { draft } from "./freeze.ts";
import { NO_HUNT } from "./hunt.ts";
import { type DeliveryWork, type Line, reserve } from "./line.ts";
import { bucketAfter } from "./pace.ts";
import { runLine } from "./say.ts";

/** What `startDelivery` works with. */
export interface Delivering extends DeliveryWork {
	/** Called once when Discord no longer accepts our token; nothing is posted from then on. */
	onTokenRefused(): void;
}

/** The way from stored greetings to posts. */
export interface Delivery {
	/** There may be something to say in a channel. */
	wake(channelId: string): void;
	/** Takes up what an earlier process left, once Discord shows who and where everybody is: words may mention it. */
	takeUp(): void;
	/** A free line of a channel, if there is one: words for it can be frozen where the arrival is stored. */
	reserve(channelId: string): FreeLine | null;
	/** Permissions in a server changed: its channels that took nothing from us may do so again. */
	unpark(serverId: string): void;
	/** Starts no more posts; resolves when those in flight have been settled. */
	stop(): Promise<void>;
}

/** Posts of the last few seconds count against a channel's bucket, also those of the process before this one. */
const BUCKET_MEMORY_MS = 10_000;
/** A greeting is given up so long after its session has closed, and so long after the arrival. */
const OVERDUE_MS = 10 * 60_000;
const FORGET_EVERY_MS = 60_000;
/** A line looks for work this often although nobody woke it. */
const LOOK_EVERY_MS = 30_000;

/**
 * Starts delivery: each channel has a line of its own with one post in flight; all share one budget. What an earlier
 * process left waits for `takeUp`.
 */
export function startDelivery(delivering: Delivering): Delivery {
	const { store, clock, log, parking } = delivering;
	const stopping = new AbortController();
	const budget = new Budget();
	const lines = new Map<string, { line: Line; done: Promise<void> }>();
	let leftovers = Promise.resolve();
	const forgetting = forgetOverdue();

	function wake(channelId: string): void {
		if (stopping.signal.aborted) return;
		const running = lines.get(channelId);
		if (running) {
			running.line.bell.ring();
			return;
		}
		const line: Line = {
			channelId,
			bell: new Bell(),
			bucket: bucketAfter([], clock.now()),
			wasParked: true,
			attempted: null,
			hunt: NO_HUNT,
			leftovers: true,
			idle: false,
			reserved: null,
			handed: null,
		};
		line.bell.ring();
		lines.set(channelId, { line, done: run(line) });
	}

	async function run(line: Line): Promise<void> {
		const now = clock.now();
		const times = await postTimesSince(store, line.channelId, now - BUCKET_MEMORY_MS).catch((): number[] => []);
		line.bucket = bucketAfter(times, now);
		await runLine(line, {
			...delivering,
			budget,
			signal: stopping.signal,
			lookEveryMs: LOOK_EVERY_MS,
			stopAll,
		});
		lines.delete(line.channelId);
		if (line.bell.pending) wake(line.channelId); // somebody came just as it ended
	}

	function stopAll(): void {
		stopping.abort();
		delivering.onTokenRefused();
	}

	function takeUp(): void {
		leftovers = takeUpLeftovers();
	}

	/** Again and again, for another process may end and leave something in a channel that has no line here. */
	async function takeUpLeftovers(): Promise<void> {
		while (!stopping.signal.aborted) {
			try {
				for (const channelId of await channelsWithWork(store)) if (!lines.has(channelId)) wake(channelId);
			} catch (err) {
				log.error({ err }, "could not look for greetings that another process left; trying again");
			}
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
		}
	}

	function reserveLine(channelId: string): FreeLine | null {
		const line = lines.get(channelId)?.line;
		const handOver = line && reserve(line, budget, clock.now());
		if (!handOver) return null;
		const { picks, scenery } = delivering;
		let tried = picks.try();
		return {
			draft(greetings, session, voice) {
				tried = picks.try(); // a draft before this one has come to nothing
				return draft(greetings, session, voice, channelId, { now: clock.now(), pick: tried.pick, scenery });
			},
			send(message) {
				tried.keep();
				handOver(message);
			},
			release: () => handOver(null),
		};
	}

	/** Greetings that could not be said in time are not said at all: nobody wants last month's names when a room opens up. */
	async function forgetOverdue(): Promise<void> {
		while (!stopping.signal.aborted) {
			await clock.sleep(FORGET_EVERY_MS, stopping.signal);
			try {
				const at = clock.now();
				const greetings = await forgetGreetings(store, at - OVERDUE_MS, at);
				if (greetings.length === 0) continue;
				delivering.onSettled({ state: "overdue", at, greetings });
				log.warn({ forgotten: greetings.length }, "greetings given up: their sessions are long over");
			} catch (err) {
				log.error({ err }, "overdue greetings could not be given up yet");
			}
		}
	}

	function unpark(serverId: string): void {
		for (const channelId of parking.unpark(serverId)) lines.get(channelId)?.line.bell.ring();
	}

	async function stop(): Promise<void> {
		stopping.abort();
		await Promise.all([leftovers, forgetting]);
		await Promise.all([...lines.values()].map(({ done }) => done));
	}

	return {
		wake,
		takeUp,
		reserve: reserveLine,
		unpark,
		stop,
	};
}
