/** The database cannot be used; the message says why and what to do, and contains no password. */
export class StoreError extends Error {
	override name = "StoreError";
}
