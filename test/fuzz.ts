import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Tries the properties of names and texts far more often than a test run does: `npm run fuzz -- --runs 100000`.
 * What fails is printed with the seed that fast-check replays it by.
 */
const { values } = parseArgs({ options: { runs: { type: "string", default: "100000" } } });
const runs = Number(values.runs);
if (!Number.isSafeInteger(runs) || runs < 1) {
	process.stderr.write(`--runs takes a whole number from 1, for example --runs 100000, not “${values.runs}”.\n`);
	process.exit(2);
}
const env = { ...process.env, FUZZ_RUNS: String(runs) };
const files = [
	"test/greetings/names.test.ts",
	"test/greetings/compose.properties.test.ts",
	"test/greetings/texts.test.ts",
];
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--testTimeout=3600000", ...files];
spawn(process.execPath, vitest, { stdio: "inherit", env }).on("close", (code) => process.exit(code ?? 1));
