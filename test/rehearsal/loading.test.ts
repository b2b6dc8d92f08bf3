import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const MAIN = new URL("../../rehearsal/main.ts", import.meta.url).pathname;
const SAMPLE = new URL("../../rehearsal/sample.csv", import.meta.url).pathname;

/** Says so when discord.js is loaded, and with it the bot. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
	import { registerHooks } from "node:module";
	const load = (url, context, next) => (url.endsWith("/discord.js/src/index.js") && console.log("loads the bot"), next(url, context));
	registerHooks({ load });
`)}`;

async function watched(...words: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", WATCH, ...words]);
	return stdout;
}

it("loads no bot to explain a file, which would take longer than to read a large one", async () => {
	const [loading, explaining] = await Promise.all([
		watched("--input-type=module", "--eval", 'await import("discord.js")'),
		watched(MAIN, SAMPLE, "--explain"),
	]);
	expect(loading).toContain("loads the bot");
	expect(explaining).toMatch(/^(?!.*loads the bot).*sample\.csv: read as/s);
});
