/** How the process ends; supervisors and scripts can tell the cases apart. */
export const ENDS_WITH = { unexpected: 1, settings: 2, rejected: 3, stalled: 4 } as const;

/** Supervisors do not wait forever for a process to end. What is still under way by then is taken up at the next start. */
export const LONGEST_STOP_MS = 7_500;

/** Byname cannot run (any more). The message says to whoever runs it why, and what to do; it contains no secret. */
export abstract class Ending extends Error {
	abstract readonly exitCode: number;
}

/** The code with which an error ends the process. */
export function exitCodeOf(error: unknown): number {
	return error instanceof Ending ? error.exitCode : ENDS_WITH.unexpected;
}
