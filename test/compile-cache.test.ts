import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	chownSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { startFlagsAnywhere } from "./start.ts";

/** Starts Node as Byname is started, with these words behind the flags; `folder` is where compiled code is to be kept. */
async function start(folder: string, words: string[], env: Record<string, string> = {}) {
	const child = spawn(process.execPath, [...startFlagsAnywhere(), ...words], {
		cwd: tmpdir(),
		env: { CACHE_DIRECTORY: folder, ...env },
	});
	const ended = once(child, "close");
	const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
	return { out, err, code };
}

/** Byname without settings: it says what is missing, and ends with 2. */
const byname = (folder: string) => start(folder, [resolve("src/main.ts")]);

/** Has loaded what Byname loads before it connects, and nothing run. */
const load = (folder: string, env = {}) => start(folder, [resolve("src/run.ts")], env);

/** Whether code is kept in a folder. */
async function isKeptIn(folder: string): Promise<boolean> {
	const { out } = await start(folder, ["-p", "typeof module.constructor.getCompileCacheDir()"]);
	return out === "string\n";
}

/** An empty folder that is ours alone. */
function privateFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "byname-cache-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

describe.skipIf(process.platform === "win32")("what Node has compiled", () => {
	it("is kept in a folder for its owner alone, and taken from there at the next start", async () => {
		const folder = join(privateFolder(), "byname");
		const first = await load(folder);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		const second = await load(folder, { NODE_DEBUG_NATIVE: "COMPILE_CACHE" });
		expect(second.err).toMatch(/code cache for ESM \S+src\/run\.ts was accepted/);
		expect(second.err).toMatch(/code cache for CommonJS \S+discord\.js\/src\/index\.js was accepted/);
		expect([first.code, second.code]).toEqual([0, 0]);
	});

	it.each([
		{ what: "goes into a folder that is ours alone", own: 0o700, above: 0o755, kept: true },
		{ what: "does not go where others may write", own: 0o770, above: 0o755, kept: false },
		{ what: "does not go where others may look", own: 0o755, above: 0o755, kept: false },
		{ what: "does not go where others may exchange the folder", own: 0o700, above: 0o775, kept: false },
	])("$what", async ({ own, above, kept }) => {
		const folder = join(privateFolder(), "byname");
		mkdirSync(folder);
		chmodSync(folder, own);
		chmodSync(join(folder, ".."), above);
		expect(await isKeptIn(folder)).toBe(kept);
		if (!kept) expect(readdirSync(folder)).toEqual([]);
	});

	it("may lie behind a link, as systemd makes one", async () => {
		const above = privateFolder();
		mkdirSync(join(above, "private"), { mode: 0o700 });
		symlinkSync("private", join(above, "byname"));
		expect(await isKeptIn(join(above, "byname"))).toBe(true);
	});

	it.runIf(process.getuid?.() === 0)("does not go into somebody else's folder", async () => {
		const folder = privateFolder();
		chownSync(folder, 1, 1);
		expect(await isKeptIn(folder)).toBe(false);
		const below = join(folder, "byname");
		mkdirSync(below, { mode: 0o700 });
		expect(await isKeptIn(below)).toBe(false);
	});

	it("is not kept where no folder can be made, and nobody notices", async () => {
		const file = join(privateFolder(), "file");
		writeFileSync(file, "");
		const elsewhere = await byname(join(privateFolder(), "byname"));
		expect(await byname(join(file, "byname"))).toEqual(elsewhere);
		expect(elsewhere.err).toContain("DISCORD_TOKEN is missing");
	});

	it("is not kept in a folder that takes no files, and nobody notices", async () => {
		const folder = privateFolder();
		chmodSync(folder, 0o500);
		const { code, err } = await byname(folder);
		expect(code).toBe(2);
		expect(err).toMatch(/^Byname cannot start: its settings need attention/);
	});
});
