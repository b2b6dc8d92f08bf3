import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { eraseAsked } from "../../src/operator/erase.ts";
import { migrations } from "../../src/store/migrations/index.ts";
import type { Store } from "../../src/store/queryable.ts";
import { openStore } from "../../src/store/store.ts";
import { foundOnDisk } from "../disk.ts";
import { describeOnBoth, missingFile, temporaryDatabase, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { compileCache } from "../start.ts";
import { attendanceOf, greetingRow, sessionRow, stayOf } from "../store/rows.ts";
import { callOf } from "./call.ts";

const [MAYA, SUNIL, ACME] = ["81000000000000001", "81000000000000002", "91000000000000001"];

/** A database with a session that Maya and Sunil came to; Byname has it open. */
async function afterWebinar(url: string): Promise<{ env: { DATABASE_URL: string }; store: Store }> {
	const store = await openStore(url, () => undefined);
	onTestFinished(() => store.destroy());
	await store
		.insertInto("session")
		.values(sessionRow({ id: "s", server_id: ACME, room_id: "71", closed_at: 1 }))
		.execute();
	for (const user_id of [MAYA, SUNIL]) {
		await store.insertInto("attendance").values(attendanceOf("s", user_id)).execute();
		await store
			.insertInto("stay")
			.values({ ...stayOf("s", user_id), left_at: 1 })
			.execute();
		await store
			.insertInto("greeting")
			.values(greetingRow({ session_id: "s", user_id, name: null }))
			.execute();
	}
	return { env: { DATABASE_URL: url }, store };
}

async function whoCame(store: Store): Promise<string[]> {
	return (await store.selectFrom("attendance").select("user_id").orderBy("user_id").execute()).map(
		(row) => row.user_id,
	);
}

describeOnBoth("npm run erase", (engine) => {
	it("shows what is stored of a user, asks, and erases it while Byname runs", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		const { call, said, asked } = callOf(`--user ${MAYA}`, env, true);
		expect(await eraseAsked(call)).toBe(0);
		const list = "  1 × greetings\n  1 × stays\n  1 × attendances";
		expect(said).toEqual([
			`Stored of user ${MAYA}:\n${list}`,
			`Erased of user ${MAYA}:\n${list}`,
			"Backups, and messages that stand on Discord, are as they were.",
		]);
		expect(asked).toEqual(["Erase all of that? It cannot be undone."]);
		expect(await whoCame(store)).toEqual([SUNIL]);
		const again = callOf(`--user ${MAYA}`, env);
		expect(await eraseAsked(again.call)).toBe(0);
		expect(again.said).toEqual([`Nothing is stored of user ${MAYA}.`]);
	});

	it("erases a server without asking, when told so", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		const { call, said, asked } = callOf(`--server ${ACME} --yes`, env);
		expect(await eraseAsked(call)).toBe(0);
		expect(asked).toEqual([]);
		expect(said[1]).toBe(`Erased of server ${ACME}:\n  2 × greetings\n  2 × stays\n  2 × attendances\n  1 × sessions`);
		expect(await store.selectFrom("session").select("id").execute()).toEqual([]);
	});

	it("refuses a database without Byname's tables, and makes none in it", async () => {
		const url = await engine.emptyUrl();
		if (engine.name === "SQLite") writeFileSync(url.slice("sqlite:".length), "");
		for (const _time of ["first", "second"]) {
			await expect(eraseAsked(callOf(`--user ${MAYA}`, { DATABASE_URL: url }).call)).rejects.toThrow(
				"has no tables of Byname's. Give DATABASE_URL the value that Byname has. Nothing was changed.",
			);
		}
	});

	it("refuses a database of an older Byname, which may be running", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		await sql`DELETE FROM kysely_migration WHERE name = ${Object.keys(migrations).at(-1)}`.execute(store);
		await expect(eraseAsked(callOf(`--user ${MAYA}`, env).call)).rejects.toThrow("belongs to an older Byname");
		expect(await whoCame(store)).toEqual([MAYA, SUNIL]);
	});

	it("erases nothing when the operator would rather not, or cannot be asked", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		const declined = callOf(`--user ${MAYA}`, env, false);
		expect(await eraseAsked(declined.call)).toBe(3);
		expect(declined.said.at(-1)).toBe("Nothing was erased.");
		await expect(eraseAsked(callOf(`--user ${MAYA}`, env, null).call)).rejects.toThrow(
			"Nobody can be asked here. Add --yes to go on without being asked.",
		);
		expect(await whoCame(store)).toEqual([MAYA, SUNIL]);
	});

	it.each([`--user ${MAYA}`, `--server ${ACME}`])("erases nothing by %s while a session is on", async (words) => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		await store.updateTable("session").set({ closed_at: null }).execute();
		const { call, said } = callOf(`${words} --yes`, env);
		expect(await eraseAsked(call)).toBe(3);
		expect(said).toEqual([
			`Nothing was erased: a session with ${words.slice(2)} is on in room 71. Try again when it is over. If Byname is not running, start it first: it ends what is over.`,
		]);
		expect(await whoCame(store)).toEqual([MAYA, SUNIL]);
	});

	it("erases nothing that begins while the operator is asked", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		const { call, said } = callOf(`--server ${ACME}`, env);
		call.terminal.ask = async () => {
			await store.updateTable("session").set({ closed_at: null }).execute();
			return true;
		};
		expect(await eraseAsked(call)).toBe(3);
		expect(said.at(-1)).toMatch(/^Nothing was erased: a session with server/);
		expect(await whoCame(store)).toEqual([MAYA, SUNIL]);
	});

	it("erases nothing of somebody for whom a greeting waits", async () => {
		const { env, store } = await afterWebinar(await engine.databaseUrl());
		await store.updateTable("greeting").set({ name: "Maya" }).where("user_id", "=", MAYA).execute();
		const { call, said } = callOf(`--user ${MAYA} --yes`, env);
		expect(await eraseAsked(call)).toBe(3);
		expect(said[0]).toMatch(/^Nothing was erased: of user 81000000000000001, 1 greeting waits to be said\. Try again/);
		expect(await eraseAsked(callOf(`--user ${SUNIL} --yes`, env).call)).toBe(0);
		expect(await whoCame(store)).toEqual([MAYA]);
	});
});

