import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { explain } from "../../src/store/explain.ts";
import { openStore } from "../../src/store/store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { emptyDatabase, missingFile, temporaryDatabase, temporaryFile } from "../engines.ts";
import { freePort } from "../free-port.ts";
import { startPostgres } from "../postgres.ts";

/** What somebody reads who starts Byname with this database. */
async function refusalOf(url: string): Promise<string> {
	const error: unknown = await openStore(url, () => undefined).then(
		(store) => store.destroy(),
		(refusal: unknown) => refusal,
	);
	if (!(error instanceof StoreError)) throw new Error(`Expected a StoreError, got ${error}`);
	return error.message;
}

/** The path of a file that holds a store, or will. */
function file({ made }: { made: boolean }): string {
	return (made ? temporaryFile() : missingFile()).replace("sqlite:", "");
}

/** The URL of a database with another part in it. */
function withPart(
	url: string,
	part: Partial<Record<"username" | "password" | "port" | "pathname" | "search", string>>,
) {
	return Object.assign(new URL(url), part).href;
}

describe("an SQLite file that cannot be used", () => {
	it("is said to be no database when it is something else", async () => {
		const path = file({ made: false });
		writeFileSync(path, "Name,Joined\nMaya,9:57\n");
		expect(await refusalOf(`sqlite:${path}`)).toBe(
			`The database ${path} cannot be used: that file is no SQLite database. Name another one in DATABASE_URL, or move it away, with its -wal and -shm files: Byname then begins a new one.`,
		);
		expect(readFileSync(path, "utf8")).toBe("Name,Joined\nMaya,9:57\n");
	});

	it("is said to be damaged when it is", async () => {
		const path = file({ made: true });
		writeFileSync(path, readFileSync(path).fill(0x55, 100));
		expect(await refusalOf(`sqlite:${path}`)).toMatch(/the file is damaged\. Put a backup in its place/);
	});

	it("is said to be locked when another program does not let go of it", async () => {
		const path = file({ made: true });
		const other = new DatabaseSync(path);
		onTestFinished(() => other.close());
		other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
		expect(await refusalOf(`sqlite:${path}`)).toMatch(/another program keeps it locked\. End that one/);
	});

	it("is said to be a folder when it is one", async () => {
		const path = file({ made: false });
		expect(await refusalOf(`sqlite:${dirname(path)}`)).toMatch(/that is a folder\. Name a file in DATABASE_URL/);
	});

	it.each(["byname.db", "data/byname.db"])("is said to lie below a file when %s does", async (below) => {
		const path = file({ made: false });
		appendFileSync(path, "");
		expect(await refusalOf(`sqlite:${path}/${below}`)).toMatch(/something that is no folder\. Name another file/);
	});

	it.skipIf(process.getuid?.() === 0)("is said to be closed to Byname where it may not write", async () => {
		const folder = dirname(file({ made: false }));
		mkdirSync(`${folder}/closed`);
		chmodSync(`${folder}/closed`, 0o500);
		expect(await refusalOf(`sqlite:${folder}/closed/byname.db`)).toMatch(/Byname may not write there/);
	});

	it.each([
		["EACCES", /Byname may not write there\. Let its user write/],
		["EROFS", /the disk is read-only\. Make it writable/],
		["ENOSPC", /the disk is full\. Make room/],
		["ENOENT", /its folder cannot be made/],
	])("is explained when Node says %s", (code, sentence) => {
		expect(explain(Object.assign(new Error(`${code}: no`), { code }), "sqlite")).toMatch(sentence);
	});

	it.each([
		[520, /Byname may not write there/], // SQLITE_READONLY_CANTLOCK
		[14, /Byname may not write there/], // SQLITE_CANTOPEN
		[13, /the disk is full/], // SQLITE_FULL
	])("is explained when SQLite says %i", (errcode, sentence) => {
		expect(explain(Object.assign(new Error("no"), { code: "ERR_SQLITE_ERROR", errcode }), "sqlite")).toMatch(sentence);
	});
});

