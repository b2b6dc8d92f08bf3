import { setTimeout as realTime, setImmediate as turn } from "node:timers/promises";
import { ScaledClock } from "../scaled-clock.ts";
import { type Simulator, startSimulator } from "../simulator/simulator.ts";
import { check, type Post, type Verdict } from "./check.ts";
import type { Database, Engine } from "./database.ts";
import type { Entry } from "./model.ts";
import type { Blow, Cast, StallEnding, WavePlan } from "./plan.ts";
import type { BotProcess, Heard, Kennel } from "./process.ts";
import { Stage, type Tried } from "./stage.ts";

/** What became of one trial. */
export interface TrialResult {
	cast: Cast;
	verdict: Verdict;
	diary: Entry[];
	posts: Post[];
	tried: Tried[];
	/** The room's id, by which the bot's log speaks of it. */
	roomId: string;
}

/** What became of a wave. */
export interface WaveResult {
	wave: number;
	trials: TrialResult[];
	/** What the bot's processes logged, in the order they were started. */
	logs: (readonly Heard[])[];
	crashed: string | null;
}

/** The steps in which time passes: small at first, so that whoever tries again in half a second does. */
const STEPS_MS = [100, 300, 600, 1_200, 2_500, 5_000, 10_000, 20_000];
/** Discord's clock and the bot's go on at the same speed; what is under way needs a little real time in between. */
const BREATH_MS = 3;
/** Before and after a step this long nothing may be left under way, for it would seem to take as long. */
const LONG_STEP_MS = 1_000;
/** A request that was made has been heard after so many turns of the event loop. */
const HEARING_TURNS = 5;
const HEAR_AGAIN_MS = 700;
const PATIENCE_MS = 25_000;
/** A line may be cut for so long, then the bot is given the real time it needs to come back: it has to within five minutes. */
const LONGEST_CUT_MS = 2 * 60_000;

/** Where a bot has to notice a stalled socket, it sends its heartbeats so often, for these take real time. */
const SHORT_HEARTBEAT_MS = 2_500;

/** Runs everything that a plan has in store for one bot. */
export async function runWave(plan: WavePlan, engine: Engine, kennel: Kennel): Promise<WaveResult> {
	const database = await engine.database();
	const clock = new ScaledClock();
	const simulator = await startSimulator({ clock });
	const notices = plan.beats.some(({ blow }) => blow?.blow === "stall sockets" && blow.ending === "noticed");
	if (notices) simulator.world.gateway.heartbeatMs = SHORT_HEARTBEAT_MS;
	const wave = new Wave(plan, { database, kennel, clock, simulator });
	try {
		return await wave.run();
	} finally {
		await wave.end();
		await simulator.stop();
		await database.remove();
	}
}

interface Surroundings {
	database: Database;
	kennel: Kennel;
	clock: ScaledClock;
	simulator: Simulator;
}

class Wave {
	readonly #plan: WavePlan;
	readonly #with: Surroundings;
	readonly #stages: Map<number, Stage>;
	readonly #processes: BotProcess[] = [];
	/** All that there were. */
	readonly #ever: BotProcess[] = [];
	#barriers = 0;
	#wrongBy = 0;
	#diskFull = false;
	#cut = false;
	/** How the stall ends that the line is in. */
	#stalled: StallEnding | null = null;
	#identified = 0;
	#cutForMs = 0;

	constructor(plan: WavePlan, surroundings: Surroundings) {
		this.#plan = plan;
		this.#with = surroundings;
		this.#stages = new Map(plan.casts.map((cast) => [cast.trial, new Stage(surroundings.simulator, cast)]));
	}

	async run(): Promise<WaveResult> {
		await this.#start();
		for (const { actions, blow, settle, passMs } of this.#plan.beats) {
			for (const { trial, action } of actions) {
				await this.#stages.get(trial)?.act(action);
			}
			if (settle) await this.#settle();
			if (blow) await this.#strike(blow);
			await this.#pass(passMs);
			const dead = this.#processes.find((one) => one.hasCrashed);
			if (dead) return this.#result(`the bot ended by itself. ${dead.said}`);
		}
		await this.#conclude();
		return this.#result(null);
	}

	async end(): Promise<void> {
		await Promise.all(this.#processes.map((one) => one.kill()));
	}

	#result(crashed: string | null): WaveResult {
		const trials = [...this.#stages.values()].map((stage) => {
			const posts = stage.posts();
			return {
				cast: stage.cast,
				diary: stage.diary,
				roomId: stage.room.id,
				posts,
				tried: stage.tried(),
				verdict: check(stage.cast, stage.model, posts),
			};
		});
		const logs = this.#ever.map(({ log }) => log.filter(({ line }) => !line.includes(BARRIER)));
		return { wave: this.#plan.wave, trials, logs, crashed };
	}

