import { readFileSync } from "node:fs";

/** A file at the top of the repository, as text. */
export function readTop(file: string): string {
	return readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
}

/** What `npm start` hands to Node before the main file. */
export function startFlags(): string[] {
	const { start } = JSON.parse(readTop("package.json")).scripts as { start: string };
	return start.split(" ").slice(1, -1);
}

/** The same for a process that is started in another folder. */
export function startFlagsAnywhere(): string[] {
	return startFlags().map((word) => (word.startsWith("./") ? new URL(`../${word}`, import.meta.url).href : word));
}
