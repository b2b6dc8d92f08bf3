import { readdir } from "node:fs/promises";

/** How many files and sockets a process has open; null where the system does not tell. */
export async function openFilesOf(pid: number): Promise<number | null> {
	if (process.platform !== "linux") return null;
	return readdir(`/proc/${pid}/fd`).then(
		(entries) => entries.length,
		() => null,
	);
}
