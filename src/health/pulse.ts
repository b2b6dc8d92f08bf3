import { Worker } from "node:worker_threads";

/** What the thread is given that watches the event loop. */
export interface PulseThreadData {
	/** Counts the beats. */
	beats: Int32Array;
	lookEveryMs: number;
	/** After so many looks in a row without a beat the process is killed. */
	looks: number;
}

/**
 * Ends the process when its event loop stands still for two minutes. Nothing in the loop could see that, so another thread
 * watches; all it can do is kill, and it says why on stderr first. `onError` is called when that thread fails.
 *
 * The first process of a container cannot kill itself (Linux, pid_namespaces(7)), so there it runs under an init.
 */
export function guardEventLoop(onError: (error: Error) => void, { lookEveryMs = 10_000, looks = 12 } = {}): void {
	const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const thread = new Worker(new URL("./pulse-thread.js", import.meta.url), {
		workerData: { beats, lookEveryMs, looks } satisfies PulseThreadData,
		env: {},
		execArgv: [],
	});
	thread.on("error", onError);
	thread.unref();
	setInterval(() => Atomics.add(beats, 0, 1), lookEveryMs / 2).unref();
}
