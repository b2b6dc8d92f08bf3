import { Dice } from "./dice.ts";
import { Troupe } from "./troupe.ts";
import { FAMILIES, Villain } from "./villain.ts";

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
