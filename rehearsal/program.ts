/** What a program answers instead of doing its work: how it is used, or what was wrong in how it was called. */
export type Answer = { kind: "help"; text: string } | { kind: "mistake"; text: string };

/** How such a program ends. */
export const EXIT = { failed: 1, mistake: 2, interrupted: 130 } as const;

/**
 * Runs a program that is called from the command line and can be ended by Ctrl-C: `read` makes sense of its arguments,
 * `work` does what was asked until `signal` aborts, and resolves with the exit code. `ended` says what it means to end it
 * early; a second Ctrl-C does not wait.
 */
export async function runProgram<Asked extends { kind: string }>(
	read: (args: string[]) => Asked | Answer,
	work: (asked: Exclude<Asked, Answer>, signal: AbortSignal) => Promise<number>,
	ended: string,
): Promise<never> {
	try {
		const asked = read(process.argv.slice(2));
		process.exit(isAnswer(asked) ? say(asked) : await work(asked as Exclude<Asked, Answer>, untilAskedToEnd(ended)));
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
		process.exit(EXIT.failed);
	}
}

/** Tells whoever waits how far it is. */
export function tell(step: string): void {
	process.stderr.write(`… ${step}\n`);
}

function isAnswer(asked: { kind: string }): asked is Answer {
	return asked.kind === "help" || asked.kind === "mistake";
}

function say({ kind, text }: Answer): number {
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
