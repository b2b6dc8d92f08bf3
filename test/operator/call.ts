import type { ProgramCall } from "../../src/operator/program.ts";

/** A call of an operator's program whose questions are all answered alike, and what it says. */
export function callOf(words: string, env: ProgramCall["env"], answer: boolean | null = null) {
	const said: string[] = [];
	const asked: string[] = [];
	const call: ProgramCall = {
		words: words.split(" ").filter((word) => word !== ""),
		env,
		terminal: {
			say: (text) => void said.push(text),
			async ask(question) {
				asked.push(question);
				return answer;
			},
		},
	};
	return { call, said, asked };
}
