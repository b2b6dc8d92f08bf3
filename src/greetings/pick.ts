/** Chooses one of `variants` texts (an index from 0), not the one that was chosen last for the same `key`. */
export type Pick = (key: string, variants: number) => number;

/** A chooser that never takes the same variant twice running per key. */
export interface Picks {
	pick: Pick;
	/** Chooses for words that may come to nothing: what is picked counts as said only once it is kept. */
	try(): { pick: Pick; keep(): void };
}

/** Makes a chooser; `random` yields numbers in [0, 1). */
export function createPicks(random: () => number): Picks {
	const last = new Map<string, number>();
	return {
		pick: pickAfter(last, random),
		try() {
			const tried = new Map<string, number>();
			const after = { get: (key: string) => tried.get(key) ?? last.get(key), set: tried.set.bind(tried) };
			return {
				pick: pickAfter(after, random),
				keep() {
					for (const [key, chosen] of tried) last.set(key, chosen);
				},
			};
		},
	};
}

function pickAfter(
	last: { get(key: string): number | undefined; set(key: string, chosen: number): unknown },
	random: () => number,
): Pick {
	return (key, variants) => {
		const before = last.get(key);
		const barred = before !== undefined && before < variants && variants > 1 ? before : undefined;
		const free = barred === undefined ? variants : variants - 1;
		const drawn = Math.min(Math.floor(random() * free), Math.max(free - 1, 0));
		const chosen = barred !== undefined && drawn >= barred ? drawn + 1 : drawn;
		last.set(key, chosen);
		return chosen;
	};
}
