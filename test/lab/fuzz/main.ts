import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { EXIT, runProgram } from "../../../rehearsal/program.ts";
import { type FuzzOptions, readOptions } from "./options.ts";

const VITEST = ["node_modules/vitest/vitest.mjs", "run", "--testTimeout=3600000"];
const MOST_SEED = 2 ** 31;
const PROPERTIES = [
	"test/greetings/names.test.ts",
	"test/greetings/compose.properties.test.ts",
	"test/greetings/texts.test.ts",
	"test/greetings/templates.properties.test.ts",
	"test/commands/custom-ids.test.ts",
	"test/commands/custom-ids.properties.test.ts",
	"test/commands/templates.properties.test.ts",
	"test/rehearsal/attendance/any-file.properties.test.ts",
	"test/rehearsal/own-texts.test.ts",
	"test/rehearsal/read-post.properties.test.ts",
];

/** Runs the tests of names, texts, templates, custom ids and files, with as many inputs for each of their properties as asked. */
async function fuzz({ runs, seconds, seed: asked }: FuzzOptions, signal: AbortSignal): Promise<number> {
	const seed = asked ?? randomInt(MOST_SEED);
	const limit = seconds === null ? "" : `, for ${seconds} s at most`;
	process.stdout.write(`Seed ${seed}: ${runs} inputs for each property${limit}.\n`);
	const env = {
		...process.env,
		FUZZ_RUNS: String(runs),
		...(seconds !== null && { FUZZ_SECONDS: String(seconds) }),
		FUZZ_SEED: String(seed),
	};
	const vitest = spawn(process.execPath, [...VITEST, ...PROPERTIES], { stdio: "inherit", env });
	signal.addEventListener("abort", () => vitest.kill("SIGINT"), { once: true });
	const [code] = await once(vitest, "close");
	if (signal.aborted) return EXIT.interrupted;
	return code === 0 ? 0 : EXIT.failed;
}

await runProgram(readOptions, fuzz, "The fuzzing was ended before it was done.");
