import { ENDS_WITH, Ending } from "../ending.ts";

/** The database cannot be used; the message says why and what to do, and contains no password. */
export class StoreError extends Ending {
	override name = "StoreError";
	readonly exitCode = ENDS_WITH.settings;
}
