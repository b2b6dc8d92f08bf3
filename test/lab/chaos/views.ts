import type { Epoch } from "./epoch.ts";
import type { Place } from "./plan.ts";

/** What one process believes. */
export interface View {
	places: Map<string, Place>;
	epoch: Epoch | null;
}

/** What the processes that run believe, and the line on which all of them hear of what happens. */
export class Views {
	#all: View[] = [];
	/** What a silent line holds back, in order; null while it speaks. */
	#held: ((heardAt: number) => void)[] | null = null;

	get all(): readonly View[] {
		return this.#all;
	}

	/** One more process has been shown everything. */
	add(view: View): void {
		this.#all.push(view);
	}

	/** Of two processes the first or the second has ended. */
	remove(first: boolean): void {
		this.#all.splice(first ? 0 : 1, 1);
	}

	/** No process is left, nor what a line held back for it. */
	clear(): void {
		this.#all = [];
		this.#held = null;
	}

	/** All are shown everything anew; what was held back is forgotten. */
	replace(view: () => View): void {
		this.#held = null;
		this.#all = this.#all.map(view);
	}

	/** Has something heard, when the line speaks. */
	hear(effect: (heardAt: number) => void, at: number): void {
		if (this.#held) this.#held.push(effect);
		else effect(at);
	}

	/** The line falls silent. */
	hold(): void {
		this.#held ??= [];
	}

	/** The line speaks, and what it has held back is heard. */
	release(at: number): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const effect of held) effect(at);
	}
}
