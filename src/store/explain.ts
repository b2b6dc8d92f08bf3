/** A pattern for an error's code and message, and what to tell people about it. */
type ErrorExplanation = readonly [RegExp, string];

const NO_RIGHT =
	"Byname may not write there. Let its user write to the file and its folder, or name another file in DATABASE_URL.";
const ANEW = "move it away, with its -wal and -shm files: Byname then begins a new one";

/** About a file: Node's codes, and SQLite's numbers (https://www.sqlite.org/rescode.html). */
const SQLITE: readonly ErrorExplanation[] = [
	[/^26 /, `that file is no SQLite database. Name another one in DATABASE_URL, or ${ANEW}.`],
	[/^11 /, `the file is damaged. Put a backup in its place, or ${ANEW}.`],
	[/^5 /, "another program keeps it locked. End that one, and start again."],
	[/^(13 |ENOSPC)/, "the disk is full. Make room, and start again."],
	[/^EISDIR/, "that is a folder. Name a file in DATABASE_URL, such as sqlite:./data/byname.db."],
	[/^(ENOTDIR|EEXIST)/, "its path leads through something that is no folder. Name another file in DATABASE_URL."],
	[/^ENOENT/, "its folder cannot be made. Name a file in DATABASE_URL whose folder exists or can be made."],
	[/^EROFS/, "the disk is read-only. Make it writable, or name a file on another disk in DATABASE_URL."],
	[/^(EACCES|EPERM|3 |8 |14 )/, NO_RIGHT],
];

/** About a server: Node's codes, and PostgreSQL's (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const POSTGRES: readonly ErrorExplanation[] = [
	[
		/^(ERR_INVALID_URL|URIError)/,
		"its address cannot be read. Write it like postgres://user:password@host:5432/database; in a password, write %40 for @, %2F for /, %3F for ?, %23 for # and %25 for %.",
	],
	[
		/^(ENOTFOUND|EAI_AGAIN)/,
		"its host cannot be found. Check the host in DATABASE_URL, and that this machine can look up names (DNS).",
	],
	[/^ECONNREFUSED|connect ENOENT/, "nobody listens there. Start PostgreSQL, or mend host and port in DATABASE_URL."],
	[
		/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|connection timeout|timeout expired|timeout exceeded/,
		"nobody answers there. Check host and port in DATABASE_URL, and whether a firewall is in between.",
	],
	[
		/^(ECONNRESET|EPIPE)|terminated unexpectedly/,
		"the connection was cut off before PostgreSQL answered. Check that host and port in DATABASE_URL are PostgreSQL's.",
	],
	[/^28P01|password must be/, "PostgreSQL does not accept user and password. Mend them in DATABASE_URL."],
	[
		/^28000 .*(no encryption|SSL off)|sslmode=require/,
		"PostgreSQL does not let this user in without TLS. Add ?sslmode=verify-full to DATABASE_URL.",
	],
	[
		/^28000/,
		"PostgreSQL does not let this user in from this machine. Allow it in its pg_hba.conf, or name another user in DATABASE_URL.",
	],
	[/not support SSL/, "PostgreSQL speaks no TLS there. Take sslmode out of DATABASE_URL, or switch TLS on over there."],
	[
		/^\w*CERT|^UNABLE_TO_VERIFY/,
		"its TLS certificate is not trusted here. Add sslrootcert=, with the file of the authority that signed it, to DATABASE_URL; on a network that you trust, sslmode=no-verify does without.",
	],
	[/^3D000/, "PostgreSQL has no database of that name. Create it, or mend the name in DATABASE_URL."],
	[/^42501/, "its user may not make tables. Make that user the owner of the database."],
	[/^25006/, "it can only be read, like a standby. Name the primary server in DATABASE_URL."],
	[/^53300/, "PostgreSQL has no connection left. Free some or raise max_connections, and start again."],
	[/^(55P03|57014)/, "something in it was locked for too long. See what else uses it, and start again."],
	[
		/^08P01 .*startup parameter/,
		"a pooler in between refuses what Byname asks for. In PgBouncer, set ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout.",
	],
	[/^57P03/, "PostgreSQL is starting or stopping. Start Byname again in a moment."],
];

const ENGINES = {
	sqlite: { known: SQLITE, advice: "Check that DATABASE_URL names a file that Byname may write to, and start again." },
	postgres: { known: POSTGRES, advice: "Check DATABASE_URL and that PostgreSQL runs, and start again." },
};

/** Says why a database cannot be used, and what to do; it follows a colon, and contains no password. */
export function explain(error: unknown, engine: keyof typeof ENGINES): string {
	const { known, advice } = ENGINES[engine];
	const { code, words } = read(error);
	return known.find(([pattern]) => pattern.test(`${code} ${words}`))?.[1] ?? `${words}. ${advice}`;
}

function read(error: unknown): { code: unknown; words: string } {
	if (!(error instanceof Error)) return { code: "", words: String(error) };
	const { name, message, code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
	// The last byte of SQLite's number is the kind of error, the rest its circumstances.
	return { code: typeof errcode === "number" ? errcode & 0xff : (code ?? name), words: message || name };
}
