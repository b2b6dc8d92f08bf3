import { Dice } from "./dice.ts";

/** How many webinars run at the same time, each in a server of its own, before the same bot. */
export const TRIALS_PER_WAVE = 12;

/** What the villain may do to one request that posts a message. */
export type PostFault = "500" | "502" | "429" | "dropped" | "unheard" | "slow" | "silent";

/** What somebody does in one webinar, or the villain does to it alone. */
export type Action =
	| { do: "join"; who: string; room: Place; speaker: boolean; packet: Packet }
	| { do: "leave"; who: string; packet: Packet }
	| { do: "mute"; who: string }
	| { do: "open"; host: string; packet: Packet }
	| { do: "close"; packet: Packet }
	| { do: "late after"; minutes: number }
	| { do: "post fault"; fault: PostFault; times: number }
	| { do: "deny" }
	| { do: "allow" };

/** The room of the webinar, or another one. */
export type Place = "room" | "lobby";
/** What becomes of the packet that tells the bot. */
export type Packet = "sent" | "lost" | "repeated";

/** What the villain does to the bot, and so to every webinar that is running. */
export type Blow =
	| { blow: "kill" }
	| { blow: "start" }
	| { blow: "drop sockets"; forget: boolean }
	| { blow: "reconnect" }
	| { blow: "stall sockets"; ending: StallEnding }
	| { blow: "refuse"; forMs: number }
	| { blow: "second process" }
	| { blow: "end first process" }
	| { blow: "end second process" }
	| { blow: "fill disk" }
	| { blow: "free disk" }
	| { blow: "break connections" }
	| { blow: "clock wrong"; ms: number }
	| { blow: "clock right" };

/** A stalled socket goes on, and all it held back arrives late; or it is cut, perhaps only once the bot has noticed. */
export type StallEnding = "goes on" | "cut" | "noticed";

/** One webinar, as it begins. */
export interface Cast {
	trial: number;
	kind: "stage" | "event" | "stage event";
	/** For events: minutes from the beginning of the wave to their scheduled start, for each opening. */
	startsInMinutes: number[];
	hosts: string[];
	guests: string[];
	/** Guests who come as speakers. */
	panel: string[];
	bots: string[];
}

/** What happens at one moment; then so much time passes. */
export interface Beat {
	actions: { trial: number; action: Action }[];
	blow: Blow | null;
	/** Wait until the bot has taken in everything. */
	settle: boolean;
	passMs: number;
}

/** Everything that will happen to one bot and the webinars before it. */
export interface WavePlan {
	wave: number;
	casts: Cast[];
	beats: Beat[];
}

/** The families of blows; a wave has some of them, so that what went wrong can be told apart. */
const FAMILIES = ["kills", "sockets", "processes", "disk", "clock", "refusals"] as const;
type Family = (typeof FAMILIES)[number];

const MINUTE_MS = 60_000;
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
		const actions = dice
			.shuffle(troupe)
			.flatMap((one) => one.act(at, slow).map((action) => ({ trial: one.cast.trial, action })));
		const passMs = dice.pick(PASSES_MS);
		beats.push({ actions, blow, settle: dice.chance(0.45), passMs });
		at += passMs;
	}
	beats.push(...villain.relent().map((blow) => ({ actions: [], blow, settle: false, passMs: 0 })));
	return { wave, casts: troupe.map(({ cast }) => cast), beats };
}

const STALL_ENDINGS: readonly StallEnding[] = ["goes on", "goes on", "cut", "noticed"];
const RECONNECT = { blow: "reconnect" } as const;

/** The villain of a wave. */
class Villain {
	readonly #dice: Dice;
	readonly #families: ReadonlySet<Family>;
	readonly #slow: boolean;
	#running = 1;
	#diskFull = false;
	#clockWrong = false;

	constructor(dice: Dice, families: ReadonlySet<Family>, slow: boolean) {
		this.#dice = dice;
		this.#families = families;
		this.#slow = slow;
	}