	#note(entry: Entry extends infer One ? (One extends Entry ? Omit<One, "at"> : never) : never): void {
		const at = this.#with.clock.now();
		for (const stage of this.#stages.values()) stage.note({ ...entry, at } as Entry);
	}

	async #strike(blow: Blow): Promise<void> {
		const { simulator, database } = this.#with;
		switch (blow.blow) {
			case "kill":
				await Promise.all(this.#processes.map((one) => one.kill()));
				this.#processes.length = 0;
				this.#diskFull = false;
				this.#cut = false;
				this.#stalled = null;
				this.#cutForMs = 0;
				return this.#note({ is: "killed" });
			case "start":
			case "second process":
				await this.#reconnected();
				return this.#start();
			case "end first process":
			case "end second process": {
				await this.#reconnected();
				const first = blow.blow === "end first process";
				const [one] = this.#processes.splice(first ? 0 : 1, 1);
				// A clean end or a hard one: both happen.
				await (this.#plan.wave % 2 === 0 ? one?.kill() : one?.stop());
				return this.#note({ is: "ended", first });
			}
			case "drop sockets":
				this.#cutOff("dropped");
				this.#stalled = null;
				return simulator.fail.dropSockets({ forget: blow.forget });
			case "reconnect":
				this.#cutOff("dropped");
				return simulator.fail.reconnect();
			case "stall sockets":
				this.#cutOff("stalled");
				this.#stalled = blow.ending;
				return simulator.fail.stallSockets();
			case "refuse":
				void simulator.fail.refuse({ forMs: blow.forMs });
				return this.#note({ is: "refused" });
			case "fill disk":
			case "free disk":
				return this.#limitDisk(blow.blow === "fill disk");
			case "break connections":
				await database.breakConnections();
				return this.#note({ is: "disk", full: false });
			case "clock wrong":
				return this.#setClock(blow.ms);
			case "clock right":
				return this.#setClock(0);
		}
	}

	async #start(): Promise<void> {
		const { kennel, simulator, clock, database } = this.#with;
		const one = kennel.take();
		this.#processes.push(one);
		this.#ever.push(one);
		const before = simulator.identifies;
		const { token, url: apiUrl } = simulator;
		await one.run({ token, apiUrl, databaseUrl: database.url, clock, logLevel: "info" });
		if (this.#wrongBy !== 0) await one.order({ do: "set clock", wrongBy: this.#wrongBy });
		const patience = performance.now() + PATIENCE_MS;
		while (simulator.identifies === before && !one.hasCrashed && performance.now() < patience) await this.#pass(50);
		if (this.#diskFull) await one.order({ do: "limit disk", full: true });
		this.#note({ is: "up" });
	}

	async #limitDisk(full: boolean): Promise<void> {
		this.#diskFull = full;
		await Promise.all(this.#processes.map((one) => one.order({ do: "limit disk", full })));
		this.#note({ is: "disk", full });
	}

	async #setClock(wrongBy: number): Promise<void> {
		this.#note({ is: "clock", wrong: wrongBy !== 0 || this.#wrongBy !== 0 });
		this.#wrongBy = wrongBy;
		await Promise.all(this.#processes.map((one) => one.order({ do: "set clock", wrongBy })));
		if (wrongBy === 0) this.#note({ is: "clock", wrong: false });
	}

	#cutOff(how: "dropped" | "stalled"): void {
		if (!this.#cut) this.#identified = this.#with.simulator.identifies;
		this.#cut = true;
		this.#note({ is: how });
	}

	/** Ends a stall the way it is to end. */
	async #endStall(): Promise<void> {
		const { fail } = this.#with.simulator;
		if (this.#stalled === "noticed") await this.#noticed();
		if (this.#stalled === "goes on") fail.freeSockets();
		else if (this.#stalled) fail.dropSockets();
		this.#stalled = null;
	}

	/** Waits until every process has given up the line that is stalled. */
	async #noticed(): Promise<void> {
		const patience = performance.now() + PATIENCE_MS;
		while (this.#with.simulator.trustedInVain > 0 && performance.now() < patience) await realTime(BREATH_MS);
	}

	/** Waits until the line that was cut is back. */
	async #reconnected(): Promise<void> {
		if (!this.#cut || this.#processes.length === 0) return;
		const { simulator } = this.#with;
		await simulator.fail.accept();
		await this.#endStall();
		await this.#hear();
		this.#cut = false;
		this.#cutForMs = 0;
		this.#note({ is: "back", fresh: simulator.identifies > this.#identified });
	}

	/** Waits until every process has taken in what it was told: a packet nobody can read comes last, and it complains. */
	async #hear(): Promise<void> {
		const { simulator } = this.#with;
		const patience = performance.now() + PATIENCE_MS;
		const first = this.#barriers + 1;
		let again = 0;
		const heard = (one: BotProcess) =>
			!one.isAlive ||
			one.log.some(({ line }) => {
				const found = line.indexOf(BARRIER);
				return found >= 0 && Number.parseInt(line.slice(found + BARRIER.length), 10) >= first;
			});
		while (!this.#processes.every(heard)) {
			if (performance.now() > again) {
				const id = `${BARRIER_ID}${++this.#barriers}`;
				void simulator.sendRaw("GUILD_SCHEDULED_EVENT_DELETE", { guild_id: id, id: "nothing" });
				again = performance.now() + HEAR_AGAIN_MS;
			}
			if (performance.now() > patience) throw new Error(`wave ${this.#plan.wave}: the bot hears nothing any more`);
			await realTime(BREATH_MS);
		}
	}

	async #settle(): Promise<void> {
		if (this.#processes.length === 0) return;
		await this.#reconnected();
		await this.#hear();
		await this.#rest();
		// Who is due is best seen to be greeted before the next blow; where posts are kept from the room, it is not.
		for (let tries = 0; tries < 20 && !this.#everybodyGreeted(true); tries++) await realTime(BREATH_MS);
		this.#note({ is: "settled" });
	}

	#everybodyGreeted(tentatively: boolean): boolean {
		return [...this.#stages.values()].every(({ cast, model, room }) =>
			[...cast.guests, ...cast.hosts].every((who) => {
				const { least } = model.greetings(who, { tentatively });
				if (least === 0) return true;
				const said = room.messages.filter(
					({ content, deleted }) => !deleted && content.includes(who) && !/Thank you for|We've closed/.test(content),
				);
				return said.length >= least;
			}),
		);
	}

	/** Lets time pass on Discord and for every process, in steps that leave the bot time to do what it does. */
	async #pass(ms: number): Promise<void> {
		const { clock } = this.#with;
		const steps = [...STEPS_MS];
		if (ms > 0) await this.#rest(); // minutes must not pass between a packet and its transaction
		for (let left = ms; left > 0; ) {
			const step = Math.min(left, steps.length > 1 ? (steps.shift() ?? left) : (steps[0] ?? left));
			left -= step;
			if (this.#cut) this.#cutForMs += step;
			if (this.#cutForMs > LONGEST_CUT_MS) await this.#reconnected();
			await this.#endOfSilence();
			await Promise.all(this.#processes.map((one) => one.order({ do: "skip", ms: step })));
			clock.skip(step);
			await realTime(BREATH_MS);
			if (step >= LONG_STEP_MS) await this.#rest();
		}
	}

	/** Resolves when nothing is under way any more, neither in a process nor between it and Discord, however slow the machine. */
	async #rest(): Promise<void> {
		const { simulator } = this.#with;
		const patience = performance.now() + PATIENCE_MS;
		for (let asked = -1; asked !== simulator.requests.length && performance.now() < patience; ) {
			asked = simulator.requests.length;
			await Promise.all(this.#processes.map((one) => one.order({ do: "rest" })));
			for (let turns = 0; turns < HEARING_TURNS; turns++) await turn();
		}
	}

	/** An answer that never comes takes real seconds, which no skipped minutes may pass by. */
	async #endOfSilence(): Promise<void> {
		const patience = performance.now() + PATIENCE_MS;
		while (this.#with.simulator.waitingInVain > 0 && performance.now() < patience) await realTime(BREATH_MS);
	}

	/** Mends everything, and waits until what is due has been said, and a little longer. */
	async #conclude(): Promise<void> {
		const { simulator } = this.#with;
		await this.#reconnected();
		simulator.fail.nothing();
		await simulator.fail.accept();
		for (const stage of this.#stages.values()) await stage.heal();
		await this.#settle();
		await this.#pass(40_000);
		await this.#settle();
		for (let tries = 0; tries < 12 && !this.#everybodyGreeted(false); tries++) await this.#pass(40_000);
		await this.#pass(31_000);
		await this.#hear();
		await this.#rest();
	}
}

/** How a packet that nobody can read shows in the log. */
const BARRIER_ID = "7770";
const BARRIER = `"guild_id":"${BARRIER_ID}`;
