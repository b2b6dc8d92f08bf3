import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import { systemClock } from "../../../src/clock.ts";

const POSTS = { method: "POST", path: /\/messages$/ };

/** What goes wrong with Discord now and then, in this order, again and again. */
const TROUBLES = {
	"socket dropped": ({ fail }: Simulator) => fail.dropSockets(),
	"502 to a post": ({ fail }: Simulator) => fail.answer(502, POSTS),
	"told to reconnect": ({ fail }: Simulator) => void fail.reconnect(),
	"post taken, line cut": ({ fail }: Simulator) => fail.drop(POSTS),
	"session invalid": ({ fail }: Simulator) => void fail.invalidate(),
	"502 twice": ({ fail }: Simulator) => fail.answer(502, { ...POSTS, times: 2 }),
	"socket closed": ({ fail }: Simulator) => fail.dropSockets({ code: 4000 }),
	"post taken, never answered": ({ fail }: Simulator) => fail.stall(POSTS),
};

/** What goes wrong, in a few words. */
export type DiscordTrouble = keyof typeof TROUBLES;

/** Byname waits 8 s for an answer; with the post it is about, and the next attempt, it is over after this. */
const SILENCE_MS = 20_000;

/** The troubles so far. */
export interface DiscordTroubles {
	readonly struck: Map<DiscordTrouble, number>;
	/** Whether Discord leaves a post without any answer just now: greetings then wait for that, not for Byname. */
	isSilent(): boolean;
}

/** Makes something go wrong every so often until `signal` aborts. */
export function makeTrouble(simulator: Simulator, everyMs: number, signal: AbortSignal): DiscordTroubles {
	const struck = new Map<DiscordTrouble, number>();
	let silentUntil = 0;
	async function strike(): Promise<void> {
		const words = Object.keys(TROUBLES) as DiscordTrouble[];
		for (let n = 0; ; n++) {
			await systemClock.sleep(everyMs, signal);
			if (signal.aborted) return;
			const word = words[n % words.length] as DiscordTrouble;
			if (word === "post taken, never answered") silentUntil = performance.now() + SILENCE_MS;
			TROUBLES[word](simulator);
			struck.set(word, (struck.get(word) ?? 0) + 1);
		}
	}
	void strike();
	return { struck, isSilent: () => performance.now() < silentUntil };
}
