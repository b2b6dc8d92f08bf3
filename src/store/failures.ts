/** SQLite's numbers for a key that exists already, and PostgreSQL's code. */
const CONFLICTS: readonly unknown[] = [1555, 2067, "23505"];

/** Whether a statement failed because somebody has stored what it would: then nothing of it is stored. */
export function isConflict(error: unknown): boolean {
	const { code, errcode } = codesOf(error);
	return CONFLICTS.includes(errcode) || CONFLICTS.includes(code);
}

/** PostgreSQL's code for a transaction that another one has overtaken: nothing of it is stored, and it may be tried again. */
const OVERTAKEN = "40001";

/** Whether a transaction failed because something that it was to change has been changed meanwhile. */
export function isOvertaken(error: unknown): boolean {
	return codesOf(error).code === OVERTAKEN;
}

/**
 * What SQLite says about a value (https://www.sqlite.org/rescode.html): too big, of the wrong kind, one too many, or
 * against a CHECK, NOT NULL or the type of a strict table. A trigger's refusal (1811) is none: another program may use
 * one to stop us for a while.
 */
const SQLITE_FOR_GOOD: readonly unknown[] = [18, 20, 25, 275, 1299, 3091];
/** PostgreSQL's: data exceptions, NOT NULL and CHECK (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const POSTGRES_FOR_GOOD = /^(22...|23502|23514)$/;

/**
 * Whether an error says that the same would fail however often it is tried: what a database says about the value itself,
 * and a mistake of our own code. Everything else may be over later: a full disk, a lost connection, a lock, a conflict.
 */
export function isForGood(error: unknown): boolean {
	const { code, errcode } = codesOf(error);
	if (SQLITE_FOR_GOOD.includes(errcode)) return true;
	if (typeof code === "string" && POSTGRES_FOR_GOOD.test(code)) return true;
	const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
	return isMistake && error.cause === undefined; // `fetch` tells of a lost connection by a TypeError with a cause
}

function codesOf(error: unknown): { code?: unknown; errcode?: unknown } {
	return typeof error === "object" && error !== null ? error : {};
}
