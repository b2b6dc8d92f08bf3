import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type MessageComponentInteraction, type User } from "discord.js";
import { z } from "zod";
import { leaveRecap } from "../../src/after/recap.ts";
import { titled } from "../../src/after/report-words.ts";
import { type Context, customId, type Invocation, type Message, type Reply, reads } from "../../src/command.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { LONGEST_OWN_WORDS, recapValue, TITLE } from "../../src/greetings/values.ts";
import { phrase, type Say } from "../../src/phrases/phrases.ts";
import { isClosedSaid } from "../../src/profiles/profile.ts";
import { JUST_OVER_WITHIN_MS } from "../../src/rooms/after-hours.ts";
import { latestSessionsIn, type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { roomSetting } from "../../src/store/settings.ts";
import { timestamp } from "../../src/timestamp.ts";
import { UserError } from "../../src/user-error.ts";
import { quoted, sessionByTitle } from "./by-title.ts";
import { oneLine } from "./change.ts";
import { beganAt } from "./labels.ts";
import { leads, requireLeader } from "./leaders.ts";
import { roomOf } from "./room-of.ts";
import { sessionToRecap } from "./which.ts";

/** Leaves a recap in a session that is on, or over. Asks first when it is somebody else's. */
export async function setRecap(interaction: Invocation, context: Context): Promise<Reply> {
	const recap = readRecap(interaction.options.getString("link", true));
	if (recap === null) throw new UserError(phrase("session.end.noLink"));
	const typed = interaction.options.getString("which")?.trim() || null;
	const session = await (typed === null
		? sessionToRecap(interaction, recap, context)
		: sessionByTitle(interaction, typed, context));
	if (!session) throw new UserError(phrase("session.recap.notFound", { said: quoted(typed ?? ""), recap }));
	const { user } = interaction;
	if (session.host_id !== null && !(await leads(user.id, context, session)))
		return askWhetherMeant(session, { recap, does: "leave" }, context.say);
	return sayLeft(session, user, recap, context);
}

/** What answers the button below the question whether a recap is meant for somebody else's session. */
export const recapPresses = {
	leave: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const session = await sessionHere(interaction, context, id);
		const recap = recapIn(interaction);
		if (recap === null) throw new UserError(phrase("frame.outdated"));
		return { content: await sayLeft(session, interaction.user, recap, context), replaces: true } satisfies Message;
	}),
};

/** What answers the button below thanks, which anybody may press at any time. */
export const recapPressesByAll = {
	recap: reads(
		z.tuple([z.uuid()]),
		async ({ guildId }: MessageComponentInteraction<"cached">, { store, say }, [id]) => {
			const session = await sessionById(store, id);
			if (session?.server_id !== guildId) throw new UserError(phrase("session.recap.unknown"));
			const title = safeWords(session.title, TITLE);
			const recap = recapValue(session.recap);
			return recap === "" ? say("session.recap.notYet", { title }) : say("session.recap.here", { title, recap });
		},
	),
};

/** Stores a recap, and says where it is found from now on. */
export async function sayLeft(session: SessionRow, user: User, recap: string, context: Context): Promise<string> {
	const thanks = await leaveRecap(session, recap, context);
	if (thanks === "erased") throw new UserError(phrase("session.recap.erased", { recap }));
	context.changed(session.server_id);
	const room = roomOf(session, user.id);
	if (session.closed_at === null) return context.say("session.recap.kept", { room, recap });
	const closed = (await isJustOver(session, context)) ? await closedAfter(session, context) : "past";
	const of = { session: titled(session), start: timestamp(beganAt(session), "D") };
	return context.say("session.recap.left", { room, recap, closed, thanks, ...of });
}

/** Whether everybody who comes to the room of a session may still come for it. */
async function isJustOver({ id, room_id, closed_at }: SessionRow, { store, clock }: Context): Promise<boolean> {
	const [latest] = await latestSessionsIn(store, room_id, 1);
	return latest?.id === id && clock.now() - (closed_at ?? 0) < JUST_OVER_WITHIN_MS;
}

/** Whether who comes after a session hears that it is closed; nobody does in a room that is left alone. */
export async function closedAfter(
	{ server_id, room_id, host_id }: SessionRow,
	{ store, profiles }: Context,
): Promise<"said" | "unsaid"> {
	const isLeftAlone = (await roomSetting(store, room_id))?.ignored === 1;
	return !isLeftAlone && isClosedSaid(await profiles.of(server_id, host_id)) ? "said" : "unsaid";
}

const link = z
	.string()
	.regex(/^https:\/\/\S+$/i)
	.max(LONGEST_OWN_WORDS)
	.refine((typed) => URL.canParse(typed));

/** The link that was typed; null for none. Throws a `UserError` for anything else. */
export function readRecap(typed: string | null): string | null {
	const line = oneLine(typed);
	const read = link.nullable().safeParse(line);
	if (read.success) return read.data;
	throw new UserError(phrase("session.end.noLink"));
}

/**
 * Asks whether somebody else's session is meant to be ended, or given a recap. The recap goes into the question, for a custom
 * id is too short for it, and `recapIn` reads it there.
 */
export function askWhetherMeant(
	session: SessionRow,
	{ recap, does }: { recap: string | null; does: "end" | "leave" },
	say: Say,
): Message {
	const question = say("session.end.question", { session: titled(session), host: `<@${session.host_id}>`, does });
	const yes = new ButtonBuilder({
		customId: customId("session", does, session.id),
		label: say(does === "leave" ? "session.end.doLeave" : "session.end.doEnd"),
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
export function recapIn({ message }: MessageComponentInteraction<"cached">): string | null {
	return readRecap(/https:\S+$/i.exec(message.content)?.[0] ?? null);
}

/** A session of this server. Throws a `UserError` for any other, and for who does not lead it. */
export async function sessionHere(
	interaction: MessageComponentInteraction<"cached">,
	context: Context,
	id: string,
): Promise<SessionRow> {
	const session = await sessionById(context.store, id);
	if (session?.server_id !== interaction.guildId) throw new UserError(phrase("session.end.unknown"));
	await requireLeader(interaction, context, session);
	return session;
}
