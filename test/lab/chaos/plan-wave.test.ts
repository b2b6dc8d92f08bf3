import { describe, expect, it } from "vitest";
import type { Action } from "./plan.ts";
import { planWave } from "./plan-wave.ts";

describe("planWave", () => {
	it("plans the same for the same seed, and a trial the same whatever runs beside it", () => {
		expect(planWave(7, 2)).toEqual(planWave(7, 2));
		expect(planWave(7, 2)).not.toEqual(planWave(8, 2));
		expect(planWave(7, 2, 4).casts).toEqual(planWave(7, 2).casts.slice(0, 4));
	});

	it("opens only what is closed, closes only what is open, and lets nobody leave who is not there", () => {
		for (let wave = 0; wave < 30; wave++) {
			const so: Standing = { open: new Set(), inside: new Set(), gone: new Set() };
			for (const { trial, action } of planWave(3, wave).beats.flatMap(({ actions }) => actions)) {
				expect(happens(trial, action, so), `${action.do} in trial ${trial}`).toBe(true);
			}
		}
	});

	it("leaves nothing out of what may happen", () => {
		const waves = Array.from({ length: 40 }, (_, wave) => planWave(3, wave));
		const casts = waves.flatMap((wave) => wave.casts);
		const actions = waves.flatMap(({ beats }) => beats).flatMap((beat) => beat.actions.map(({ action }) => action));
		expect(new Set(casts.map(({ kind }) => kind)).size).toBe(5);
		expect(new Set(casts.map(({ pace }) => pace)).size).toBe(5);
		expect(new Set(actions.map((action) => action.do)).size).toBe(21);
		expect(actions.some((action) => action.do === "open" && action.host.endsWith("x2"))).toBe(true);
	});
});

/** What people press, rather than do in the room. */
const PRESSED: ReadonlySet<Action["do"]> = new Set(["press", "hello", "panel", "hand over", "ask to greet"]);

/** Which trials are open, who is inside, and whose rooms are gone. */
interface Standing {
	open: Set<number>;
	inside: Set<string>;
	gone: Set<number>;
}

/** Lets something happen; false where it cannot. */
function happens(trial: number, action: Action, { open, inside, gone }: Standing): boolean {
	if (PRESSED.has(action.do)) return true; // whatever has become of the room
	if (gone.has(trial)) return false;
	switch (action.do) {
		case "open":
			return !open.has(trial) && open.add(trial).has(trial);
		case "close":
			return open.delete(trial);
		case "delete room":
			return gone.add(trial).has(trial);
		case "join":
			return inside.add(action.who).has(action.who);
		case "leave":
			return inside.delete(action.who);
		case "mute":
			return inside.has(action.who);
		default:
			return true;
	}
}
