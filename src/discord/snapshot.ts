import { z } from "zod";
import type { SeenServer } from "../rooms/snapshot.ts";
import { emptyServer, type Hole, roomIn } from "../rooms/view.ts";
import { snowflake } from "../snowflake.ts";
import {
	channel,
	eventOf,
	member,
	type PassOver,
	personOf,
	readEach,
	roomOf,
	scheduledEvent,
	stageInstance,
	stageOf,
	text,
	voiceState,
} from "./parts.ts";

const guild = z.object({
	id: snowflake,
	// What is left out, or cannot be read, is unknown: it must not hide the rest. Lists are read part by part.
	name: text.nullish().catch(null),
	channels: list(),
	members: list(),
	voice_states: list(),
	stage_instances: list(),
	guild_scheduled_events: list(),
});

function list() {
	return z.array(z.unknown()).nullish().catch(null);
}

/** What is missing of a server where one of these lists is not whole. Names of members are asked for one by one. */
const HOLES = {
	channels: "rooms",
	voice_states: "people",
	stage_instances: "stages",
	guild_scheduled_events: "events",
} as const satisfies Partial<Record<ServerList, Hole>>;

type ServerList = Exclude<keyof z.infer<typeof guild>, "id" | "name">;

/**
 * Reads a snapshot of a server. What it leaves out is noted as a hole, and so is what cannot be read, with which
 * `passOver` is called. Throws a `ZodError` when not even its id can be read.
 */
export function readSnapshot(data: unknown, now: number, passOver: PassOver): SeenServer {
	const snapshot = guild.parse(data);
	const holes = new Set<Hole>(snapshot.name == null ? ["name"] : []);
	const each = <T>(list: ServerList, part: z.ZodType<T>): T[] => {
		const { read, isWhole } = readEach(list, snapshot[list], part, passOver);
		if (list !== "members" && !isWhole) holes.add(HOLES[list]);
		return read;
	};
	const server: SeenServer = emptyServer(snapshot.id);
	server.name = snapshot.name ?? "";
	for (const room of each("channels", channel).map(roomOf)) {
		if (room) Object.assign(roomIn(server, room.id), room, { isListed: true });
	}
	const people = new Map(each("members", member).map((one) => [one.user.id, personOf(one)]));
	for (const { user_id: id, channel_id: roomId, suppress } of each("voice_states", voiceState)) {
		if (!roomId) continue;
		const known = people.get(id);
		const person = known ?? { id, name: "", bot: false };
		const seen = { enteredAt: now, onStage: suppress === false, witnessed: false, unnamed: !known };
		roomIn(server, roomId).present.set(id, { person, ...seen });
		server.whereabouts.set(id, roomId);
	}
	for (const stage of each("stage_instances", stageInstance)) server.stages.set(stage.channel_id, stageOf(stage));
	for (const event of each("guild_scheduled_events", scheduledEvent)) {
		server.events.set(event.id, eventOf(event, now, passOver));
	}
	return { ...server, holes };
}
