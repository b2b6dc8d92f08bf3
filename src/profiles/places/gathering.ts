import { gatherZones, type Zone } from "./gather.ts";

/** The zones, gathered ahead piece by piece, or at once for whoever needs them before. */
export interface ZoneGathering {
	/** Gathers some of them, which takes a few milliseconds. Returns whether all are there. */
	some(): boolean;
	/** All of them; whoever asks too early waits for the rest. */
	all(): readonly Zone[];
}

/** Begins to gather the zones. Where that fails, it begins anew with the next one who asks. */
export function beginGathering(): ZoneGathering {
	let steps = gatherZones();
	let zones: readonly Zone[] | undefined;

	function some(): boolean {
		if (zones !== undefined) return true;
		try {
			const { done, value } = steps.next();
			if (done) zones = value;
		} catch (err) {
			steps = gatherZones();
			throw err;
		}
		return zones !== undefined;
	}

	function all(): readonly Zone[] {
		while (zones === undefined) some();
		return zones;
	}

	return { some, all };
}
