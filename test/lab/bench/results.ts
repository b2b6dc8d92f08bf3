import type { Fsync } from "./fsync.ts";
import type { LookBack } from "./look-back.ts";
import type { Presses } from "./presses.ts";
import type { Restart } from "./restart.ts";
import type { Run } from "./run.ts";
import type { Start } from "./start.ts";

/** Everything that was measured. */
export interface Results {
	runs: Run[];
	starts: Start[];
	restarts: Restart[];
	presses: Presses[];
	lookBacks: LookBack[];
	/** Null when it was not asked for. */
	fsync: Fsync | null;
}
