import {
	ActionRowBuilder,
	AttachmentBuilder,
	ButtonBuilder,
	ButtonStyle,
	type Message as DiscordMessage,
} from "discord.js";
import { ACKNOWLEDGED_AFTER_MS, type Message } from "../../src/command.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import type { Problem } from "../../src/profiles/variants.ts";
import { storable } from "../../src/storable.ts";
import { UserError } from "../../src/user-error.ts";

/** The most units of a reply that problems may take; the rest is for what stands around them. */
const LONGEST_PROBLEMS = LONGEST_CONTENT - 500;
const LONGEST_PROBLEM = 400;
const FENCE = "```";
const FILE = "what-you-typed.txt";
/** Once the command is acknowledged, no form can be opened any more. */
const FETCH_WITHIN_MS = ACKNOWLEDGED_AFTER_MS - 300;

/**
 * Tells what is wrong with what was typed and gives it back whole: in a code block, or in a file where a code block
 * would be too long or would end early. `again` is the custom id of the button that opens the form with it once more;
 * `readTyped` gets it back from there.
 */
export function showProblems(typed: string, problems: readonly Problem[], again: string): Message {
	const told = problems.map(problemLine);
	const listed = fitting(told);
	const files: AttachmentBuilder[] = [];
	if (listed.length < told.length) {
		const all = problems.map(({ lines, problem }) => `${linesIn(lines)}${problem}`).join("\n");
		files.push(new AttachmentBuilder(Buffer.from(all), { name: "all-problems.txt" }));
		listed.push(`- … and ${told.length - listed.length} more, in the file all-problems.txt`);
	}
	const intro = ["Not saved yet, and nothing has changed. Please mend this:", ...listed].join("\n");
	const block = `\nThis is what you typed:\n${FENCE}\n${typed}\n${FENCE}`;
	const inBlock = !typed.includes(FENCE) && intro.length + block.length <= LONGEST_CONTENT;
	if (!inBlock) files.unshift(new AttachmentBuilder(Buffer.from(typed), { name: FILE }));
	const button = new ButtonBuilder({ customId: again, label: "Edit again", style: ButtonStyle.Primary });
	return {
		content: intro + (inBlock ? block : `\nWhat you typed is in the file ${FILE}, just as you typed it.`),
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
		files,
	};
}

/** Reads from a message made by `showProblems` what was typed. Throws a `UserError` when its file cannot be had. */
export async function readTyped(message: Pick<DiscordMessage, "content" | "attachments">): Promise<string> {
	const file = message.attachments.find(({ name }) => name === FILE);
	if (!file) return /```\n([\s\S]*)\n```$/.exec(message.content)?.[1] ?? "";
	const typed = await fetch(file.url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) })
		.then((answer) => (answer.ok ? answer.text() : null))
		.catch(() => null);
	if (typed !== null) return typed;
	throw new UserError(
		`I could not get at the file just now. Please try again, or use \`/greeting edit\` and copy your text over from ${FILE}; it is still above.`,
	);
}

function problemLine({ lines, problem }: Problem): string {
	const short = problem.length > LONGEST_PROBLEM ? `${storable(problem.slice(0, LONGEST_PROBLEM - 1))}…` : problem;
	return `- ${lines.length > 0 ? `**${linesIn(lines).trim()}** ` : ""}${short.replace(/[\\*_~|`<>[\]]/g, "\\$&")}`;
}

function linesIn(lines: readonly number[]): string {
	if (lines.length === 0) return "";
	const list = new Intl.ListFormat("en-GB").format(lines.map(String));
	return `Line${lines.length > 1 ? "s" : ""} ${list}: `;
}

function fitting(told: readonly string[]): string[] {
	let length = 0;
	return told.filter((line) => {
		length += line.length + 1;
		return length <= LONGEST_PROBLEMS;
	});
}
