import { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { ScaledClock } from "../../../rehearsal/scaled-clock.ts";
import { createLog } from "../../../src/log.ts";
import { run } from "../../../src/run.ts";
import { isLocked } from "../../../src/store/lock.ts";
import type { FromBot, ToBot } from "./messages.ts";

/** The bot as it is, in a process of its own; only its clock and its disk obey the villain. */

const databases = new Set<DatabaseSync>();
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
	databases.add(this);
	return exec.call(this, sql);
};

/** As much as SQLite can hold by itself. */
const ALL_PAGES = 4_294_967_294;

/** SQLite then says "database or disk is full", as it does when the disk is. */
function limitDisk(full: boolean): void {
	for (const database of databases) {
		if (!database.isOpen) continue;
		const pages = Number(database.prepare("PRAGMA page_count").get()?.page_count ?? 0);
		exec.call(database, `PRAGMA max_page_count = ${full ? pages : ALL_PAGES}`);
	}
}

/** Whoever finds the file locked by another process waits for it in real time, and so long at most between two tries. */
const LOCKED_FOR_MS = 300;
let lockedUntil = Number.NEGATIVE_INFINITY;
for (const method of ["run", "all"] as const) {
	const ask: (...values: never[]) => unknown = StatementSync.prototype[method];
	Object.assign(StatementSync.prototype, {
		[method](this: StatementSync, ...values: never[]) {
			try {
				return ask.apply(this, values);
			} catch (error) {
				if (isLocked(error)) lockedUntil = performance.now() + LOCKED_FOR_MS;
				throw error;
			}
		},
	});
}

/** How many are at a database server, or on their way to it. */
let atServer = 0;
const connect: () => Promise<pg.PoolClient> = pg.Pool.prototype.connect;
pg.Pool.prototype.connect = async function (this: pg.Pool) {
	atServer++;
	const client = await connect.call(this).catch((error: unknown) => {
		atServer--;
		throw error;
	});
	const { release } = client;
	client.release = (error) => {
		atServer--;
		release.call(client, error);
	};
	return client;
} as typeof pg.Pool.prototype.connect;

/** What has been heard is read, thought through and stored after so many turns of the event loop without a question. */
const RESTFUL_TURNS = 12;

/** Resolves when the bot has nothing to do but to wait, however slow the machine is; `isLocked`: for the villain's lock, too. */
async function rest(isLocked: boolean): Promise<void> {
	for (let turns = 0; turns < RESTFUL_TURNS; turns++) {
		await turn();
		if (atServer === 0 && (isLocked || performance.now() > lockedUntil)) continue;
		turns = 0;
		await wait(1);
	}
}

function tell(message: FromBot): void {
	process.send?.(message);
}

let clock = new ScaledClock();
let wrongBy = 0;
const ending = new AbortController();

process.on("message", async (message: ToBot) => {
	switch (message.do) {
		case "run": {
			clock = new ScaledClock({ start: Date.now() + message.aheadMs });
			const { token, apiUrl, databaseUrl } = message;
			const sink = { write: (line: string) => tell({ said: "log", line }) };
			run({
				config: { token, apiUrl, databaseUrl, logLevel: message.logLevel, health: null },
				clock: {
					now: () => clock.now() + wrongBy,
					steady: () => clock.steady(),
					sleep: (ms, signal) => clock.sleep(ms, signal),
				},
				log: createLog(message.logLevel, sink),
				random: Math.random,
				linesLost: () => 0,
				signal: ending.signal,
			}).then(
				() => process.exit(0),
				(error: unknown) => {
					process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
					process.exit(1);
				},
			);
			return;
		}
		case "skip":
			clock.skip(message.ms);
			break;
		case "set clock":
			wrongBy = message.wrongBy;
			break;
		case "rest":
			await rest(message.isLocked);
			break;
		case "limit disk":
			limitDisk(message.full);
			break;
		case "stop":
			ending.abort();
	}
	tell({ said: "done", id: message.id });
});
process.on("disconnect", () => process.exit(0)); // nobody to run for any more
tell({ said: "warm" });
