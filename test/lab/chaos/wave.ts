import { ScaledClock } from "../../../rehearsal/scaled-clock.ts";
import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import type { TrialVerdict } from "./check.ts";
import type { Database, DatabaseSupply, StoredReport } from "./database.ts";
import type { DiaryEntry, UndatedEntry } from "./diary-entry.ts";
import type { Booked } from "./hellos.ts";
import { Lock } from "./lock.ts";
import { pass, skip } from "./passing.ts";
import { isOursToWait, PATIENCE_MS, Pauses } from "./pauses.ts";
import type { Blow, Cast, WavePlan } from "./plan.ts";
import type { BotProcess, Heard, Kennel } from "./process.ts";
import type { ReportVerdict } from "./report-check.ts";
import { limitAll } from "./spoil.ts";
import { Stage, type Tried } from "./stage.ts";
import { Wire } from "./wire.ts";

/** What became of one trial. */
export interface TrialResult {
	cast: Cast;
	verdict: TrialVerdict;
	/** What the reports of its sessions came to; null where the bot ended by itself. */
	reports: ReportVerdict | null;
	diary: DiaryEntry[];
	tried: Tried[];
	/** What is stored of hellos. */
	booked: readonly Booked[];
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

/** Where a bot has to notice a stalled socket, it sends its heartbeats so often, for these take real time. */
const SHORT_HEARTBEAT_MS = 2_500;

/** Runs everything that a plan has in store for one bot. */
export async function runWave(plan: WavePlan, engine: DatabaseSupply, kennel: Kennel): Promise<WaveResult> {
	const database = await engine.database();
	const clock = new ScaledClock();
	const simulator = await startSimulator({ clock });
	const notices = plan.beats.some(({ blow }) => blow?.blow === "stall sockets" && blow.ending === "noticed");
	if (notices) simulator.gateway.heartbeatMs = SHORT_HEARTBEAT_MS;
	const wave = new Wave(plan, { database, kennel, clock, simulator });
	try {
		return await wave.run();
	} finally {
		await wave.end();
		await simulator.stop();
		await database.remove();
	}
}

interface WaveEquipment {
	database: Database;
	kennel: Kennel;
	clock: ScaledClock;
	simulator: Simulator;
}

class Wave {
	readonly #plan: WavePlan;
	readonly #with: WaveEquipment;
	readonly #stages: Map<number, Stage>;
	readonly #processes: BotProcess[] = [];
	/** All that there were. */
	readonly #ever: BotProcess[] = [];
	readonly #pauses: Pauses;
	readonly #wire: Wire;
	readonly #lock: Lock;
	#wrongBy = 0;
	#diskFull = false;

	constructor(plan: WavePlan, equipment: WaveEquipment) {
		this.#plan = plan;
		this.#with = equipment;
		this.#pauses = new Pauses(equipment.simulator, this.#processes, plan.wave);
		this.#wire = new Wire({
			simulator: equipment.simulator,
			pauses: this.#pauses,
			note: (entry) => this.#note(entry),
			skip: (ms) => skip(ms, { clock: equipment.clock, processes: this.#processes, pauses: this.#pauses }),
		});
		this.#lock = new Lock(equipment.database, this.#pauses, (entry) => this.#note(entry));
		this.#stages = new Map(plan.casts.map((cast) => [cast.trial, new Stage(equipment.simulator, cast)]));
	}

	async run(): Promise<WaveResult> {
		await this.#start();
		await this.#chooseSettings();
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
		const reports = await this.#with.database.reports(this.#with.clock.now());
		return this.#result(null, reports);
	}

	async end(): Promise<void> {
		await Promise.all(this.#processes.map((one) => one.kill()));
	}

	#result(crashed: string | null, stored: readonly StoredReport[] | null = null): WaveResult {
		const trials = [...this.#stages.values()].map((stage) => {
			const { cast, diary, room, booked } = stage;
			const reports = stored && stage.reportVerdict(stored);
			return { cast, diary, booked, roomId: room.id, tried: stage.tried(), verdict: stage.verdict(), reports };
		});
		const logs = this.#ever.map(({ log }) => log.filter(({ line }) => !isOursToWait(line)));
		return { wave: this.#plan.wave, trials, logs, crashed };
	}

	#note(entry: UndatedEntry): void {
		const at = this.#with.clock.now();
		for (const stage of this.#stages.values()) stage.note({ ...entry, at } as DiaryEntry);
	}

