import { ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle } from "discord.js";
import { z } from "zod";
import type { Making } from "../../src/after/attendance-csv/csv-files.ts";
import type { CsvFile } from "../../src/after/attendance-csv/making.ts";
import { sizeOf, zipped } from "../../src/after/attendance-csv/zip.ts";
import { type Context, customId, type Message, type Pressed, type Reply, reads } from "../../src/command.ts";
import type { Expected } from "../../src/expected.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { TITLE } from "../../src/greetings/values.ts";
import { SMALLEST_FILE_LIMIT } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { sessionPressed } from "./which.ts";

/** How often it is said how far a file is. */
const TOLD_EVERY_MS = 4_000;
/** An answer can be edited for 15 minutes (interactions/receiving-and-responding#followup-messages). */
const LONGEST_WAIT_MS = 14 * 60_000;
/** Who is expected may have to be asked of Discord again. */
const EXPECTED_WITHIN_MS = 2_000;
const LOOKED_EVERY_MS = 200;
/** Some 7,000 stays. */
const LARGEST_UNPACKED = 1024 * 1024;

/** What answers the button *CSV* of a session, `report:csv:<session>`, and the choice that it may offer. */
export const csvPresses = {
	csv: reads(z.tuple([z.uuid()]), async (interaction: Pressed, context, [id]) => {
		const session = await sessionPressed(interaction, context, id);
		const expected = await expectedAt(session, context);
		if (expected?.kind === "people" && expected.userIds.size > 0) return ask(session, context);
		return fileOf(interaction, context, session, { withAway: false });
	}),
	"csv-make": reads(z.tuple([z.uuid(), z.enum(["came", "all"])]), async (interaction: Pressed, context, [id, what]) => {
		const session = await sessionPressed(interaction, context, id);
		if (what === "all") await expectedAt(session, context);
		return fileOf(interaction, context, session, { withAway: what === "all" });
	}),
};

/** Who is expected at a session, as far as Discord still tells: what is not known yet of one that is on is being asked. */
async function expectedAt(session: SessionRow, context: Context): Promise<Expected | null> {
	const { clock } = context;
	const until = clock.steady() + EXPECTED_WITHIN_MS;
	for (;;) {
		const expected = expectedNow(session, context);
		if (expected !== null || session.event_id === null || session.closed_at !== null) return expected;
		if (clock.steady() >= until) return null;
		await clock.sleep(LOOKED_EVERY_MS);
	}
}

/** Who is expected at a session, or was when it closed; null where that is not known. */
function expectedNow(session: SessionRow, { expectations }: Context): Expected | null {
	const { server_id: serverId, event_id: eventId, occurrence_at: occurrenceAt, closed_at: closedAt } = session;
	if (closedAt === null) return expectations.at(serverId, { eventId, occurrenceAt });
	return expectations.atEnd({ eventId, occurrenceAt }, closedAt);
}

function ask({ id }: SessionRow, { say }: Context): Message {
	const button = (what: "came" | "all", label: string) =>
		new ButtonBuilder()
			.setCustomId(customId("report", "csv-make", id, what))
			.setStyle(ButtonStyle.Secondary)
			.setLabel(label);
	const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
		button("came", say("csv.onlyCame")),
		button("all", say("csv.withAbsent")),
	);
	return { content: say("csv.question"), components: [row] };
}

/** Makes the file, says how far it is meanwhile, and hands it over; or says that it will be there later. */
async function fileOf(
	interaction: Pressed,
	context: Context,
	session: SessionRow,
	{ withAway }: { withAway: boolean },
): Promise<Reply> {
	const expected = () => {
		const known = withAway ? expectedNow(session, context) : null;
		return known?.kind === "people" ? known.userIds : null;
	};
	const making = context.csvFiles.of({ session, expected, ask: context.namesOf });
	const file = await waitFor(making, context);
	if (!file) return context.say("csv.tooLong");
	const attached = await attachmentOf(file, interaction.attachmentSizeLimit ?? SMALLEST_FILE_LIMIT);
	const isUnknown = withAway && session.event_id !== null && file.away === null;
	return { content: wordsFor(file, { isPacked: attached.isPacked, isUnknown }, context), files: [attached.file] };
}

/** The file once it is made; null when that takes longer than an answer can wait. */
async function waitFor(making: Making, { clock, say, meanwhile }: Context): Promise<CsvFile | null> {
	const until = clock.steady() + LONGEST_WAIT_MS;
	const made = new AbortController();
	const file = making.file.finally(() => made.abort());
	for (;;) {
		const ready = await Promise.race([file, clock.sleep(TOLD_EVERY_MS, made.signal).then(() => null)]);
		if (ready) return ready;
		if (made.signal.aborted) return file;
		if (clock.steady() >= until) {
			making.keep();
			return null;
		}
		const { named, all } = making.progress;
		await meanwhile(say("csv.progress", { named, all }));
	}
}

/**
 * The file as it is attached. A large one is packed, which makes it a tenth: it arrives sooner on a slow line, to send it does
 * not hold up greetings, and Discord takes no more than so much.
 */
async function attachmentOf(
	{ name, pieces }: CsvFile,
	limit: number,
): Promise<{ file: AttachmentBuilder; isPacked: boolean }> {
	if (sizeOf(pieces) <= Math.min(limit, LARGEST_UNPACKED))
		return { file: new AttachmentBuilder(Buffer.concat(pieces), { name }), isPacked: false };
	const packed = await zipped(name, pieces);
	if (packed.length > limit) throw new UserError(phrase("csv.tooBig"));
	return { file: new AttachmentBuilder(packed, { name: name.replace(/csv$/, "zip") }), isPacked: true };
}

function wordsFor(
	{ session, timeZone, came, away, quiet, left, untold }: CsvFile,
	{ isPacked, isUnknown }: { isPacked: boolean; isUnknown: boolean },
	{ say }: Context,
): string {
	const title = safeWords(session.title, TITLE);
	const lines = [say(session.closed_at === null ? "csv.soFar" : "csv.done", { title, came })];
	if (away !== null) lines.push(say("csv.away", { away }));
	if (isUnknown) lines.push(say("csv.awayUnknown"));
	lines.push(timeZone === null ? say("csv.utc") : say("csv.times", { zone: timeZone }));
	if (quiet > 0) lines.push(say("csv.quiet", { quiet }));
	if (left > 0) lines.push(say("csv.left", { left }));
	if (untold > 0) lines.push(say("csv.untold", { untold }));
	if (isPacked) lines.push(say("csv.packed"));
	lines.push(say("csv.keep"));
	return lines.join("\n");
}
