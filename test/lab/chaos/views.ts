import type { Places } from "./company.ts";
import type { Epoch } from "./epoch.ts";
import type { Start } from "./starts.ts";

/** What one process believes. */
export interface View {
	places: Places;
	epoch: Epoch | null;
	/** When what is on, or comes next, is scheduled. */
	start: Start;
	/** The room is gone. */
	isGone: boolean;
}

/** What the processes that run believe, and the wire on which all of them hear of what happens. */
export class Views {
	#all: View[] = [];
	/** What a silent wire holds back, in order; null while it speaks. */
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

	/** No process is left, nor what a wire held back for it. */
	clear(): void {
		this.#all = [];
		this.#held = null;
	}

	/** All are shown everything anew; what was held back is forgotten. */
	replace(view: () => View): void {
		this.#held = null;
		this.#all = this.#all.map(view);
	}

	/** Has something heard, when the wire speaks. */
	hear(effect: (heardAt: number) => void, at: number): void {
		if (this.#held) this.#held.push(effect);
		else effect(at);
	}

	/** The wire falls silent. */
	hold(): void {
		this.#held ??= [];
	}

	/** The wire speaks, and what it has held back is heard. */
	release(at: number): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const effect of held) effect(at);
	}
}
