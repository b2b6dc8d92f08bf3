import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { terminalOn } from "../../src/operator/terminal.ts";

it.each([
	["y", "y\r", true],
	["YES", "YES\r", true],
	["n", "n\r", false],
	["nothing", "\r", false],
	["Ctrl-C", "\u0003", false],
	["Ctrl-D", "\u0004", false],
])("a question that is answered with %s", async (_key, typed, agreed) => {
	const input = Object.assign(new PassThrough(), { isTTY: true });
	const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
	const answer = terminalOn({ input, output }).ask("Erase all of that?");
	input.write(typed);
	expect(await answer).toBe(agreed);
});

it("a question that nobody can answer is not asked", async () => {
	const [input, output] = [new PassThrough(), new PassThrough()];
	expect(await terminalOn({ input, output }).ask("Erase all of that?")).toBeNull();
	expect(output.read()).toBeNull();
});
