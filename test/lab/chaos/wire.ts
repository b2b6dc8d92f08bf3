import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Pauses } from "./pauses.ts";
import type { StallEnding, TurnDown } from "./plan.ts";

/** A wire may be cut for so long, then the bot is given the real time it needs to come back: it has to within five minutes. */
const LONGEST_CUT_MS = 2 * 60_000;

/** Where a session is over, the bot may wait before it logs in: then the cut is shorter. */
const LONGEST_WITHOUT_SESSION_MS = 20_000;
/** In such steps time passes while the bot waits before it logs in. */
const LOGIN_STEP_MS = 100;

interface WireEquipment {
	simulator: Simulator;
	pauses: Pauses;
	note(entry: UndatedEntry): void;
	/** Sets all clocks forward. */
	skip(ms: number): Promise<void>;
}

/** The wire between Discord and the bot, which the villain cuts and stalls. */
export class Wire {
	readonly #simulator: Simulator;
	readonly #pauses: Pauses;
	readonly #note: WireEquipment["note"];
	readonly #skip: WireEquipment["skip"];
	#cut = false;
	/** How the stall ends that the wire is in. */
	#stalled: StallEnding | null = null;
	/** How often the bot had identified before. */
	#identified = 0;
	#cutForMs = 0;
	/** The session is over, too: the bot has to log in anew. */
	#isSessionOver = false;

	constructor({ simulator, pauses, note, skip }: WireEquipment) {
		this.#simulator = simulator;
		this.#pauses = pauses;
		this.#note = note;
		this.#skip = skip;
	}

	/** Cuts it; with `forget` no session outlives that. */
	drop(forget: boolean): void {
		this.#cutOff("dropped");
		this.#stalled = null;
		this.#simulator.fail.dropSockets({ forget });
	}

	/** Has the bot cut it. */
	async reconnect(): Promise<void> {
		this.#cutOff("dropped");
		await this.#simulator.fail.reconnect();
	}

	/** Has it fall silent. */
	stall(ending: StallEnding): void {
		this.#cutOff("stalled");
		this.#stalled = ending;
		this.#simulator.fail.stallSockets();
	}

	/** Has Discord call its session over, at once or when it comes back from a cut, and turn so many logins down. */
	async endSession({ byDrop, how, times }: { byDrop: boolean; how: TurnDown; times: number }): Promise<void> {
		const { fail } = this.#simulator;
		this.#cutOff("dropped");
		this.#isSessionOver = true;
		if (times > 0) fail.refuseIdentifies(how, times);
		if (!byDrop) return fail.invalidate();
		this.#stalled = null;
		fail.dropSockets({ forget: true });
	}

	/** Nobody is left at the other end. */
	isGone(): void {
		this.#cut = false;
		this.#isSessionOver = false;
		this.#stalled = null;
		this.#cutForMs = 0;
	}

	/** So much time passes. */
	async lasts(ms: number): Promise<void> {
		if (this.#cut) this.#cutForMs += ms;
		const longest = this.#isSessionOver ? LONGEST_WITHOUT_SESSION_MS : LONGEST_CUT_MS;
		if (this.#cutForMs > longest) await this.comesBack();
	}

	/** Waits until it is back, if it was cut or stalled. */
	async comesBack(): Promise<void> {
		if (!this.#cut) return;
		await this.#simulator.fail.accept();
		await this.#endStall();
		await this.#pauses.hear(this.#isSessionOver ? () => this.#skip(LOGIN_STEP_MS) : undefined);
		this.#cut = false;
		this.#isSessionOver = false;
		this.#cutForMs = 0;
		this.#note({ is: "back", fresh: this.#simulator.identifies > this.#identified });
	}

	#cutOff(how: "dropped" | "stalled"): void {
		if (!this.#cut) this.#identified = this.#simulator.identifies;
		this.#cut = true;
		this.#note({ is: how });
	}

	async #endStall(): Promise<void> {
		const { fail } = this.#simulator;
		if (this.#stalled === "noticed") await this.#pauses.giveUpWire();
		if (this.#stalled === "goes on") fail.freeSockets();
		else if (this.#stalled) fail.dropSockets();
		this.#stalled = null;
	}
}
