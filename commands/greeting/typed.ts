import {
	ActionRowBuilder,
	AttachmentBuilder,
	ButtonBuilder,
	ButtonStyle,
	type Message as DiscordMessage,
} from "discord.js";
import { ACKNOWLEDGED_AFTER_MS, type Message } from "../../src/command.ts";
import { LONGEST_CONTENT, LONGEST_TYPED } from "../../src/limits.ts";
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
/** What is typed into a form, in UTF-8. */
const MOST_BYTES = LONGEST_TYPED * 4;

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

/** Reads from a message made by `showProblems` what was typed. Throws a `UserError` when its file cannot be had, or is none of ours. */
export async function readTyped(message: Pick<DiscordMessage, "content" | "attachments">): Promise<string> {
	const file = message.attachments.find(({ name }) => name === FILE);
	if (!file) return /```\n([\s\S]*)\n```$/.exec(message.content)?.[1] ?? "";
	const typed = await fetched(file.url).catch(() => null);
	if (typed === null) {
		throw new UserError(
			`I could not get at the file just now. Please try again, or use \`/greeting edit\` and copy your text over from ${FILE}; it is still above.`,
		);
	}
	if (typed !== "too long" && [...typed.text].length <= LONGEST_TYPED) return typed.text;
	throw new UserError(
		`${FILE} is longer than a form can hold (${LONGEST_TYPED} characters). Please use \`/greeting edit\` and copy over what you need of it.`,
	);
}

/** What stands at an address. No more is read than a form can hold; null when it is not to be had. */
async function fetched(url: string): Promise<{ text: string } | "too long" | null> {
	const { ok, body } = await fetch(url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
	if (!ok) return null;
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body ?? []) {
		bytes += chunk.length;
		if (bytes > MOST_BYTES) return "too long"; // leaving the loop cuts the connection
		chunks.push(chunk);
	}
	return { text: Buffer.concat(chunks).toString() };
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
