/** Chooses among the wordings of texts, so that none returns before all of its text were heard. */
export interface Turns {
	/**
	 * One of a text's `variants` wordings, an index from 0, and never the one that was taken last while there is another.
	 * Only those that suit are taken; -1 when none does.
	 */
	pick(key: string, variants: number, suits?: (index: number) => boolean): number;
	/** Turns for words that may come to nothing: what is picked there counts as heard only once it is kept. */
	try(): TriedTurns;
}

/** See `Turns.try`. */
export interface TriedTurns extends Turns {
	/** Called again, it keeps what has been picked since. */
	keep(): void;
}

/** The turns of every host of every server. */
export interface Picks {
	of(serverId: string, hostId: string | null): Turns;
}

/** What has been heard of a text. */
interface Heard {
	/** How many wordings it had: once they have become more or fewer, it begins anew. */
	variants: number;
	/** Which have been heard since all had been. */
	round: readonly number[];
	last: number;
}

/** One wording taken, and those that could have been. */
interface Taken {
	key: string;
	variants: number;
	suitable: readonly number[];
	chosen: number;
}

interface Memory {
	of(key: string): Heard | undefined;
	note(taken: Taken): void;
}

/** Makes turns that begin with nothing heard; `random` yields numbers in [0, 1). */
export function createPicks(random: () => number): Picks {
	const all = new Map<string, Heard>();
	return {
		of(serverId, hostId) {
			const whose = `${serverId} ${hostId} `;
			const memory: Memory = {
				of: (key) => all.get(whose + key),
				note: (taken) => void all.set(whose + taken.key, heardAfter(memory.of(taken.key), taken)),
			};
			return turnsOver(memory, random);
		},
	};
}

/** Turns that always come to the wording that `choose` says, or the first one that suits, whatever has been heard. */
export function always(choose: (key: string, variants: number) => number): Turns {
	const turns: Turns = {
		pick(key, variants, suits = () => true) {
			const chosen = choose(key, variants);
			return suits(chosen) ? chosen : Array.from({ length: variants }).findIndex((_, index) => suits(index));
		},
		try: () => ({ ...turns, keep: () => undefined }),
	};
	return turns;
}

function turnsOver(memory: Memory, random: () => number): Turns {
	return {
		pick(key, variants, suits = () => true) {
			const before = memory.of(key);
			const round = roundOf(before, variants);
			const suitable = Array.from({ length: variants }, (_, index) => index).filter(suits);
			const unheard = suitable.filter((index) => !round.includes(index));
			const open = unheard.length > 0 ? unheard : suitable;
			const free = open.length > 1 ? open.filter((index) => index !== before?.last) : open;
			const chosen = free[Math.min(Math.floor(random() * free.length), free.length - 1)];
			if (chosen === undefined) return -1;
			memory.note({ key, variants, suitable, chosen });
			return chosen;
		},
		try() {
			const tried = new Map<string, Heard>();
			const all: Taken[] = [];
			const memoryOfAll: Memory = {
				of: (key) => tried.get(key) ?? memory.of(key),
				note(taken) {
					tried.set(taken.key, heardAfter(memoryOfAll.of(taken.key), taken));
					all.push(taken);
				},
			};
			return {
				...turnsOver(memoryOfAll, random),
				// Others may have been kept meanwhile, so each is noted anew.
				keep: () => all.splice(0).forEach(memory.note),
			};
		},
	};
}

function roundOf(heard: Heard | undefined, variants: number): readonly number[] {
	return heard?.variants === variants ? heard.round : [];
}

function heardAfter(before: Heard | undefined, { variants, suitable, chosen }: Taken): Heard {
	const round = roundOf(before, variants);
	const isOver = suitable.every((index) => round.includes(index));
	const kept = round.filter((index) => (isOver ? !suitable.includes(index) : index !== chosen));
	return { variants, round: [...kept, chosen], last: chosen };
}
