import type { Clock } from "../clock.ts";

/** A parked channel is tried again after so long, in case we missed that it lets us in. */
const PARKED_FOR_MS = 10 * 60_000;

/** The channels that turn us away, and are left alone for now. */
export interface Parking {
	/** Whether a channel takes nothing from us at present. */
	isParked(channelId: string): boolean;
	/** Discord's code with which a channel has turned us away; null when it takes posts, as far as we know. */
	parkedFor(channelId: string): number | null;
	/** Leaves a channel alone that has turned us away with this code: until something changes in its server, for ten minutes at most. */
	park(channelId: string, serverId: string, code: number): void;
	/** What we may do in a server has changed. Returns its channels that were parked: they may be tried again. */
	unpark(serverId: string): string[];
	/** How often what we may do in a server has changed so far. */
	changesIn(serverId: string): number;
}

/** Makes a parking lot without a channel in it. */
export function createParking(clock: Clock): Parking {
	const parked = new Map<string, { serverId: string; code: number; until: number }>();
	const changes = new Map<string, number>();

	function isParked(channelId: string): boolean {
		const until = parked.get(channelId)?.until;
		return until !== undefined && clock.steady() < until;
	}

	return {
		isParked,
		parkedFor: (channelId) => (isParked(channelId) ? (parked.get(channelId)?.code ?? null) : null),
		park(channelId, serverId, code) {
			for (const other of [...parked.keys()]) if (!isParked(other)) parked.delete(other);
			parked.set(channelId, { serverId, code, until: clock.steady() + PARKED_FOR_MS });
		},
		unpark(serverId) {
			changes.set(serverId, (changes.get(serverId) ?? 0) + 1);
			const freed = [...parked].filter(([, where]) => where.serverId === serverId).map(([channelId]) => channelId);
			for (const channelId of freed) parked.delete(channelId);
			return freed;
		},
		changesIn: (serverId) => changes.get(serverId) ?? 0,
	};
}
