import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { temporaryFile } from "../engines.ts";
import { compileCache } from "../start.ts";

/**
 * Runs the real process in an empty folder, with these files and nothing in its environment but this, and what lets it start
 * quickly. Its stdout can be heard in `said`, unless it goes to the file descriptor `out`.
 */
export function runByname(
	env: Record<string, string>,
	files: Record<string, string | { text: string; mode: number }> = {},
	out: "pipe" | number = "pipe",
) {
	const folder = mkdtempSync(join(tmpdir(), "byname-process-"));
	for (const [name, file] of Object.entries(files)) {
		const { text, mode } = typeof file === "string" ? { text: file, mode: 0o600 } : file;
		writeFileSync(join(folder, name), text, { mode });
		chmodSync(join(folder, name), mode); // whatever the umask
	}
	const child = spawn(process.execPath, [resolve("src/main.ts")], {
		cwd: folder,
		env: { ...compileCache(), ...env },
		stdio: ["ignore", out, "pipe"],
	});
	const said = { out: "", err: "" };
	child.stdout?.on("data", (data) => (said.out += data));
	child.stderr?.on("data", (data) => (said.err += data));
	const ended = once(child, "close").then(([code]) => code as number | null);
	onTestFinished(async () => {
		child.kill("SIGKILL");
		await ended;
		rmSync(folder, { recursive: true, force: true });
	});
	return { child, said, ended };
}

/** A simulated Discord, and the settings with which the process runs at it. */
export async function simulator() {
	const discord = await startSimulator();
	onTestFinished(() => discord.stop());
	const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, DATABASE_URL: temporaryFile() };
	return { discord, settings };
}
