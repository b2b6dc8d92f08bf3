import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { Ending } from "../ending.ts";
import { readEnvironment } from "../environment.ts";
import type { Store } from "../store/queryable.ts";
import { openStore } from "../store/store.ts";
import { OperatorError } from "./operator-error.ts";
import { type Terminal, terminal } from "./terminal.ts";

/** How an operator's program ends; scripts can tell the cases apart. */
export const EXIT = { done: 0, unexpected: 1, mistake: 2, notDone: 3 } as const;

/** What a program is given: the words after its name, the environment, and who reads and answers. */
export interface ProgramCall {
	words: readonly string[];
	env: Record<string, string | undefined>;
	terminal: Terminal;
}

/** What was asked for: values by name, and whether to go on unasked. */
export interface Options {
	values: Record<string, string>;
	yes: boolean;
	help: boolean;
}

/** Reads the words of a call: options with a value of these names, `--yes` and `--help`. Throws `OperatorError`. */
export function readOptions(words: readonly string[], names: readonly string[]): Options {
	const withValue = names.map((name) => [name, { type: "string" as const }]);
	const { tokens } = parseArgs({
		args: [...words],
		options: { ...Object.fromEntries(withValue), yes: { type: "boolean" }, help: { type: "boolean", short: "h" } },
		strict: false,
		tokens: true,
	});
	const options: Options = { values: {}, yes: false, help: false };
	for (const token of tokens) {
		if (token.kind === "positional")
			throw new OperatorError(`"${token.value}" is not understood; --help tells what is.`);
		if (token.kind !== "option") continue;
		if (token.name === "yes" || token.name === "help") options[token.name] = true;
		else if (!names.includes(token.name))
			throw new OperatorError(`There is no ${token.rawName}; --help tells what there is.`);
		else if (!token.value) throw new OperatorError(`${token.rawName} needs a value after it.`);
		else if (options.values[token.name] !== undefined) throw new OperatorError(`${token.rawName} can be given once.`);
		else options.values[token.name] = token.value;
	}
	return options;
}

/** Whether to go on: `--yes`, or what the operator answers. Throws `OperatorError` where nobody can. */
export async function isAgreed({ yes }: Options, question: string, { terminal }: ProgramCall): Promise<boolean> {
	const answer = yes || (await terminal.ask(question));
	if (answer === null) throw new OperatorError("Nobody can be asked here. Add --yes to go on without being asked.");
	return answer;
}

/**
 * Opens a database that is there and up to date, without changing its tables. Throws `OperatorError` where there is no file, and
 * `StoreError` as `openStore` does: an empty one would be made, and nothing found in it.
 */
export async function openExisting(url: string, opening?: { statementMs: number }): Promise<Store> {
	const path = url.startsWith("sqlite:") ? url.slice("sqlite:".length) : null;
	if (path === null || existsSync(path)) return openStore(url, () => undefined, { ...opening, asItIs: true });
	throw new OperatorError(
		`There is no database ${path} here. Run this in Byname's folder, or with the DATABASE_URL that Byname has.`,
	);
}

/** Runs a program in this process and ends it. What goes wrong is said in a sentence on stderr. */
export async function runProgram(program: (call: ProgramCall) => Promise<number>): Promise<never> {
	try {
		process.exit(await program({ words: process.argv.slice(2), env: readEnvironment(), terminal }));
	} catch (error) {
		const isKnown = error instanceof OperatorError || error instanceof Ending;
		const text = isKnown ? error.message : error instanceof Error ? error.stack : String(error);
		process.stderr.write(`${text}\n`);
		process.exit(isKnown ? EXIT.mistake : EXIT.unexpected);
	}
}
