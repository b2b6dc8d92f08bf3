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

/** For the environment of a process that has only what it is given: where Node keeps what it has compiled. */
export function compileCache(): Record<string, string> {
	const { NODE_COMPILE_CACHE } = process.env;
	return NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
}
