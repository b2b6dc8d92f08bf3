import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

// Plain JavaScript, because a thread that has to read TypeScript takes twice the memory.

/** @type {import("./pulse.ts").PulseThreadData} */
const { beats, lookEveryMs, looks } = workerData;
let last = Atomics.load(beats, 0);
let silent = 0;

setInterval(() => {
	const now = Atomics.load(beats, 0);
	silent = now === last ? silent + 1 : 0;
	last = now;
	if (silent !== looks) return;
	const stoodStillS = (looks * lookEveryMs) / 1_000;
	try {
		writeSync(2, `Byname is killed, to be started afresh: its event loop has stood still for ${stoodStillS} s.\n`);
	} finally {
		process.kill(process.pid, "SIGKILL"); // also when nobody reads what is said
	}
}, lookEveryMs);