	/** The next blow, or none. */
	strike(): Blow | null {
		const dice = this.#dice;
		if (this.#running === 0) {
			if (dice.chance(0.4)) return null;
			this.#running = 1;
			return { blow: "start" };
		}
		const possible: Blow[] = [];
		if (this.#families.has("kills")) possible.push({ blow: "kill" });
		if (this.#families.has("sockets")) {
			const stall = { blow: "stall sockets", ending: dice.pick(STALL_ENDINGS) } as const;
			const cut = dice.chance(0.7) ? ({ blow: "drop sockets", forget: this.#slow } as const) : RECONNECT;
			possible.push(dice.chance(0.5) ? stall : cut);
		}
		if (this.#families.has("refusals")) possible.push({ blow: "refuse", forMs: dice.pick([200, 1_000, 5_000]) });
		if (this.#families.has("processes")) {
			if (this.#running === 1) possible.push({ blow: "second process" });
			else possible.push({ blow: dice.chance(0.5) ? "end first process" : "end second process" });
		}
		if (this.#families.has("disk")) {
			if (this.#diskFull) possible.push({ blow: "free disk" });
			else possible.push(dice.chance(0.7) ? { blow: "fill disk" } : { blow: "break connections" });
		}
		if (this.#families.has("clock")) {
			if (this.#clockWrong) possible.push({ blow: "clock right" });
			else possible.push({ blow: "clock wrong", ms: dice.pick([-2_000, -30_000, 90_000, 3_600_000, 7_200_000]) });
		}
		if (possible.length === 0 || dice.chance(0.45)) return null;
		return this.#strikes(dice.pick(possible));
	}

	/** Mends everything. */
	relent(): Blow[] {
		const mending: Blow[] = [];
		if (this.#diskFull) mending.push({ blow: "free disk" });
		if (this.#clockWrong) mending.push({ blow: "clock right" });
		if (this.#running === 0) mending.push({ blow: "start" });
		if (this.#running === 2) mending.push({ blow: "end second process" });
		return mending;
	}

	#strikes(blow: Blow): Blow {
		switch (blow.blow) {
			case "kill":
				this.#running = 0;
				this.#diskFull = false;
				break;
			case "second process":
				this.#running = 2;
				break;
			case "end first process":
			case "end second process":
				this.#running = 1;
				break;
			case "fill disk":
			case "free disk":
				this.#diskFull = blow.blow === "fill disk";
				break;
			case "clock wrong":
			case "clock right":
				this.#clockWrong = blow.blow === "clock wrong";
		}
		return blow;
	}
}

/** A session opens again at once or after so long, so that no trial hangs on the last second of the five minutes. */
const SOON_MS = 3.5 * MINUTE_MS;
const LONG_MS = 6.5 * MINUTE_MS;
const FAULTS: readonly PostFault[] = ["500", "502", "429", "dropped", "dropped", "unheard", "slow"];

/** The people of one webinar, who do what people do. */
class Troupe {
	readonly cast: Cast;
	readonly #dice: Dice;
	readonly #places = new Map<string, Place>();
	readonly #calm: boolean;
	#host: string | null = null;
	#closedAt = Number.NEGATIVE_INFINITY;
	#openings = 0;
	#denied = false;

	constructor(seed: number, trial: number) {
		this.#dice = new Dice(seed, trial, 1);
		const dice = this.#dice;
		const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${trial}x${n + 1}`);
		const guests = names("Guest", dice.between(3, 7));
		const kind = dice.pick(["stage", "stage", "event", "stage event"] as const);
		this.cast = {
			trial,
			kind,
			startsInMinutes: Array.from({ length: 6 }, () => dice.pick([-7, -1, 0, 2, 12])),
			hosts: names("Host", 2),
			guests,
			panel: kind === "event" ? [] : guests.filter(() => dice.chance(0.12)),
			bots: names("Jukebox", 1),
		};
		this.#calm = dice.chance(0.25);
	}

	/** What happens in this webinar now. */
	act(at: number, slow: boolean): Action[] {
		const dice = this.#dice;
		const actions: Action[] = [];
		if (this.#openings === 0 || dice.chance(0.12)) actions.push(...this.#openOrClose(at));
		for (let n = dice.between(0, 3); n > 0; n--) actions.push(this.#walk());
		if (!this.#calm && dice.chance(0.2)) actions.push(this.#mischief(slow));
		return actions;
	}

	#openOrClose(at: number): Action[] {
		const dice = this.#dice;
		if (this.#host !== null) {
			if (dice.chance(0.3)) return [];
			this.#host = null;
			this.#closedAt = at;
			return [{ do: "close", packet: this.#packet(0.05) }];
		}
		if (this.#openings === 0 && dice.chance(0.3)) return [];
		if (this.#openings === this.cast.startsInMinutes.length) return [];
		const closedFor = at - this.#closedAt;
		if (closedFor > SOON_MS && closedFor < LONG_MS) return [];
		const [first = "", second = ""] = this.cast.hosts;
		const host = this.#openings > 0 && dice.chance(0.3) ? second : first;
		const other = host === first ? second : first;
		const before: Action[] = [];
		// Whoever hosts comes first: who is on stage first is taken for the host.
		for (const [who, place] of this.#places) {
			if (place === "room" && (who === other || this.cast.panel.includes(who))) before.push(this.#leave(who, "sent"));
		}
		if (this.#places.get(host) !== "room") before.push(this.#join(host, "room", "sent"));
		for (const who of this.cast.panel) if (dice.chance(0.6)) before.push(this.#join(who, "room", "sent"));
		this.#host = host;
		this.#openings++;
		return [...before, { do: "open", host, packet: this.#packet(0.05) }];
	}

	#walk(): Action {
		const dice = this.#dice;
		const { hosts, guests, bots } = this.cast;
		const who = dice.chance(0.85) ? dice.pick(guests) : dice.pick([...bots, ...hosts.slice(0, 1)]);
		const place = this.#places.get(who);
		if (place === undefined) return this.#join(who, dice.chance(0.85) ? "room" : "lobby", this.#packet(0.04));
		const wish = dice.between(1, 10);
		if (wish <= 4) return this.#leave(who, this.#packet(0.04));
		if (wish <= 7) return { do: "mute", who };
		return this.#join(who, place === "room" ? "lobby" : "room", this.#packet(0.04));
	}

	#mischief(slow: boolean): Action {
		const dice = this.#dice;
		if (this.#denied || dice.chance(0.2)) {
			this.#denied = !this.#denied;
			return { do: this.#denied ? "deny" : "allow" };
		}
		if (dice.chance(0.1)) return { do: "late after", minutes: dice.pick([1, 5, 10]) };
		const fault = slow && dice.chance(0.2) ? "silent" : dice.pick(FAULTS);
		return { do: "post fault", fault, times: fault === "silent" ? 1 : dice.between(1, 3) };
	}

	#packet(lost: number): Packet {
		if (this.#calm) return "sent";
		if (this.#dice.chance(lost)) return "lost";
		return this.#dice.chance(0.08) ? "repeated" : "sent";
	}

	#join(who: string, room: Place, packet: Packet): Action {
		this.#places.set(who, room);
		const speaker = this.cast.hosts.includes(who) || this.cast.panel.includes(who);
		return { do: "join", who, room, speaker, packet };
	}

	#leave(who: string, packet: Packet): Action {
		this.#places.delete(who);
		return { do: "leave", who, packet };
	}
}
