import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type MessageComponentInteraction, type User } from "discord.js";
import { z } from "zod";
import { type Context, customId, type Invocation, type Message, type Reply, reads } from "../../src/command.ts";
import { LONGEST_OWN_WORDS } from "../../src/greetings/values.ts";
import { phrase, type Say } from "../../src/phrases/phrases.ts";
import { isClosedSaid } from "../../src/rooms/after-hours.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { roomSetting } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { changeSession, oneLine } from "./change.ts";
import { leads, requireLeader } from "./leaders.ts";
import { roomOf } from "./room-of.ts";
import { sessionJustOver, sessionMeant } from "./which.ts";

/** Ends a session, or leaves a recap in one that is over. Asks first when it is somebody else's. */
export async function endSession(interaction: Invocation, context: Context): Promise<Reply> {
	const recap = readRecap(interaction.options.getString("recap"));
	const over = recap === null ? undefined : await sessionJustOver(interaction, context);
	const session = over ?? (await sessionMeant(interaction, context));
	const { user } = interaction;
	if (session.host_id !== null && !(await leads(user.id, context, session))) return ask(session, recap, context.say);
	return over && recap !== null ? leaveRecap(session, user, recap, context) : end(session, user, recap, context);
}

/** What answers the buttons below the question whether somebody else's session is meant. */
export const endPresses = {
	end: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const [session, recap] = [await sessionHere(interaction, context, id), recapIn(interaction)];
		if (session.closed_at === null) return replacing(await end(session, interaction.user, recap, context));
		if (recap === null) throw new UserError(phrase("session.end.overAlready", { room: `<#${session.room_id}>` }));
		return replacing(await leaveRecap(session, interaction.user, recap, context));
	}),
	recap: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const [session, recap] = [await sessionHere(interaction, context, id), recapIn(interaction)];
		if (recap === null) throw new UserError(phrase("frame.outdated"));
		return replacing(await leaveRecap(session, interaction.user, recap, context));
	}),
	keep: reads(z.tuple([]), async (_, { say }) => replacing(say("session.end.nothingChanged"))),
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
	throw new UserError(phrase("session.end.noLink"));
}

/** The recap goes into the question, for a custom id is too short for it, and `recapIn` reads it there. */
function ask(session: SessionRow, recap: string | null, say: Say): Message {
	const isOver = session.closed_at !== null;
	const [room, host] = [`<#${session.room_id}>`, `<@${session.host_id}>`];
	const question = say("session.end.question", { room, host, is: isOver ? "over" : "on" });
	const yes = new ButtonBuilder({
		customId: customId("session", isOver ? "recap" : "end", session.id),
		label: say(isOver ? "session.end.doLeave" : "session.end.doEnd"),
		style: ButtonStyle.Danger,
	});
	const no = new ButtonBuilder({
		customId: customId("session", "keep"),
		label: say("session.end.keep"),
		style: ButtonStyle.Secondary,
	});
	return {
		content: recap === null ? question : `${question}\n${say("session.end.recapGiven", { recap })}`,
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(yes, no)],
	};
}

/** In whichever language was asked, the recap is what the question ends with. */
function recapIn({ message }: MessageComponentInteraction<"cached">): string | null {
	return readRecap(/https:\S+$/i.exec(message.content)?.[0] ?? null);
}

/** A session of this server. Throws a `UserError` for any other, and for who does not lead it. */
async function sessionHere(
	interaction: MessageComponentInteraction<"cached">,
	context: Context,
	id: string,
): Promise<SessionRow> {
	const session = await sessionById(context.store, id);
	if (session?.server_id !== interaction.guildId) throw new UserError(phrase("session.end.unknown"));
	await requireLeader(interaction, context, session);
	return session;
}

async function end(session: SessionRow, user: User, recap: string | null, context: Context): Promise<string> {
	const { rooms, say } = context;
	const { server_id, room_id } = session;
	const ended = await rooms.end(server_id, room_id, recap);
	if (!ended) throw new UserError(phrase("session.end.noneOn", { room: `<#${room_id}>` }));
	const room = roomOf(session, user.id);
	const closed = await closedAfter(session, context);
	return recap === null
		? say("session.end.ended", { room, closed })
		: say("session.end.endedWithRecap", { room, closed, recap });
}

/** Whether who comes after a session hears that it is closed; nobody does in a room that is left alone. */
async function closedAfter(
	{ server_id, room_id, host_id }: SessionRow,
	{ store, profiles }: Context,
): Promise<"said" | "unsaid"> {
	const isLeftAlone = (await roomSetting(store, room_id))?.ignored === 1;
	return !isLeftAlone && isClosedSaid(await profiles.of(server_id, host_id)) ? "said" : "unsaid";
}

async function leaveRecap(session: SessionRow, user: User, recap: string, context: Context): Promise<string> {
	await changeSession(context, session, { recap });
	const closed = await closedAfter(session, context);
	return context.say("session.end.recapLeft", { room: roomOf(session, user.id), closed, recap });
}

function replacing(content: string): Message {
	return { content, replaces: true };
}
