/** Chooses one of `variants` texts (an index from 0); `key` tells whose turn it is to differ from the last time. */
export type Pick = (key: string, variants: number) => number;

/** A chooser that never takes the same variant twice running per key; `random` yields numbers in [0, 1). */
export function createPick(random: () => number): Pick {
	const last = new Map<string, number>();
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
