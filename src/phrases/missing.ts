import { missingPhrases } from "./phrases.ts";

/** Says of each language which phrases it has not, and so says in English. */
export function describeMissing(missing: Readonly<Record<string, readonly string[]>>): string {
	const lines = Object.entries(missing).flatMap(([tag, keys]) => [
		keys.length === 0 ? `${tag}: none is missing` : `${tag}: ${keys.length} missing, said in English`,
		...keys.map((key) => `  ${key}`),
	]);
	return `${lines.join("\n")}\n`;
}

if (import.meta.main) process.stdout.write(describeMissing(missingPhrases()));
