import { readDatabaseUrl } from "../config.ts";
import { type Erasee, type Extent, erase, extentOf, sweep, type UnderWay, underWay } from "../store/erasure.ts";
import { isOvertaken } from "../store/failures.ts";
import type { Store } from "../store/queryable.ts";
import { OperatorError } from "./operator-error.ts";
import { EXIT, isAgreed, type Options, openExisting, type ProgramCall, readOptions, runProgram } from "./program.ts";

const HELP = `Erases what Byname has stored of a person or a server.

  npm run erase -- --user 80351110224678912       a person, by their user id
  npm run erase -- --server 197038439483310086    a server, by its id, with everybody's attendance there
  npm run erase -- --user … --yes                 does it without asking

It shows what there is and asks first. In Discord, an id is copied by a right click on the person or the server (User
Settings → Advanced → Developer Mode). Byname may go on running. What is under way is not erased: a session that is on,
or a greeting that waits.

It ends with 0 when nothing of them is stored any more, with 2 when an option or the database cannot be used, with 3 when
you would rather not or something is under way, and with 1 after a fault of its own.`;

/** A statement may take so long: a large server's attendance takes longer than an arrival. */
const STATEMENT_MS = 10 * 60_000;

/** Erases what is stored of a user or a server in the database that the environment names. Returns the exit code. */
export async function eraseAsked(call: ProgramCall): Promise<number> {
	const { words, env, terminal } = call;
	const options = readOptions(words, ["user", "server"]);
	if (options.help) {
		terminal.say(HELP);
		return EXIT.done;
	}
	const erasee = eraseeIn(options);
	const store = await openExisting(readDatabaseUrl(env), { statementMs: STATEMENT_MS });
	try {
		return await eraseFrom(store, erasee, options, call);
	} finally {
		await store.destroy();
	}
}

async function eraseFrom(store: Store, erasee: Erasee, options: Options, call: ProgramCall): Promise<number> {
	const { say } = call.terminal;
	const name = `${erasee.kind} ${erasee.id}`;
	const hindrance = describeUnderWay(await underWay(store, erasee), name);
	if (hindrance) {
		say(hindrance);
		return EXIT.notDone;
	}
	const extent = await extentOf(store, erasee);
	if (extent.size === 0) {
		say(`Nothing is stored of ${name}.`);
		return EXIT.done;
	}
	say(`Stored of ${name}:\n${listOf(extent)}`);
	if (!(await isAgreed(options, "Erase all of that? It cannot be undone.", call))) {
		say("Nothing was erased.");
		return EXIT.notDone;
	}
	const done = await eraseAtOnce(store, erasee, name);
	if (typeof done === "string") {
		say(done);
		return EXIT.notDone;
	}
	say(`Erased of ${name}:\n${listOf(done)}`);
	say(await swept(store));
	return EXIT.done;
}

/**
 * Erases in one transaction, as things stand when it begins: who comes meanwhile keeps their attendance, and hears no second
 * greeting. Returns what was erased, or why nothing was.
 */
async function eraseAtOnce(store: Store, erasee: Erasee, name: string): Promise<Extent | string> {
	try {
		return await store
			.transaction()
			.setIsolationLevel("repeatable read")
			.execute(async (db) => describeUnderWay(await underWay(db, erasee), name) ?? erase(db, erasee));
	} catch (error) {
		if (!isOvertaken(error)) throw error;
		return `Nothing was erased: something of ${name} was changed at the same moment. Try again.`;
	}
}

/** Sweeps what was erased off the disk, and says what is left all the same. */
async function swept(store: Store): Promise<string> {
	try {
		await sweep(store);
		return "Backups, and messages that stand on Discord, are as they were.";
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return `Traces of it may be left in the database's free space, which could not be swept: ${reason}. Run VACUUM in the database when that is over. Backups, and messages that stand on Discord, are as they were.`;
	}
}

function eraseeIn({ values: { user, server } }: Options): Erasee {
	if ((user === undefined) === (server === undefined)) {
		throw new OperatorError("Say whom to erase: --user with a user id, or --server with a server id; one of the two.");
	}
	const erasee: Erasee = user === undefined ? { kind: "server", id: server ?? "" } : { kind: "user", id: user };
	if (/^\d{17,20}$/.test(erasee.id)) return erasee;
	throw new OperatorError(
		`"${erasee.id}" is no id. One has 17 to 20 digits, such as 80351110224678912; --help tells where to find it.`,
	);
}

/** Says what keeps somebody from being erased now; null when nothing does. */
function describeUnderWay({ rooms, greetings }: UnderWay, name: string): string | null {
	const start = "If Byname is not running, start it first: it ends what is over.";
	if (rooms.length > 0) {
		return `Nothing was erased: a session with ${name} is on in ${rooms.length === 1 ? "room" : "rooms"} ${rooms.join(", ")}. Try again when it is over. ${start}`;
	}
	if (greetings === 0) return null;
	return `Nothing was erased: of ${name}, ${greetings} ${greetings === 1 ? "greeting waits" : "greetings wait"} to be said. Try again in ten minutes. ${start}`;
}

function listOf(extent: Extent): string {
	return [...extent].map(([what, n]) => `  ${n} × ${what}`).join("\n");
}

if (import.meta.main) await runProgram(eraseAsked);
