import { createInterface } from "node:readline/promises";

/** Where an operator reads and answers. */
export interface Terminal {
	say(text: string): void;
	/** Asks something that is answered with yes or no; null where nobody can answer. */
	ask(question: string): Promise<boolean | null>;
}

interface Streams {
	input: NodeJS.ReadableStream & { isTTY?: boolean };
	output: NodeJS.WritableStream;
}

/** A terminal that is read and written through these streams. */
export function terminalOn({ input, output }: Streams): Terminal {
	return {
		say: (text) => void output.write(`${text}\n`),
		async ask(question) {
			if (!input.isTTY) return null;
			const lines = createInterface({ input, output });
			try {
				return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
			} catch (error) {
				if (!(error instanceof Error && error.name === "AbortError")) throw error;
				output.write("\n");
				return false; // Ctrl-C or Ctrl-D
			} finally {
				lines.close();
			}
		},
	};
}

/** The terminal that this process was started in. */
export const terminal = terminalOn({ input: process.stdin, output: process.stdout });
