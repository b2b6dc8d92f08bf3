import type { MessageComponentInteraction, User } from "discord.js";
import { z } from "zod";
import { lookForRecaps } from "../../src/after/recap.ts";
import { type Context, type Invocation, type Message, type Reply, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { countThanked } from "../../src/store/greetings.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { leads } from "./leaders.ts";
import { askWhetherMeant, closedAfter, readRecap, recapIn, sayLeft, sessionHere } from "./recap.ts";
import { roomOf } from "./room-of.ts";
import { sessionJustOver, sessionMeant } from "./which.ts";

/** Ends a session, or leaves a recap in one that is over. Asks first when it is somebody else's. */
export async function endSession(interaction: Invocation, context: Context): Promise<Reply> {
	const recap = readRecap(interaction.options.getString("recap"));
	const over = recap === null ? undefined : await sessionJustOver(interaction, context);
	const session = over ?? (await sessionMeant(interaction, context));
	const { user } = interaction;
	if (session.host_id !== null && !(await leads(user.id, context, session)))
		return askWhetherMeant(session, { recap, does: over ? "leave" : "end" }, context.say);
	return over && recap !== null ? sayLeft(session, user, recap, context) : end(session, user, recap, context);
}

/** What answers the buttons below the question whether somebody else's session is meant. */
export const endPresses = {
	end: reads(z.tuple([z.uuid()]), async (interaction: MessageComponentInteraction<"cached">, context, [id]) => {
		const [session, recap] = [await sessionHere(interaction, context, id), recapIn(interaction)];
		if (session.closed_at === null) return replacing(await end(session, interaction.user, recap, context));
		if (recap === null) throw new UserError(phrase("session.end.overAlready", { room: `<#${session.room_id}>` }));
		return replacing(await sayLeft(session, interaction.user, recap, context));
	}),
	keep: reads(z.tuple([]), async (_, { say }) => replacing(say("session.end.nothingChanged"))),
};

async function end(session: SessionRow, user: User, recap: string | null, context: Context): Promise<string> {
	const { rooms, store, say } = context;
	const { server_id, room_id } = session;
	const ended = await rooms.end(server_id, room_id, recap);
	if (!ended) throw new UserError(phrase("session.end.noneOn", { room: `<#${room_id}>` }));
	if (recap !== null) await lookForRecaps(context);
	const thanked = await countThanked(store, session.id);
	const said = { room: roomOf(session, user.id), thanked, closed: await closedAfter(session, context) };
	return recap === null ? say("session.end.ended", said) : say("session.end.endedWithRecap", { ...said, recap });
}

function replacing(content: string): Message {
	return { content, replaces: true };
}