	async #strike(blow: Blow): Promise<void> {
		const { simulator, database } = this.#with;
		switch (blow.blow) {
			case "kill":
				await Promise.all(this.#processes.map((one) => one.kill()));
				this.#processes.length = 0;
				this.#diskFull = false;
				this.#wire.isGone();
				return this.#note({ is: "killed" });
			case "start":
			case "second process":
				await this.#wire.comesBack();
				return this.#start();
			case "end first process":
			case "end second process": {
				await this.#wire.comesBack();
				const first = blow.blow === "end first process";
				const [one] = this.#processes.splice(first ? 0 : 1, 1);
				// A clean end or a hard one: both happen.
				await (this.#plan.wave % 2 === 0 ? one?.kill() : one?.stop());
				return this.#note({ is: "ended", first });
			}
			case "drop sockets":
				return this.#wire.drop(blow.forget);
			case "reconnect":
				return this.#wire.reconnect();
			case "stall sockets":
				return this.#wire.stall(blow.ending);
			case "refuse":
				void simulator.fail.refuse({ forMs: blow.forMs });
				return this.#note({ is: "refused" });
			case "fill disk":
			case "free disk":
				return this.#limitDisk(blow.blow === "fill disk");
			case "break connections":
				await database.breakConnections();
				return this.#note({ is: "disk", full: false });
			case "lock store":
				return this.#lock.close(blow.patiently);
			case "unlock store":
				return this.#lock.open();
			case "end session":
				return this.#wire.endSession(blow);
			case "limit all":
				limitAll(blow, simulator.fail);
				return this.#note({ is: "limited" });
			case "clock wrong":
				return this.#setClock(blow.ms);
			case "clock right":
				return this.#setClock(0);
		}
	}

	async #start(): Promise<void> {
		await this.#lock.open(); // a bot cannot begin with a database it may not write to
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

	/** Hosts who want another pace than the usual one say so, and those who say hello themselves. */
	async #chooseSettings(): Promise<void> {
		const choosing = [...this.#stages.values()].filter(({ cast }) => cast.pace !== "calm" || cast.leading);
		const patience = performance.now() + PATIENCE_MS;
		const knowsNone = () => this.#with.simulator.commands.length === 0;
		while (choosing.length > 0 && knowsNone() && performance.now() < patience) await this.#pauses.breath();
		await Promise.all(choosing.map((stage) => stage.choosePace()));
		await Promise.all(choosing.map((stage) => stage.chooseLeading()));
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

	async #settle(): Promise<void> {
		if (this.#processes.length === 0) return;
		await this.#wire.comesBack();
		await this.#pauses.hear();
		await this.#pauses.rest();
		// Who is due is best seen to be greeted before the next blow; where posts are kept from the room, it is not.
		const stages = [...this.#stages.values()];
		const isGreeted = () => stages.every((stage) => stage.isEverybodyGreeted());
		for (let tries = 0; tries < 20 && !isGreeted(); tries++) await this.#pauses.breath();
		this.#note({ is: "settled" });
	}

	#pass(ms: number): Promise<void> {
		return pass(ms, {
			clock: this.#with.clock,
			processes: this.#processes,
			wire: this.#wire,
			pauses: this.#pauses,
		});
	}

	/** Mends everything, and waits until what is due has been said, and a little longer. */
	async #conclude(): Promise<void> {
		const { simulator } = this.#with;
		await this.#wire.comesBack();
		simulator.fail.nothing();
		await simulator.fail.accept();
		for (const stage of this.#stages.values()) await stage.heal();
		await this.#settle();
		await Promise.all([...this.#stages.values()].map((stage) => stage.hearAnswers()));
		await this.#pass(40_000);
		await Promise.all([...this.#stages.values()].map((stage) => stage.hearLeaders()));
		await this.#settle();
		const isAnythingDue = async () => {
			await this.#learnStored();
			const verdicts = [...this.#stages.values()].map((stage) => stage.verdict());
			return verdicts.some(({ lost, against }) => lost.length + against.length > 0);
		};
		for (let tries = 0; tries < 12 && (await isAnythingDue()); tries++) await this.#pass(40_000);
		await this.#pass(31_000);
		await this.#pauses.hear();
		await this.#pauses.rest();
		this.#note({ is: "over" });
		await this.#learnStored();
	}

	async #learnStored(): Promise<void> {
		const composedAt = await this.#with.database.composedAt();
		const hellos = await this.#with.database.hellos();
		for (const stage of this.#stages.values()) {
			stage.learnComposed(composedAt);
			stage.learnHellos(hellos);
		}
	}
}
