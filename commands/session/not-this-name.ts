import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from "discord.js";
import { z } from "zod";
import {
	type Context,
	customId,
	type Message,
	type Pressed,
	readCustomId,
	readInput,
	reads,
} from "../../src/command.ts";
import { safeName } from "../../src/greetings/names.ts";
import { NAME_MARK, nameMark, putOutOfUse, useAgain } from "../../src/guests/unused-names.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { snowflake } from "../../src/snowflake.ts";
import { hasCome } from "../../src/store/cue-facts.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { NAME_CODE } from "../../src/store/unused-names.ts";
import { UserError } from "../../src/user-error.ts";
import { requireLeader } from "./leaders.ts";
import { sessionOfCue } from "./session-of-cue.ts";

/** A host changes their mind, or presses below a cue that is just getting its last word, for so long after the session. */
const UNTIL_AFTER_MS = 60 * 60_000;

/** In the session with this id, the name of this user that has this mark. */
const offered = z.tuple([z.uuid(), snowflake, z.string().regex(NAME_MARK)]);
const unused = z.tuple([z.uuid(), snowflake, z.string().regex(NAME_CODE)]);

/**
 * What answers the button or the menu below a cue that puts a chosen name out of use, and the button that has it used again.
 * On the server they are for its hosts, and for who sees the cue; in direct messages for the session's host.
 */
export const namePresses = {
	"not-this-name": reads(offered, async (interaction: Pressed, context, name) =>
		putNameOutOfUse(interaction, context, name),
	),
	"not-one-of-these": reads(z.tuple([]), async (interaction: Pressed, context) => {
		const [chosen = ""] = interaction.isStringSelectMenu() ? interaction.values : [];
		return putNameOutOfUse(interaction, context, readInput(offered, readCustomId(chosen).rest));
	}),
	"use-again": reads(unused, async (interaction: Pressed, context, [sessionId, userId, code]) => {
		const { store, clock, say } = context;
		const session = await sessionOf(interaction, context, sessionId);
		const { corrected } = await useAgain(store, { serverId: session.server_id, userId, code, at: clock.now() });
		tellOfChange(session, userId, corrected, context);
		return { content: say("cue.unused.usedAgain", placeOf(interaction)), components: [], replaces: true };
	}),
};

async function putNameOutOfUse(
	interaction: Pressed,
	context: Context,
	[sessionId, userId, mark]: z.infer<typeof offered>,
): Promise<Message> {
	const { store, clock, say } = context;
	const session = await sessionOf(interaction, context, sessionId);
	const serverId = session.server_id;
	const wish = (await wishesIn(store, serverId, [userId])).get(userId);
	const name = wish?.called ?? null;
	// What somebody is called is told to nobody whose session they have not come to.
	if (name === null || nameMark(name) !== mark || !(await hasCome(store, sessionId, userId))) {
		throw new UserError(phrase("cue.unused.changed"));
	}
	const { code, corrected } = await putOutOfUse(store, { serverId, userId, name, at: clock.now() });
	tellOfChange(session, userId, corrected, context);
	const again = new ButtonBuilder({
		customId: customId("session", "use-again", sessionId, userId, code),
		label: say("cue.unused.useAgain"),
		style: ButtonStyle.Secondary,
	});
	return {
		content: say("cue.unused.done", { name: safeName(name), ...placeOf(interaction) }),
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(again)],
	};
}

/** The session that a press is about. Throws a `UserError` for whoever does not lead it, and once it is long over. */
async function sessionOf(interaction: Pressed, context: Context, sessionId: string): Promise<SessionRow> {
	const session = await sessionOfCue(interaction, context, sessionId);
	// It holds on the whole server, so it is not for those who only greet with the host.
	if (interaction.guildId !== null) await requireLeader(interaction, context, session);
	if (session.closed_at !== null && context.clock.now() - session.closed_at > UNTIL_AFTER_MS) {
		throw new UserError(phrase("cue.unused.over"));
	}
	return session;
}

/** From now on they are greeted so, also where they have been of late, and the cue says so. */
function tellOfChange(
	{ id }: SessionRow,
	userId: string,
	corrected: readonly string[],
	{ wishes, corrections, cue }: Context,
): void {
	wishes.changed(userId);
	corrections.look(corrected);
	cue(id);
}

function placeOf({ guildId }: Pressed): { where: "direct" | "server" } {
	return { where: guildId === null ? "direct" : "server" };
}
