import {
	ChannelType,
	type Client,
	DiscordAPIError,
	type GuildMember,
	type NonThreadGuildBasedChannel,
	RequestMethod,
	Routes,
} from "discord.js";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { CheckCuePlace, CuePlaceFault, CuePlaceFinding } from "../cue-place.ts";
import { canRead, isOpenToAll, reachIn } from "../reach.ts";
import { snowflake } from "../snowflake.ts";
import { failureOf, request } from "./send.ts";

/** For so long a host who could read a channel is taken to read it still: a cue changes every few seconds. */
const FRESH_MS = 60_000;

/** A channel, or a thread in it. */
interface ChannelPlace {
	kind: "found";
	id: string;
	/** The channel, or the one that the thread is in. */
	channel: NonThreadGuildBasedChannel;
	isPrivateThread: boolean;
}

/** Direct messages with a user. */
interface DirectPlace {
	kind: "direct";
	userId: string | undefined;
}

type Unfit = Extract<CuePlaceFinding, { kind: "unfit" }>;
type Unknown = Exclude<CuePlaceFinding, { kind: "fits" | "unfit" }>;

const FITS = { kind: "fits" } as const;
const shape = z.object({
	type: z.number(),
	parent_id: snowflake.nullish(),
	recipients: z.array(z.object({ id: snowflake })).optional(),
});

/**
 * Looks whether a host's cue may stand in a channel: whether it is closed to the server at large, which Discord shows at
 * any time, and whether the host can read it, which has to be asked for. Direct messages are for the host they are with.
 */
export function checkCuePlaces(client: Client, clock: Clock): CheckCuePlace {
	/** By channel and host: when they could read it, by the steady clock. */
	const readAt = new Map<string, number>();

	async function checkChannel(place: ChannelPlace, hostId: string): Promise<CuePlaceFinding> {
		const everyone = reachIn(place.channel, place.channel.guild.roles.everyone);
		if (isOpenToAll(everyone, place.isPrivateThread)) return unfit("public");
		const key = `${place.id} ${hostId}`;
		for (const [other, at] of readAt) if (clock.steady() - at > FRESH_MS) readAt.delete(other);
		if (readAt.has(key)) return FITS;
		const found = await checkReading(client, place, hostId);
		if (found.kind === "fits") readAt.set(key, clock.steady());
		return found;
	}

	return async (channelId, hostId) => {
		const place = await find(client, channelId);
		if (place.kind === "found") return checkChannel(place, hostId);
		if (place.kind === "direct") return place.userId === hostId ? FITS : unfit("unreadable");
		return place;
	};
}

/** Asks whether a host can read a channel. */
async function checkReading(client: Client, place: ChannelPlace, hostId: string): Promise<CuePlaceFinding> {
	const { channel, isPrivateThread } = place;
	const member = await memberOf(channel, hostId);
	if (member.kind !== "found") return member;
	const reach = reachIn(channel, member.member);
	const isIn = isPrivateThread && !reach.managesThreads ? await isThreadMember(client, place.id, hostId) : FITS;
	if (isIn.kind === "limited" || isIn.kind === "unknown") return isIn;
	return canRead(reach, isPrivateThread ? { isMember: isIn.kind === "fits" } : null) ? FITS : unfit("unreadable");
}

async function find(client: Client, channelId: string): Promise<ChannelPlace | DirectPlace | Unfit | Unknown> {
	const shown = client.channels.cache.get(channelId);
	if (!shown || shown.isDMBased()) return findUnshown(client, channelId);
	const channel = shown.isThread() ? shown.parent : shown;
	if (!channel) return unfit("gone");
	return { kind: "found", id: channelId, channel, isPrivateThread: shown.type === ChannelType.PrivateThread };
}

/** Asks for a channel that Discord has not shown: a thread that is archived or direct messages, if it is there at all. */
async function findUnshown(client: Client, channelId: string): Promise<ChannelPlace | DirectPlace | Unfit | Unknown> {
	const answer = await request(client.rest, { fullRoute: Routes.channel(channelId), method: RequestMethod.Get });
	if (answer.kind === "refused") return unfit("gone");
	if (answer.kind !== "answered") return answer;
	const { data } = shape.safeParse(answer.body);
	if (data?.type === ChannelType.DM) return { kind: "direct", userId: data.recipients?.[0]?.id };
	const parent = client.channels.cache.get(data?.parent_id ?? "");
	if (!data || !parent || parent.isDMBased() || parent.isThread()) return unfit("gone");
	return { kind: "found", id: channelId, channel: parent, isPrivateThread: data.type === ChannelType.PrivateThread };
}

async function memberOf(
	{ guild }: NonThreadGuildBasedChannel,
	hostId: string,
): Promise<{ kind: "found"; member: GuildMember } | Unfit | Unknown> {
	try {
		return { kind: "found", member: await guild.members.fetch({ user: hostId, cache: false, force: true }) };
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status === 404 && Number.isInteger(error.code))
			return unfit("unreadable");
		return unknownFrom(error);
	}
}

async function isThreadMember(client: Client, threadId: string, hostId: string): Promise<CuePlaceFinding> {
	const fullRoute = Routes.threadMembers(threadId, hostId);
	const answer = await request(client.rest, { fullRoute, method: RequestMethod.Get });
	if (answer.kind === "answered") return FITS;
	return answer.kind === "refused" ? unfit("unreadable") : answer;
}

function unknownFrom(error: unknown): Unknown {
	const failure = failureOf(error);
	return failure.kind === "refused" ? { kind: "unknown", reason: failure.reason } : failure;
}

function unfit(fault: CuePlaceFault): Unfit {
	return { kind: "unfit", fault };
}
