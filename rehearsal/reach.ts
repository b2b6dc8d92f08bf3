import type { Pieces, PostedPiece } from "./text-pattern.ts";

/** Places in a line, as how many characters stand before them. */
export type Places = ReadonlySet<number>;

/**
 * Where one may be in a line behind these pieces, having been at one of these places before them. All ways are followed at
 * once, so that whatever the line and the pieces are, it takes no longer than both are long.
 */
export function reach(pieces: Pieces, line: string, from: Places): Places {
	let places = from;
	for (const piece of pieces) {
		if (places.size === 0) break;
		places = behind(piece, line, places);
	}
	return places;
}

/** The same behind any of these, up to so many of them, or none. */
export function reachBeyond(choices: readonly Pieces[], most: number, line: string, from: Places): Places {
	let [all, last] = [from, from];
	for (let count = 0; count < most && last.size > 0; count++) {
		last = behind({ is: "one of", branches: choices }, line, last).difference(all);
		all = all.union(last);
	}
	return all;
}

/** The pieces from behind, to be found in a line that is written backwards. */
export function mirrored(pieces: Pieces): Pieces {
	return pieces.toReversed().map((piece): PostedPiece => {
		if (piece.is === "words") return { is: "words", words: backwards(piece.words) };
		return piece.is === "one of" ? { is: "one of", branches: piece.branches.map(mirrored) } : piece;
	});
}

/** A line from behind. */
export function backwards(line: string): string {
	return line.split("").reverse().join("");
}

function behind(piece: PostedPiece, line: string, from: Places): Places {
	switch (piece.is) {
		case "words":
			return behindWords(piece.words, line, from);
		case "number":
			return behindNumber(line, from);
		case "anything":
			return behindAnything(piece, line, from);
		case "one of":
			return piece.branches.reduce<Places>((all, branch) => all.union(reach(branch, line, from)), new Set());
	}
}

function behindWords(words: string, line: string, from: Places): Places {
	const places = new Set<number>();
	for (const at of from) if (line.startsWith(words, at)) places.add(at + words.length);
	return places;
}

function behindNumber(line: string, from: Places): Places {
	const places = new Set<number>();
	for (const at of from) {
		for (let end = at; /[\p{Nd}\p{P}\p{S}]/u.test(line[end] ?? ""); end++) places.add(end + 1);
	}
	return places;
}

function behindAnything({ least, most }: Extract<PostedPiece, { is: "anything" }>, line: string, from: Places): Places {
	const places = new Set<number>();
	let done = -1;
	for (const at of [...from].sort((a, b) => a - b)) {
		const last = Math.min(at + most, line.length);
		for (let place = Math.max(at + least, done + 1); place <= last; place++) places.add(place);
		done = Math.max(done, last);
	}
	return places;
}
