/** What a program answers instead of doing its work: how it is used, or what was wrong in how it was called. */
export type HelpOrMistake = { kind: "help"; text: string } | { kind: "mistake"; text: string };

/** How such a program ends. */
export const EXIT = { failed: 1, mistake: 2, interrupted: 130 } as const;

/**
 * Runs a program that is called from the command line and can be ended by Ctrl-C: `read` makes sense of its arguments,
 * `work` does what was asked until `signal` aborts, and resolves with the exit code. `ended` says what it means to end it
 * early; a second Ctrl-C does not wait.
 */
export async function runProgram<Options extends { kind: string }>(
	read: (args: string[]) => Options | HelpOrMistake,
	work: (asked: Exclude<Options, HelpOrMistake>, signal: AbortSignal) => Promise<number>,
	ended: string,
): Promise<never> {
	try {
		const asked = read(process.argv.slice(2));
		process.exit(
			isHelpOrMistake(asked)
				? say(asked)
				: await work(asked as Exclude<Options, HelpOrMistake>, untilAskedToEnd(ended)),
		);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
		process.exit(EXIT.failed);
	}
}

/** Tells whoever waits how far it is. */
export function tell(step: string): void {
	process.stderr.write(`… ${step}\n`);
}

function isHelpOrMistake(asked: { kind: string }): asked is HelpOrMistake {
	return asked.kind === "help" || asked.kind === "mistake";
}

function say({ kind, text }: HelpOrMistake): number {
	(kind === "help" ? process.stdout : process.stderr).write(text);
	return kind === "help" ? 0 : EXIT.mistake;
}

function untilAskedToEnd(ended: string): AbortSignal {
	const ending = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"] as const) {
		process.on(name, () => {
			if (ending.signal.aborted) process.exit(EXIT.interrupted);
			ending.abort(new Error(ended));
		});
	}
	return ending.signal;
}
