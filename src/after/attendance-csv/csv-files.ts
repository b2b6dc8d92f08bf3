import {
	askNames,
	type CsvFile,
	type MakingContext,
	type Named,
	type Order,
	type Progress,
	writeFile,
} from "./making.ts";
import { askInTurn } from "./names.ts";

/** A file that is being made. */
export interface Making {
	readonly progress: Readonly<Progress>;
	/** Rejects with a `UserError` that says why there is none. */
	readonly file: Promise<CsvFile>;
	/** Somebody who has waited as long as Discord lets them comes back for it: it is kept for a while once it is there. */
	keep(): void;
}

/** Makes attendance files. Whoever asks for one while names are asked for another waits for the same: Discord is asked once. */
export interface CsvFiles {
	of(order: Order): Making;
}

const KEPT_MS = 15 * 60_000;

/** Names that are being asked, or are kept. */
interface PendingNames {
	progress: Progress;
	named: Promise<Named>;
	isKept: boolean;
}

/** Only names are kept, and each file is written anew: who has been forgotten meanwhile, or is quiet now, is so in it. */
export function keepCsvFiles(shared: Omit<MakingContext, "names">): CsvFiles {
	const { clock } = shared;
	const context = { ...shared, names: askInTurn(clock) };
	/** By session, and whether who did not come is in it. */
	const askings = new Map<string, PendingNames>();

	function begin(order: Order, key: string): PendingNames {
		const progress = { named: 0, all: 0 };
		const asking: PendingNames = { progress, named: askNames(order, context, progress), isKept: false };
		const forget = () => {
			if (askings.get(key) === asking) askings.delete(key);
		};
		asking.named.then(
			async () => {
				if (asking.isKept) await clock.sleep(KEPT_MS);
				forget();
			},
			forget, // who waits hears why
		);
		return asking;
	}

	return {
		of(order) {
			const key = `${order.session.id} ${order.expected() === null ? "came" : "all"}`;
			const asking = askings.get(key) ?? begin(order, key);
			askings.set(key, asking);
			const file = asking.named.then((named) => writeFile(order, named, context));
			const keep = () => {
				asking.isKept = true;
			};
			return { progress: asking.progress, file, keep };
		},
	};
}
