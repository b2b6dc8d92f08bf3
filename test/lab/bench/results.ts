import type { Fsync } from "./fsync.ts";
import type { Restart } from "./restart.ts";
import type { Run } from "./run.ts";

/** Everything that was measured. */
export interface Results {
	runs: Run[];
	restarts: Restart[];
	/** Null when it was not asked for. */
	fsync: Fsync | null;
}
