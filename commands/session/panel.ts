import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type MessageComponentInteraction, type User } from "discord.js";
import { z } from "zod";
import { type Context, customId, type Invocation, type Message, type Reply, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { snowflake } from "../../src/snowflake.ts";
import { hasCome } from "../../src/store/cue-facts.ts";
import { isGreetedIn } from "../../src/store/greetings.ts";
import { dutiesOf } from "../../src/store/panel.ts";
import { type SessionRow, sessionById } from "../../src/store/sessions.ts";
import { UserError } from "../../src/user-error.ts";
import { leads, requireLeader } from "./leaders.ts";
import { sessionMeant } from "./which.ts";

/** Puts a member on the panel of a session that is on: they are no guest of it from now on. */
export async function addToPanel(interaction: Invocation, context: Context): Promise<string> {
	const session = await sessionMeant(interaction, context);
	const { id } = memberNamed(interaction);
	const { store, rooms, say } = context;
	const [member, room] = [`<@${id}>`, `<#${session.room_id}>`];
	if (session.host_id === id) throw new UserError(phrase("session.panel.hostsIt", { member, room }));
	const isOn = await rooms.changePanel(session.server_id, session.room_id, { adds: id, greets: false });
	if (!isOn) throw new UserError(phrase("session.end.noneOn", { room }));
	const greeted = (await isGreetedIn(store, session.id, id)) ? "yes" : "no";
	return say("session.panel.added", { member, room, greeted });
}

/** Takes a member off the panel of a session that is on: they are a guest of it from now on. */
export async function removeFromPanel(interaction: Invocation, context: Context): Promise<string> {
	const session = await sessionMeant(interaction, context);
	const { id } = memberNamed(interaction);
	const { store, rooms, say } = context;
	const [member, room] = [`<@${id}>`, `<#${session.room_id}>`];
	if (session.host_id === id) throw new UserError(phrase("session.panel.hostStays", { member, room }));
	if (!(await dutiesOf(store, session, id))) throw new UserError(phrase("session.panel.notOnIt", { member, room }));
	const isOn = await rooms.changePanel(session.server_id, session.room_id, { removes: id });
	if (!isOn) throw new UserError(phrase("session.end.noneOn", { room }));
	const came = (await hasCome(store, session.id, id)) ? "yes" : "no";
	return say("session.panel.removed", { member, room, came });
}

/** Has another member host a session that is on. Asks first whoever does not lead it. */
export async function handOver(interaction: Invocation, context: Context): Promise<Reply> {
	const session = await sessionMeant(interaction, context);
	const to = memberNamed(interaction);
	if (session.host_id !== null && !(await leads(interaction.user.id, context, session)))
		return ask(session, to, context);
	return giveTo(session, to.id, context);
}

/** What answers the button below the question whether somebody else's session is to be handed over. */
export const panelPresses = {
	"hand-over": reads(
		z.tuple([z.uuid(), snowflake]),
		async (interaction: MessageComponentInteraction<"cached">, context, [sessionId, userId]) => {
			const session = await sessionById(context.store, sessionId);
			if (session?.server_id !== interaction.guildId || session.closed_at !== null) {
				throw new UserError(phrase("session.handOver.over"));
			}
			await requireLeader(interaction, context, session);
			return { content: await giveTo(session, userId, context), components: [], replaces: true };
		},
	),
};

function ask(session: SessionRow, to: User, { say }: Context): Message {
	const yes = new ButtonBuilder({
		customId: customId("session", "hand-over", session.id, to.id),
		label: say("session.handOver.do"),
		style: ButtonStyle.Danger,
	});
	const no = new ButtonBuilder({
		customId: customId("session", "keep"),
		label: say("session.end.keep"),
		style: ButtonStyle.Secondary,
	});
	const [room, host, member] = [`<#${session.room_id}>`, `<@${session.host_id}>`, `<@${to.id}>`];
	return {
		content: say("session.handOver.question", { room, host, member }),
		components: [new ActionRowBuilder<ButtonBuilder>().addComponents(yes, no)],
	};
}

async function giveTo(session: SessionRow, userId: string, { store, rooms, say }: Context): Promise<string> {
	const { id, server_id, room_id, host_id: before } = session;
	const [member, room] = [`<@${userId}>`, `<#${room_id}>`];
	if (before === userId) throw new UserError(phrase("session.handOver.hostsAlready", { member, room }));
	const isOn = await rooms.handOver(server_id, room_id, userId);
	if (!isOn) throw new UserError(phrase("session.end.noneOn", { room }));
	const hostId = (await sessionById(store, id))?.host_id;
	if (hostId !== userId) throw new UserError(phrase("session.handOver.notTaken", { member, room }));
	return before === null
		? say("session.handOver.taken", { member, room })
		: say("session.handOver.done", { member, room, before: `<@${before}>` });
}

/** The member that the command names. Throws a `UserError` for a bot, and for who is not on the server. */
export function memberNamed({ options }: Invocation): User {
	const user = options.getUser("member", true);
	if (user.bot) throw new UserError(phrase("session.panel.noBot"));
	if (!options.getMember("member")) throw new UserError(phrase("session.panel.notHere", { member: `<@${user.id}>` }));
	return user;
}
