import type { Context, Invocation, Message } from "../../src/command.ts";
import { roomSetting, saveRoom } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { ROOM_TYPES } from "../settings/place.ts";
import { button, row } from "./components.ts";

/** Sets a room's regular host, and whether it is left alone; shows what holds there. */
export async function setRoom({ options, guildId }: Invocation, context: Context): Promise<Message> {
	const { id } = options.getChannel("room", true, ROOM_TYPES);
	const host = options.getUser("regular-host");
	const leaveAlone = options.getBoolean("leave-alone");
	if (host?.bot) throw new UserError(`<@${host.id}> is a bot and cannot host. Choose a person; nothing was changed.`);
	if (host && !options.getMember("regular-host")) {
		throw new UserError(`<@${host.id}> is not on this server. Choose one of its members; nothing was changed.`);
	}
	const change = {
		...(host && { regular_host_id: host.id }),
		...(leaveAlone !== null && { ignored: Number(leaveAlone) }),
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

async function showRoom({ store }: Context, id: string): Promise<Message> {
	const setting = await roomSetting(store, id);
	const host = setting?.regular_host_id;
	const words = [
		`In <#${id}>:`,
		host
			? `**Regular host**: <@${host}> hosts when neither an event nor \`/session start\` says who does.`
			: "**Regular host**: none. The event's creator or the speaker on stage hosts.",
		setting?.ignored === 1
			? "**Leave alone**: yes. I greet here only in sessions that a host starts with `/session start`."
			: "**Leave alone**: no. I greet here whenever a stage is live or an event is on.",
	];
	const clear = button("No regular host", "no-regular-host", id);
	return { content: words.join("\n"), components: host ? [row(clear)] : [] };
}
