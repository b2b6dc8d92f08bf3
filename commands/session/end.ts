import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type MessageComponentInteraction, type User } from "discord.js";
import { z } from "zod";
import { type Context, customId, type Invocation, type Message, type Reply, reads } from "../../src/command.ts";
import { LONGEST_OWN_WORDS } from "../../src/greetings/values.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { changeSession, oneLine } from "./change.ts";
import { sessionJustOver, sessionMeant } from "./which.ts";

/** Ends a session, or leaves a recap in one that is over. Asks first when it is somebody else's. */
export async function endSession(interaction: Invocation, context: Context): Promise<Reply> {
	const recap = readRecap(interaction.options.getString("recap"));
	const over = recap === null ? undefined : await sessionJustOver(interaction, context);
	const session = over ?? (await sessionMeant(interaction, context));
	const { user } = interaction;
	if (session.host_id !== null && session.host_id !== user.id) return ask(session, user, recap);
	return over ? leaveRecap(session, user, recap, context) : end(session, user, recap, context);
}

/** What answers the buttons below the question whether somebody else's session is meant. */
export const endPresses = {
	end: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const [session, recap] = [await sessionHere(interaction, context, id), recapIn(interaction)];
		if (session.closed_at === null) return replacing(await end(session, interaction.user, recap, context));
		if (recap === null) throw new UserError(`The session in <#${session.room_id}> is over already.`);
		return replacing(await leaveRecap(session, interaction.user, recap, context));
	}),
	recap: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const session = await sessionHere(interaction, context, id);
		return replacing(await leaveRecap(session, interaction.user, recapIn(interaction), context));
	}),
	keep: reads(z.tuple([]), async () => replacing("Nothing has changed.")),
};

const link = z
	.string()
	.regex(/^https:\/\/\S+$/i)
	.max(LONGEST_OWN_WORDS)
	.refine((typed) => URL.canParse(typed));

/** The link that was typed; null for none. Throws a `UserError` for anything else. */
function readRecap(typed: string | null): string | null {
	const line = oneLine(typed);
	const read = link.nullable().safeParse(line);
	if (read.success) return read.data;
	throw new UserError(
		"A recap is a link, and that is none, so I left everything as it was. Write the whole address, for example `https://example.com/slides`.",
	);
}

/** The recap goes into the question, for a custom id is too short for it, and `recapIn` reads it there. */
function ask(session: SessionRow, user: User, recap: string | null): Message {
	const isOver = session.closed_at !== null;
	const question = isOver ? "Shall I leave your recap there?" : "Shall I end it?";
	const yes = new ButtonBuilder({
		customId: customId("session", isOver ? "recap" : "end", session.id),
		label: isOver ? "Leave it there" : "End it",
		style: ButtonStyle.Danger,
	});
	const no = new ButtonBuilder({
		customId: customId("session", "keep"),
		label: "Leave it as it is",
		style: ButtonStyle.Secondary,
	});
	return {
		content: `The session in ${whereAndWhose(session, user)} is not yours. ${question}${recap === null ? "" : `\nRecap: ${recap}`}`,
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(yes, no)],
	};
}

function recapIn({ message }: MessageComponentInteraction<"cached">): string | null {
	return readRecap(/^Recap: (.*)$/m.exec(message.content)?.[1] ?? null);
}

/** A session of this server. Throws a `UserError` for any other. */
async function sessionHere(
	{ guildId }: MessageComponentInteraction<"cached">,
	{ store }: Context,
	id: string,
): Promise<SessionRow> {
	const session = await sessionById(store, id);
	if (session?.server_id === guildId) return session;
	throw new UserError("I do not know that session any more. Please use `/session end` again.");
}

async function end(session: SessionRow, user: User, recap: string | null, { rooms }: Context): Promise<string> {
	const { server_id, room_id } = session;
	const ended = await rooms.end(server_id, room_id, recap);
	if (!ended) throw new UserError(`No session is on in <#${room_id}> any more.`);
	const after =
		recap === null ? "With `recap` you could have left a link for them." : `They will find your recap: ${recap}`;
	return `The session in ${whereAndWhose(session, user)} is over; who is there is thanked by name. Who comes now hears that we have closed. ${after}`;
}

async function leaveRecap(session: SessionRow, user: User, recap: string | null, context: Context): Promise<string> {
	await changeSession(context, session, { recap });
	return `Saved. Who comes to ${whereAndWhose(session, user)} now will find your recap: ${recap}`;
}

/** The session's room and, when it is somebody else's, its host. */
function whereAndWhose({ room_id, host_id }: SessionRow, user: User): string {
	return host_id === null || host_id === user.id ? `<#${room_id}>` : `<#${room_id}>, hosted by <@${host_id}>,`;
}

function replacing(content: string): Message {
	return { content, replaces: true };
}
