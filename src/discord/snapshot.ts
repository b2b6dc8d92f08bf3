import { z } from "zod";
import { NO_EXCEPTIONS, startOf } from "../rooms/dates.ts";
import type { EventView, Hole } from "../rooms/view.ts";
import { emptyServer, roomIn, type ServerView } from "../rooms/view.ts";
import { snowflake } from "../snowflake.ts";
import {
	channel,
	eventOf,
	member,
	personOf,
	roomOf,
	scheduledEvent,
	stageInstance,
	stageOf,
	text,
	voiceState,
} from "./parts.ts";

const guild = z.object({
	id: snowflake,
	unavailable: z.boolean().nullish(),
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
} as const satisfies Partial<Record<Unread["list"], Hole>>;

/** A part of a snapshot that could not be read. */
export interface Unread {
	list: Exclude<keyof z.infer<typeof guild>, "id" | "unavailable" | "name">;
	data: unknown;
	error: z.ZodError;
}

/**
 * Reads a snapshot of a server. What it leaves out is noted as a hole, and so is what cannot be read, with which
 * `passOver` is called. Throws a `ZodError` when not even its id can be read.
 */
export function readSnapshot(data: unknown, now: number, passOver: (unread: Unread) => void): ServerView {
	const snapshot = guild.parse(data);
	const holes = new Set<Hole>(snapshot.name == null ? ["name"] : []);
	const each = <T>(list: Unread["list"], part: z.ZodType<T>): T[] => {
		const { read, unread } = partsOf(snapshot[list], part);
		for (const { data, error } of unread) passOver({ list, data, error });
		const isWhole = snapshot[list] != null && unread.length === 0;
		if (list !== "members" && !isWhole) holes.add(HOLES[list]);
		return read;
	};
	const server = emptyServer(snapshot.id);
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
	for (const event of each("guild_scheduled_events", scheduledEvent)) server.events.set(event.id, eventNow(event, now));
	return { ...server, holes };
}

function partsOf<T>(list: readonly unknown[] | null | undefined, part: z.ZodType<T>) {
	const read: T[] = [];
	const unread: Omit<Unread, "list">[] = [];
	for (const data of list ?? []) {
		const { success, data: parsed, error } = part.safeParse(data);
		if (success) read.push(parsed);
		else unread.push({ data, error });
	}
	return { read, unread };
}

/** An event as it is now. It may have begun long before we looked; its start is the best guess. */
function eventNow(event: z.infer<typeof scheduledEvent>, now: number): EventView {
	const seen = eventOf(event, now);
	const view = { ...seen, exceptions: seen.exceptions ?? NO_EXCEPTIONS };
	return { ...view, activeSince: view.activeSince === null ? null : Math.min(startOf(view), now) };
}