describe("a PostgreSQL database that cannot be used", () => {
	it.each(["postgres://me@host:notaport/db", "postgres://me:hunter/2@host/db", "postgres://me:hunter#2@host/db"])(
		"has an address that cannot be read: %s",
		async (url) => {
			const refusal = await refusalOf(url);
			expect(refusal).toMatch(
				/^The database in DATABASE_URL cannot be used: its address cannot be read\. Write it like/,
			);
			expect(refusal).not.toContain("hunter");
		},
	);

	it.each(["ENOTFOUND", "EAI_AGAIN"])("has a host that nobody knows, as Node says with %s", (code) => {
		const error = Object.assign(new Error(`getaddrinfo ${code} nowhere.invalid`), { code });
		expect(explain(error, "postgres")).toBe(
			"its host cannot be found. Check the host in DATABASE_URL, and that this machine can look up names (DNS).",
		);
	});

	it("has a host where nobody listens", async () => {
		const port = await freePort();
		expect(await refusalOf(`postgres://me:hunter2@127.0.0.1:${port}/byname`)).toBe(
			`The database 127.0.0.1:${port}/byname cannot be used: nobody listens there. Start PostgreSQL, or mend host and port in DATABASE_URL.`,
		);
	});

	it("has a port where something else listens", async () => {
		const other = createServer((socket) => socket.on("error", () => undefined).end()).listen(0, "127.0.0.1");
		onTestFinished(() => void other.close());
		await new Promise((resolve) => other.once("listening", resolve));
		const address = other.address();
		const port = typeof address === "object" ? address?.port : 0;
		expect(await refusalOf(`postgres://127.0.0.1:${port}/byname`)).toMatch(/cut off before PostgreSQL answered/);
	});

	it("has another password", async () => {
		const url = withPart(await temporaryDatabase(), { password: "hunter2" });
		const refusal = await refusalOf(url);
		expect(refusal).toMatch(/PostgreSQL does not accept user and password\. Mend them in DATABASE_URL\.$/);
		expect(refusal).not.toContain("hunter2");
	});

	it("does not exist", async () => {
		const url = withPart(await temporaryDatabase(), { pathname: "nowhere" });
		expect(await refusalOf(url)).toMatch(
			/\/nowhere cannot be used: PostgreSQL has no database of that name\. Create it/,
		);
	});

	it("belongs to somebody else", async () => {
		const url = await emptyDatabase();
		const role = `guest_${new URL(url).pathname.slice(1)}`;
		const owner = new pg.Client({ connectionString: url });
		await owner.connect();
		onTestFinished(async () => {
			await owner.query(`DROP ROLE ${role}`);
			await owner.end();
		});
		await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'hunter2'`);
		expect(await refusalOf(withPart(url, { username: role, password: "hunter2" }))).toMatch(
			/its user may not make tables\. Make that user the owner/,
		);
	});

	it("is on a server without TLS, while DATABASE_URL asks for it", async () => {
		const url = withPart(await temporaryDatabase(), { search: "?sslmode=verify-full" });
		expect(await refusalOf(url)).toMatch(/PostgreSQL speaks no TLS there\. Take sslmode out/);
	});

	it("is on a server that wants TLS, while DATABASE_URL does not", async () => {
		const postgres = await startPostgres();
		onTestFinished(() => postgres.stop());
		const url = postgres.url("postgres");
		const admin = new pg.Client({ connectionString: url });
		await admin.connect();
		const { rows } = await admin.query<{ hba_file: string }>("SHOW hba_file");
		await admin.query(`COPY (SELECT 'hostssl all all all password') TO '${rows[0]?.hba_file}'`);
		await admin.query("SELECT pg_reload_conf()");
		await admin.end();
		await expect
			.poll(() => refusalOf(url), { timeout: 20_000 })
			.toMatch(/does not let this user in without TLS\. Add \?sslmode=verify-full/);
	});

	it.each([
		["28000", 'no pg_hba.conf entry for host "::1", SSL encryption', /from this machine\. Allow it in its pg_hba/],
		["SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate", /certificate is not trusted here\. Add sslrootcert=/],
		["EHOSTUNREACH", "connect EHOSTUNREACH", /nobody answers there/],
		[undefined, "Connection terminated due to connection timeout", /nobody answers there/],
		["25006", "cannot execute CREATE TABLE in a read-only transaction", /Name the primary server/],
		["53300", "sorry, too many clients already", /no connection left/],
		[
			"08P01",
			"unsupported startup parameter: statement_timeout",
			/set ignore_startup_parameters = statement_timeout, /,
		],
		["55P03", "canceling statement due to lock timeout", /locked for too long/],
		["57P03", "the database system is starting up", /Start Byname again in a moment/],
		["XX000", "cache lookup failed", /^cache lookup failed\. Check DATABASE_URL and that PostgreSQL runs/],
	])("is explained when the error is %s, %s", (code, message, sentence) => {
		expect(explain(Object.assign(new Error(message), { code }), "postgres")).toMatch(sentence);
	});
});
