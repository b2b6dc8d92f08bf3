import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from "discord.js";
import { z } from "zod";
import { type Context, customId, type Message } from "../../src/command.ts";
import { type Forgotten, forget, requireNoLeader } from "../../src/guests/forgetting.ts";
import type { Say } from "../../src/phrases/phrases.ts";
import { type ExtentOfUsers, extentOfUser } from "../../src/store/forgetting.ts";
import { whereUnused } from "../../src/store/unused-names.ts";
import { type Asker, placeIn, whoseOf } from "./asker.ts";

/** How somebody is greeted who is forgotten: like anybody, or without their name. */
export const afterwards = z.enum(["named", "quiet"]);

/** Says what would be erased of somebody and what would stay, and asks whether to. */
export async function askToForget(asker: Asker, context: Context): Promise<Message> {
	const { store, say } = context;
	const whose = whoseOf(asker);
	await requireNoLeader(store, whose);
	const extent = await extentOfUser(store, whose);
	const elsewhere = whose.serverId === null ? [] : [say("me.elsewhere")];
	const unused = await unusedOf(asker, context);
	if (extent.size === 0) {
		const stays = unused.length === 0 ? [] : [say("me.forget.stays"), ...unused.map(item)];
		return { content: [say("me.forget.nothing", placeIn(asker)), ...stays, ...elsewhere].join("\n") };
	}
	const content = [
		say("me.forget.question", placeIn(asker)),
		say("me.forget.goes"),
		...partsOf(extent, say),
		say("me.forget.stays"),
		...[...keptOf(extent, say), ...unused, say("me.forget.code")].map(item),
		...elsewhere,
		say("me.forget.quiet"),
	].join("\n");
	const buttons = [
		button(["erase", "named"], say("me.forget.now"), ButtonStyle.Danger),
		button(["erase", "quiet"], say("me.forget.stayQuiet"), ButtonStyle.Danger),
		button(["keep"], say("me.forget.keep"), ButtonStyle.Secondary),
	];
	return { content, components: [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)] };
}

/** Erases what is stored of somebody, and says what that was and what stays. */
export async function forgetNow(asker: Asker, context: Context, then: z.infer<typeof afterwards>): Promise<Message> {
	const { store, clock, log, world, rooms, wishes, expectations } = context;
	const whose = whoseOf(asker);
	const forgotten = await forget(
		{ ...whose, staysQuiet: then === "quiet" },
		{
			...{ store, clock, log },
			roomOf: (serverId) => world.server(serverId)?.whereabouts.get(asker.userId),
			forgetInRoom: async (serverId, roomId) =>
				world.server(serverId) !== undefined && rooms.forget(serverId, roomId, asker.userId),
			changed: () => wishes.changed(asker.userId),
		},
	);
	expectations.leaveOut(asker.userId, whose.serverId);
	if (whose.serverId !== null) context.changed(whose.serverId);
	else context.changed();
	for (const sessionId of forgotten.sessionIds) context.cue(sessionId);
	const unused = await unusedOf(asker, context);
	return { content: toldOf({ ...forgotten, unused }, asker, then, context.say), components: [] };
}

export function keepEverything({ say }: Context): Message {
	return { content: say("me.forget.kept"), components: [] };
}

function toldOf(
	{ extent, wasOnItsWay, sessionIds, unused }: Forgotten & { unused: readonly string[] },
	asker: Asker,
	then: z.infer<typeof afterwards>,
	say: Say,
): string {
	const kept = [
		...(then === "quiet" ? [say("me.forget.quietStays")] : []),
		...keptOf(extent, say),
		...unused,
		...(sessionIds.length > 0 ? [say("me.forget.code")] : []),
	];
	return [
		say("me.forget.done", placeIn(asker)),
		...(extent.size === 0 ? [say("me.forget.nothingLeft")] : [say("me.forget.erased"), ...partsOf(extent, say)]),
		...(wasOnItsWay ? [say("me.forget.wasOnItsWay")] : []),
		say("me.forget.stays"),
		...kept.map(item),
		...(whoseOf(asker).serverId === null ? [] : [say("me.elsewhere")]),
	].join("\n");
}

function partsOf(extent: ExtentOfUsers, say: Say): string[] {
	return [...extent].map(([kind, count]) => item(say(`me.forget.parts.${kind}`, { count })));
}

function keptOf(extent: ExtentOfUsers, say: Say): string[] {
	return [...(extent.has("sessions") ? [say("me.forget.led")] : []), say("me.forget.posts"), say("me.forget.copies")];
}

/** What is said of their names that are out of use, which stays; nothing where there are none. */
async function unusedOf(asker: Asker, { store, say }: Context): Promise<string[]> {
	const { length: count } = await whereUnused(store, whoseOf(asker));
	return count === 0 ? [] : [say("me.forget.unusedNames", { count, ...placeIn(asker) })];
}

function item(words: string): string {
	return `- ${words}`;
}

function button([action, ...rest]: [string, ...string[]], label: string, style: ButtonStyle): ButtonBuilder {
	return new ButtonBuilder({ customId: customId("me", action, ...rest), label, style });
}
