import { parseArgs } from "node:util";
import { harmless } from "./harmless.ts";
import type { HelpOrMistake } from "./program.ts";

/** A script that is called as `npm run <name> --` and what may follow. */
export interface Script {
	name: string;
	help: string;
	/** Options that a value follows, as in `--seed 7`. */
	values?: readonly string[];
	/** Options that stand for themselves, as `--json`. */
	flags?: readonly string[];
	/** Whether it takes words that are no options. */
	words?: boolean;
}

/** What a script was called with. */
export interface ScriptCall {
	/** The values of options, empty where one is missing; nothing for options that were left out. */
	values: Readonly<Record<string, string | undefined>>;
	flags: ReadonlySet<string>;
	words: readonly string[];
}

/** Something in a call that cannot be done; the message says what to write instead. */
export class Mistake extends Error {
	override name = "Mistake";
}

/** Makes sense of how a script was called: `read` says what was asked for, and throws a `Mistake` where that is nothing. */
export function readCall<Options>(
	script: Script,
	call: readonly string[],
	read: (given: ScriptCall) => Options,
): Options | HelpOrMistake {
	const { name, help, values = [], flags = [], words = false } = script;
	const string = values.map((option) => [option, { type: "string" as const }]);
	const boolean = flags.map((option) => [option, { type: "boolean" as const }]);
	const { positionals, tokens } = parseArgs({
		args: [...call],
		options: { help: { type: "boolean", short: "h" }, ...Object.fromEntries([...string, ...boolean]) },
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const options = tokens.filter((token) => token.kind === "option");
	if (options.some((option) => option.name === "help")) return { kind: "help", text: help };
	try {
		for (const { name, rawName, value } of options) {
			if (![...values, ...flags].includes(name)) throw new Mistake(`There is no option ${quotedWord(rawName)}.`);
			if (flags.includes(name) && value !== undefined) throw new Mistake(`${rawName} takes no value.`);
		}
		const [word] = positionals;
		if (word !== undefined && !words) throw new Mistake(`Options begin with --, ${quotedWord(word)} does not.`);
		return read({
			values: Object.fromEntries(options.map((option) => [option.name, option.value ?? ""])),
			flags: new Set(options.map((option) => option.name)),
			words: positionals,
		});
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		return { kind: "mistake", text: `${error.message} See npm run ${name} -- --help\n` };
	}
}

/** What somebody typed, as it may be shown to them. */
export function quotedWord(word: string): string {
	return `"${harmless(word).slice(0, 60)}"`;
}

/** The whole number that an option was given, at least `least`; `otherwise` when it was left out. */
export function wholeNumber<T>({ values }: ScriptCall, name: string, least: number, otherwise: T): number | T {
	const value = values[name];
	if (value === undefined) return otherwise;
	if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
		throw new Mistake(`--${name} takes a whole number from ${least} up.`);
	}
	return Number(value);
}

/** Which database an option asks for. */
export function engineIn({ values: { engine = "sqlite" } }: ScriptCall): "sqlite" | "postgres" {
	if (engine !== "sqlite" && engine !== "postgres") throw new Mistake("--engine is sqlite or postgres.");
	return engine;
}
