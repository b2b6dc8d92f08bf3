import { basename } from "node:path";
import { styleText } from "node:util";
import { DEFAULT_VOICE } from "../src/greetings/voice.ts";
import { explained } from "./explanation.ts";
import { FileRefused } from "./file-refused.ts";
import type { Tell } from "./happening.ts";
import { harmless } from "./harmless.ts";
import { createJson } from "./json.ts";
import { type RehearsalOptions, readOptions } from "./options.ts";
import { type OwnTexts, readTextsFile } from "./own-texts.ts";
import { readAttendanceFile } from "./read-file.ts";
import type { RehearsalPlan } from "./rehearse.ts";
import { StatusLine } from "./status-line.ts";
import { wentWell } from "./summary.ts";
import { createTranscript } from "./transcript.ts";

/** How the rehearsal ends, for scripts. */
const EXIT = { well: 0, badly: 1, refused: 2 } as const;
/** Asked to end by one of these, it ends as shells expect. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** What still holds the process after this is not waited for. */
const LONGEST_END_MS = 3_000;

async function main(): Promise<number> {
	const asked = readOptions(process.argv.slice(2));
	if (asked.kind === "help") return say(process.stdout, asked.text, EXIT.well);
	if (asked.kind === "mistake") return say(process.stderr, asked.text, EXIT.refused);
	const line = statusLine(asked);
	process.on("exit", () => line?.show(""));
	try {
		line?.show(asked.file === null ? "" : `  Reading ${harmless(asked.file)}`);
		const plan = await planFor(asked);
		line?.show("");
		if (asked.explain && plan.file) return say(process.stdout, explainedIn(plan.file, asked.json), EXIT.well);
		return await play(asked, plan, line);
	} catch (error) {
		line?.show("");
		if (error instanceof FileRefused) return say(process.stderr, `${error.message}\n`, EXIT.refused);
		throw error;
	}
}

/** A line for whoever watches a terminal; none for a file, a pipe and a terminal that cannot write over what it shows. */
function statusLine({ json }: RehearsalOptions): StatusLine | null {
	const canBeWrittenOver = process.stdout.isTTY === true && process.env.TERM !== "dumb";
	return canBeWrittenOver && !json ? new StatusLine({ write, columns, paint }) : null;
}

function explainedIn({ name, attendance }: NonNullable<RehearsalPlan["file"]>, json: boolean): string {
	return json ? `${JSON.stringify({ type: "explanation", file: name, ...attendance })}\n` : explained(name, attendance);
}

async function planFor({ file, speed, settings, texts, json }: RehearsalOptions): Promise<RehearsalPlan> {
	// npm runs scripts in the package's folder; a path is meant from where npm was called.
	const folders = [process.cwd(), process.env.INIT_CWD ?? process.cwd()];
	return {
		texts: texts === null ? new Map() : await readTexts(texts, folders, settings),
		file: file === null ? null : { name: basename(file), attendance: await readAttendanceFile(file, folders) },
		speed,
		settings,
		withPauses: process.stdout.isTTY === true && !json,
	};
}

async function readTexts(
	path: string,
	folders: string[],
	{ language }: RehearsalOptions["settings"],
): Promise<OwnTexts> {
	return readTextsFile(path, folders, language ?? DEFAULT_VOICE.language);
}

async function play({ json }: RehearsalOptions, plan: RehearsalPlan, line: StatusLine | null): Promise<number> {
	const ending = new AbortController();
	let exit: number | null = null;
	const end = (code: number) => {
		if (ending.signal.aborted) process.exit(code); // asked twice
		exit = code;
		ending.abort();
	};
	for (const [name, code] of Object.entries(SIGNALS)) process.on(name, () => end(code));
	// Whoever reads along has gone, as `head` does: there is nobody to tell.
	process.stdout.on("error", () => {
		exit ??= EXIT.well;
		ending.abort();
	});
	const status = line && ((text: string) => line.show(text));
	const above = line ? (text: string) => line.write(text) : write;
	const tell: Tell = json
		? createJson(write)
		: createTranscript({ write: above, columns, paint }, plan.settings.language ?? undefined);
	status?.("  Loading Byname and a Discord for it");
	// Only now: to load them takes longer than to read a large file, and as much memory.
	const { rehearse } = await import("./rehearse.ts");
	const summary = await rehearse(plan, { tell, status }, ending.signal);
	tell(summary);
	return exit ?? (wentWell(summary) ? EXIT.well : EXIT.badly);
}

function write(text: string): void {
	if (!process.stdout.errored) process.stdout.write(text);
}

/** A terminal's width; for a file or a pipe, what reads well. */
function columns(): number {
	return process.stdout.columns || 100;
}

/** Colours follow the terminal, NO_COLOR and FORCE_COLOR. */
function paint(look: Parameters<typeof styleText>[0], text: string): string {
	return styleText(look, text, { stream: process.stdout });
}

function say(stream: NodeJS.WritableStream, text: string, code: number): number {
	stream.write(text);
	return code;
}

if (import.meta.main) {
	process.exitCode = await main();
	setTimeout(() => process.exit(), LONGEST_END_MS).unref();
}
