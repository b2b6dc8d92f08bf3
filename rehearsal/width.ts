const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;
const WIDE =
	/[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns of a terminal a text takes, as near as can be told without asking the terminal. */
export function widthOf(text: string): number {
	let width = 0;
	for (const { segment } of graphemes.segment(text)) width += EMOJI.test(segment) ? 2 : lettersWidth(segment);
	return width;
}

function lettersWidth(grapheme: string): number {
	let width = 0;
	for (const character of grapheme) width += NOTHING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return width;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function cut(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	return `${beginningOf(text, width - 1).trimEnd()}…`;
}

/** Breaks a text at its spaces into lines of at most `width` columns; a word that is wider is broken where it must be. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (widthOf(longer) <= width) {
			line = longer;
			continue;
		}
		if (line !== "") lines.push(line);
		line = word;
		while (widthOf(line) > width) {
			const part = beginningOf(line, width);
			lines.push(part);
			line = line.slice(part.length);
		}
	}
	return [...lines, line];
}

/** As many whole graphemes as fit; at least one. */
function beginningOf(text: string, width: number): string {
	let end = 0;
	let used = 0;
	for (const { segment } of graphemes.segment(text)) {
		used += widthOf(segment);
		if (used > width && end > 0) break;
		end += segment.length;
	}
	return text.slice(0, end);
}
