import { stripVTControlCharacters, type styleText } from "node:util";
import { cut, widthOf, wrap } from "./width.ts";

/** How a text looks, as `styleText` takes it. */
export type TextStyle = Parameters<typeof styleText>[0];

/** Where a transcript goes. */
export interface Screen {
	write(text: string): void;
	/** How wide it is now. */
	columns(): number;
	/** Colours a text, or leaves it as it is where colours do not belong. */
	paint(look: TextStyle, text: string): string;
}

const NARROWEST = 40;
const WIDEST = 110;
/** The column with times and delays, its gap included. */
const MARGIN = 14;
const GAP = 2;

/** The layout of a transcript: a margin with times on the left, a gutter, the text. Everything is wrapped to the screen. */
export class TranscriptPage {
	readonly #screen: Screen;

	constructor(screen: Screen) {
		this.#screen = screen;
	}

	/** How wide lines may get. */
	get width(): number {
		return Math.min(Math.max(this.#screen.columns() - 1, NARROWEST), WIDEST);
	}

	paint(look: TextStyle, text: string): string {
		return this.#screen.paint(look, text);
	}

	/** Writes a line as it is. */
	line(text = ""): void {
		this.#screen.write(`${text}\n`);
	}

	/** How much room an entry's text has beside a gutter. */
	roomBeside(gutter: string): number {
		return this.width - MARGIN - widthOf(stripVTControlCharacters(gutter));
	}

	/** Writes a text beside something in the margin; what does not fit goes on below, behind the same gutter or a blank. */
	entry(margin: string, gutter: string, text: string, { look, beside = "dim", repeats = false }: EntryLook = {}): void {
		const blank = " ".repeat(widthOf(stripVTControlCharacters(gutter)));
		for (const [index, part] of wrap(text, this.roomBeside(gutter)).entries()) {
			const left = this.paint(beside, (index === 0 ? margin : "").padStart(MARGIN - GAP));
			const between = index === 0 || repeats ? gutter : blank;
			this.line(`${left}${" ".repeat(GAP)}${between}${look ? this.paint(look, part) : part}`.trimEnd());
		}
	}

	/** Writes a text at the left edge. */
	note(text: string, look: TextStyle = "dim"): void {
		for (const part of wrap(text, this.width - GAP)) this.line(" ".repeat(GAP) + this.paint(look, part));
	}

	/** Writes a heading, ruled across the page. */
	heading(title: string): void {
		const text = cut(title, this.width - 8);
		const rest = Math.max(0, this.width - 4 - widthOf(text));
		this.line();
		this.line(`${this.paint("dim", "──")} ${this.paint("bold", text)} ${this.paint("dim", "─".repeat(rest))}`);
	}
}

/** How an entry looks. */
export interface EntryLook {
	look?: TextStyle;
	/** Of the margin. */
	beside?: TextStyle;
	/** The gutter stands before every line, as a quote's bar does. */
	repeats?: boolean;
}
