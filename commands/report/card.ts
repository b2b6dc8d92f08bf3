import { setImmediate } from "node:timers/promises";
import {
	ActionRowBuilder,
	AttachmentBuilder,
	ButtonBuilder,
	ButtonStyle,
	MediaGalleryBuilder,
	type MessageActionRowComponentBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { describeNearMiss } from "../../src/after/near-miss-words.ts";
import type { Attendee } from "../../src/after/numbers.ts";
import { drawAttendance } from "../../src/after/picture/draw.ts";
import { lengthOf } from "../../src/after/presence.ts";
import { type Report, readReport } from "../../src/after/report.ts";
import { lasting, numberLines, titled, ungreetedOf } from "../../src/after/report-words.ts";
import { type Context, customId, type Message } from "../../src/command.ts";
import { fitLines } from "../../src/fit-lines.ts";
import { dayOf } from "../../src/greetings/local-time.ts";
import { safeName } from "../../src/greetings/names.ts";
import { LONGEST_LAYOUT } from "../../src/limits.ts";
import type { Say } from "../../src/phrases/phrases.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { timestamp } from "../../src/timestamp.ts";
import { beganAt } from "../session/labels.ts";

const PICTURE = "attendance.png";
/** Nobody waits longer for a picture than for the numbers; it usually takes half a second. */
const PICTURE_WITHIN_MS = 4_000;
/** The numbers and what went wrong take so much at most; who came has the rest. */
const LONGEST_NUMBERS = LONGEST_LAYOUT / 2;

/** How a session went, or has gone so far: the numbers, what nearly went wrong, who came for how long, and what to do with it. */
export async function card(session: SessionRow, context: Context): Promise<Message> {
	const { store, profiles, clock, say, world } = context;
	const { voice } = await profiles.of(session.server_id, session.host_id);
	const report = await readReport(store, session, { now: clock.now(), lateAfterMinutes: voice.lateAfterMinutes });
	await setImmediate(); // of thousands of people each of these takes a while: whoever comes meanwhile goes first
	const numbers = numbersText(report, voice.timeZone, say);
	const nameOf = (userId: string) => world.nameOf(session.server_id, userId);
	const list = listText(report.attendees, LONGEST_LAYOUT - numbers.length, nameOf, say);
	await setImmediate();
	const picture = await pictureOf(report, voice.timeZone, context);
	return {
		v2: true,
		components: [
			text(numbers),
			...(picture ? [gallery(say("picture.about", { count: report.numbers.mostAtOnce }))] : []),
			...(list === null ? [] : [text(list)]),
			new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons(session, say)),
		],
		...(picture && { files: [new AttachmentBuilder(picture, { name: PICTURE })] }),
	};
}

/** Who was in the room over time; null where it cannot be drawn: the rest of a report is worth having without. */
async function pictureOf(
	{ session, until, numbers, attendees }: Report,
	timeZone: string | null,
	{ say, log, clock }: Context,
): Promise<Buffer | null> {
	const { title, starts_at: startsAt, opened_at: openedAt, closed_at: closedAt } = session;
	const facts = {
		...{ title, startsAt, openedAt, endsAt: closedAt === null ? null : until, now: clock.now(), timeZone },
		...{ language: say.language, mostAtOnce: numbers.mostAtOnce, attendees },
	};
	try {
		return await drawAttendance(facts, say, AbortSignal.timeout(PICTURE_WITHIN_MS));
	} catch (err) {
		log.warn({ err, session: session.id }, "no picture could be drawn for a report");
		return null;
	}
}

/** The picture. `about` says in words what it shows, for who cannot see it. */
function gallery(about: string): MediaGalleryBuilder {
	return new MediaGalleryBuilder().addItems((item) => item.setURL(`attachment://${PICTURE}`).setDescription(about));
}

function buttons({ id }: SessionRow, say: Say): ButtonBuilder[] {
	return [
		new ButtonBuilder()
			.setCustomId(customId("report", "csv", id))
			.setLabel(say("report.csv"))
			.setStyle(ButtonStyle.Secondary),
		new ButtonBuilder()
			.setCustomId(customId("report", "erase", id))
			.setLabel(say("report.erase.button"))
			.setStyle(ButtonStyle.Danger),
	];
}

function text(content: string): TextDisplayBuilder {
	return new TextDisplayBuilder().setContent(content);
}

/** The session and its numbers, and as many of the slips as fit. */
export function numbersText(
	{ session, until, numbers, nearMisses }: Report,
	timeZone: string | null,
	say: Say,
): string {
	const isOver = session.closed_at !== null;
	const start = beganAt(session);
	const of = { session: titled(session), start: timestamp(start, "F") };
	const heading = isOver
		? say("report.over", {
				...of,
				end: timestamp(until, dayOf(start, timeZone) === dayOf(until, timeZone) ? "t" : "F"),
				lasted: lasting(until - start),
			})
		: say("report.on", of);
	const lines = [heading, ...numberLines(numbers).map((line) => say(line))];
	const isAllWell = ungreetedOf(numbers) === 0 && numbers.waiting === 0;
	if (nearMisses.length === 0) return [...lines, say(isAllWell ? "report.noSlips" : "report.noOtherSlips")].join("\n");
	const slips = nearMisses.map((miss) => `- ${say(describeNearMiss(miss))}`);
	const others = (count: number) => say("report.moreSlips", { count });
	return fitLines([...lines, say("report.slips")].join("\n"), slips, { longest: LONGEST_NUMBERS, others }).text;
}

/** Who came, the first first, and for how long; null for nobody. */
export function listText(
	attendees: readonly Attendee[],
	longest: number,
	nameOf: (userId: string) => string | null,
	say: Say,
): string | null {
	if (attendees.length === 0) return null;
	const line = ({ userId, spans, isQuiet }: Attendee) => {
		const who = safeName(nameOf(userId) ?? "") || `<@${userId}>`;
		const stay = spans.length === 0 ? [] : [say(lasting(lengthOf(spans)))];
		return [who, ...stay, ...(isQuiet ? [say("report.quiet")] : [])].join(" · ");
	};
	// No line is shorter than this, so that thousands are not written for nothing.
	const lines = attendees.slice(0, Math.ceil(longest / "\na".length)).map(line);
	const others = (count: number) => say("report.moreAttendees", { count });
	return fitLines(say("report.list"), lines, { longest, others, total: attendees.length }).text;
}
