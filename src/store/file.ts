import { statSync } from "node:fs";
import { resolve } from "node:path";

/** What has become of the files of a database since they were opened. */
export type FileState = "in place" | "removed" | "replaced";

/** SQLite's files: the database, the log of recent changes, and what several processes tell each other of that. */
const ENDINGS = ["", "-wal", "-shm"];

/**
 * Returns a function that tells whether the files of the database that `url` names are still those that are there now. Whoever has
 * one open does not notice otherwise: they go on with what nobody will ever read again. A database without files is always in place.
 */
export function followFiles(url: string): () => FileState {
	const path = url.startsWith("sqlite:") && url !== "sqlite::memory:" ? resolve(url.slice("sqlite:".length)) : null;
	const opened = ENDINGS.flatMap((ending) => {
		const file = path === null ? null : identityOf(path + ending);
		return file === null ? [] : [{ path: path + ending, file }];
	});
	return () => {
		for (const { path, file } of opened) {
			const now = identityOf(path);
			if (now !== file) return now === null ? "removed" : "replaced";
		}
		return "in place";
	};
}

/** Which file a path leads to, as its disk and its number there; null when it leads to none. */
function identityOf(path: string): string | null {
	try {
		const { dev, ino } = statSync(path, { bigint: true });
		return `${dev} ${ino}`;
	} catch {
		return null; // whatever keeps us from it keeps the next start from it, too
	}
}