describe("npm run erase on PostgreSQL, while a row of Maya's is held", () => {
	/** Holds Maya's greeting, changed or not, until the erasing waits for it; `meanwhile` happens before it is let go. */
	async function eraseWhileHeld(change: boolean, meanwhile: (store: Store) => Promise<unknown>) {
		const { env, store } = await afterWebinar(await temporaryDatabase());
		const { call, said } = callOf(`--user ${MAYA} --yes`, env);
		const erasing = await store.transaction().execute(async (db) => {
			if (change) await db.updateTable("greeting").set({ minutes: 5 }).where("user_id", "=", MAYA).execute();
			else await db.selectFrom("greeting").select("kind").where("user_id", "=", MAYA).forUpdate().execute();
			const erasing = eraseAsked(call);
			const waiting = sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
			await until(async () => (await waiting.execute(store)).rows.length > 0);
			await meanwhile(store);
			return { code: erasing };
		});
		return { code: await erasing.code, said, store };
	}

	it("keeps the attendance of whoever comes just now", async () => {
		const { code, store } = await eraseWhileHeld(false, async (store) => {
			await store
				.insertInto("session")
				.values(sessionRow({ id: "now", server_id: ACME, room_id: "72" }))
				.execute();
			await store.insertInto("attendance").values(attendanceOf("now", MAYA)).execute();
		});
		expect(code).toBe(0);
		const left = await store.selectFrom("attendance").select("session_id").where("user_id", "=", MAYA).execute();
		expect(left).toEqual([{ session_id: "now" }]);
	});

	it("erases nothing that has been changed meanwhile, and says so", async () => {
		const { code, said, store } = await eraseWhileHeld(true, async () => undefined);
		expect([code, said.at(-1)]).toEqual([3, expect.stringMatching(/was changed at the same moment\. Try again\.$/)]);
		expect(await whoCame(store)).toEqual([MAYA, SUNIL]);
	});
});

describe("npm run erase", () => {
	it("leaves no trace of a user on the disk, although Byname has the file open", async () => {
		const { env, store } = await afterWebinar(temporaryFile());
		const crowd = Array.from({ length: 500 }, (_, n) => `8200000000000${String(n * 7919).padStart(7, "0")}`);
		await store
			.insertInto("attendance")
			.values(crowd.map((user) => attendanceOf("s", user)))
			.execute();
		expect(foundOnDisk(env.DATABASE_URL, [MAYA])).toEqual([MAYA]);
		expect(await eraseAsked(callOf(`--user ${MAYA} --yes`, env).call)).toBe(0);
		expect(foundOnDisk(env.DATABASE_URL, [MAYA, SUNIL])).toEqual([SUNIL]);
	});

	it.each([
		["", "Say whom to erase: --user with a user id, or --server with a server id; one of the two."],
		[`--user ${MAYA} --server ${ACME}`, "Say whom to erase"],
		["--user", "--user needs a value after it."],
		["--user Maya", '"Maya" is no id. One has 17 to 20 digits'],
		[`--user ${MAYA} --user ${SUNIL}`, "--user can be given once."],
		[`--guild ${ACME}`, "There is no --guild; --help tells what there is."],
		[`${MAYA}`, `"${MAYA}" is not understood; --help tells what is.`],
	])("refuses %j with a sentence", async (words, sentence) => {
		await expect(eraseAsked(callOf(words, {}).call)).rejects.toThrow(sentence);
	});

	it("makes no database where there is none", async () => {
		const url = missingFile();
		await expect(eraseAsked(callOf(`--user ${MAYA}`, { DATABASE_URL: url }).call)).rejects.toThrow(
			`There is no database ${url.slice("sqlite:".length)} here.`,
		);
		expect(existsSync(url.slice("sqlite:".length))).toBe(false);
	});

	it("explains itself without a database", async () => {
		const { call, said } = callOf("--help", {});
		expect(await eraseAsked(call)).toBe(0);
		expect(said[0]).toContain("npm run erase -- --user");
	});

	it("as a process ends with 0, 2 or 3, with what it says on stdout and what is wrong on stderr", async () => {
		const { env, store } = await afterWebinar(temporaryFile());
		const run = (...words: string[]) =>
			spawnSync(process.execPath, [resolve("src/operator/erase.ts"), ...words], {
				env: { ...compileCache(), ...env },
				cwd: "/",
				encoding: "utf8",
				input: "",
			});
		expect(run("--user", "Maya")).toMatchObject({
			status: 2,
			stdout: "",
			stderr: expect.stringMatching(/^"Maya" is no id/),
		});
		expect(run("--user", MAYA)).toMatchObject({ status: 2, stderr: expect.stringContaining("Add --yes") });
		expect(run("--user", MAYA, "--yes")).toMatchObject({ status: 0, stderr: "" });
		expect(await whoCame(store)).toEqual([SUNIL]);
		await store.updateTable("session").set({ closed_at: null }).execute();
		expect(run("--user", SUNIL, "--yes")).toMatchObject({
			status: 3,
			stdout: expect.stringMatching(/^Nothing was erased: a session/),
		});
	});
});
