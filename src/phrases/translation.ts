import type { English, Faithful } from "./catalogue.ts";

interface Phrases {
	readonly [name: string]: string | Phrases;
}

/**
 * A part of the catalogue in another language. What it leaves out is said in English. The compiler refuses a phrase that
 * English has not, and one that loses a placeholder, or has another.
 */
export function translation<Part extends keyof English, const T extends Phrases>(
	_part: Part,
	phrases: T & Faithful<English[Part], T>,
): T {
	return phrases;
}
