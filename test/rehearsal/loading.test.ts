import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const MAIN = new URL("../../rehearsal/main.ts", import.meta.url).pathname;
const REHEARSE = new URL("../../rehearsal/rehearse.ts", import.meta.url).href;
const SAMPLE = new URL("../../rehearsal/sample.csv", import.meta.url).pathname;

/** Says so when what bot and simulator are made of is loaded. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
	import { registerHooks } from "node:module";
	const load = (url, context, next) => (url.endsWith("/discord.js/src/index.js") && console.log("loads the bot"), next(url, context));
	registerHooks({ load });
`)}`;

function watched(...words: string[]): string {
	return spawnSync(process.execPath, ["--import", WATCH, ...words], { encoding: "utf8" }).stdout;
}

describe("a rehearsal that plays nothing", () => {
	it("does not load the bot, which takes longer than reading a large file", () => {
		expect(watched("--input-type=module", "--eval", `await import("${REHEARSE}")`)).toContain("loads the bot");
		expect(watched(MAIN, SAMPLE, "--explain")).toMatch(/^(?!.*loads the bot).*sample\.csv: read as/s);
	});
});
