import { execFileSync } from "node:child_process";

/**
 * Which of these words stand in the three files of a SQLite database. Another process reads them: when one closes a file that it
 * has open a second time, its own locks on it are gone (POSIX).
 */
export function foundOnDisk(databaseUrl: string, words: readonly string[]): string[] {
	const script = `
		const { existsSync, readFileSync } = require("node:fs");
		const [path, ...words] = process.argv.slice(1);
		const files = [path, path + "-wal", path + "-shm"].filter((file) => existsSync(file));
		const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
		process.stdout.write(JSON.stringify(words.filter((word) => bytes.includes(word))));`;
	const path = databaseUrl.replace("sqlite:", "");
	return JSON.parse(execFileSync(process.execPath, ["-e", script, path, ...words], { encoding: "utf8" }));
}
