import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The resident memory of a process in MiB; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<number | null> {
	try {
		if (process.platform === "linux") {
			const status = await readFile(`/proc/${pid}/status`, "utf8");
			return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024 || null;
		}
		const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
		return Number(stdout) / 1024 || null;
	} catch {
		return null; // Windows has no ps
	}
}

/** The ids of the processes that a process has started and that run; none where the system does not tell. */
export async function childrenOf(pid: number): Promise<number[]> {
	const ids = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
	return ids.split(" ").filter(Boolean).map(Number);
}
