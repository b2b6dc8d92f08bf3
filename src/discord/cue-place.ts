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
interface Place {
	kind: "found";
	channel: NonThreadGuildBasedChannel;
	isPrivateThread: boolean;
}

type Unfit = Extract<CuePlaceFinding, { kind: "unfit" }>;
type Unknown = Exclude<CuePlaceFinding, { kind: "fits" | "unfit" }>;

const FITS = { kind: "fits" } as const;
const shape = z.object({ type: z.number(), parent_id: snowflake.nullish() });

/**
 * Looks whether a host's cue may stand in a channel: whether it is closed to the server at large, which Discord shows at
 * any time, and whether the host can read it, which has to be asked for.
 */
export function checkCuePlaces(client: Client, clock: Clock): CheckCuePlace {
	/** By channel and host: when they could read it, by the steady clock. */
	const readAt = new Map<string, number>();

	async function hostReads({ channel, isPrivateThread }: Place, place: { channelId: string; hostId: string }) {
		const member = await memberOf(channel, place.hostId);
		if (member.kind !== "found") return member;
		const reach = reachIn(channel, member.member);
		const isIn = isPrivateThread && !reach.managesThreads ? await isThreadMember(client, place) : FITS;
		if (isIn.kind === "limited" || isIn.kind === "unknown") return isIn;
		return canRead(reach, isPrivateThread ? { isMember: isIn.kind === "fits" } : null) ? FITS : unfit("unreadable");
	}

	return async (channelId, hostId) => {
		const place = await find(client, channelId);
		if (place.kind !== "found") return place;
		const everyone = reachIn(place.channel, place.channel.guild.roles.everyone);
		if (isOpenToAll(everyone, place.isPrivateThread)) return unfit("public");
		const key = `${channelId} ${hostId}`;
		for (const [other, at] of readAt) if (clock.steady() - at > FRESH_MS) readAt.delete(other);
		if (readAt.has(key)) return FITS;
		const found = await hostReads(place, { channelId, hostId });
		if (found.kind === "fits") readAt.set(key, clock.steady());
		return found;
	};
}

async function find(client: Client, channelId: string): Promise<Place | Unfit | Unknown> {
	const shown = client.channels.cache.get(channelId);
	if (!shown || shown.isDMBased()) return findUnshown(client, channelId);
	const channel = shown.isThread() ? shown.parent : shown;
	if (!channel) return unfit("gone");
	return { kind: "found", channel, isPrivateThread: shown.type === ChannelType.PrivateThread };
}

/** Asks for a channel that Discord has not shown: a thread that is archived, if it is there at all. */
async function findUnshown(client: Client, channelId: string): Promise<Place | Unfit | Unknown> {
	const answer = await request(client.rest, { fullRoute: Routes.channel(channelId), method: RequestMethod.Get });
	if (answer.kind === "refused") return unfit("gone");
	if (answer.kind !== "answered") return answer;
	const { data } = shape.safeParse(answer.body);
	const parent = client.channels.cache.get(data?.parent_id ?? "");
	if (!data || !parent || parent.isDMBased() || parent.isThread()) return unfit("gone");
	return { kind: "found", channel: parent, isPrivateThread: data.type === ChannelType.PrivateThread };
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

async function isThreadMember(
	client: Client,
	{ channelId, hostId }: { channelId: string; hostId: string },
): Promise<CuePlaceFinding> {
	const fullRoute = Routes.threadMembers(channelId, hostId);
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
