import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Attachment, Collection } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { readTyped, showProblems } from "../../commands/greeting/typed.ts";
import { type Phrase, phrasesIn } from "../../src/phrases/phrases.ts";

const buttons = { again: "greeting:again:late:me:none", join: null };
const say = phrasesIn("en");
const problems = [{ lines: [1], problem: words("No.") }];

/** Words as they are, where a phrase is asked for. */
function words(these: string): Phrase {
	return { kind: "lines", items: [these] };
}

describe("showProblems", () => {
	it.each(["one\n\ntwo", "\n leading", "a `tick` at the `end`", "``", "trailing  "])(
		"shows %j so that readTyped finds it unchanged",
		async (typed) => {
			const { content = "" } = showProblems(typed, problems, say, buttons);
			expect(await readTyped({ content, attachments: new Collection() })).toBe(typed);
		},
	);

	it("lets no problem open a code block or format the answer", async () => {
		const { content = "" } = showProblems("typed", [{ lines: [2], problem: words("At “```*x*” <@1>") }], say, buttons);
		expect(content).toContain("At “\\`\\`\\`\\*x\\*” \\<@1\\>");
		expect(await readTyped({ content, attachments: new Collection() })).toBe("typed");
	});

	it("tells more problems than fit in a file, all of them", () => {
		const many = Array.from({ length: 40 }, (_, index) => ({
			lines: [index + 1],
			problem: words(`${index} ${"x".repeat(90)}`),
		}));
		const { content = "", files = [] } = showProblems("typed", many, say, buttons);
		expect(content.length).toBeLessThanOrEqual(2000);
		expect(content).toMatch(/… and \d+ more, in the file all-problems\.txt/);
		const [file] = files as { name: string; attachment: Buffer }[];
		expect(String(file?.attachment)).toContain("Line 40: 39 xxx");
		expect(String(file?.attachment).split("\n")).toHaveLength(40);
	});

	it("stays within a message whatever the problems and the text", () => {
		for (const length of [1, 500, 1_000, 1_500, 1_900, 4_000]) {
			for (const count of [1, 3, 12, 60]) {
				const told = Array.from({ length: count }, (_, line) => ({ lines: [line], problem: words("*".repeat(300)) }));
				expect(
					showProblems("y".repeat(length), told, say, { ...buttons, join: "join" }).content?.length,
				).toBeLessThanOrEqual(2000);
			}
		}
	});
});

describe("readTyped", () => {
	/** A message with a file that this machine serves. */
	async function withFile(serve: (answer: ServerResponse) => void) {
		const server = createServer((_, answer) => serve(answer)).listen(0, "127.0.0.1");
		await once(server, "listening");
		onTestFinished(() => void server.close().closeAllConnections());
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		const file = { name: "what-you-typed.txt", url } as Attachment;
		return { content: "", attachments: new Collection([["1", file]]) };
	}

	it.each(["\uFEFF{name}, hello", "x".repeat(4_000), "🙂".repeat(4_000)])("gets %j back whole", async (typed) => {
		expect(await readTyped(await withFile((answer) => answer.end(typed)))).toBe(typed);
	});

	it.each<[title: string, serve: (answer: ServerResponse) => void]>([
		["holds more characters than a form", (answer) => answer.end("x".repeat(4_001))],
		["holds a megabyte", (answer) => answer.end("x".repeat(1_000_000))],
		[
			"has no end",
			(answer) => {
				const more = () => {
					while (!answer.destroyed && answer.write("x".repeat(10_000)));
				};
				answer.on("drain", more);
				more();
			},
		],
	])("says what to do about a file that %s", async (_, serve) => {
		await expect(readTyped(await withFile(serve))).rejects.toThrow(
			/^what-you-typed\.txt is longer than a form can hold \(4,000 characters\)\. Please use `\/greeting edit`/,
		);
	});

	it("says what to do when the file is not to be had", async () => {
		const gone = await withFile((answer) => answer.writeHead(404).end("no such file"));
		await expect(readTyped(gone)).rejects.toThrow(/^I could not get at the file just now\. Please try again/);
	});
});
