import { createInterface } from "node:readline/promises";

/** Where an operator reads and answers. */
export interface Terminal {
	say(text: string): void;
	/** Asks something that is answered with yes or no; null where nobody can answer. */
	ask(question: string): Promise<boolean | null>;
}

/** The terminal that this process was started in. */
export const terminal: Terminal = {
	say: (text) => void process.stdout.write(`${text}\n`),
	async ask(question) {
		if (!process.stdin.isTTY) return null;
		const lines = createInterface({ input: process.stdin, output: process.stdout });
		const answer = await lines.question(`${question} [y/N] `).finally(() => lines.close());
		return /^y(es)?$/i.test(answer.trim());
	},
};
