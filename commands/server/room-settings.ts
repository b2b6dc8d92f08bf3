import { z } from "zod";
import { type Context, type Invocation, type Message, readInput } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { roomSetting, saveRoom } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { ROOM_TYPES } from "../settings/place.ts";
import { button, row } from "./components.ts";

const roomNames = z.enum(["everyone", "asked", "nobody"]).transform((names) => (names === "everyone" ? null : names));

/** Sets a room's regular host, who is named in it, and whether it is left alone; shows what holds there. */
export async function setRoom({ options, guildId }: Invocation, context: Context): Promise<Message> {
	const { id } = options.getChannel("room", true, ROOM_TYPES);
	const host = options.getUser("regular-host");
	const leaveAlone = options.getBoolean("leave-alone");
	const names = options.getString("names");
	if (host?.bot) throw new UserError(phrase("server.room.bot", { host: `<@${host.id}>` }));
	if (host && !options.getMember("regular-host"))
		throw new UserError(phrase("server.room.stranger", { host: `<@${host.id}>` }));
	const change = {
		...(host && { regular_host_id: host.id }),
		...(leaveAlone !== null && { ignored: Number(leaveAlone) }),
		...(names !== null && { names: readInput(roomNames, names) }),
	};
	if (Object.keys(change).length > 0) await changeRoom(context, guildId, id, change);
	return showRoom(context, id);
}

/** Takes a room's regular host away; its sessions are led by their event's creator or first speaker again. */
export async function clearRegularHost(context: Context, serverId: string, roomId: string): Promise<Message> {
	await changeRoom(context, serverId, roomId, { regular_host_id: null });
	return { ...(await showRoom(context, roomId)), replaces: true };
}

async function changeRoom(
	{ store, changed }: Context,
	serverId: string,
	id: string,
	change: Parameters<typeof saveRoom>[2],
): Promise<void> {
	await saveRoom(store, { id, serverId }, change);
	changed(serverId);
}

async function showRoom({ store, say }: Context, id: string): Promise<Message> {
	const setting = await roomSetting(store, id);
	const host = setting?.regular_host_id;
	const isLeftAlone = setting?.ignored === 1;
	const words = say("server.room.all", {
		room: `<#${id}>`,
		host: host
			? phrase(isLeftAlone ? "server.room.hostedInVain" : "server.room.hosted", { host: `<@${host}>` })
			: phrase("server.room.unhosted"),
		names: phrase(`server.room.names.${setting?.names ?? "everyone"}`),
		alone: phrase(isLeftAlone ? "server.room.leftAlone" : "server.room.notLeftAlone"),
	});
	const clear = button(say("server.room.noRegularHost"), "no-regular-host", id);
	return { content: words, components: host ? [row(clear)] : [] };
}
