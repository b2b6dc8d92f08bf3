import { execFile } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { setPriority } from "node:os";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { clean } from "../../greetings/clean.ts";
import type { Say } from "../../phrases/phrases.ts";
import { crowdOf } from "./crowd.ts";
import type { PictureFacts, PictureOrder } from "./facts.ts";
import { pack } from "./packed.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
/** A picture takes half a second. */
const LIMIT_MS = 10_000;
/** One takes 50 kB. */
const MOST_BYTES = 1_000_000;
/** A line of the largest letters is shorter. */
const TITLE = { graphemes: 200, units: 800 };
/** Pictures are drawn one after the other; a report that would have to wait for more than these does without. */
const MOST_WAITING = 20;

/** A third of what a greeting gets where both want a core; much less, and a busy machine would draw for longer than anybody waits. */
const BEHIND_GREETINGS = 4;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws who was in a session's room over time, as a PNG that can be read on a phone. A child process does it, so that
 * greetings go on meanwhile. Rejects when there is no picture: after 10 s at the latest, when `signal` aborts, and at once
 * when very many are being asked for.
 */
export async function drawAttendance(facts: PictureFacts, say: Say, signal?: AbortSignal): Promise<Buffer> {
	if (waiting >= MOST_WAITING) throw new Error("Too many pictures are being drawn");
	waiting++;
	try {
		const drawn = last.then(async () => {
			const order = pack(orderOf(facts, say));
			await setImmediate(); // to start a process takes a while as well
			return runChild(order, signal);
		});
		last = drawn.catch(() => undefined);
		return await (signal ? Promise.race([drawn, onceAborted(signal)]) : drawn);
	} finally {
		waiting--;
	}
}

function onceAborted(signal: AbortSignal): Promise<never> {
	const { promise, reject } = Promise.withResolvers<never>();
	signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	return promise;
}

function orderOf({ attendees, mostAtOnce, title, ...facts }: PictureFacts, say: Say): PictureOrder {
	const words = {
		start: say("picture.start"),
		end: say("picture.end"),
		arrivals: say("picture.arrivals"),
		most: say("picture.most", { count: mostAtOnce }),
		nobody: say(facts.endsAt === null ? "picture.nobodyYet" : "picture.nobody"),
	};
	return { ...facts, title: clean(title, TITLE), crowd: crowdOf(attendees), words };
}

/** It draws what others have written, so it gets nothing to know: above all no token. */
function runChild(order: Buffer, signal: AbortSignal | undefined): Promise<Buffer> {
	const compiled = getCompileCacheDir();
	const env = {
		// Otherwise every machine would draw other letters.
		DISABLE_SYSTEM_FONTS_LOAD: "1",
		...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }),
	};
	const options = { env, signal, timeout: LIMIT_MS, killSignal: "SIGKILL", maxBuffer: MOST_BYTES } as const;
	const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
	const child = execFile(process.execPath, [CHILD], { ...options, encoding: "buffer" }, (error, png, said) => {
		if (error) reject(failure(error, said.toString()));
		else resolve(png);
	});
	putBehindGreetings(child.pid);
	const end = () => child.kill("SIGKILL"); // or it would draw on for nobody
	process.once("exit", end);
	child.once("close", () => process.off("exit", end));
	child.stdin?.on("error", () => undefined); // it has ended before it read everything, which is told above
	child.stdin?.end(order);
	return promise;
}

function putBehindGreetings(pid: number | undefined): void {
	if (pid === undefined) return; // it could not be started
	try {
		setPriority(pid, BEHIND_GREETINGS);
	} catch {
		// It has ended already, or the system does not let us: it draws as it is.
	}
}

/** An error that says what ended the process, with the message that it has left. */
function failure({ code, signal }: { code?: unknown; signal?: unknown }, said: string): Error {
	const message = /^\w*Error\b.*/m.exec(said)?.[0] ?? "";
	return new Error(`No picture was drawn, the process ended with ${signal ?? code}. ${message}`.trim());
}
