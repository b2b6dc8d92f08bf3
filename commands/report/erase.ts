import { setImmediate } from "node:timers/promises";
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from "discord.js";
import { z } from "zod";
import { titled } from "../../src/after/report-words.ts";
import { type Context, customId, type Message, type Pressed, reads } from "../../src/command.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { isSame } from "../../src/rooms/reason.ts";
import { isOvertaken } from "../../src/store/failures.ts";
import {
	erasePieceOfSession,
	extentOfSession,
	keepsFromErasing,
	type SessionExtent,
} from "../../src/store/session-erasure.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { timestamp } from "../../src/timestamp.ts";
import { UserError } from "../../src/user-error.ts";
import { beganAt } from "../session/labels.ts";
import { sessionPressed } from "./which.ts";

const one = z.tuple([z.uuid()]);

/** What answers **Erase this session**, and the question that follows. */
export const erasePresses = {
	erase: reads(one, async (interaction: Pressed, context, [id]) =>
		ask(await sessionPressed(interaction, context, id), context),
	),
	"erase-now": reads(one, async (interaction: Pressed, context, [id]) =>
		replacing(await eraseNow(await sessionPressed(interaction, context, id), context)),
	),
	keep: reads(z.tuple([]), async (_: Pressed, { say }) => replacing(say("report.erase.kept"))),
};

async function ask(session: SessionRow, context: Context): Promise<Message> {
	await requireErasable(session, context);
	const { store, say } = context;
	const parts = partsOf(await extentOfSession(store, session.id));
	const content = [
		say("report.erase.question", { session: titled(session), start: timestamp(beganAt(session), "F") }),
		say("report.erase.goes", { parts }),
		say("report.erase.keeps"),
	].join("\n");
	const yes = new ButtonBuilder({
		customId: customId("report", "erase-now", session.id),
		label: say("report.erase.now"),
		style: ButtonStyle.Danger,
	});
	const no = new ButtonBuilder({
		customId: customId("report", "keep"),
		label: say("report.erase.keep"),
		style: ButtonStyle.Secondary,
	});
	return { content, components: [new ActionRowBuilder<ButtonBuilder>().addComponents(yes, no)] };
}

/** Erases a session piece by piece, so that whoever comes meanwhile goes first, and says what is gone. */
async function eraseNow(session: SessionRow, context: Context): Promise<string> {
	await requireErasable(session, context);
	const { store, clock, log, say } = context;
	const extent = await extentOfSession(store, session.id);
	for (;;) {
		const rows = await erasePieceOfSession(store, session.id, clock.now()).catch((error: unknown) => {
			if (!isOvertaken(error)) throw error;
			return "overtaken" as const; // somebody has changed what was to be erased, or erases it as well: see what is left
		});
		if (rows === null) throw new UserError(phrase("report.erase.partly"));
		if (rows === 0) break;
		await setImmediate();
	}
	log.info({ session: session.id, server: session.server_id, ...extent }, "a session was erased at its host's wish");
	return `${say("report.erase.done", { parts: partsOf(extent) })}\n${say("report.erase.keeps")}`;
}

/** Throws a `UserError` for a session of which something is going on, or would again once nothing is stored of it. */
async function requireErasable(session: SessionRow, { store, clock, world }: Context): Promise<void> {
	const kept = await keepsFromErasing(store, session, clock.now());
	if (kept !== null) throw new UserError(phrase(kept === "is on" ? "report.erase.isOn" : "report.erase.hardlyOver"));
	const reason = world.reason(session.server_id, session.room_id);
	const { stage_id: stageId, event_id: eventId, occurrence_at: occurrenceAt } = session;
	if (reason && isSame({ stageId, eventId, occurrenceAt }, reason)) throw new UserError(phrase("report.erase.goesOn"));
}

function partsOf({ attendances, stays, greetings }: SessionExtent): Phrase {
	const parts = [
		...(attendances > 0 ? [phrase("report.erase.attendances", { count: attendances })] : []),
		...(stays > 0 ? [phrase("report.erase.stays", { count: stays })] : []),
		...(greetings > 0 ? [phrase("report.erase.greetings", { count: greetings })] : []),
	];
	return { kind: "and", items: parts.length > 0 ? parts : [phrase("report.erase.nobody")] };
}

function replacing(content: string): Message {
	return { content, components: [], replaces: true };
}
