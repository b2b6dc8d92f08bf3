import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openStore } from "../../../src/store/store.ts";
import { temporaryFile } from "../../engines.ts";
import { withoutFsync } from "./kinds.ts";

const { exec } = DatabaseSync.prototype;
beforeAll(() => import("./without-fsync.ts"));
afterAll(() => {
	DatabaseSync.prototype.exec = exec; // other files use the same process
});

async function setting(url: string, question: string): Promise<unknown> {
	const store = await openStore(url, () => undefined);
	try {
		const { rows } = await sql<Record<string, unknown>>`${sql.raw(question)}`.execute(store);
		return Object.values(rows[0] ?? {})[0];
	} finally {
		await store.destroy();
	}
}

it("has a SQLite file opened with synchronous=OFF", async () => {
	expect(await setting(temporaryFile(), "PRAGMA synchronous")).toBe(0);
});

it("has PostgreSQL used with synchronous_commit=off", async () => {
	const url = inject("postgresUrl");
	expect(await setting(url, "SHOW synchronous_commit")).toBe("on");
	expect(await setting(withoutFsync(url), "SHOW synchronous_commit")).toBe("off");
});
