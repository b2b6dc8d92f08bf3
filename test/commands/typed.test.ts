import { Collection } from "discord.js";
import { describe, expect, it } from "vitest";
import { readTyped, showProblems } from "../../commands/greeting/typed.ts";

const again = "greeting:again:late:me";
const problems = [{ lines: [1], problem: "No." }];

describe("showProblems", () => {
	it.each(["one\n\ntwo", "\n leading", "a `tick` at the `end`", "``", "trailing  "])(
		"shows %j so that readTyped finds it unchanged",
		async (typed) => {
			const { content = "" } = showProblems(typed, problems, again);
			expect(await readTyped({ content, attachments: new Collection() })).toBe(typed);
		},
	);

	it("lets no problem open a code block or format the answer", async () => {
		const { content = "" } = showProblems("typed", [{ lines: [2], problem: "At “```*x*” <@1>" }], again);
		expect(content).toContain("At “\\`\\`\\`\\*x\\*” \\<@1\\>");
		expect(await readTyped({ content, attachments: new Collection() })).toBe("typed");
	});

	it("tells more problems than fit in a file, all of them", () => {
		const many = Array.from({ length: 40 }, (_, index) => ({
			lines: [index + 1],
			problem: `${index} ${"x".repeat(90)}`,
		}));
		const { content = "", files = [] } = showProblems("typed", many, again);
		expect(content.length).toBeLessThanOrEqual(2000);
		expect(content).toMatch(/… and \d+ more, in the file all-problems\.txt/);
		const [file] = files as { name: string; attachment: Buffer }[];
		expect(String(file?.attachment)).toContain("Line 40: 39 xxx");
		expect(String(file?.attachment).split("\n")).toHaveLength(40);
	});

	it("stays within a message whatever the problems and the text", () => {
		for (const length of [1, 500, 1_000, 1_500, 1_900, 4_000]) {
			for (const count of [1, 3, 12, 60]) {
				const told = Array.from({ length: count }, (_, line) => ({ lines: [line], problem: "*".repeat(300) }));
				expect(showProblems("y".repeat(length), told, again).content?.length).toBeLessThanOrEqual(2000);
			}
		}
	});
});
