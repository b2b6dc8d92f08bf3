import { networkInterfaces } from "node:os";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { setOut, timesLogged, until } from "../journeys/journey.ts";
import { ask, FREE_PORT, readied } from "./questions.ts";

/** Makes a database refuse what is written; returns what lets it write again. */
async function makeUnwritable({ name }: Engine, url: string): Promise<() => Promise<void>> {
	if (name === "SQLite") {
		const other = new DatabaseSync(url.replace("sqlite:", ""));
		other.exec("BEGIN IMMEDIATE"); // nobody else can write meanwhile
		return async () => other.close();
	}
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	onTestFinished(() => admin.end().catch(() => undefined));
	const database = new URL(url).pathname.slice(1);
	const cutOthers =
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()";
	const set = async (readOnly: "on" | "off") => {
		await admin.query(`ALTER DATABASE ${database} SET default_transaction_read_only = ${readOnly}`);
		await admin.query(cutOthers, [database]);
	};
	await set("on");
	return async () => {
		await admin.query("SET default_transaction_read_only = off");
		await set("off");
		await admin.end();
	};
}

describe("/healthz", () => {
	it("says alive, also while Discord cannot be reached", async () => {
		const journey = await setOut({ started: false, health: FREE_PORT });
		await journey.discord.fail.refuse();
		void journey.start();
		expect(await ask(journey, "/healthz")).toEqual({ status: 200, body: "alive\n" });
		expect(await ask(journey, "/readyz")).toEqual({
			status: 503,
			body: "gateway: not connected yet\nservers: 0 of 0 seen\nstore: writable\n",
		});
	});
});

describeOnBoth("/readyz", (engine) => {
	it("says 503 while the store cannot be written, and 200 again once it can", async () => {
		const databaseUrl = await engine.databaseUrl();
		const journey = await setOut({ databaseUrl, health: FREE_PORT });
		await readied(journey);
		const mend = await makeUnwritable(engine, databaseUrl);
		await until(async () => (await ask(journey, "/readyz")).status === 503);
		expect(await ask(journey, "/readyz")).toEqual({
			status: 503,
			body: "gateway: ready\nservers: 0 of 0 seen\nstore: not writable\n",
		});
		expect(await ask(journey, "/healthz")).toMatchObject({ status: 200 });
		await mend();
		await readied(journey);
	});
});

describe("/readyz", () => {
	it("says 200 once Discord has shown its servers", async () => {
		const journey = await setOut({ health: FREE_PORT });
		await readied(journey);
		expect(await ask(journey, "/readyz")).toEqual({
			status: 200,
			body: "gateway: ready\nservers: 0 of 0 seen\nstore: writable\n",
		});
	});

	it("says 503 while the gateway is gone, and 200 when it is back", async () => {
		const journey = await setOut({ health: FREE_PORT });
		await readied(journey);
		await journey.discord.fail.refuse();
		journey.discord.fail.dropSockets();
		await until(async () => (await ask(journey, "/readyz")).status === 503);
		expect((await ask(journey, "/readyz")).body).toMatch(
			/^gateway: (?!ready)[a-z ]+\nservers: 0 of 0 seen\nstore: writable\n$/,
		);
		await journey.discord.fail.accept();
		await readied(journey);
	});

	it("says 503 for as long as a server that Discord has announced is not shown", { timeout: 60_000 }, async () => {
		const journey = await setOut({ started: false, health: FREE_PORT });
		journey.discord.addServer({ name: "Acme" });
		const beta = journey.discord.addServer({ name: "Beta" });
		await beta.becomesUnavailable({ told: false });
		await journey.start();
		await until(() => timesLogged(journey, /^Byname is ready/) === 1); // discord.js waits for 15 seconds
		expect(await ask(journey, "/readyz")).toEqual({
			status: 503,
			body: "gateway: ready\nservers: 1 of 2 seen\nstore: writable\n",
		});
		await beta.returns();
		await readied(journey);
		expect((await ask(journey, "/readyz")).body).toContain("servers: 2 of 2 seen");
		await beta.remove();
		await until(async () => (await ask(journey, "/readyz")).body.includes("servers: 1 of 1 seen"));
		expect(await ask(journey, "/readyz")).toMatchObject({ status: 200 });
	});

	it("says 200 although a server is in an outage, when Discord says so", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const acme = journey.discord.addServer({ name: "Acme" });
		await acme.becomesUnavailable();
		await until(async () => (await ask(journey, "/readyz")).body.includes("servers: 0 of 1 seen, 1 unavailable"));
		expect(await ask(journey, "/readyz")).toMatchObject({ status: 200 });
	});
});

describe("health", () => {
	it("answers GET and HEAD on its three paths and nothing else", async () => {
		const journey = await setOut({ health: FREE_PORT });
		expect(await ask(journey, "/healthz?verbose=1")).toMatchObject({ status: 200 });
		expect(await ask(journey, "/healthz", "HEAD")).toEqual({ status: 200, body: "" });
		expect(await ask(journey, "/healthz", "POST")).toMatchObject({ status: 405 });
		expect(await ask(journey, "/")).toMatchObject({ status: 404 });
		expect(await ask(journey, "/../main.ts")).toMatchObject({ status: 404 });
	});

	it("is told to this machine alone unless another address is given", async () => {
		const outside = Object.values(networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			.find(({ internal, family }) => !internal && family === "IPv4");
		const { health } = readConfig({ DISCORD_TOKEN: "a.b.c", HEALTH_PORT: "9464" });
		const journey = await setOut({ health: health && { ...health, port: 0 } });
		expect(await ask(journey, "/healthz")).toMatchObject({ status: 200 });
		if (!outside) return; // this machine has no other address to ask at
		const port = journey.log.find(({ msg }) => /^health is told/.test(String(msg)))?.port;
		await expect(fetch(`http://${outside.address}:${port}/healthz`)).rejects.toThrow();
	});

	it("is told nowhere unless a port is given", async () => {
		const journey = await setOut();
		await until(() => journey.log.some(({ msg }) => /^Byname is ready/.test(String(msg))));
		expect(journey.log.filter(({ msg }) => /health/.test(String(msg)))).toEqual([]);
	});

	it("closes its port when Byname ends", async () => {
		const journey = await setOut({ health: FREE_PORT });
		await ask(journey, "/healthz");
		await journey.stop();
		await expect(ask(journey, "/healthz")).rejects.toThrow();
	});

	it.each([
		["that another program has", /HEALTH_PORT \d+ is taken by another program/, "127.0.0.1"],
		[
			"at an address of another machine",
			/HEALTH_PORT names 192\.0\.2\.1, which is no address of this machine/,
			"192.0.2.1",
		],
	])("at a port %s ends Byname with a sentence that says what to do", async (_title, sentence, host) => {
		const first = await setOut({ health: FREE_PORT });
		await ask(first, "/healthz");
		const port = Number(first.log.find(({ msg }) => /^health is told/.test(String(msg)))?.port);
		const second = await setOut({ started: false, health: { host, port } });
		await expect(second.start()).rejects.toThrow(sentence);
		expect(second.discord.requests).toEqual([]);
	});
});
