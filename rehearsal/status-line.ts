import type { Screen } from "./page.ts";
import { cut } from "./width.ts";

/** Back to the beginning of the line, and nothing in it. */
export const CLEARED = "\r\u001b[K";

/**
 * The last line of a terminal, below everything that is written: each line shown takes the place of the one before, so that
 * nothing of them stays.
 */
export class StatusLine {
	readonly #screen: Screen;
	#shown = "";

	constructor(screen: Screen) {
		this.#screen = screen;
	}

	/** Writes whole lines above it. */
	write(text: string): void {
		this.#screen.write(this.#shown === "" ? text : CLEARED + text + this.#shown);
	}

	/** Shows a line; none for "". */
	show(line: string): void {
		const { columns, paint, write } = this.#screen;
		const shown = line === "" ? "" : paint("dim", cut(line, columns() - 1));
		if (shown === this.#shown) return;
		write(this.#shown === "" ? shown : CLEARED + shown);
		this.#shown = shown;
	}
}
