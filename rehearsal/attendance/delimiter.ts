import { knownHeaders } from "./columns.ts";
import { cleanCell } from "./rows.ts";
import { readMoment } from "./times.ts";

/** What may stand between cells: tab, semicolon, comma. */
const DELIMITERS = ["\t", ";", ","];
const LINES_LOOKED_AT = 200;
/** Longer lines are cut: they tell no more, and a hostile file would cost time. */
const LONGEST_LINE = 5_000;

/**
 * Finds what stands between the cells of a file: what makes sense of most headers; where there are none, of most times;
 * else what makes the first line widest.
 */
export function delimiterOf(text: string): string {
	const lines = text.split("\n", LINES_LOOKED_AT).map((line) => line.slice(0, LONGEST_LINE));
	const declared = /^"?sep=([\t;,])"?$/i.exec(lines[0] ?? "")?.[1];
	if (declared) return declared;
	const scored = DELIMITERS.map((delimiter) => {
		const rows = lines.map((line) => line.split(delimiter).map(cleanCell));
		return {
			delimiter,
			known: Math.max(...rows.map(knownHeaders)),
			times: rows.filter((cells) => cells.length > 1 && cells.some(isTime)).length,
			wide: rows[0]?.length ?? 0,
		};
	});
	scored.sort((a, b) => b.known - a.known || b.times - a.times || b.wide - a.wide);
	return scored[0]?.delimiter ?? ",";
}

function isTime(cell: string): boolean {
	return /\d/.test(cell) && cell.length < 40 && readMoment(cell, "day first") !== null;
}
