import type { CsvFile, MakingContext, Order, Progress } from "./making.ts";
import { makeFile } from "./making.ts";
import { askInTurn } from "./names.ts";

/** A file that is being made. */
export interface Making {
	readonly progress: Readonly<Progress>;
	/** Rejects with a `UserError` that says why there is none. */
	readonly file: Promise<CsvFile>;
	/** Somebody who has waited as long as Discord lets them comes back for it: it is kept for a while once it is there. */
	keep(): void;
}

/** Makes attendance files. Whoever asks for one that is being made waits for the same: Discord is asked once. */
export interface CsvFiles {
	of(order: Order): Making;
}

const KEPT_MS = 15 * 60_000;

export function keepCsvFiles(context: Omit<MakingContext, "names">): CsvFiles {
	const { clock } = context;
	const names = askInTurn(clock);
	/** By session, and whether who did not come is in it. */
	const makings = new Map<string, Making>();

	function begin(order: Order, key: string): Making {
		const progress = { named: 0, all: 0 };
		const file = makeFile(order, { ...context, names }, progress);
		let isKept = false;
		const forget = () => {
			if (makings.get(key) === making) makings.delete(key);
		};
		const making: Making = { progress, file, keep: () => (isKept = true) };
		file.then(
			async () => {
				if (isKept) await clock.sleep(KEPT_MS);
				forget();
			},
			forget, // who waits hears why
		);
		return making;
	}

	return {
		of(order) {
			const key = `${order.session.id} ${order.expected === null ? "came" : "all"}`;
			const making = makings.get(key) ?? begin(order, key);
			makings.set(key, making);
			return making;
		},
	};
}
