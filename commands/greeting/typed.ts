import {
	ActionRowBuilder,
	AttachmentBuilder,
	ButtonBuilder,
	ButtonStyle,
	type Message as DiscordMessage,
} from "discord.js";
import { ACKNOWLEDGED_AFTER_MS, type Message } from "../../src/command.ts";
import { LONGEST_CONTENT, LONGEST_TYPED } from "../../src/limits.ts";
import { phrase, type Say } from "../../src/phrases/phrases.ts";
import type { Problem } from "../../src/profiles/variants.ts";
import { storable } from "../../src/storable.ts";
import { UserError } from "../../src/user-error.ts";

/** The most units of a reply that problems may take; the rest is for what stands around them. */
const LONGEST_PROBLEMS = LONGEST_CONTENT - 800;
const LONGEST_PROBLEM = 400;
const FENCE = "```";
const FILE = "what-you-typed.txt";
const PROBLEMS_FILE = "all-problems.txt";
/** Once the command is acknowledged, no form can be opened any more. */
const FETCH_WITHIN_MS = ACKNOWLEDGED_AFTER_MS - 300;
/** What is typed into a form, in UTF-8. */
const MOST_BYTES = LONGEST_TYPED * 4;

/**
 * Tells what is wrong with what was typed and gives it back whole: in a code block, or in a file where a code block
 * would be too long or would end early. `again` is the custom id of the button that opens the form with it once more, `join`
 * that of the one that joins its lines first, where they look like one greeting; `readTyped` gets it back from there.
 */
export function showProblems(
	typed: string,
	problems: readonly Problem[],
	say: Say,
	{ again, join }: { again: string; join: string | null },
): Message {
	const told = problems.map(({ lines, problem }) => ({
		lines: lines.length > 0 ? say("greeting.refused.lines", linesOf(lines)) : "",
		problem: say(problem),
	}));
	const listed = fitting(told.map(problemLine));
	const files: AttachmentBuilder[] = [];
	if (listed.length < told.length) {
		const all = told.map(({ lines, problem }) => `${lines} ${problem}`.trim()).join("\n");
		files.push(new AttachmentBuilder(Buffer.from(all), { name: PROBLEMS_FILE }));
		const others = say("greeting.refused.others", { count: told.length - listed.length, file: PROBLEMS_FILE });
		listed.push(`- ${others}`);
	}
	const hint = join === null ? [] : [say("greeting.refused.joinable")];
	const intro = [say("greeting.refused.intro"), ...listed, ...hint].join("\n");
	const block = `\n${say("greeting.refused.typed")}\n${FENCE}\n${typed}\n${FENCE}`;
	const inBlock = !typed.includes(FENCE) && intro.length + block.length <= LONGEST_CONTENT;
	if (!inBlock) files.unshift(new AttachmentBuilder(Buffer.from(typed), { name: FILE }));
	const buttons = [
		...(join === null ? [] : [button(join, say("greeting.refused.join"), ButtonStyle.Primary)]),
		button(again, say("greeting.refused.again"), join === null ? ButtonStyle.Primary : ButtonStyle.Secondary),
	];
	return {
		content: intro + (inBlock ? block : `\n${say("greeting.refused.inFile", { file: FILE })}`),
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)],
		files,
	};
}

/** Reads from a message made by `showProblems` what was typed. Throws a `UserError` when its file cannot be had, or is none of ours. */
export async function readTyped(message: Pick<DiscordMessage, "content" | "attachments">): Promise<string> {
	const file = message.attachments.find(({ name }) => name === FILE);
	if (!file) return /```\n([\s\S]*)\n```$/.exec(message.content)?.[1] ?? "";
	const typed = await fetched(file.url).catch(() => null);
	if (typed === null) throw new UserError(phrase("greeting.refused.fileGone", { file: FILE }));
	if (typed !== "too long" && [...typed.text].length <= LONGEST_TYPED) return typed.text;
	throw new UserError(phrase("greeting.refused.fileTooLong", { file: FILE, most: LONGEST_TYPED }));
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

function linesOf(lines: readonly number[]) {
	return { count: lines.length, lines: { kind: "and" as const, items: lines.map(String) } };
}

function problemLine({ lines, problem }: { lines: string; problem: string }): string {
	const short = problem.length > LONGEST_PROBLEM ? `${storable(problem.slice(0, LONGEST_PROBLEM - 1))}…` : problem;
	return `- ${lines === "" ? "" : `**${lines}** `}${short.replace(/[\\*_~|`<>[\]]/g, "\\$&")}`;
}

function fitting(told: readonly string[]): string[] {
	let length = 0;
	return told.filter((line) => {
		length += line.length + 1;
		return length <= LONGEST_PROBLEMS;
	});
}

function button(customId: string, label: string, style: ButtonStyle.Primary | ButtonStyle.Secondary): ButtonBuilder {
	return new ButtonBuilder({ customId, style }).setLabel(label);
}
